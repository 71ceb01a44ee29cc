import type { BlockAnswers, BlockDef, FormDef } from '#domain/forms/definition.ts';
import { isEmpty } from '#domain/forms/answers.ts';
import { neededPlaces } from '#domain/forms/needed.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { isWithin } from '#domain/values/pointer.ts';
import { isSettled, type Problem } from '#domain/values/problem.ts';

/** How far a block has come: nothing filled; fields missing; a must broken; a reason, or a tick, wanting; nothing left to do. */
export type ProgressState = 'empty' | 'filling' | 'problems' | 'justify' | 'confirm' | 'done';

export interface BlockProgress {
  readonly key: string;
  readonly title: string;
  readonly state: ProgressState;
  /** Unsettled problems, without the fields that are merely still empty. */
  readonly problems: number;
  /** Needed fields that are still empty, and all needed fields. */
  readonly missing: number;
  readonly needed: number;
}

/** Progress is computed from the check, never stored. `at` is the form's pointer: `/form`, `/projects/0`. */
export function formProgress(
  edition: Edition,
  form: FormDef,
  at: string,
  answers: Readonly<Record<string, BlockAnswers>>,
  problems: readonly Problem[],
): readonly BlockProgress[] {
  const isMissing = missingTest(edition);
  return form.blocks.map((block) => {
    const pointer = `${at}/${block.key}`;
    // How many projects there are is a matter of the form's block that lists them.
    const mine = problems.filter(({ path }) => isWithin(path, pointer) || (pointer === '/form/projects' && path === '/projects'));
    return blockProgress(block, pointer, answers[block.key] ?? {}, mine, isMissing);
  });
}

/** Tells a field that is merely empty from something that is wrong: the edition's rules that check nothing but presence. */
export function missingTest(edition: Edition): (problem: Problem) => boolean {
  const rules = new Set(edition.rules.filter((rule) => rule.checks.some((check) => check.kind === 'required')).map((rule) => rule.id));
  return (problem) => rules.has(problem.rule);
}

function blockProgress(
  block: BlockDef,
  pointer: string,
  answers: BlockAnswers,
  problems: readonly Problem[],
  isMissing: (problem: Problem) => boolean,
): BlockProgress {
  const missing = problems.filter(isMissing).length;
  const open = problems.filter((problem) => !isMissing(problem) && !isSettled(problem));
  const needed = [...neededPlaces(block, answers, pointer)].length;
  const started = Object.entries(answers).some(([key, value]) => key !== 'notes' && !isEmpty(value));
  return { key: block.key, title: block.title, state: stateOf(open, missing, started || needed === 0), problems: open.length, missing, needed };
}

/** Nothing filled in is empty even where no rule asks for it before the submission, such as a declaration. */
function stateOf(open: readonly Problem[], missing: number, started: boolean): ProgressState {
  if (!started) return 'empty';
  if (open.some((problem) => problem.severity === 'must')) return 'problems';
  if (open.some((problem) => problem.severity === 'principle')) return 'justify';
  if (missing > 0) return 'filling';
  return open.length > 0 ? 'confirm' : 'done';
}

/** Share of needed fields that are filled, in whole percent; 100 only when nothing is missing. */
export function percentFilled(blocks: readonly BlockProgress[]): number {
  const needed = blocks.reduce((sum, block) => sum + Math.max(block.needed, block.missing), 0);
  const missing = blocks.reduce((sum, block) => sum + block.missing, 0);
  return needed === 0 ? 100 : Math.floor(((needed - missing) * 100) / needed);
}
