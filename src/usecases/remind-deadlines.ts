import { now } from '#db/clock.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { peopleOf } from '#db/messages.ts';
import { listOwed } from '#db/owed.ts';
import type { Db } from '#db/pool.ts';
import { check } from '#domain/filing/check.ts';
import { dueReminder } from '#domain/messages/reminders.ts';
import { parseInstant } from '#domain/values/instant.ts';
import { isSettled } from '#domain/values/problem.ts';
import { loadPlan } from './load-plan.ts';
import { tellOrganisation, tellPeople } from './notify.ts';
import { linkOf } from './remind-owing.ts';

/**
 * Reminds whoever is not ready, 7, 3, 1 days and 3 hours before the deadline in force for each plan being drafted: its zone, applicants
 * who have not submitted, authorities who were asked. Each reminder goes out once, whichever process comes first. Answers how many plans were reminded.
 */
export async function remindDeadlines(db: Db): Promise<number> {
  const drafting = await db
    .selectFrom('plan')
    .innerJoin('call', 'call.id', 'plan.callId')
    .select('plan.id')
    .where('plan.state', '=', 'drafting')
    .where('call.state', '=', 'published')
    .execute();
  let reminded = 0;
  for (const { id } of drafting) if (await remindPlan(db, id)) reminded++;
  return reminded;
}

async function remindPlan(db: Db, planId: string): Promise<boolean> {
  const plan = await findPlanFacts(db, planId);
  const deadline = plan === undefined ? undefined : parseInstant(plan.submitBy);
  if (plan === undefined || deadline === undefined) return false;
  const at = await now(db);
  const hours = dueReminder(Date.parse(at), deadline);
  if (hours === undefined || (await isReminded(db, planId, plan.submitBy, hours))) return false;
  const { edition, content, facts } = await loadPlan(db, plan);
  const open = check(edition, content, 'submit', { ...facts, at }).filter((problem) => !isSettled(problem)).length;
  return db.transaction().execute(async (tx) => {
    const first = await tx
      .insertInto('reminderSent')
      .values({ planId, deadline: plan.submitBy, hours })
      .onConflict((conflict) => conflict.doNothing())
      .returning('hours')
      .executeTakeFirst();
    if (first === undefined) return false;
    const left = Math.ceil((deadline - Date.parse(at)) / 3_600_000);
    const zone = [...(await peopleOf(tx, plan.zoneId, 'write')), ...(await peopleOf(tx, plan.zoneId, 'submit'))];
    await tellPeople(tx, zone, { kind: 'reminder.deadline', link: '/workbench', params: { hours: left, what: 'plan', number: plan.number, open } });
    for (const one of await listOwed(tx, planId)) {
      const params = { hours: left, what: one.what, number: one.number, open: 0 };
      await tellOrganisation(tx, one.organisationId, { kind: 'reminder.deadline', link: linkOf(one), params });
    }
    return true;
  });
}

async function isReminded(db: Db, planId: string, deadline: string, hours: number): Promise<boolean> {
  const row = await db
    .selectFrom('reminderSent')
    .select('hours')
    .where('planId', '=', planId)
    .where('deadline', '=', deadline)
    .where('hours', '=', hours)
    .executeTakeFirst();
  return row !== undefined;
}
