import type { Edition } from '#domain/programme/edition.ts';
import { isWithin } from '#domain/values/pointer.ts';
import { isSettled, type Problem } from '#domain/values/problem.ts';
import type { PlanFile } from '#web/api/queries.ts';
import type { BlockStateName } from '#web/messages/states.ts';

export interface SixOne {
  readonly label: string;
  readonly state: BlockStateName;
  readonly yes: boolean;
}

/** The six ones (六个一): the questions of the block that the edition draws one a line, each with how far its answer is. */
export function sixOnes(edition: Edition, plan: PlanFile, problems: readonly Problem[]): readonly SixOne[] {
  return edition.forms.form.blocks
    .filter((block) => block.screen === 'yesNo')
    .flatMap((block) => {
      const answers = plan.documents.form[block.key]?.answers ?? {};
      return block.fields
        .filter((field) => field.kind === 'yesNo')
        .map((field) => {
          const details = block.fields.filter((each) => each.visibleWhen?.field === field.key).map((each) => each.key);
          const pointers = [field.key, ...details].map((key) => `/form/${block.key}/${key}`);
          const wrong = problems.filter((problem) => !isSettled(problem) && pointers.some((pointer) => isWithin(problem.path, pointer)));
          return { label: field.short ?? field.label, yes: answers[field.key] === true, state: stateOf(answers[field.key], wrong) };
        });
    });
}

function stateOf(answer: unknown, wrong: readonly Problem[]): BlockStateName {
  if (answer !== true) return 'empty';
  if (wrong.some((problem) => problem.severity === 'must')) return 'problems';
  return wrong.some((problem) => problem.severity === 'confirm') ? 'confirm' : 'done';
}
