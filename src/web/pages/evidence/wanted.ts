import { answerTo, blockOf, isEmpty } from '#domain/forms/answers.ts';
import type { BlockAnswers, BlockDef, FieldDef } from '#domain/forms/definition.ts';
import { isOutside } from '#domain/filing/project-money.ts';
import type { Edition } from '#domain/programme/edition.ts';

type Blocks = Readonly<Record<string, { readonly answers: BlockAnswers }>>;

interface PlanText {
  readonly documents: { readonly form: Blocks };
  readonly projects: readonly {
    readonly id: string;
    readonly blocks: Blocks;
    readonly owner?: unknown;
    readonly recommendation?: { readonly state: string } | null;
  }[];
}

/** A place that a proof belongs to. */
export interface Wanted {
  /** `form`, or a project's id. */
  readonly document: string;
  /** Inside the document. */
  readonly path: string;
  /** In the whole plan. */
  readonly pointer: string;
  readonly field: FieldDef;
  /** Asked for by what is answered; `denied`: a no needs none; `open`: not answered yet; `free`: whoever wants may add one. */
  readonly need: 'asked' | 'denied' | 'open' | 'free';
  /** Of a project: its number as people count, and its name. */
  readonly project?: { readonly n: number; readonly name: string };
}

/** Fields of the 申报表 that are proved by a file, in its order. */
export function wantedProofs(edition: Edition, plan: PlanText): readonly Wanted[] {
  return formPlaces(edition, (field) => field.proof === true).map(({ block, field }) => {
    const value = answerTo(plan.documents.form[block.key]?.answers ?? {}, field.key);
    const need = isEmpty(value) ? 'open' : field.kind === 'yesNo' && value !== true ? 'denied' : 'asked';
    return placeIn(block, field, need);
  });
}

/** Tables of the 申报表, whose figures may be proved. */
export function freeProofs(edition: Edition): readonly Wanted[] {
  return formPlaces(edition, (field) => field.kind === 'table').map(({ block, field }) => placeIn(block, field, 'free'));
}

/** Projects outside the zone: the opinion of the authority where they lie. Where it is given here, or the applicant has accounts, no file is wanted. */
export function outsideProofs(edition: Edition, plan: PlanText): readonly Wanted[] {
  const field = edition.forms.proposal.blocks.find((block) => block.key === 'summary')?.fields.find((one) => one.key === 'location');
  if (field === undefined) return [];
  return plan.projects.flatMap(({ id, blocks, owner, recommendation }, index): Wanted[] => {
    if (owner != null || recommendation?.state === 'given') return [];
    const answers = blockOf({ summary: blocks['summary']?.answers ?? {} }, 'summary');
    if (!isOutside(field, answerTo(answers, 'location'))) return [];
    const name = answerTo(answers, 'name');
    const project = { n: index + 1, name: typeof name === 'string' ? name : '' };
    return [{ document: id, path: '/summary/location', pointer: `/projects/${index}/summary/location`, field, need: 'asked', project }];
  });
}

/** How many of the asked-for places have a file. */
export function doneOf(wanted: readonly Wanted[], attached: ReadonlySet<string>): { readonly done: number; readonly of: number } {
  const asked = wanted.filter((one) => one.need === 'asked');
  return { done: asked.filter((one) => attached.has(one.pointer)).length, of: asked.length };
}

function placeIn(block: BlockDef, field: FieldDef, need: Wanted['need']): Wanted {
  const path = `/${block.key}/${field.key}`;
  return { document: 'form', path, pointer: `/form${path}`, field, need };
}

function formPlaces(edition: Edition, wants: (field: FieldDef) => boolean): readonly { readonly block: BlockDef; readonly field: FieldDef }[] {
  return edition.forms.form.blocks.flatMap((block) => block.fields.filter(wants).map((field) => ({ block, field })));
}
