import { appendAudit } from '#db/audit.ts';
import { linkAt, listPublishedHeads, type PublishedHeadRow } from '#db/published-heads.ts';
import type { Db } from '#db/pool.ts';
import type { PrintedHead } from '#db/verify-audit.ts';
import type { Deps } from './deps.ts';

/** A head that others hold, and what this chain has in its place: null where it ends before. */
export interface MissingHead extends PrintedHead {
  readonly found: string | null;
}

/** Public: every published head, newest first. */
export function readHeads(deps: Deps): Promise<readonly PublishedHeadRow[]> {
  return listPublishedHeads(deps.db);
}

/** The same as plain text, to be copied: day, `seq:hash` as `verify audit --head` takes it, and when it was published. */
export async function headsAsText(deps: Deps): Promise<string> {
  const heads = await listPublishedHeads(deps.db);
  return heads.map((head) => `${headLine(head)}\n`).join('');
}

/** 2022-03-11 1234:5f…  2022-03-10T16:00:31.000Z. */
export function headLine({ day, seq, hash, publishedAt }: PublishedHeadRow): string {
  return `${day} ${seq}:${hash} ${publishedAt}`;
}

/** Those of the heads that are not in this chain. */
export async function missingHeads(db: Db, heads: readonly PrintedHead[]): Promise<readonly MissingHead[]> {
  const missing: MissingHead[] = [];
  for (const { seq, hash } of heads) {
    const found = await linkAt(db, seq);
    if (found !== hash) missing.push({ seq, hash, found: found ?? null });
  }
  return missing;
}

/**
 * At a start: whether this chain holds what was published from it, as a file beside the database remembers. A database that was put back
 * from an older backup, or rewritten, lacks the newer heads. It is said once in the log for each head; the answer is all of them, every time.
 */
export async function noticeMissing(db: Db, heads: readonly PrintedHead[]): Promise<readonly MissingHead[]> {
  const missing = await missingHeads(db, heads);
  for (const { seq, hash, found } of missing) {
    await db.transaction().execute(async (tx) => {
      const subject = `${seq}:${hash}`;
      const said = await tx.selectFrom('auditEntry').select('id').where('subject', '=', subject).where('command', '=', 'head.missing').executeTakeFirst();
      if (said === undefined) await appendAudit(tx, { actor: 'system', command: 'head.missing', subject, detail: { seq, hash, found } });
    });
  }
  return missing;
}
