import { findFile } from '#db/files.ts';
import { findPlanFacts, type PlanFacts } from '#db/plan-facts.ts';
import { arranged, findLiveScan, listScanFiles, listTold } from '#db/scans.ts';
import { pagePictures } from '#documents/read/page-pictures.ts';
import type { PaperKind } from '#domain/filing/intake.ts';
import { arrangeScan } from '#domain/package/arrange-scan.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan } from './authorise.ts';
import type { Deps } from './deps.ts';
import { filedPaper } from './sealed-papers.ts';
import type { Session } from './session.ts';

/** A page as a picture; `tag` changes when it does. */
export interface PagePicture {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly tag: string;
}

/** Longer side in pixels: to read on a screen, and to look at closely. */
export const pictureSizes = { page: 1_600, close: 2_600 } as const;
export type PictureSize = keyof typeof pictureSizes;

/** One page of a paper as it was filed: phones, which show no PDF inside a page, show it too. */
export async function filedPagePicture(
  deps: Deps,
  asker: Session | null,
  planId: string,
  at: { readonly n: number; readonly paper: PaperKind; readonly page: number; readonly size: PictureSize },
): Promise<PagePicture> {
  const plan = await reader(deps, asker, planId, at.n);
  const paper = await filedPaper(deps.db, plan.id, at.n, at.paper);
  if (paper === undefined || at.page > paper.pages) throw new Refusal('notFound');
  const longest = pictureSizes[at.size];
  const bytes = await pagePictures.draw({ digest: paper.digest, kind: 'pdf', page: at.page, longest, as: 'png', load: () => load(deps, paper.digest) });
  return { bytes, mediaType: 'image/png', tag: `${paper.digest}-${at.page}-${longest}` };
}

/** One page of the scan, by its number in the whole. */
export async function scannedPagePicture(
  deps: Deps,
  asker: Session | null,
  planId: string,
  at: { readonly n: number; readonly page: number; readonly size: PictureSize },
): Promise<PagePicture> {
  const plan = await reader(deps, asker, planId, at.n);
  const scan = await findLiveScan(deps.db, plan.id, at.n);
  const files = scan === undefined ? [] : await listScanFiles(deps.db, scan.id);
  const found = scan && arrangeScan(files.map(arranged), await listTold(deps.db, scan.id))[at.page - 1];
  const file = files.find(({ id }) => id === found?.file);
  if (file === undefined || found === undefined) throw new Refusal('notFound');
  const longest = pictureSizes[at.size];
  const kind = file.mediaType === 'application/pdf' ? 'pdf' : 'image';
  const bytes = await pagePictures.draw({ digest: file.digest, kind, page: found.page, longest, as: 'jpeg', load: () => load(deps, file.digest) });
  return { bytes, mediaType: 'image/jpeg', tag: `${file.digest}-${found.page}-${longest}` };
}

async function reader(deps: Deps, asker: Session | null, planId: string, n: number): Promise<PlanFacts> {
  const { plan } = authorisePlan(asker, 'papers.read', await findPlanFacts(deps.db, planId));
  if (n > 2_147_483_647) throw new Refusal('notFound');
  return plan;
}

async function load(deps: Deps, digest: string): Promise<Uint8Array> {
  const file = await findFile(deps.db, digest);
  if (file === undefined) throw new Error('the bytes of a page are missing');
  return file.bytes;
}
