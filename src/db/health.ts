import { sql } from 'kysely';
import type { Db } from './pool.ts';

export interface Health {
  /** Bytes. */
  readonly databaseSize: number;
  /** Links of the audit chain, entries that wait for theirs, and how old the oldest of those is, in seconds. */
  readonly chain: number;
  readonly unchained: number;
  readonly lag: number;
  readonly jobs: readonly { readonly name: string; readonly state: string; readonly count: number; readonly newest: string }[];
  readonly outbox: readonly { readonly state: string; readonly count: number; readonly oldest: string }[];
  /** When a backup was last written, or this database was made from one. */
  readonly backup: { readonly at: string; readonly kind: 'database.backup' | 'database.restore' } | null;
}

/** Numbers about the machine; nothing of what stands in the tables. Instants of jobs are by the database's own clock. */
export async function readHealth(db: Db): Promise<Health> {
  const { rows } = await sql<Omit<Health, 'jobs' | 'outbox' | 'backup'>>`
    select pg_database_size(current_database()) as "databaseSize", (select seq from audit_head) as chain,
      (select count(*) from audit_pending) as unchained,
      coalesce((select extract(epoch from jiqun_now() - min(at))::int from audit_pending join audit_entry on id = entry_id), 0) as lag`.execute(db);
  const jobs = await sql<Health['jobs'][number]>`
    select name, state::text as state, count(*)::int as count, max(created_on) as newest from pgboss.job
    where name not like '\\_\\_%' group by 1, 2 order by 1, 2`.execute(db);
  const outbox = await sql<Health['outbox'][number]>`select state, count(*)::int as count, min(made_at) as oldest from outbox group by 1 order by 1`.execute(
    db,
  );
  const backup = await db
    .selectFrom('auditEntry')
    .select(['at', 'command'])
    .where('command', 'in', ['database.backup', 'database.restore'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    ...rows[0]!,
    jobs: jobs.rows,
    outbox: outbox.rows,
    backup: backup === undefined ? null : { at: backup.at, kind: backup.command === 'database.backup' ? 'database.backup' : 'database.restore' },
  };
}
