import { appendAudit } from '#db/audit.ts';
import { now } from '#db/clock.ts';
import { findFile } from '#db/files.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import type { Db, Tx } from '#db/pool.ts';
import { findScan, listScanFiles, type ScanFileRow, type ScanRow, setScanFailed, setScanRead, setScanReading } from '#db/scans.ts';
import { readScan } from '#documents/read/read-scan.ts';
import { decideScan } from '#domain/filing/lifecycle/scan.ts';
import { judgeScan, type ScanVerdict } from '#domain/package/judge-scan.ts';
import { scanLimits } from '#domain/package/scan-limits.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { papersLink } from './links.ts';
import { tellPeople } from './notify.ts';
import { pagesOf } from './scan-state.ts';
import { filedPapers, sealedPapers } from './sealed-papers.ts';

/** Asks a virus scanner about bytes; rejects where it gives no verdict. */
export type Inspect = (bytes: Uint8Array) => Promise<{ readonly clean: true } | { readonly clean: false; readonly finding: string }>;

/**
 * Reads the files of a scan that were not read yet, page by page, and holds the whole against what was filed. Asked again about a scan
 * that has its verdict, or was taken back meanwhile, it changes nothing. A file that cannot be read fails the scan; a busy reader throws,
 * and the job is tried again later. Where there is a virus scanner, a file is opened only after it found nothing.
 */
export async function readSealedScan(db: Db, scanId: string, inspect?: Inspect): Promise<void> {
  const scan = await findScan(db, scanId);
  if (scan?.state !== 'reading') return;
  for (const file of await listScanFiles(db, scan.id)) {
    if (file.reading !== null) continue;
    const failure = await readFile(db, file, inspect);
    if (failure !== undefined) return fail(db, scan, file, failure);
  }
  await db.transaction().execute((tx) => finish(tx, scan.id));
}

async function readFile(db: Db, file: ScanFileRow, inspect?: Inspect): Promise<Refusal | undefined> {
  const stored = await findFile(db, file.digest);
  if (stored === undefined) throw new Error('the bytes of a scan are missing');
  const verdict = await inspect?.(stored.bytes);
  if (verdict?.clean === false) return new Refusal('badFile', { fault: 'infected', finding: verdict.finding });
  try {
    await setScanReading(db, file.id, await readScan(stored.bytes, file.mediaType));
    return undefined;
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'busy') return error;
    throw error;
  }
}

async function fail(db: Db, { id, planId, n, madeBy }: ScanRow, file: ScanFileRow, { code, detail }: Refusal): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const scan = await findScan(tx, id, 'update');
    if (scan === undefined || !decideScan(scan.state, 'fail', { by: ['sys'], asked: true }).done) return;
    const failure: JsonObject = { file: file.name, code, ...strings(detail) };
    await setScanFailed(tx, id, failure);
    const plan = await findPlanFacts(tx, planId);
    await appendAudit(tx, { actor: 'system', command: 'scan.read', subject: plan?.number ?? '', detail: { event: 'fail', scan: id, version: n, ...failure } });
    await tellPeople(tx, [madeBy], { kind: 'scan.read', link: papersLink(planId), params: { number: plan?.number ?? '', faults: -1 } });
  });
}

function strings(detail: Readonly<Record<string, unknown>>): JsonObject {
  return Object.fromEntries(Object.entries(detail).filter((entry): entry is [string, string | number] => ['string', 'number'].includes(typeof entry[1])));
}

async function finish(tx: Tx, id: string): Promise<void> {
  const scan = await findScan(tx, id, 'update');
  if (scan === undefined || !decideScan(scan.state, 'finish', { by: ['sys'], asked: true }).done) return;
  const files = await listScanFiles(tx, id);
  // Taken back and asked for again meanwhile, with other files: the other job goes on with them.
  if (files.some((file) => file.reading === null)) return;
  const pages = files.reduce((sum, file) => sum + (file.reading?.length ?? 0), 0);
  if (pages > scanLimits.pages) {
    await setScanFailed(tx, id, { code: 'unrenderable', reason: 'tooManyPages', file: '' });
    return;
  }
  const plan = await findPlanFacts(tx, scan.planId);
  const verdict = await judge(tx, scan);
  await setScanRead(tx, id, verdict, await now(tx));
  const number = plan?.number ?? '';
  const faults = verdict.faults.length;
  await appendAudit(tx, {
    actor: 'system',
    command: 'scan.read',
    subject: number,
    detail: { event: 'finish', scan: id, version: scan.n, pages, ok: verdict.ok, faults },
  });
  await tellPeople(tx, [scan.madeBy], { kind: 'scan.read', link: papersLink(scan.planId), params: { number, faults } });
}

/** The scan as it stands, held against the filed papers. */
export async function judge(tx: Tx, { id, planId, n }: Pick<ScanRow, 'id' | 'planId' | 'n'>): Promise<ScanVerdict> {
  const plan = await findPlanFacts(tx, planId);
  const papers = await sealedPapers(tx, planId, n);
  if (plan === undefined || papers === undefined) return { ok: false, found: [], faults: [] };
  const pages = await pagesOf(tx, id);
  return judgeScan(
    pages.map(({ scanned }) => scanned),
    await filedPapers(tx, plan, papers),
  );
}
