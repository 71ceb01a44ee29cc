import { sql } from 'kysely';
import { digestOf } from './files.ts';
import type { Db } from './pool.ts';

export interface DrawnPaper {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Papers that are kept; the oldest go first. Three a plan: enough for every zone of a province, several times over. */
const most = 600;

/** The paper of this drawing; undefined where it is not kept, or not as it was put there. */
export async function findRenderedPaper(db: Db, drawing: string): Promise<DrawnPaper | undefined> {
  const row = await db.selectFrom('renderedPaper').select(['bytes', 'digest', 'pages']).where('drawing', '=', drawing).executeTakeFirst();
  return row !== undefined && digestOf(row.bytes) === row.digest ? row : undefined;
}

export async function keepRenderedPaper(db: Db, drawing: string, { bytes, pages }: DrawnPaper): Promise<void> {
  await db
    .insertInto('renderedPaper')
    .values({ drawing, bytes: Buffer.from(bytes), digest: digestOf(bytes), pages })
    .onConflict((conflict) => conflict.column('drawing').doNothing())
    .execute();
  await sql`delete from rendered_paper where drawing in (select drawing from rendered_paper order by drawn_at desc offset ${most})`.execute(db);
}
