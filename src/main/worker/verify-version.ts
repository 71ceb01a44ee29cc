import { appendAudit } from '#db/audit.ts';
import { digestOf, findFile } from '#db/files.ts';
import { findPlan } from '#db/plans.ts';
import type { Db } from '#db/pool.ts';
import { listVersionDocuments } from '#db/version-documents.ts';
import { findVersion } from '#db/versions.ts';
import { planDigest } from '#usecases/plan-digest.ts';

/**
 * Reads a frozen version back as it is stored and proves its digests, those of its documents too; the result is a row in the audit: `version.verified`,
 * or `version.alarm` naming what differs.
 */
export async function verifyVersion(db: Db, planId: string, n: number): Promise<void> {
  const plan = await findPlan(db, planId);
  const version = await findVersion(db, planId, n);
  if (plan === undefined || version === undefined) throw new Error(`version ${n} of plan ${planId} is not stored`);
  const pdf = await findFile(db, version.pdfDigest);
  const contentDigest = planDigest(version.content);
  const pdfDigest = pdf === undefined ? null : digestOf(pdf.bytes);
  const documents: Record<string, string | null> = {};
  for (const { kind, digest } of await listVersionDocuments(db, plan.id, n)) {
    const stored = await findFile(db, digest);
    const read = stored === undefined ? null : digestOf(stored.bytes);
    if (read !== digest) documents[kind] = read;
  }
  const good = contentDigest === version.contentDigest && pdfDigest === version.pdfDigest && Object.keys(documents).length === 0;
  const found = good ? {} : { contentDigest, pdfDigest, documents };
  await db.transaction().execute((tx) =>
    appendAudit(tx, {
      actor: 'system',
      command: good ? 'version.verified' : 'version.alarm',
      subject: plan.number,
      detail: { version: n, stored: { contentDigest: version.contentDigest, pdfDigest: version.pdfDigest }, ...found },
    }),
  );
}
