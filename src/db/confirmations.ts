import type { Insertable, Selectable } from 'kysely';
import type { Db, Tx } from './pool.ts';
import type { RecommendationConfirmation } from './schema/city.ts';

export type ConfirmationRow = Selectable<RecommendationConfirmation>;

/** The caller holds the plan's lock. */
export async function insertConfirmation(tx: Tx, row: Insertable<RecommendationConfirmation>): Promise<void> {
  await tx.insertInto('recommendationConfirmation').values(row).execute();
}

/** The newest version that the city confirmed; undefined where nothing was mended yet. */
export async function findConfirmation(db: Db, recommendationId: string): Promise<(ConfirmationRow & { readonly by: string }) | undefined> {
  return db
    .selectFrom('recommendationConfirmation')
    .innerJoin('auth.user as person', 'person.id', 'recommendationConfirmation.confirmedBy')
    .selectAll('recommendationConfirmation')
    .select('person.name as by')
    .where('recommendationId', '=', recommendationId)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
}
