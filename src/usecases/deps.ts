import type { Enqueue } from '#db/jobs.ts';
import type { Db } from '#db/pool.ts';
import type { Accounts } from './accounts.ts';

/** What every use case is given. */
export interface Deps {
  readonly db: Db;
  readonly accounts: Accounts;
  readonly enqueue: Enqueue;
  /** Address that people use: printed in QR codes. */
  readonly publicUrl: string;
  /** Demonstration data: said on every page and paper. */
  readonly demo: boolean;
}
