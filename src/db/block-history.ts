import type { Selectable } from 'kysely';
import type { Db } from './pool.ts';
import type { DocumentPlace } from './presence.ts';
import type { BlockHistory } from './schema/filing.ts';

export type SaveRow = Selectable<BlockHistory> & { readonly name: string };

function saves(db: Db, { planId, document }: DocumentPlace, block: string) {
  return db
    .selectFrom('blockHistory')
    .innerJoin('auth.user as person', 'person.id', 'blockHistory.savedBy')
    .selectAll('blockHistory')
    .select('person.name')
    .where('planId', '=', planId)
    .where('document', '=', document)
    .where('block', '=', block);
}

/** Saves of a block older than `before`, newest first. */
export async function listSaves(db: Db, at: DocumentPlace, block: string, before: number | undefined, most: number): Promise<readonly SaveRow[]> {
  const all = saves(db, at, block).orderBy('version', 'desc').limit(most);
  return (before === undefined ? all : all.where('version', '<', before)).execute();
}

export async function findSave(db: Db, at: DocumentPlace, block: string, version: number): Promise<SaveRow | undefined> {
  return saves(db, at, block).where('version', '=', version).executeTakeFirst();
}
