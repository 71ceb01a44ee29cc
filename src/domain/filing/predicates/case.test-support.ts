import { check } from '#domain/filing/check.ts';
import type { Facts, PlanContent } from '#domain/filing/plan.ts';
import { emptyPlan, rule, smallEdition } from '#domain/filing/small-edition.test-support.ts';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import type { CheckDef } from '#domain/programme/edition.ts';
import type { JsonObject } from '#domain/values/json.ts';

export const wan = 1_000_000;
export const yi = 10_000_000_000;

export const cluster = (answers: BlockAnswers): Partial<PlanContent> => ({ form: { cluster: answers } });
export const policy = (answers: BlockAnswers): Partial<PlanContent> => ({ form: { policy: answers } });
export const chain = (...rows: JsonObject[]): Partial<PlanContent> => ({ form: { chain: { rows } } });
export const summary = (...answers: BlockAnswers[]): Partial<PlanContent> => ({ projects: answers.map((one) => ({ summary: one })) });
export const money = (answers: BlockAnswers, location = '区内'): Partial<PlanContent> => ({ projects: [{ summary: { location }, money: answers }] });

export type Cases = Readonly<Record<string, Case>>;

/** What is tried of one kind of check. */
interface Case {
  readonly check: CheckDef;
  readonly sentence: string;
  /** Plans that break it, each with what is said. */
  readonly breaks: readonly (readonly [Partial<PlanContent>, ...string[]])[];
  readonly holds: readonly Partial<PlanContent>[];
  /** Plans where a side is unfilled or unreadable. */
  readonly unjudged?: readonly Partial<PlanContent>[];
  readonly facts?: Facts;
}

/** What one check says of a plan: the path of each finding and the sentence filled from it. */
export function judged(definition: CheckDef, sentence: string, plan: Partial<PlanContent>, facts: Facts): readonly string[] {
  return check(smallEdition(rule(definition, { sentence, look: '看' })), { ...emptyPlan, ...plan }, 'submit', facts).map(
    ({ path, message, severity }) => `${severity === 'human' ? 'human ' : ''}${path} ${message}`,
  );
}
