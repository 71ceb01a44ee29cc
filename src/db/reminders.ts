import type { Db, Tx } from './pool.ts';

/** Which reminder of which deadline of a plan. */
export interface ReminderName {
  readonly planId: string;
  /** ISO 8601. */
  readonly deadline: string;
  readonly hours: number;
}

export async function isReminded(db: Db, { planId, deadline, hours }: ReminderName): Promise<boolean> {
  const sent = db.selectFrom('reminderSent').select('hours').where('planId', '=', planId).where('deadline', '=', deadline).where('hours', '=', hours);
  return (await sent.executeTakeFirst()) !== undefined;
}

/** Notes that a reminder goes out with this transaction; false where another process was first. */
export async function claimReminder(tx: Tx, reminder: ReminderName): Promise<boolean> {
  const first = await tx
    .insertInto('reminderSent')
    .values(reminder)
    .onConflict((conflict) => conflict.doNothing())
    .returning('hours')
    .executeTakeFirst();
  return first !== undefined;
}
