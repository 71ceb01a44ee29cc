import { sql } from 'kysely';
import type { PaperKind } from '#domain/filing/intake.ts';
import type { Db } from './pool.ts';

/** Of which frozen paper some bytes are. */
export interface FrozenPaper {
  readonly planId: string;
  readonly n: number;
  readonly kind: Exclude<PaperKind, 'letter'>;
}

/** The papers of versions whose bytes have this digest, the newest first: two versions may share one. */
export async function findFrozenPapers(db: Db, digest: string): Promise<readonly FrozenPaper[]> {
  const { rows } = await sql<FrozenPaper>`
    select plan_id, n, 'form' as kind from plan_version where pdf_digest = ${digest}
    union all
    select plan_id, n, kind from plan_version_document where digest = ${digest}
    order by n desc`.execute(db);
  return rows;
}
