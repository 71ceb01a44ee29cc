import { isDeepStrictEqual } from 'node:util';
import { check } from '#domain/filing/check.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Problem } from '#domain/values/problem.ts';
import type { LivePlan } from './load-plan.ts';

interface Judged {
  readonly facts: LivePlan['facts'];
  readonly inTime: boolean;
  readonly problems: readonly Problem[];
}

/** What was found last about a text: it holds for the same facts, and of the clock the rules know only whether the deadline has passed. */
const judged = new WeakMap<PlanContent, Judged>();

/** What submitting the plan at this instant would meet. */
export function submitProblems({ edition, content, facts }: Pick<LivePlan, 'edition' | 'content' | 'facts'>, at: string): readonly Problem[] {
  const inTime = Date.parse(at) < Date.parse(facts.submitBy);
  const known = judged.get(content);
  if (known?.inTime === inTime && isDeepStrictEqual(known.facts, facts)) return known.problems;
  const problems = check(edition, content, 'submit', { ...facts, at });
  judged.set(content, { facts, inTime, problems });
  return problems;
}
