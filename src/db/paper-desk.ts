import { sql, type Selectable } from 'kysely';
import type { Copies } from '#domain/filing/intake.ts';
import { isId } from './ids.ts';
import type { Db, Tx } from './pool.ts';
import type { DeskLookup, PaperReceipt, PaperRefusal } from './schema/intake.ts';

export type ReceiptRow = Selectable<PaperReceipt>;
export type RefusalRow = Selectable<PaperRefusal>;
export type LookupRow = Selectable<DeskLookup>;

export type NewReceipt = Omit<ReceiptRow, 'counts'> & { readonly counts: Copies };

export async function insertReceipt(tx: Tx, { counts, ...rest }: NewReceipt): Promise<void> {
  await tx
    .insertInto('paperReceipt')
    .values({ ...rest, counts: JSON.stringify(counts) })
    .execute();
}

export interface ListedReceipt extends ReceiptRow {
  readonly person: string;
}

/** In the order of their stamps. */
export async function listReceipts(db: Db, intakeId: string): Promise<readonly ListedReceipt[]> {
  return db
    .selectFrom('paperReceipt')
    .innerJoin('auth.user as person', 'person.id', 'paperReceipt.clerk')
    .selectAll('paperReceipt')
    .select('person.name as person')
    .where('intakeId', '=', intakeId)
    .orderBy('n')
    .execute();
}

/** What number comes next in a series, without taking it: paper is printed before the number is taken. */
export async function nextInSeries(db: Db, series: string): Promise<string> {
  const { rows } = await sql<{ number: string }>`
    select ${series} || '-' || lpad(n::text, greatest(4, length(n::text)), '0') as number
    from (select coalesce((select last from counter where series = ${series}), 0) + 1 as n) next`.execute(db);
  return rows[0]!.number;
}

export type NewRefusal = Omit<RefusalRow, 'id'>;

export async function insertRefusal(tx: Tx, refusal: NewRefusal): Promise<string> {
  const { id } = await tx.insertInto('paperRefusal').values(refusal).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Paper that was not taken, with whose it was as far as known. */
export interface ListedRefusal extends RefusalRow {
  readonly person: string;
  /** Organisation of the person at the desk. */
  readonly centre: string;
  readonly plan: string | null;
  readonly zone: string | null;
}

function refusals(db: Db) {
  return (
    db
      .selectFrom('paperRefusal')
      .innerJoin('auth.user as person', 'person.id', 'paperRefusal.clerk')
      .innerJoin('membership', 'membership.userId', 'paperRefusal.clerk')
      .innerJoin('organisation as centre', 'centre.id', 'membership.organisationId')
      // Whoever belongs to other organisations too stood at the desk for this one.
      .where('centre.kind', '=', 'intake')
      .leftJoin('plan', 'plan.id', 'paperRefusal.planId')
      .leftJoin('organisation as zone', 'zone.id', 'plan.zoneId')
      .selectAll('paperRefusal')
      .select(['person.name as person', 'centre.name as centre', 'plan.number as plan', 'zone.name as zone'])
  );
}

export async function findRefusal(db: Db, id: string): Promise<ListedRefusal | undefined> {
  return isId(id) ? refusals(db).where('paperRefusal.id', '=', id).executeTakeFirst() : undefined;
}

export async function listRefusals(db: Db, planId: string): Promise<readonly ListedRefusal[]> {
  return refusals(db).where('paperRefusal.planId', '=', planId).orderBy('paperRefusal.at').execute();
}

/** The day's refusals; `from` and `to` are instants, the later excluded. */
export async function refusalsBetween(db: Db, from: string, to: string): Promise<readonly ListedRefusal[]> {
  return refusals(db).where('paperRefusal.at', '>=', from).where('paperRefusal.at', '<', to).orderBy('paperRefusal.at').execute();
}

export interface DayReceipt extends ListedReceipt {
  readonly number: string;
  readonly planId: string;
  readonly plan: string;
  readonly zone: string;
}

export async function receiptsBetween(db: Db, from: string, to: string): Promise<readonly DayReceipt[]> {
  const rows = await db
    .selectFrom('paperReceipt')
    .innerJoin('auth.user as person', 'person.id', 'paperReceipt.clerk')
    .innerJoin('intake', 'intake.id', 'paperReceipt.intakeId')
    .innerJoin('plan', 'plan.id', 'intake.planId')
    .innerJoin('organisation as zone', 'zone.id', 'plan.zoneId')
    .selectAll('paperReceipt')
    .select(['person.name as person', 'intake.number', 'plan.id as planId', 'plan.number as plan', 'zone.name as zone'])
    .where('stampedAt', '>=', from)
    .where('stampedAt', '<', to)
    .orderBy('stampedAt')
    .execute();
  return rows.map((row) => ({ ...row, number: row.number ?? '' }));
}

export type NewLookup = Pick<LookupRow, 'code' | 'status' | 'planId' | 'planVersion' | 'paper' | 'page' | 'clerk'>;

export async function insertLookup(tx: Tx, lookup: NewLookup): Promise<void> {
  await tx.insertInto('deskLookup').values(lookup).execute();
}

export interface RecentLookup extends LookupRow {
  readonly zone: string | null;
  /** Newest version of the plan. */
  readonly newest: number | null;
}

/** What this person scanned last, newest first. */
export async function recentLookups(db: Db, clerk: string, limit: number): Promise<readonly RecentLookup[]> {
  const { rows } = await sql<RecentLookup>`
    select looked.*, zone.name as zone, (select max(n) from plan_version where plan_id = looked.plan_id) as newest
    from desk_lookup looked left join plan on plan.id = looked.plan_id left join organisation zone on zone.id = plan.zone_id
    where looked.clerk = ${clerk} order by looked.id desc limit ${limit}`.execute(db);
  return rows;
}

export interface PlanFound {
  readonly planId: string;
  readonly plan: string;
  readonly zone: string;
}

/** Recommended plans whose zone's name holds these words, or of this number. */
export async function searchPlans(db: Db, words: string, number: string | undefined): Promise<readonly PlanFound[]> {
  const like = `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const { rows } = await sql<PlanFound>`
    select plan.id as plan_id, plan.number as plan, zone.name as zone
    from intake join plan on plan.id = intake.plan_id join organisation zone on zone.id = plan.zone_id
    where (plan.state in ('atProvince', 'mending', 'admitted', 'supported') or intake.state = 'refused')
      and (${number === undefined ? sql`zone.name like ${like}` : sql`plan.number = ${number}`})
    order by plan.number limit 20`.execute(db);
  return rows;
}
