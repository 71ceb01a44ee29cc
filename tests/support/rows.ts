import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { insertOrganisation } from '#db/organisations.ts';
import { insertPlan, type PlanRow } from '#db/plans.ts';
import type { Db } from '#db/pool.ts';

/** A person without a password. */
export async function addPerson(db: Db, name = '王敏'): Promise<string> {
  const id = randomUUID();
  await sql`insert into auth."user" (id, name, email, "emailVerified", username) values (${id}, ${name}, ${`${id}@jiqun.invalid`}, false, ${id})`.execute(db);
  return id;
}

/** A call on an edition snapshot that nothing reads. */
export async function addCall(db: Db, id: string): Promise<void> {
  const digest = '1'.repeat(64);
  const instant = '2022-03-25T16:00:00.000Z';
  await sql`insert into edition_snapshot (digest, id, content) values (${digest}, 'test', '{"parameters":{}}') on conflict do nothing`.execute(db);
  await db
    .insertInto('call')
    .values({
      id,
      title: id,
      year: 2022,
      editionDigest: digest,
      state: 'published',
      published: instant,
      submitBy: instant,
      recommendBy: instant,
      paperBy: instant,
    })
    .execute();
}

/** A plan being drafted, with a call, a zone and a city of its own. */
export async function addPlan(db: Db): Promise<PlanRow> {
  const unique = randomUUID();
  await addCall(db, unique);
  return db.transaction().execute(async (tx) => {
    const zoneId = await insertOrganisation(tx, { kind: 'zone', name: `${unique}高新区`, cityCode: '321200' });
    const cityId = await insertOrganisation(tx, { kind: 'city', name: `${unique}科技局`, cityCode: '321200' });
    return insertPlan(tx, { callId: unique, year: 2022, zoneId, cityId });
  });
}
