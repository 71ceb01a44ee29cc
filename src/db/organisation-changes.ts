import type { OrganisationState } from '#domain/filing/lifecycle/organisation.ts';
import type { Db, Tx } from './pool.ts';

export async function setOrganisationState(tx: Tx, id: string, state: OrganisationState, mergedInto: string | null = null): Promise<void> {
  await tx.updateTable('organisation').set({ state, mergedInto }).where('id', '=', id).execute();
}

/** Renames it, or writes a new level down; what was before stays in the history. */
export async function insertName(tx: Tx, name: { organisationId: string; name: string; level: string | null; reason: string }): Promise<void> {
  await tx.insertInto('organisationName').values(name).execute();
  await tx.updateTable('organisation').set({ name: name.name }).where('id', '=', name.organisationId).execute();
}

/** How to reach whoever asked for a place; `phone` is sealed. */
export async function keepContact(tx: Tx, contact: { organisationId: string; name: string; phone: string }): Promise<void> {
  await tx.insertInto('organisationContact').values(contact).execute();
}

export async function findContact(db: Db, organisationId: string): Promise<{ name: string; phone: string } | undefined> {
  return db.selectFrom('organisationContact').select(['name', 'phone']).where('organisationId', '=', organisationId).executeTakeFirst();
}

export async function forgetContact(tx: Tx, organisationId: string): Promise<void> {
  await tx.deleteFrom('organisationContact').where('organisationId', '=', organisationId).execute();
}
