import { type Selectable, sql } from 'kysely';
import type { ScanState } from '#domain/filing/lifecycle/scan.ts';
import type { FilePage, ScanFile, ToldPage } from '#domain/package/arrange-scan.ts';
import type { ScannedPage, ScanVerdict } from '#domain/package/judge-scan.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { isId } from './ids.ts';
import type { Db, Tx } from './pool.ts';
import type { SealedScan, SealedScanFile } from './schema/scans.ts';

export type ScanRow = Selectable<SealedScan>;
export type ScanFileRow = Selectable<SealedScanFile>;

/** The living scan of a version's sealed papers; `hold` keeps everybody else's events on it waiting. */
export async function findLiveScan(db: Db, planId: string, n: number, hold?: 'update'): Promise<ScanRow | undefined> {
  const found = db.selectFrom('sealedScan').selectAll().where('planId', '=', planId).where('n', '=', n).where('state', '<>', 'removed');
  return (hold === undefined ? found : found.forUpdate()).executeTakeFirst();
}

export async function findScan(db: Db, id: string, hold?: 'update'): Promise<ScanRow | undefined> {
  if (!isId(id)) return undefined;
  const found = db.selectFrom('sealedScan').selectAll().where('id', '=', id);
  return (hold === undefined ? found : found.forUpdate()).executeTakeFirst();
}

/** The caller holds the plan's lock, so that two first files do not make two scans. */
export async function insertScan(tx: Tx, planId: string, n: number, madeBy: string): Promise<ScanRow> {
  return tx
    .insertInto('sealedScan')
    .values({ planId, n, state: 'gathering', verdict: null, failure: null, madeBy, readAt: null })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function setScanState(tx: Tx, id: string, state: ScanState): Promise<void> {
  await tx.updateTable('sealedScan').set({ state }).where('id', '=', id).execute();
}

export async function setScanRead(tx: Tx, id: string, verdict: ScanVerdict, readAt: string): Promise<void> {
  await tx
    .updateTable('sealedScan')
    .set({ state: 'read', verdict: JSON.stringify(verdict), failure: null, readAt })
    .where('id', '=', id)
    .execute();
}

export async function setScanFailed(tx: Tx, id: string, failure: JsonObject): Promise<void> {
  await tx
    .updateTable('sealedScan')
    .set({ state: 'failed', failure: JSON.stringify(failure) })
    .where('id', '=', id)
    .execute();
}

/** Files of a scan, in order. */
export async function listScanFiles(db: Db, scanId: string): Promise<readonly ScanFileRow[]> {
  return db.selectFrom('sealedScanFile').selectAll().where('scanId', '=', scanId).orderBy('position').execute();
}

/** The same as the domain arranges them. */
export function arranged({ id, loose, insteadOf, insteadOfPage, reading }: ScanFileRow): ScanFile {
  return { id, loose, insteadOf: insteadOf === null || insteadOfPage === null ? null : { file: insteadOf, page: insteadOfPage }, reading };
}

export interface NewScanFile {
  readonly scanId: string;
  readonly digest: string;
  readonly mediaType: string;
  readonly name: string;
  readonly size: number;
  readonly loose: boolean;
  readonly insteadOf?: FilePage;
}

/** After the files that are there. The caller holds the scan's lock. */
export async function insertScanFile(tx: Tx, { insteadOf, ...file }: NewScanFile): Promise<string> {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from sealed_scan_file where scan_id = ${file.scanId})`;
  const { id } = await tx
    .insertInto('sealedScanFile')
    .values({ ...file, position, reading: null, insteadOf: insteadOf?.file ?? null, insteadOfPage: insteadOf?.page ?? null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function deleteScanFile(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('sealedScanFile').where('id', '=', id).execute();
}

/** Puts the files into this order: every file of the scan, once. */
export async function orderScanFiles(tx: Tx, scanId: string, ids: readonly string[]): Promise<void> {
  await sql`update sealed_scan_file set position = given.n from unnest(${[...ids]}::uuid[]) with ordinality given (id, n)
    where sealed_scan_file.id = given.id and scan_id = ${scanId}`.execute(tx);
}

export async function setScanReading(db: Db, id: string, reading: readonly ScannedPage[]): Promise<void> {
  await db
    .updateTable('sealedScanFile')
    .set({ reading: JSON.stringify(reading) })
    .where('id', '=', id)
    .execute();
}

export async function insertTold(tx: Tx, { file, page, says }: ToldPage, toldBy: string): Promise<void> {
  const said = { kind: says.kind, filedPage: says.page, toldBy };
  await tx
    .insertInto('sealedScanTold')
    .values({ fileId: file, page, ...said })
    .onConflict((conflict) => conflict.columns(['fileId', 'page']).doUpdateSet({ ...said, toldAt: sql`jiqun_now()` }))
    .execute();
}

/** What persons said of the scan's pages. */
export async function listTold(db: Db, scanId: string): Promise<readonly (ToldPage & { readonly by: string; readonly at: string })[]> {
  const rows = await db
    .selectFrom('sealedScanTold')
    .innerJoin('sealedScanFile', 'sealedScanFile.id', 'sealedScanTold.fileId')
    .selectAll('sealedScanTold')
    .where('sealedScanFile.scanId', '=', scanId)
    .execute();
  return rows.map(({ fileId, page, kind, filedPage, toldBy, toldAt }) => ({ file: fileId, page, says: { kind, page: filedPage }, by: toldBy, at: toldAt }));
}

/** The recommendation of a plan that stands, with the letters of its confirmations: which version has which letter. */
export async function listLetters(
  db: Db,
  planId: string,
): Promise<readonly { readonly n: number; readonly digest: string; readonly pages: number; readonly documentNumber: string }[]> {
  const first = await db
    .selectFrom('recommendation')
    .select(['id', 'n', 'letterDigest as digest', 'letterPages as pages', 'documentNumber'])
    .where('planId', '=', planId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (first === undefined) return [];
  const { id, ...letter } = first;
  const confirmed = await db
    .selectFrom('recommendationConfirmation')
    .select(['n', 'letterDigest as digest', 'letterPages as pages'])
    .where('recommendationId', '=', id)
    .orderBy('n')
    .execute();
  return [letter, ...confirmed.map((row) => ({ ...row, documentNumber: letter.documentNumber }))];
}

/** How far the intake centre is; undefined where nothing was recommended. */
export async function findIntakeState(db: Db, planId: string): Promise<'awaitingPaper' | 'checking' | 'mending' | 'admitted' | 'refused' | undefined> {
  return (await db.selectFrom('intake').select('state').where('planId', '=', planId).executeTakeFirst())?.state;
}
