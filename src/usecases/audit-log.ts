import { appendAudit } from '#db/audit.ts';
import { type AuditRow, findAuditRow, type LinkedEntry, replayable, searchAudit } from '#db/audit-search.ts';
import { storedStates } from '#db/stored-states.ts';
import { inSnapshot, type Tx } from '#db/pool.ts';
import { type AuditVerdict, verifyAudit } from '#db/verify-audit.ts';
import type { Act } from '#domain/access/acts.ts';
import { type AuditedEvent, type Replayed, replayStates } from '#domain/audit/replay.ts';
import type { AuditSearch } from '#domain/audit/search.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise } from './authorise.ts';
import type { Deps } from './deps.ts';
import type { Session } from './session.ts';

const pageSize = 50;
/** A table that one can still open. */
const mostExported = 10_000;

/** The log as asked for, newest first; `next` is what to ask for the page after. */
export async function searchLog(
  deps: Deps,
  asker: Session | null,
  asked: AuditSearch,
  before: number | null,
): Promise<{ rows: readonly AuditRow[]; next: number | null }> {
  authorise(asker, 'audit.search', { kind: 'log' });
  const rows = await searchAudit(deps.db, asked, before, pageSize + 1);
  const shown = rows.slice(0, pageSize);
  return { rows: shown, next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}

/** One entry, whole, with its link of the chain. */
export async function readEntry(deps: Deps, asker: Session | null, id: number): Promise<LinkedEntry & { readonly row: AuditRow }> {
  authorise(asker, 'audit.search', { kind: 'log' });
  const found = Number.isSafeInteger(id) ? await findAuditRow(deps.db, id) : undefined;
  if (found === undefined) throw new Refusal('notFound');
  return found;
}

/** What was found, to be taken away; on record, as what leaves the house. */
export async function exportLog(deps: Deps, asker: Session | null, asked: AuditSearch): Promise<{ rows: readonly AuditRow[]; all: boolean }> {
  const session = authorise(asker, 'audit.export', { kind: 'log' });
  const rows = await searchAudit(deps.db, asked, null, mostExported + 1);
  const taken = rows.slice(0, mostExported);
  await onRecord(deps, session, 'audit.export', 'log', { event: 'export', rows: taken.length, asked: filled(asked) });
  return { rows: taken, all: rows.length <= mostExported };
}

function filled(asked: AuditSearch): JsonObject {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== '' && value !== 'all' && value !== false));
}

/** One thing whose stored state is not the one that its entries lead to. */
export interface Mismatch {
  readonly thing: Replayed;
  readonly name: string;
  readonly stored: string;
  /** Null where the log does not know it. */
  readonly replayed: string | null;
  /** The entry that could not follow on what stood before it. */
  readonly broken: string | null;
}

export interface WholeVerdict {
  readonly chain: AuditVerdict;
  /** Things whose states were computed from the log. */
  readonly replayed: number;
  readonly mismatches: readonly Mismatch[];
}

const mostShown = 50;

/** Walks the whole chain and replays every state from it, now; on record with what came of it. */
export async function verifyLog(deps: Deps, asker: Session | null): Promise<WholeVerdict> {
  const session = authorise(asker, 'audit.verify', { kind: 'log' });
  const witnesses = (await deps.machine?.witnesses()) ?? [];
  const verdict = await inSnapshot(deps.db, async (tx): Promise<WholeVerdict> => ({ chain: await verifyAudit(tx, witnesses), ...(await replayAll(tx)) }));
  const { chain, replayed, mismatches } = verdict;
  const found = chain.ok ? { entries: chain.entries } : { fault: chain.fault, seq: chain.seq };
  await onRecord(deps, session, 'audit.verify', 'log', {
    event: 'verify',
    ok: chain.ok && mismatches.length === 0,
    ...found,
    replayed,
    mismatches: mismatches.length,
  });
  return { ...verdict, mismatches: mismatches.slice(0, mostShown) };
}

/** Every stored state against the one that its entries lead to (model §5, invariant 5). */
export async function replayAll(tx: Tx): Promise<Omit<WholeVerdict, 'chain'>> {
  const entries: AuditedEvent[] = [];
  for await (const entry of replayable(tx)) entries.push(entry);
  const states = replayStates(entries);
  const mismatches: Mismatch[] = [];
  const stored = await storedStates(tx);
  for (const { thing, name, state } of stored) {
    const found = states.get(thing)?.get(name);
    if (found?.state === state && found.broken === null) continue;
    const broken = found?.broken ?? null;
    mismatches.push({
      thing,
      name,
      stored: state,
      replayed: found?.state ?? null,
      broken: broken === null ? null : `${broken.command} ${String(broken.detail['event'] ?? '')}`,
    });
  }
  return { replayed: stored.length, mismatches };
}

/** What is no command, and yet must be on record before it is answered. */
export async function onRecord({ db }: Deps, session: Session, command: Act, subject: string, detail: JsonObject): Promise<void> {
  await db.transaction().execute((tx) => appendAudit(tx, { actor: session.person, organisationId: session.organisation, command, subject, detail }));
}
