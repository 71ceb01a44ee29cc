import type { Db, Tx } from './pool.ts';

/** True where the data is for demonstration only. */
export async function isDemo(db: Db): Promise<boolean> {
  return (await db.selectFrom('demoMark').select('single').executeTakeFirst()) !== undefined;
}

/** Marks the whole database, for ever; needs the owner's connection. */
export async function markDemo(owner: Tx): Promise<void> {
  await owner.insertInto('demoMark').defaultValues().execute();
}

/** True before anybody was given a place or a call was prepared. */
export async function isEmpty(db: Db): Promise<boolean> {
  const [organisation, call] = await Promise.all([
    db.selectFrom('organisation').select('id').limit(1).executeTakeFirst(),
    db.selectFrom('call').select('id').limit(1).executeTakeFirst(),
  ]);
  return organisation === undefined && call === undefined;
}
