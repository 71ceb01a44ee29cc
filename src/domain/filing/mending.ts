import { diffAnswers } from '#domain/forms/diff.ts';
import type { Answers, FormDef } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { outlineKeys } from '#domain/programme/look-up.ts';
import { canonicalJson } from '#domain/values/canonical.ts';
import { formatPointer, parsePointer } from '#domain/values/pointer.ts';
import type { MendingPart } from './intake.ts';
import type { PlanContent } from './plan.ts';

/** A filed or living text of a plan, with the ids of its projects in the order in which it holds them. */
export interface Filed {
  readonly content: PlanContent;
  readonly projects: readonly string[];
}

/** A block that differs. `pointer` is in the later text, or for a project that went, in the earlier one. */
export interface Difference {
  readonly document: string;
  readonly block: string;
  readonly pointer: string;
  /** A justification or a tick, not an answer. */
  readonly note?: true;
}

/** Whether a mending opens this block. */
export function isNamed(parts: readonly MendingPart[], document: string, block: string): boolean {
  return parts.some((part) => part.document === document && part.block === block);
}

/**
 * Places at which two texts differ outside the named parts (R43), to the field where there is one, in the plan's order. A project that went
 * is no difference: while a plan is mended only the province takes one out. Nor is a note: what is changed in a named part may raise or
 * settle a principle elsewhere, and whoever must answer it there changes nothing that was filed.
 */
export function placesNotNamed(edition: Edition, before: Filed, after: Filed, parts: readonly MendingPart[]): readonly string[] {
  return differences(edition, before, after)
    .filter(({ document, block, note }) => !note && !isNamed(parts, document, block))
    .map(({ pointer }) => pointer);
}

/** Every difference between two texts: answers, narrative and files. */
export function differences(edition: Edition, before: Filed, after: Filed): readonly Difference[] {
  const [a, b] = [before.content, after.content];
  const found = [
    ...ofForm(edition.forms.form, a.form, b.form, 'form', '/form'),
    ...ofOutline(edition, a, b),
    ...ofForm(edition.commitment.form, a.commitment, b.commitment, 'commitment', '/commitment'),
    ...ofProjects(edition, before, after),
    ...ofFiles(before, after),
  ];
  return found.filter((one, index) => found.findIndex(({ pointer }) => pointer === one.pointer) === index);
}

/** `/projects/3` is another project in another text: `projects` are those of the text that has the path. */
function documentAt(projects: readonly string[], path: string): { readonly document: string; readonly block: string } {
  const [document = '', second = '', third = ''] = parsePointer(path) ?? [];
  return document === 'projects' ? { document: projects[Number(second)] ?? '', block: third } : { document, block: second };
}

function ofForm(form: FormDef, a: Answers, b: Answers, document: string, at: string): readonly Difference[] {
  return diffAnswers(form, a, b).map(({ path }) => {
    const [block = '', field] = parsePointer(path) ?? [];
    return { document, block, pointer: `${at}${path}`, ...(field === 'notes' && { note: true as const }) };
  });
}

function ofOutline(edition: Edition, a: PlanContent, b: PlanContent): readonly Difference[] {
  const keys = new Set([...outlineKeys(edition), ...Object.keys(a.outline), ...Object.keys(b.outline)]);
  return [...keys].flatMap((block) => {
    const [{ notes: was, ...before }, { notes: is, ...after }] = [a.outline[block] ?? {}, b.outline[block] ?? {}];
    const pointer = `/outline${formatPointer([block])}`;
    if (canonicalJson(before) !== canonicalJson(after)) return [{ document: 'outline', block, pointer }];
    if (canonicalJson(was ?? {}) === canonicalJson(is ?? {})) return [];
    return [{ document: 'outline', block, pointer: `${pointer}/notes`, note: true as const }];
  });
}

function ofProjects(edition: Edition, before: Filed, after: Filed): readonly Difference[] {
  const kept = after.projects.flatMap((document, index) => {
    const old = before.projects.indexOf(document);
    const [was, is] = [before.content.projects[old], after.content.projects[index] ?? {}];
    const at = `/projects/${index}`;
    if (was === undefined) return [{ document, block: '', pointer: at }];
    return ofForm(edition.forms.proposal, was, is, document, at);
  });
  const order = after.projects.filter((id) => before.projects.includes(id));
  const sorted = before.projects.filter((id) => after.projects.includes(id));
  const moved = order.some((id, index) => id !== sorted[index]);
  return moved ? [...kept, { document: '', block: '', pointer: '/projects' }] : kept;
}

/** A file is the same while its place, its bytes and its name are. */
function ofFiles(before: Filed, after: Filed): readonly Difference[] {
  const key = ({ content, projects }: Filed) =>
    new Map(
      content.attachments.map((file) => {
        const { document, block } = documentAt(projects, file.path);
        const place = file.path.startsWith('/projects/') ? file.path.replace(/^\/projects\/\d+/, `/projects/${document}`) : file.path;
        return [canonicalJson([place, file.name, file.digest ?? '']), { document, block, path: file.path }];
      }),
    );
  const [old, now] = [key(before), key(after)];
  const gone = [...old].filter(([one, { document }]) => !now.has(one) && !isProjectGone(document, before, after));
  const come = [...now].filter(([one]) => !old.has(one));
  return [...gone, ...come].map(([, { document, block, path }]) => ({ document, block, pointer: path }));
}

function isProjectGone(document: string, before: Filed, after: Filed): boolean {
  return before.projects.includes(document) && !after.projects.includes(document);
}
