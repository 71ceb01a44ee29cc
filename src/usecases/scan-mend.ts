import { digestOf, keepFile } from '#db/files.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import type { Tx } from '#db/pool.ts';
import { now } from '#db/clock.ts';
import { insertScanFile, insertTold, type ScanRow, setScanRead } from '#db/scans.ts';
import type { FilePage } from '#domain/package/arrange-scan.ts';
import type { FiledPage } from '#domain/package/judge-scan.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { judgeScanFile, openDesk, refuseTooMuch } from './scan-change.ts';
import { judge } from './scan-read.ts';
import { pagesOf } from './scan-state.ts';
import type { Session } from './session.ts';

/** A page of the scan that no code could be read on, by its number in the scan; undefined where a code says what it is. */
async function unreadPage(tx: Tx, scan: ScanRow | undefined, number: number): Promise<FilePage | undefined> {
  const told = scan?.verdict?.found.some((page) => page.scan === number && page.told === true) === true;
  const unreadable = scan?.verdict?.faults.some((fault) => fault.fault === 'unreadable' && fault.scan === number) === true;
  const page = scan && (told || unreadable) ? (await pagesOf(tx, scan.id))[number - 1] : undefined;
  return page && { file: page.file, page: page.page };
}

function isMissing(scan: ScanRow | undefined): boolean {
  return scan?.verdict?.faults.some(({ fault }) => fault === 'missing') === true;
}

/**
 * A photo of one page by itself: in the place of page `instead` of the scan, whose code could not be read, or for a page that is missing.
 * Only the photo is read anew.
 */
export function photographPage(
  deps: Deps,
  asker: Session | null,
  key: string,
  planId: string,
  photo: { readonly name: string; readonly instead?: number },
  bytes: Uint8Array,
): Promise<{ file: string }> {
  const digest = digestOf(bytes);
  return command(
    deps,
    { session: asker, key, act: 'scan.edit', says: { event: 'photograph', plan: planId, ...photo, digest } },
    {
      prepare: async () => {
        authorisePlan(asker, 'scan.edit', await findPlanFacts(deps.db, planId));
        return judgeScanFile(bytes, photo.name);
      },
      within: async (tx, good) => {
        const { instead } = photo;
        const { plan, n, scan, files } = await openDesk(tx, asker, planId, 'photograph', async (open) =>
          instead === undefined ? isMissing(open) : (await unreadPage(tx, open, instead)) !== undefined,
        );
        if (scan === undefined) throw new Refusal('wrongState');
        const insteadOf = instead === undefined ? undefined : await unreadPage(tx, scan, instead);
        refuseTooMuch(files, bytes);
        await keepFile(tx, good.mediaType, bytes);
        const row = { scanId: scan.id, digest, mediaType: good.mediaType, name: good.name, size: bytes.length, loose: true };
        const file = await insertScanFile(tx, { ...row, ...(insteadOf && { insteadOf }) });
        await deps.enqueue(tx, 'scan-read', { scan: scan.id });
        const detail = { event: 'photograph', scan: scan.id, version: n, added: file, digest, instead: instead ?? null };
        return { reply: { file }, subject: plan.number, detail };
      },
    },
  );
}

/** 人工指认: says which filed page a page of the scan shows. It is recorded as said by a person, and shown so to the officer. */
export function tellPage(deps: Deps, asker: Session | null, key: string, planId: string, number: number, says: FiledPage): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'scan.edit', says: { event: 'tell', plan: planId, number, kind: says.kind, page: says.page } },
    atOnce(async (tx) => {
      const { session, plan, n, scan } = await openDesk(tx, asker, planId, 'tell', async (open) => (await unreadPage(tx, open, number)) !== undefined);
      const unread = await unreadPage(tx, scan, number);
      if (scan === undefined || unread === undefined) throw new Refusal('wrongState');
      await insertTold(tx, { ...unread, says }, session.person);
      const verdict = await judge(tx, scan);
      // A page that no paper has.
      if (verdict.faults.some((fault) => fault.fault === 'unreadable' && fault.scan === number)) throw new Refusal('badRequest');
      await setScanRead(tx, scan.id, verdict, await now(tx));
      const detail = { event: 'tell', scan: scan.id, version: n, number, kind: says.kind, page: says.page, ok: verdict.ok };
      return { reply: { done: true }, subject: plan.number, detail };
    }),
  );
}
