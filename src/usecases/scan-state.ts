import { arranged, findLiveScan, listScanFiles, listTold, type ScanRow } from '#db/scans.ts';
import type { Db } from '#db/pool.ts';
import { type ArrangedPage, arrangeScan } from '#domain/package/arrange-scan.ts';
import type { ScanVerdict } from '#domain/package/judge-scan.ts';

/** What the formal check knows of the sealed scan of a version (R08): a program reads which pages are there, people look at the seals. */
export interface ScanStanding {
  readonly state: 'none' | Exclude<ScanRow['state'], 'removed'>;
  /** Only once it was read. */
  readonly verdict: ScanVerdict | null;
  /** Every page is there, once, in order and of the filed version; null while nobody knows. */
  readonly ok: boolean | null;
  /** Pages that a person named because no code could be read (人工指认). */
  readonly told: number;
  readonly pages: number;
  readonly readAt: string | null;
}

export async function scanState(db: Db, planId: string, n: number): Promise<ScanStanding> {
  const scan = await findLiveScan(db, planId, n);
  if (scan === undefined) return { state: 'none', verdict: null, ok: null, told: 0, pages: 0, readAt: null };
  const verdict = scan.state === 'read' ? scan.verdict : null;
  const pages = (await pagesOf(db, scan.id)).length;
  const state = scan.state === 'removed' ? 'none' : scan.state;
  return { state, verdict, ok: verdict?.ok ?? null, told: verdict?.found.filter((page) => page.told === true).length ?? 0, pages, readAt: scan.readAt };
}

/** All pages of a scan as they are judged, as far as they were read. */
export async function pagesOf(db: Db, scanId: string): Promise<readonly ArrangedPage[]> {
  return arrangeScan((await listScanFiles(db, scanId)).map(arranged), await listTold(db, scanId));
}
