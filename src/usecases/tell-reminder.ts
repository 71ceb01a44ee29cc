import { peopleOf } from '#db/messages.ts';
import { listOwed } from '#db/owed.ts';
import type { PlanFacts } from '#db/plan-facts.ts';
import type { Db, Tx } from '#db/pool.ts';
import { isSettled } from '#domain/values/problem.ts';
import { loadPlan } from './load-plan.ts';
import { type Notice, tellOrganisation, tellPeople } from './notify.ts';
import { submitProblems } from './plan-problems.ts';
import { linkOf } from './remind-owing.ts';

/** Problems that stand against filing the plan now. */
export async function countOpen(db: Db, plan: PlanFacts, at: string): Promise<number> {
  return submitProblems(await loadPlan(db, plan), at).filter((problem) => !isSettled(problem)).length;
}

/** Full hours, the last one begun counted. */
export function hoursLeft(at: string, deadline: number): number {
  return Math.ceil((deadline - Date.parse(at)) / 3_600_000);
}

/** Whoever fills in or files for the zone, each once. */
export async function tellZone(tx: Tx, { zoneId }: Pick<PlanFacts, 'zoneId'>, notice: Notice): Promise<void> {
  const people = [...(await peopleOf(tx, zoneId, 'write')), ...(await peopleOf(tx, zoneId, 'submit'))];
  await tellPeople(tx, [...new Set(people)], notice);
}

/** Everybody outside the zone whose turn it is. */
export async function tellOwing(tx: Tx, planId: string, more: Notice['params']): Promise<void> {
  for (const one of await listOwed(tx, planId)) {
    const params = { ...more, what: one.what, number: one.number, open: 0 };
    await tellOrganisation(tx, one.organisationId, { kind: 'reminder.deadline', link: linkOf(one), params });
  }
}
