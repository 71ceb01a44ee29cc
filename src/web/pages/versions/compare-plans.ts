import { isArray, isObject } from '#domain/forms/answers.ts';
import type { Answers } from '#domain/forms/definition.ts';
import { diffAnswers, type Change } from '#domain/forms/diff.ts';
import { narrativeText } from '#domain/forms/narrative.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json } from '#domain/values/json.ts';
import type { DiffLine } from '#web/components/diff.tsx';
import { changeLine } from './change-line.ts';

/**
 * Every difference between two filed contents, in the plan's order: form, outline, commitment, projects. A project is the same one
 * in both while its applicant or its name is; one that has no partner came or went as a whole.
 */
export function comparePlans(edition: Edition, before: Json, after: Json): readonly DiffLine[] {
  const lines = (changes: readonly Change[], at: string) => changes.map((change) => changeLine(edition, change, at));
  const [formBefore, formAfter] = [partOf(before, 'form'), partOf(after, 'form')];
  const [signedBefore, signedAfter] = [partOf(before, 'commitment'), partOf(after, 'commitment')];
  return [
    ...lines(diffAnswers(edition.forms.form, formBefore, formAfter), '/form'),
    ...compareOutlines(edition, partOf(before, 'outline'), partOf(after, 'outline')),
    ...lines(diffAnswers(edition.commitment.form, signedBefore, signedAfter), '/commitment'),
    ...compareProjects(edition, projectsOf(before), projectsOf(after)),
  ];
}

function compareProjects(edition: Edition, before: readonly Answers[], after: readonly Answers[]): readonly DiffLine[] {
  const left = new Map(before.map((project, index) => [identityOf(project, index), project]));
  const lines = after.flatMap((project, index): readonly DiffLine[] => {
    const identity = identityOf(project, index);
    const old = left.get(identity);
    left.delete(identity);
    const at = `/projects/${index}`;
    if (!old) return [{ pointer: at, kind: 'added', text: nameOf(project) }];
    return diffAnswers(edition.forms.proposal, old, project).map((change) => changeLine(edition, change, at));
  });
  return [...lines, ...[...left.values()].map((project): DiffLine => ({ pointer: '/projects', kind: 'removed', text: nameOf(project) }))];
}

/** Paragraph by paragraph: what is gone and what is new. */
function compareOutlines(edition: Edition, before: Answers, after: Answers): readonly DiffLine[] {
  const keys = edition.outline.flatMap((chapter) => [chapter.key, ...chapter.sections.map((section) => section.key)]);
  return keys.flatMap((key): readonly DiffLine[] => {
    const [old, now] = [paragraphs(before[key]), paragraphs(after[key])];
    const pointer = `/outline/${key}`;
    return [
      ...old.filter((text) => !now.includes(text)).map((text): DiffLine => ({ pointer, kind: 'removed', text })),
      ...now.filter((text) => !old.includes(text)).map((text): DiffLine => ({ pointer, kind: 'added', text })),
    ];
  });
}

function paragraphs(section: Json | undefined): readonly string[] {
  return narrativeText(section)
    .split('\n')
    .filter((text) => text.trim() !== '');
}

function identityOf(project: Answers, index: number): string {
  const { applicantCode, name } = project['summary'] ?? {};
  const identity = [applicantCode, name].find((each) => typeof each === 'string' && each !== '');
  return typeof identity === 'string' ? identity : String(index);
}

function nameOf(project: Answers): string {
  const name = project['summary']?.['name'];
  return typeof name === 'string' ? name : '';
}

function partOf(content: Json, part: string): Answers {
  const value = isObject(content) ? content[part] : undefined;
  return isAnswers(value) ? value : {};
}

function projectsOf(content: Json): readonly Answers[] {
  const value = isObject(content) ? content['projects'] : undefined;
  return isArray(value) ? value.filter(isAnswers) : [];
}

function isAnswers(value: Json | undefined): value is Answers {
  return isObject(value) && Object.values(value).every(isObject);
}
