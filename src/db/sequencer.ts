import { createHash } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import { linkText } from '#domain/audit/link.ts';
import type { Db, Tx } from './pool.ts';
import type { AuditEntry, AuditLink } from './schema/audit.ts';

type Entry = Selectable<AuditEntry>;
type Link = Selectable<AuditLink>;

/** One sequencer at a time in the whole database. */
const sequencerLock = 7_202_202;

/** SM3 over the link before and the whole entry in canonical JSON. */
export function linkHash(prev: string, entry: Entry): string {
  return createHash('sm3').update(linkText(prev, entry)).digest('hex');
}

/**
 * Chains waiting entries in the order of their ids, at most `batch`; returns how many. An entry committed late is chained late:
 * the chain's own order is what is proved. Answers 0 while another sequencer is at work.
 */
export async function chainPending(db: Db, batch = 1_000): Promise<number> {
  return db.transaction().execute((tx) => chainWaiting(tx, batch));
}

/** The same within a transaction. */
export async function chainWaiting(tx: Tx, batch: number): Promise<number> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${sequencerLock}) as mine`.execute(tx);
  if (rows[0]?.mine !== true) return 0;
  const entries = await tx
    .selectFrom('auditPending')
    .innerJoin('auditEntry', 'auditEntry.id', 'auditPending.entryId')
    .selectAll('auditEntry')
    .orderBy('auditEntry.id')
    .limit(batch)
    .execute();
  if (entries.length > 0) await append(tx, entries);
  return entries.length;
}

async function append(tx: Tx, entries: readonly Entry[]): Promise<void> {
  let { seq, hash } = await tx.selectFrom('auditHead').select(['seq', 'hash']).forUpdate().executeTakeFirstOrThrow();
  const links = entries.map((entry): Link => {
    const prev = hash;
    seq += 1;
    hash = linkHash(prev, entry);
    return { seq, entryId: entry.id, prev, hash };
  });
  await tx.insertInto('auditLink').values(links).execute();
  await tx.updateTable('auditHead').set({ seq, hash }).execute();
  await tx
    .deleteFrom('auditPending')
    .where(
      'entryId',
      'in',
      entries.map((entry) => entry.id),
    )
    .execute();
}
