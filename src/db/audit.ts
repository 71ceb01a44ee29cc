import type { JsonObject } from '#domain/values/json.ts';
import type { Db, Tx } from './pool.ts';

export interface AuditEntry {
  /** User id, or `system`. */
  readonly actor: string;
  readonly organisationId?: string;
  /** What was done: `plan.submit`, `version.verified`. */
  readonly command: string;
  /** What it was done to, by the number people know: `JQ2022-0001`. */
  readonly subject: string;
  readonly detail?: JsonObject;
  /** Idempotency key of the command. */
  readonly key?: string;
}

/** One row per command, in the command's own transaction; the sequencer chains it soon after. Never holds a lock. */
export async function appendAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto('auditEntry')
    .values({
      actor: entry.actor,
      organisationId: entry.organisationId ?? null,
      command: entry.command,
      subject: entry.subject,
      detail: JSON.stringify(entry.detail ?? {}),
      key: entry.key ?? null,
    })
    .execute();
}

/** Where the chain ends now: printed on receipts. */
export async function auditHead(db: Db): Promise<{ seq: number; hash: string }> {
  return db.selectFrom('auditHead').select(['seq', 'hash']).executeTakeFirstOrThrow();
}
