import { now } from '#db/clock.ts';
import { currentMending } from '#db/mendings.ts';
import { findPlanFacts, type PlanFacts } from '#db/plan-facts.ts';
import type { Db, Tx } from '#db/pool.ts';
import { claimReminder, isReminded } from '#db/reminders.ts';
import { dueReminder, reminderInstant } from '#domain/messages/reminders.ts';
import { mendingLink } from './links.ts';
import { tellOrganisation } from './notify.ts';
import { mendingStanding, type MendingStep } from './read-mending.ts';
import { countOpen, hoursLeft, tellOwing, tellZone } from './tell-reminder.ts';

/**
 * Reminds whoever's turn it is before a mending's own deadline, at the hours of every deadline: the zone and the companies that have their
 * proposals back, the city that has to confirm, the zone that has to bring paper. A time that was over when the mending was asked for is
 * not caught up with. Answers how many plans were reminded.
 */
export async function remindMendings(db: Db): Promise<number> {
  const mending = await db
    .selectFrom('plan')
    .innerJoin('call', 'call.id', 'plan.callId')
    .innerJoin('intake', 'intake.planId', 'plan.id')
    .select('plan.id')
    .where('intake.state', '=', 'mending')
    .where('plan.state', 'in', ['mending', 'atProvince'])
    .where('call.state', '=', 'published')
    .execute();
  let reminded = 0;
  for (const { id } of mending) if (await remindMending(db, id)) reminded++;
  return reminded;
}

async function remindMending(db: Db, planId: string): Promise<boolean> {
  const [plan, row] = [await findPlanFacts(db, planId), await currentMending(db, planId)];
  if (plan === undefined || row === undefined) return false;
  const [at, deadline] = [await now(db), Date.parse(row.deadline)];
  const hours = dueReminder(Date.parse(at), deadline);
  if (hours === undefined || reminderInstant(deadline, hours) <= Date.parse(row.askedAt)) return false;
  const reminder = { planId, deadline: row.deadline, hours };
  if (await isReminded(db, reminder)) return false;
  const { step } = await mendingStanding(db, plan, row);
  const open = step === 'zone' ? await countOpen(db, plan, at) : 0;
  return db.transaction().execute(async (tx) => {
    if (!(await claimReminder(tx, reminder))) return false;
    await tellTurn(tx, plan, step, { hours: hoursLeft(at, deadline), number: plan.number, open, of: 'mending' });
    return true;
  });
}

async function tellTurn(tx: Tx, plan: PlanFacts, step: MendingStep, params: Readonly<Record<string, string | number>>): Promise<void> {
  const notice = { kind: 'reminder.deadline', link: mendingLink(plan.id) } as const;
  if (step === 'city') return tellOrganisation(tx, plan.cityId, { ...notice, params: { ...params, what: 'confirm' } }, { right: 'submit' });
  await tellZone(tx, plan, { ...notice, params: { ...params, what: step === 'zone' ? 'mending' : 'paper' } });
  if (step === 'zone') await tellOwing(tx, plan.id, params);
}
