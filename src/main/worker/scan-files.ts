import { findAttachment, listPendingScans, setAttachmentScan } from '#db/attachments.ts';
import { appendAudit } from '#db/audit.ts';
import { now } from '#db/clock.ts';
import { findFile } from '#db/files.ts';
import type { Jobs } from '#db/jobs.ts';
import type { Db } from '#db/pool.ts';
import { decideFile } from '#domain/filing/lifecycle/file.ts';
import { findPlan } from '#db/plans.ts';
import { tellPeople } from '#usecases/notify.ts';
import { scanBytes, type ScannerAddress } from './clamd.ts';

const engine = 'clamd';

/** Does the scans that uploads ask for, those too that an earlier process left behind. */
export async function startScans(db: Db, jobs: Jobs, scanner: ScannerAddress): Promise<void> {
  await jobs.work('file-scan', ({ file }) => scanFile(db, scanner, file));
  const left = await listPendingScans(db);
  await db.transaction().execute(async (tx) => {
    for (const file of left) await jobs.enqueue(tx, 'file-scan', { file });
  });
}

/**
 * Asks the scanner about one file. What it refuses is served to nobody from then on, and whoever uploaded it is told. Asked again about
 * a file that has its verdict, it does nothing; a scanner that cannot be reached throws, and the job is tried again later.
 */
export async function scanFile(db: Db, scanner: ScannerAddress, id: string): Promise<void> {
  const file = await findAttachment(db, id);
  if (file?.scan !== 'pending' || file.digest === null) return;
  const stored = await findFile(db, file.digest);
  if (stored === undefined) throw new Error('the bytes of a file are missing');
  const verdict = await scanBytes(scanner, stored.bytes);
  const plan = await findPlan(db, file.planId);
  await db.transaction().execute(async (tx) => {
    const standing = await findAttachment(tx, id, true);
    if (standing?.scan !== 'pending') return;
    const scannedAt = await now(tx);
    if (verdict.clean) return setAttachmentScan(tx, id, { scan: 'clean', scanEngine: engine, scanFinding: null, scannedAt });
    const decision = decideFile(standing.removedAt === null ? 'kept' : 'removed', 'refuse', { by: ['sys'], editable: false, room: true });
    if (!decision.done) throw new Error('a scanned file cannot be refused');
    await setAttachmentScan(tx, id, { scan: 'refused', scanEngine: engine, scanFinding: verdict.finding, scannedAt });
    await appendAudit(tx, {
      actor: 'system',
      command: 'file.refused',
      subject: plan?.number ?? '',
      detail: { event: 'refuse', file: id, finding: verdict.finding },
    });
    if (standing.uploadedBy === null) return;
    await tellPeople(tx, [standing.uploadedBy], { kind: 'file.refused', link: linkOf(standing), params: { name: standing.name } });
  });
}

/** The page on which the file stands for whoever uploaded it. */
function linkOf({ planId, document }: { readonly planId: string; readonly document: string }): string {
  return ['form', 'commitment', 'outline'].includes(document) ? `/plans/${planId}/evidence` : `/proposals/${document}`;
}
