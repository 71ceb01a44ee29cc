import type { Db, Tx } from './pool.ts';

export interface PartnerRow {
  readonly organisationId: string;
  readonly name: string;
  readonly confirmedAt: string | null;
}

export async function listPartners(db: Db, projectId: string): Promise<readonly PartnerRow[]> {
  return db
    .selectFrom('projectPartner')
    .innerJoin('organisation', 'organisation.id', 'projectPartner.organisationId')
    .select(['projectPartner.organisationId', 'organisation.name', 'projectPartner.confirmedAt'])
    .where('projectId', '=', projectId)
    .orderBy('projectPartner.invitedAt')
    .orderBy('organisation.name')
    .execute();
}

/** False where the organisation takes part already. */
export async function insertPartner(tx: Tx, projectId: string, organisationId: string): Promise<boolean> {
  const row = await tx
    .insertInto('projectPartner')
    .values({ projectId, organisationId, confirmedAt: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('organisationId')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deletePartner(tx: Tx, projectId: string, organisationId: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('projectPartner')
    .where('projectId', '=', projectId)
    .where('organisationId', '=', organisationId)
    .returning('organisationId')
    .executeTakeFirst();
  return row !== undefined;
}

export async function confirmPartner(tx: Tx, projectId: string, organisationId: string, at: string): Promise<void> {
  await tx.updateTable('projectPartner').set({ confirmedAt: at }).where('projectId', '=', projectId).where('organisationId', '=', organisationId).execute();
}

/** What every partner confirmed has changed. */
export async function unconfirmPartners(tx: Tx, projectId: string): Promise<void> {
  await tx.updateTable('projectPartner').set({ confirmedAt: null }).where('projectId', '=', projectId).where('confirmedAt', 'is not', null).execute();
}
