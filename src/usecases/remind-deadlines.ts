import { now } from '#db/clock.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import type { Db } from '#db/pool.ts';
import { claimReminder, isReminded } from '#db/reminders.ts';
import { dueReminder } from '#domain/messages/reminders.ts';
import { parseInstant } from '#domain/values/instant.ts';
import { remindMendings } from './remind-mendings.ts';
import { countOpen, hoursLeft, tellOwing, tellZone } from './tell-reminder.ts';

/**
 * Reminds whoever is not ready, 7, 3, 1 days and 3 hours before the deadline in force for each plan being drafted: its zone, applicants
 * who have not submitted, authorities who were asked; and before a mending's own deadline whoever's turn it is. Each reminder goes out
 * once, whichever process comes first. Answers how many plans were reminded.
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
  return reminded + (await remindMendings(db));
}

async function remindPlan(db: Db, planId: string): Promise<boolean> {
  const plan = await findPlanFacts(db, planId);
  const deadline = plan === undefined ? undefined : parseInstant(plan.submitBy);
  if (plan === undefined || deadline === undefined) return false;
  const at = await now(db);
  const hours = dueReminder(Date.parse(at), deadline);
  if (hours === undefined || (await isReminded(db, { planId, deadline: plan.submitBy, hours }))) return false;
  const open = await countOpen(db, plan, at);
  return db.transaction().execute(async (tx) => {
    if (!(await claimReminder(tx, { planId, deadline: plan.submitBy, hours }))) return false;
    const left = hoursLeft(at, deadline);
    await tellZone(tx, plan, { kind: 'reminder.deadline', link: '/workbench', params: { hours: left, what: 'plan', number: plan.number, open } });
    await tellOwing(tx, planId, { hours: left });
    return true;
  });
}
