import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { digestOf } from './files.ts';
import type { Db } from './pool.ts';

export const paperKinds = ['form', 'plan', 'commitment'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** A paper whose bytes are kept under their SM3. */
export interface KeptPaper {
  readonly digest: string;
  readonly pages: number;
}

/** Papers that are kept; the oldest go first. Three a plan: enough for every zone of a province, several times over. */
const most = 600;

/** Which papers of this text were drawn ahead. */
export async function listRenderedPapers(db: Db, textDigest: string): Promise<ReadonlySet<PaperKind>> {
  const rows = await db.selectFrom('renderedPaper').select('kind').where('textDigest', '=', textDigest).execute();
  return new Set(rows.map(({ kind }) => kind));
}

/**
 * Puts the papers of this text that were drawn ahead among the files, and answers them. One that is not as it was put there is left out.
 * The bytes never leave the database.
 */
export async function fileRenderedPapers(db: Db, textDigest: string): Promise<ReadonlyMap<PaperKind, KeptPaper>> {
  const { rows } = await sql<KeptPaper & { readonly kind: PaperKind }>`
    with intact as (select kind, digest, pages, bytes from rendered_paper where text_digest = ${textDigest} and sha256(bytes) = seal),
      filed as (insert into document_file (digest, media_type, bytes) select digest, 'application/pdf', bytes from intact on conflict do nothing)
    select kind, digest, pages from intact`.execute(db);
  return new Map(rows.map(({ kind, digest, pages }) => [kind, { digest, pages }]));
}

export async function keepRenderedPaper(
  db: Db,
  textDigest: string,
  kind: PaperKind,
  drawn: { readonly bytes: Uint8Array; readonly pages: number },
): Promise<void> {
  const bytes = Buffer.from(drawn.bytes);
  const seal = createHash('sha256').update(bytes).digest();
  await db
    .insertInto('renderedPaper')
    .values({ textDigest, kind, bytes, digest: digestOf(bytes), seal, pages: drawn.pages })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await sql`delete from rendered_paper where (text_digest, kind) in (select text_digest, kind from rendered_paper order by drawn_at desc offset ${most})`.execute(
    db,
  );
}
