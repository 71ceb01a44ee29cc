import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ZoneRow } from '#domain/programme/edition.ts';
import { isId } from './ids.ts';
import type { Db, Tx } from './pool.ts';

/** A zone as the register had it from `at` on. */
export interface RegisterRow {
  readonly zone: string;
  readonly n: number;
  readonly content: ZoneRow;
  readonly since: string | null;
  readonly until: string | null;
  readonly reason: string;
  /** Name of who entered it; null where the edition's list was taken over. */
  readonly person: string | null;
  readonly at: string;
}

const state = sql`select r.zone, r.n, r.content, r.since, r.until, r.reason, person.name as person, r.at
  from zone_register r left join auth."user" person on person.id = r.person`;
const newest = sql`r.n = (select max(n) from zone_register where zone = r.zone)`;

/** Every zone as it stands. */
export async function listRegister(db: Db): Promise<readonly RegisterRow[]> {
  const { rows } = await sql<RegisterRow>`${state} where ${newest} order by r.content ->> 'cityCode', r.content ->> 'name'`.execute(db);
  return rows;
}

/** Every state of one zone, newest first. */
export async function listZoneStates(db: Db, zone: string): Promise<readonly RegisterRow[]> {
  if (!isId(zone)) return [];
  const { rows } = await sql<RegisterRow>`${state} where r.zone = ${zone} order by r.n desc`.execute(db);
  return rows;
}

/** A zone as it stands, by the name that it has or once had. */
export async function findRegistered(db: Db, name: string): Promise<RegisterRow | undefined> {
  const { rows } = await sql<RegisterRow>`${state} where ${newest} and r.zone = (
    select zone from zone_register where content ->> 'name' = ${name} order by n = (select max(n) from zone_register m where m.zone = zone_register.zone) desc, at desc limit 1)`.execute(
    db,
  );
  return rows[0];
}

export interface NewState {
  readonly zone: string;
  readonly n: number;
  readonly content: ZoneRow;
  readonly since: string | null;
  readonly until: string | null;
  readonly reason: string;
  readonly person: string | null;
}

export async function insertState(tx: Tx, { content, ...rest }: NewState): Promise<void> {
  await tx
    .insertInto('zoneRegister')
    .values({ ...rest, content: JSON.stringify(content) })
    .execute();
}

/** Waits for everybody else who changes the register. */
export async function lockRegister(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('zone_register'))`.execute(tx);
}

/** Takes over the zones of an edition's list whose names the register has never had. */
export async function takeOverZones(tx: Tx, zones: readonly ZoneRow[]): Promise<void> {
  await lockRegister(tx);
  for (const content of zones) {
    if ((await findRegistered(tx, content.name)) !== undefined) continue;
    await insertState(tx, { zone: randomUUID(), n: 1, content, since: null, until: null, reason: content.source, person: null });
  }
}
