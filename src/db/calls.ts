import { type Insertable, type Selectable, sql } from 'kysely';
import type { CallValues } from '#domain/programme/call-values.ts';
import type { Db, Tx } from './pool.ts';
import type { Call } from './schema/filing.ts';

export type CallRow = Selectable<Call>;

export async function insertCall(tx: Tx, call: Insertable<Call>): Promise<void> {
  await tx.insertInto('call').values(call).execute();
}

/** The call that zones file under now: published, the newest first. Whether its deadline is over is for the reader to say. */
export async function findOpenCall(db: Db): Promise<CallRow | undefined> {
  return db.selectFrom('call').selectAll().where('state', '=', 'published').orderBy('published', 'desc').limit(1).executeTakeFirst();
}

/** `hold` keeps everybody else's events waiting until the transaction ends. */
export async function findCall(db: Db, id: string, hold?: 'update'): Promise<CallRow | undefined> {
  const query = db.selectFrom('call').selectAll().where('id', '=', id);
  return (hold === undefined ? query : query.forUpdate()).executeTakeFirst();
}

/** Digest of the edition that the call has now, which no supplement changes until the transaction ends. */
export async function holdEdition(tx: Tx, id: string): Promise<string> {
  return (await tx.selectFrom('call').select('editionDigest').where('id', '=', id).forShare().executeTakeFirstOrThrow()).editionDigest;
}

/** Newest first. */
export async function listCalls(db: Db): Promise<readonly CallRow[]> {
  return db.selectFrom('call').selectAll().orderBy('year', 'desc').orderBy('published', 'desc').execute();
}

/** A new text of the draft: what was signed before does not hold for it. */
export async function setDraft(tx: Tx, id: string, draft: CallValues): Promise<void> {
  await tx
    .updateTable('call')
    .set({ draft: JSON.stringify(draft), draftN: sql<number>`draft_n + 1` })
    .where('id', '=', id)
    .execute();
}

export async function updateCall(
  tx: Tx,
  id: string,
  change: Partial<Pick<CallRow, 'state' | 'title' | 'editionDigest' | 'published' | 'submitBy' | 'recommendBy' | 'paperBy'>>,
): Promise<void> {
  await tx.updateTable('call').set(change).where('id', '=', id).execute();
}

export interface Deadlines {
  readonly submitBy: string;
  readonly recommendBy: string;
  readonly paperBy: string;
}

/** The deadlines in force for a zone, extensions included; for everybody where none is named. */
export async function findDeadlines(db: Db, callId: string, zoneId: string | null = null): Promise<Deadlines> {
  const { rows } = await sql<Deadlines>`select call_deadline(${callId}, ${zoneId}::uuid, 'submit') as submit_by,
    call_deadline(${callId}, ${zoneId}::uuid, 'recommend') as recommend_by, call_deadline(${callId}, ${zoneId}::uuid, 'paper') as paper_by`.execute(db);
  return rows[0]!;
}

/** How many plans of the call there are, and how many of them have not ended. */
export async function countPlans(db: Db, callId: string): Promise<{ plans: number; live: number }> {
  const { rows } = await sql<{ plans: number; live: number }>`select count(*)::int as plans,
    (count(*) filter (where state <> 'ended'))::int as live from plan where call_id = ${callId}`.execute(db);
  return rows[0]!;
}

/** Organisations that hear of a call: zones, city bureaus and the intake centre, as far as they are active. */
export async function listHearers(
  db: Db,
): Promise<readonly { readonly id: string; readonly kind: string; readonly name: string; readonly cityCode: string | null }[]> {
  return db
    .selectFrom('organisation')
    .select(['id', 'kind', 'name', 'cityCode'])
    .where('kind', 'in', ['zone', 'city', 'intake'])
    .where('state', '=', 'active')
    .orderBy('name')
    .execute();
}
