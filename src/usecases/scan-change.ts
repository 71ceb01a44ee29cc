import { digestOf, keepFile } from '#db/files.ts';
import { findPlanFacts, type PlanFacts } from '#db/plan-facts.ts';
import type { Tx } from '#db/pool.ts';
import {
  deleteScanFile,
  findLiveScan,
  insertScan,
  insertScanFile,
  listScanFiles,
  orderScanFiles,
  type ScanFileRow,
  type ScanRow,
  setScanState,
} from '#db/scans.ts';
import type { GoodFile } from '#domain/files/judge-file.ts';
import { judgeFile } from '#domain/files/judge-file.ts';
import { decideScan, type ScanEvent } from '#domain/filing/lifecycle/scan.ts';
import { scanKinds, scanLimits } from '#domain/package/scan-limits.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan } from './authorise.ts';
import { atOnce, command, type Done } from './command.ts';
import type { Deps } from './deps.ts';
import { scansAsked, sealedPapers } from './sealed-papers.ts';
import type { Session } from './session.ts';

type DoneReply = { done: true };

/** A plan whose sealed papers are asked for, held until the transaction ends, and its living scan. */
export interface ScanDesk {
  readonly session: Session;
  readonly plan: PlanFacts;
  /** Version in force. */
  readonly n: number;
  readonly scan: ScanRow | undefined;
  readonly files: readonly ScanFileRow[];
}

/** Opens the desk, and refuses what the lifecycle does not allow now. */
export async function openDesk(
  tx: Tx,
  asker: Session | null,
  planId: string,
  event: ScanEvent,
  isUnread: (scan: ScanRow | undefined) => Promise<boolean> = async () => false,
): Promise<ScanDesk> {
  const { plan, session } = authorisePlan(asker, 'scan.edit', await findPlanFacts(tx, planId, 'update'));
  const n = plan.latest ?? 0;
  const asked = (await scansAsked(tx, plan, n)) && (await sealedPapers(tx, plan.id, n)) !== undefined;
  const scan = await findLiveScan(tx, plan.id, n, 'update');
  const files = scan === undefined ? [] : await listScanFiles(tx, scan.id);
  const first = event === 'change' && scan === undefined ? 'begin' : event;
  const decision = decideScan(scan?.state ?? 'new', first, { by: ['zone'], asked, files: files.length, unread: await isUnread(scan) });
  if (!decision.done) throw new Refusal(decision.code);
  if (scan !== undefined && decision.to !== scan.state) await setScanState(tx, scan.id, decision.to);
  return { session, plan, n, scan, files };
}

/** Judges an uploaded page or scan by its content, before any transaction. */
export function judgeScanFile(bytes: Uint8Array, name: string): GoodFile {
  const judged = judgeFile(bytes, name, { bytes: scanLimits.bytes, kinds: scanKinds });
  if ('fault' in judged) throw new Refusal('badFile', { ...judged });
  if ((judged.pages ?? 0) > scanLimits.pages) throw new Refusal('unrenderable', { reason: 'tooManyPages' });
  return judged;
}

/** Refuses what would make the scan larger than a scan may be. */
export function refuseTooMuch(files: readonly ScanFileRow[], bytes: Uint8Array): void {
  const total = files.reduce((sum, file) => sum + file.size, bytes.length);
  if (total > scanLimits.total || files.length >= scanLimits.files) throw new Refusal('badFile', { fault: 'tooLarge', limit: scanLimits.total });
}

/** Adds a file after those that are there; the first one begins the scan. */
export function addScanFile(deps: Deps, asker: Session | null, key: string, planId: string, name: string, bytes: Uint8Array): Promise<{ file: string }> {
  const digest = digestOf(bytes);
  return command(
    deps,
    { session: asker, key, act: 'scan.edit', says: { event: 'add', plan: planId, name, digest } },
    {
      prepare: async () => {
        // Who may not is told so before what is wrong with the file.
        authorisePlan(asker, 'scan.edit', await findPlanFacts(deps.db, planId));
        return judgeScanFile(bytes, name);
      },
      within: async (tx, good) => {
        const { session, plan, n, scan, files } = await openDesk(tx, asker, planId, 'change');
        refuseTooMuch(files, bytes);
        const { id } = scan ?? (await insertScan(tx, plan.id, n, session.person));
        await keepFile(tx, good.mediaType, bytes);
        const file = await insertScanFile(tx, { scanId: id, digest, mediaType: good.mediaType, name: good.name, size: bytes.length, loose: false });
        return { reply: { file }, subject: plan.number, detail: { event: scan === undefined ? 'begin' : 'change', scan: id, version: n, added: file, digest } };
      },
    },
  );
}

/** Takes a file out. */
export function removeScanFile(deps: Deps, asker: Session | null, key: string, planId: string, file: string): Promise<DoneReply> {
  return change(deps, asker, key, planId, 'change', { removed: file }, async (tx, { files }) => {
    if (!files.some(({ id }) => id === file)) throw new Refusal('notFound');
    await deleteScanFile(tx, file);
  });
}

/** Puts the files into another order: all of them, each once. */
export function orderScan(deps: Deps, asker: Session | null, key: string, planId: string, order: readonly string[]): Promise<DoneReply> {
  return change(deps, asker, key, planId, 'change', { order: [...order] }, async (tx, { scan, files }) => {
    if (scan === undefined || new Set(order).size !== files.length || !files.every(({ id }) => order.includes(id))) throw new Refusal('stale');
    await orderScanFiles(tx, scan.id, order);
  });
}

/** Hands the scan in to be read; the job begins exactly when this took effect. */
export function handInScan(deps: Deps, asker: Session | null, key: string, planId: string): Promise<DoneReply> {
  return change(deps, asker, key, planId, 'read', {}, async (tx, { scan }) => {
    if (scan !== undefined) await deps.enqueue(tx, 'scan-read', { scan: scan.id });
  });
}

/** Takes a scan back to its files; what was read of them stays read. */
export function amendScan(deps: Deps, asker: Session | null, key: string, planId: string): Promise<DoneReply> {
  return change(deps, asker, key, planId, 'amend', {}, async () => {});
}

/** Gives a scan up; it stays on record. */
export function removeScan(deps: Deps, asker: Session | null, key: string, planId: string): Promise<DoneReply> {
  return change(deps, asker, key, planId, 'remove', {}, async () => {});
}

function change(
  deps: Deps,
  asker: Session | null,
  key: string,
  planId: string,
  event: ScanEvent,
  says: JsonObject,
  work: (tx: Tx, desk: ScanDesk) => Promise<void>,
): Promise<DoneReply> {
  return command(
    deps,
    { session: asker, key, act: 'scan.edit', says: { event, plan: planId, ...says } },
    atOnce(async (tx): Promise<Done<DoneReply>> => {
      const desk = await openDesk(tx, asker, planId, event);
      await work(tx, desk);
      return { reply: { done: true }, subject: desk.plan.number, detail: { event, scan: desk.scan?.id ?? null, version: desk.n, ...says } };
    }),
  );
}
