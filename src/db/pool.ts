import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import { Pool, types, type PoolConfig } from 'pg';
import type { DB } from './schema.ts';

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

/** A connected database: `db` for the product's own queries, `pool` for the library that keeps accounts and sessions. */
export interface Store {
  readonly db: Db;
  /** Plain driver types, search path `auth`; bound to the same restricted role. */
  readonly pool: Pool;
  readonly close: () => Promise<void>;
}

const { INT8, TIMESTAMPTZ } = types.builtins;

/** 64-bit integers as numbers (refused beyond 2⁵³), instants as ISO 8601 in UTC with milliseconds. */
function parserFor(oid: Parameters<typeof types.getTypeParser>[0], format: 'text' | 'binary' = 'text'): (value: string) => unknown {
  if (format === 'text' && oid === INT8) return parseInt8;
  if (format === 'text' && oid === TIMESTAMPTZ) return parseInstant;
  return types.getTypeParser(oid, format);
}

function parseInt8(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`integer out of range: ${value}`);
  return number;
}

function parseInstant(value: string): string {
  return new Date(`${value.replace(' ', 'T')}:00`).toISOString();
}

const settings = '-c TimeZone=UTC -c DateStyle=ISO -c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s';

/** `app` may not change what is append-only; `owner` migrates, moves the rehearsal clock and seeds. */
export function openStore(url: string, role: 'app' | 'owner' = 'app'): Store {
  const restricted = role === 'app' ? ' -c role=jiqun_app' : '';
  const own = openPool({ connectionString: url, max: 20, options: `${settings}${restricted}`, types: { getTypeParser: parserFor } });
  const accounts = openPool({ connectionString: url, max: 6, options: `${settings} -c search_path=auth${restricted}` });
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: own }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    db,
    pool: accounts,
    close: async () => {
      await Promise.all([db.destroy(), accounts.end()]);
    },
  };
}

/** Reads several things as they stand at one instant. */
export async function inSnapshot<T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}

/**
 * How long a connection waits for the next wave of people, in milliseconds: one that is opened anew answers its first statements several
 * times as slowly as one that stands (a quarter of all submissions a second, bench/README.md).
 */
const idle = 5 * 60_000;

function openPool(config: PoolConfig): Pool {
  const pool = new Pool({ connectionTimeoutMillis: 5_000, idleTimeoutMillis: idle, ...config });
  // A database restart breaks idle connections: without a listener each would end the process. The next query opens a new one.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}

function ignore(): void {}
