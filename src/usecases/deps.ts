import type { Enqueue } from '#db/jobs.ts';
import type { Db } from '#db/pool.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Accounts } from './accounts.ts';
import type { PrintedHead } from '#db/verify-audit.ts';
import type { Packager } from './read-package.ts';
import type { Seal } from './seal.ts';
import type { SheetTexts } from './sheets/convert.ts';

/** The machine that this server runs on, as far as its administrator must know it. */
export interface Machine {
  /** Release of the product. */
  readonly version: string;
  /** Bytes of the disk that holds the data folder. */
  readonly disk: () => Promise<{ readonly free: number; readonly total: number }>;
  /** Published heads as they were written down outside the database. */
  readonly witnesses: () => Promise<readonly PrintedHead[]>;
}

/** What every use case is given. */
export interface Deps {
  readonly db: Db;
  readonly accounts: Accounts;
  readonly enqueue: Enqueue;
  /** Editions on this server, newest first: a call is opened from one. */
  readonly editions: readonly Edition[];
  /** Address that people use: printed in QR codes. */
  readonly publicUrl: string;
  /** Ways beside the inbox by which this server can reach people. */
  readonly ways: { readonly mail: boolean; readonly sms: boolean };
  readonly seal: Seal;
  readonly sheets: SheetTexts;
  /** What writes packages that are checked without a network; its page is built when the first is asked for. */
  readonly packager: () => Promise<Packager>;
  /** Whether a second factor is asked for: not in a demonstration, whose password is known to all. */
  readonly secondFactor: boolean;
  /** Demonstration data: said on every page and paper. */
  readonly demo: boolean;
  /** A virus scanner is configured: what is uploaded waits for its word. */
  readonly scanner?: boolean;
  /** Hears of a plan that could be submitted as it stands, so that its papers are drawn ahead. */
  readonly papersAhead?: (plan: string) => void;
  readonly machine?: Machine;
}
