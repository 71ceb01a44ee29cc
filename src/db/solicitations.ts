import { sql, type Selectable } from 'kysely';
import type { SolicitationTerms } from '#domain/filing/solicitation-terms.ts';
import { noTerms } from '#domain/filing/solicitation-terms.ts';
import { isId } from './ids.ts';
import type { Hold } from './plan-facts.ts';
import type { Db, Tx } from './pool.ts';
import type { Solicitation } from './schema/solicitation.ts';

export type SolicitationRow = Selectable<Solicitation>;
export type NamedSolicitation = SolicitationRow & { readonly zone: string; readonly callYear: number };

function named(db: Db) {
  return db
    .selectFrom('solicitation')
    .innerJoin('organisation', 'organisation.id', 'solicitation.zoneId')
    .innerJoin('call', 'call.id', 'solicitation.callId')
    .selectAll('solicitation')
    .select(['organisation.name as zone', 'call.year as callYear']);
}

/** Any text may be asked for; what is no id is absent. `update` keeps everybody else's events waiting. */
export async function findSolicitation(db: Db, id: string, hold?: Hold): Promise<NamedSolicitation | undefined> {
  if (!isId(id)) return undefined;
  if (hold !== undefined) await sql`select from solicitation where id = ${id} ${hold === 'update' ? sql`for update` : sql`for share`}`.execute(db);
  return named(db).where('solicitation.id', '=', id).executeTakeFirst();
}

/** Everything published under calls that are published, newest first, after the drafts of this zone. */
export async function listSolicitations(db: Db, zoneId: string | null): Promise<readonly NamedSolicitation[]> {
  const rows = await named(db).where('call.state', '=', 'published').orderBy('publishedAt', 'desc').orderBy('solicitation.id').execute();
  const drafts = rows.filter((row) => row.state === 'draft' && row.zoneId === zoneId);
  return [...drafts, ...rows.filter((row) => row.state !== 'draft')];
}

/** The zone's solicitation under a call that is not closed yet. */
export async function findStandingSolicitation(db: Db, callId: string, zoneId: string): Promise<SolicitationRow | undefined> {
  return db.selectFrom('solicitation').selectAll().where('callId', '=', callId).where('zoneId', '=', zoneId).where('state', '<>', 'closed').executeTakeFirst();
}

export async function insertSolicitation(tx: Tx, callId: string, zoneId: string): Promise<string> {
  const { id } = await tx
    .insertInto('solicitation')
    .values({ callId, zoneId, number: null, state: 'draft', terms: JSON.stringify(noTerms), publishedAt: null, closedAt: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Of a draft; published terms are frozen by the database. */
export async function setTerms(tx: Tx, id: string, terms: SolicitationTerms): Promise<void> {
  await tx
    .updateTable('solicitation')
    .set({ terms: JSON.stringify(terms) })
    .where('id', '=', id)
    .execute();
}

export async function setPublished(tx: Tx, id: string, number: string, publishedAt: string): Promise<void> {
  await tx.updateTable('solicitation').set({ state: 'published', number, publishedAt }).where('id', '=', id).execute();
}

export async function setClosed(tx: Tx, id: string, closedAt: string): Promise<void> {
  await tx.updateTable('solicitation').set({ state: 'closed', closedAt }).where('id', '=', id).execute();
}

/** People of every company that is here. */
export async function peopleOfCompanies(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select('membership.userId')
    .where('organisation.kind', '=', 'company')
    .where('organisation.state', '=', 'active')
    .execute();
  return rows.map((row) => row.userId);
}

/** Whether the zone has published a solicitation under the call, and which companies' answers to it wait for a decision (R29). */
export async function findSoliciting(
  db: Db,
  callId: string,
  zoneId: string,
): Promise<{ readonly solicited: boolean; readonly openAnswers: readonly string[] }> {
  const rows = await db
    .selectFrom('solicitation')
    .leftJoin('answer', (join) => join.onRef('answer.solicitationId', '=', 'solicitation.id').on('answer.state', '=', 'offered'))
    .select(['solicitation.id', 'answer.companyName'])
    .where('solicitation.callId', '=', callId)
    .where('solicitation.zoneId', '=', zoneId)
    .where('solicitation.state', '<>', 'draft')
    .orderBy('answer.offeredAt')
    .execute();
  return { solicited: rows.length > 0, openAnswers: rows.flatMap((row) => (row.companyName === null ? [] : [row.companyName])) };
}
