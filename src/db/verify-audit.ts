import type { Selectable } from 'kysely';
import { chainStart } from '#domain/audit/link.ts';
import { type Db, inSnapshot } from './pool.ts';
import type { AuditEntry, AuditLink } from './schema/audit.ts';
import { linkHash } from './sequencer.ts';

/**
 * edited: the entry is not what was chained. deleted: the entry or its link is gone. reordered: links or entries changed places.
 * truncated: the chain ends before its head or before a printed head. rewritten: the chain is whole, but a printed head is not in it.
 * unchained: an entry that is neither chained nor waiting, so that its end of the chain was cut off.
 */
export type AuditFault = 'edited' | 'deleted' | 'reordered' | 'truncated' | 'rewritten' | 'unchained';

/** A head of the chain as printed on a receipt, or as published. */
export interface PrintedHead {
  readonly seq: number;
  readonly hash: string;
}

export type AuditVerdict =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | { readonly ok: false; readonly fault: AuditFault; readonly seq: number; readonly entryId: number | null };

type Row = Selectable<AuditLink> & { entry: Selectable<AuditEntry> | null };

const page = 1_000;

/**
 * Walks the whole chain as it is at this moment (or, in a transaction, as that sees it) and names the first row that is wrong;
 * `printed` are heads from receipts on paper, or copied from the page that publishes them.
 */
export async function verifyAudit(db: Db, printed: readonly PrintedHead[] = []): Promise<AuditVerdict> {
  if (db.isTransaction) return walk(db, await expectedHeads(db, printed));
  return inSnapshot(db, async (tx) => walk(tx, await expectedHeads(tx, printed)));
}

/** Every head that someone outside the chain has written down, the shortest first. */
async function expectedHeads(tx: Db, printed: readonly PrintedHead[]): Promise<readonly PrintedHead[]> {
  const receipts = await tx.selectFrom('receipt').select(['auditSeq as seq', 'auditHash as hash']).distinct().execute();
  const published = await tx.selectFrom('publishedHead').select(['seq', 'hash']).execute();
  const papers = await tx.selectFrom('paperReceipt').select(['auditSeq as seq', 'auditHash as hash']).execute();
  return [...receipts, ...papers, ...published, ...printed].filter((head) => head.seq > 0).toSorted((a, b) => a.seq - b.seq);
}

async function walk(tx: Db, heads: readonly PrintedHead[]): Promise<AuditVerdict> {
  let seq = 0;
  let prev = chainStart;
  let nextHead = 0;
  for (;;) {
    const rows = await readPage(tx, seq);
    for (const row of rows) {
      const fault = await judge(tx, row, seq + 1, prev);
      if (fault !== undefined) return { ok: false, ...fault };
      seq += 1;
      prev = row.hash;
      for (; heads[nextHead]?.seq === seq; nextHead += 1) {
        if (heads[nextHead]?.hash !== prev) return { ok: false, fault: 'rewritten', seq, entryId: row.entryId };
      }
    }
    if (rows.length < page) break;
  }
  return judgeEnd(tx, seq, prev, nextHead < heads.length);
}

async function readPage(tx: Db, after: number): Promise<readonly Row[]> {
  const links = await tx.selectFrom('auditLink').selectAll().where('seq', '>', after).orderBy('seq').limit(page).execute();
  if (links.length === 0) return [];
  const ids = links.map((link) => link.entryId);
  const entries = new Map((await tx.selectFrom('auditEntry').selectAll().where('id', 'in', ids).execute()).map((entry) => [entry.id, entry]));
  return links.map((link) => ({ ...link, entry: entries.get(link.entryId) ?? null }));
}

interface Fault {
  readonly fault: AuditFault;
  readonly seq: number;
  readonly entryId: number | null;
}

async function judge(tx: Db, row: Row, seq: number, prev: string): Promise<Fault | undefined> {
  const at = { seq, entryId: row.entryId };
  if (row.seq !== seq) return { fault: 'deleted', seq, entryId: null };
  if (row.prev !== prev) {
    const before = await tx.selectFrom('auditLink').select('seq').where('hash', '=', row.prev).executeTakeFirst();
    return { fault: before === undefined ? 'deleted' : 'reordered', ...at };
  }
  if (row.entry === null) return { fault: 'deleted', ...at };
  if (linkHash(prev, row.entry) === row.hash) return undefined;
  return { fault: (await chainedElsewhere(tx, row, prev)) ? 'reordered' : 'edited', ...at };
}

/** Whether the entry that this link was made from now hangs on another link. */
async function chainedElsewhere(tx: Db, row: Row, prev: string): Promise<boolean> {
  for (let after = row.seq; ; after += page) {
    const rows = await readPage(tx, after);
    if (rows.some(({ entry }) => entry !== null && linkHash(prev, entry) === row.hash)) return true;
    if (rows.length < page) return false;
  }
}

async function judgeEnd(tx: Db, seq: number, hash: string, headsLeft: boolean): Promise<AuditVerdict> {
  const head = await tx.selectFrom('auditHead').select(['seq', 'hash']).executeTakeFirst();
  if (headsLeft || head === undefined || head.seq !== seq || head.hash !== hash) return { ok: false, fault: 'truncated', seq: seq + 1, entryId: null };
  const loose = await tx
    .selectFrom('auditEntry')
    .select('auditEntry.id')
    .leftJoin('auditLink', 'auditLink.entryId', 'auditEntry.id')
    .leftJoin('auditPending', 'auditPending.entryId', 'auditEntry.id')
    .where('auditLink.seq', 'is', null)
    .where('auditPending.entryId', 'is', null)
    .orderBy('auditEntry.id')
    .limit(1)
    .executeTakeFirst();
  if (loose !== undefined) return { ok: false, fault: 'unchained', seq: seq + 1, entryId: loose.id };
  return { ok: true, entries: seq, head: hash };
}
