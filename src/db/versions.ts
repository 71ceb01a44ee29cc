import { type Selectable, sql } from 'kysely';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { PlanRow } from './plans.ts';
import type { Db, Tx } from './pool.ts';
import type { PlanVersion, Receipt } from './schema/filing.ts';

export type VersionRow = Selectable<PlanVersion>;
/** A version without its content, for lists. */
export type VersionHead = Omit<VersionRow, 'content'>;
export type ReceiptRow = Selectable<Receipt>;

export interface NewVersion {
  readonly planId: string;
  /** Year of the call, for the receipt's number. */
  readonly year: number;
  readonly n: number;
  readonly content: PlanContent;
  readonly editionDigest: string;
  readonly contentDigest: string;
  /** Of bytes already kept by keepFile. */
  readonly pdfDigest: string;
  readonly pages: number;
  /** Where the codes on its papers lead. */
  readonly publicUrl?: string | null;
  readonly filedAt: string;
  readonly filedBy: string;
}

const head = ['planId', 'n', 'editionDigest', 'contentDigest', 'pdfDigest', 'pages', 'publicUrl', 'filedAt', 'filedBy', 'receiptNumber'] as const;

/**
 * Freezes a version together with its receipt, which carries the audit head as it stands. The caller holds the plan's lock. One statement:
 * from the number on until the transaction ends, every other filing waits.
 */
export async function insertVersion(tx: Tx, version: NewVersion): Promise<ReceiptRow> {
  const { year, content, ...rest } = version;
  return tx
    .with('taken', (query) => query.selectNoFrom(sql<string>`next_number(${`HZ${year}`}, 6)`.as('number')))
    .with('frozen', (query) =>
      query.insertInto('planVersion').values(({ selectFrom }) => ({
        ...rest,
        content: JSON.stringify(content),
        receiptNumber: selectFrom('taken').select('number'),
      })),
    )
    .insertInto('receipt')
    .values(({ selectFrom }) => ({
      number: selectFrom('taken').select('number'),
      planId: version.planId,
      version: version.n,
      arrivedAt: version.filedAt,
      auditSeq: selectFrom('auditHead').select('seq'),
      auditHash: selectFrom('auditHead').select('hash'),
    }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The n that the next version takes. The caller holds the plan's lock. */
export async function nextVersion(tx: Tx, planId: string): Promise<number> {
  const latest = await latestVersion(tx, planId);
  return (latest?.n ?? 0) + 1;
}

/** Newest first. */
export async function listVersions(db: Db, planId: string): Promise<readonly VersionHead[]> {
  return db.selectFrom('planVersion').select(head).where('planId', '=', planId).orderBy('n', 'desc').execute();
}

export async function latestVersion(db: Db, planId: string): Promise<VersionHead | undefined> {
  return db.selectFrom('planVersion').select(head).where('planId', '=', planId).orderBy('n', 'desc').limit(1).executeTakeFirst();
}

export async function findVersion(db: Db, planId: string, n: number): Promise<VersionRow | undefined> {
  return db.selectFrom('planVersion').selectAll().where('planId', '=', planId).where('n', '=', n).executeTakeFirst();
}

/** The version in force: the newest, unless the plan is being drafted again. Computed, never stored. */
export function currentVersion(plan: Pick<PlanRow, 'state'>, newest: Pick<VersionHead, 'n'> | undefined): number | null {
  return plan.state === 'drafting' ? null : (newest?.n ?? null);
}
