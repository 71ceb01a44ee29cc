import { type Health, readHealth } from '#db/health.ts';
import { listPublishedHeads } from '#db/published-heads.ts';
import { authorise } from './authorise.ts';
import type { Deps } from './deps.ts';
import type { Session } from './session.ts';
import { missingHeads } from './witness-heads.ts';

export interface SystemState extends Health {
  /** Null where this process was not started as a server. */
  readonly version: string | null;
  readonly disk: { readonly free: number; readonly total: number } | null;
  /** The newest head that was made public. */
  readonly head: { readonly day: string; readonly seq: number } | null;
  /** Heads that were published from this server and are not in its chain. */
  readonly missing: readonly { readonly seq: number; readonly hash: string }[];
}

/** The machine as its administrator needs it: no name, no text, no figure of anybody's file. */
export async function readSystem(deps: Deps, asker: Session | null): Promise<SystemState> {
  authorise(asker, 'system.read', { kind: 'machines' });
  const { db, machine } = deps;
  const [newest] = await listPublishedHeads(db);
  const missing = await missingHeads(db, (await machine?.witnesses()) ?? []);
  return {
    ...(await readHealth(db)),
    version: machine?.version ?? null,
    disk: (await machine?.disk()) ?? null,
    head: newest === undefined ? null : { day: newest.day, seq: newest.seq },
    missing: missing.map(({ seq, hash }) => ({ seq, hash })),
  };
}
