import type { Edition } from '#domain/programme/edition.ts';
import { outlineKeys } from '#domain/programme/look-up.ts';
import { isWithin } from '#domain/values/pointer.ts';
import type { Problem } from '#domain/values/problem.ts';
import type { PlanFile } from '#web/api/queries.ts';
import type { BlockStateName } from '#web/messages/states.ts';
import { formProgress, missingTest, type BlockProgress } from '#domain/filing/progress.ts';
import { answersOf } from './use-progress.ts';

/** Blocks of the 申报表. */
export function formBlocks(edition: Edition, plan: PlanFile, problems: readonly Problem[]): readonly BlockProgress[] {
  return formProgress(edition, edition.forms.form, '/form', answersOf(plan.documents.form), problems);
}

export function commitmentBlocks(edition: Edition, plan: PlanFile, problems: readonly Problem[]): readonly BlockProgress[] {
  return formProgress(edition, edition.commitment.form, '/commitment', answersOf(plan.documents.commitment), problems);
}

/** Sections of the outline: written, wrong or still empty. */
export function outlineStates(edition: Edition, problems: readonly Problem[]): readonly BlockStateName[] {
  const isMissing = missingTest(edition);
  return outlineKeys(edition).map((key) => {
    const mine = problems.filter((problem) => isWithin(problem.path, `/outline/${key}`));
    if (mine.some(isMissing)) return 'empty';
    return mine.some((problem) => problem.severity === 'must') ? 'problems' : 'done';
  });
}

export interface ProjectState {
  readonly id: string;
  readonly name: string;
  readonly state: BlockStateName;
}

/** Each project by the worst of its blocks. */
export function projectStates(edition: Edition, plan: PlanFile, problems: readonly Problem[]): readonly ProjectState[] {
  return plan.projects.map((project, index) => {
    const answers = answersOf(project.blocks);
    const states = formProgress(edition, edition.forms.proposal, `/projects/${index}`, answers, problems).map((block) => block.state);
    const name = answers['summary']?.['name'];
    return { id: project.id, name: typeof name === 'string' ? name : '', state: worstOf(states) };
  });
}

function worstOf(states: readonly BlockStateName[]): BlockStateName {
  if (states.every((state) => state === 'empty')) return 'empty';
  if (states.includes('problems')) return 'problems';
  if (states.includes('filling') || states.includes('empty')) return 'filling';
  return states.find((state) => state === 'justify') ?? states.find((state) => state === 'confirm') ?? 'done';
}
