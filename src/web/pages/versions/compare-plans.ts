import { isArray, isObject } from '#domain/forms/answers.ts';
import type { Answers } from '#domain/forms/definition.ts';
import { diffAnswers, type Change } from '#domain/forms/diff.ts';
import { hunksOf, type Hunk } from '#domain/narrative/hunks.ts';
import { resolved, showFigures } from '#domain/narrative/references.ts';
import { narrativeLines } from '#domain/narrative/text.ts';
import { outlineKeys } from '#domain/programme/look-up.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
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
    ...compareOutlines(edition, before, after),
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

/** Paragraph by paragraph, as each version's readers saw it: a figure that follows the form is that version's figure. */
function compareOutlines(edition: Edition, before: Json, after: Json): readonly DiffLine[] {
  const shown = (content: Json) => {
    const [outline, show] = [partOf(content, 'outline'), showFigures(edition, partOf(content, 'form'))];
    return (key: string): JsonObject => resolved(outline[key] ?? {}, show);
  };
  const [old, now] = [shown(before), shown(after)];
  return outlineKeys(edition).flatMap((key) => hunksOf({}, old(key), now(key)).flatMap((hunk) => hunkLines(`/outline/${key}`, hunk)));
}

/** One paragraph in place of one is a change; else what went stands before what came. Only the look differs: nothing to be read. */
function hunkLines(pointer: string, hunk: Hunk): readonly DiffLine[] {
  if (hunk.kind === 'same') return [];
  const [gone, come] = [paragraphs(hunk.mine), paragraphs(hunk.theirs)];
  if (gone.join() === come.join()) return [];
  const [before, after] = [gone[0], come[0]];
  if (gone.length === 1 && come.length === 1 && before !== undefined && after !== undefined) return [{ pointer, kind: 'changed', before, after }];
  return [
    ...gone.filter((text) => !come.includes(text)).map((text): DiffLine => ({ pointer, kind: 'removed', text })),
    ...come.filter((text) => !gone.includes(text)).map((text): DiffLine => ({ pointer, kind: 'added', text })),
  ];
}

function paragraphs(nodes: readonly Json[]): readonly string[] {
  return narrativeLines({ type: 'doc', content: nodes })
    .map((line) => line.replaceAll('\t', ' | '))
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
