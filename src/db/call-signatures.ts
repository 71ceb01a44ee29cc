import type { Db, Tx } from './pool.ts';

export interface SignatureRow {
  readonly level: string;
  readonly person: string;
  readonly name: string;
  readonly at: string;
}

/** Who has signed this text of the draft. */
export async function listSignatures(db: Db, callId: string, draftN: number): Promise<readonly SignatureRow[]> {
  return db
    .selectFrom('callSignature')
    .innerJoin('auth.user as person', 'person.id', 'callSignature.person')
    .select(['callSignature.level', 'callSignature.person', 'person.name', 'callSignature.at'])
    .where('callSignature.callId', '=', callId)
    .where('callSignature.draftN', '=', draftN)
    .orderBy('callSignature.at')
    .execute();
}

export async function insertSignature(tx: Tx, signature: { callId: string; draftN: number; level: string; person: string }): Promise<void> {
  await tx.insertInto('callSignature').values(signature).execute();
}

export interface SignerRow {
  readonly person: string;
  readonly username: string | null;
  readonly name: string;
  /** Levels at which they sign. */
  readonly levels: readonly string[];
}

/** People of an organisation with the levels at which they sign calls. */
export async function listSigners(db: Db, organisationId: string): Promise<readonly SignerRow[]> {
  const people = await db
    .selectFrom('membership')
    .innerJoin('auth.user as person', 'person.id', 'membership.userId')
    .select(['person.id', 'person.username', 'person.name'])
    .where('membership.organisationId', '=', organisationId)
    .where('membership.canSubmit', '=', true)
    .orderBy('person.name')
    .execute();
  const levels = await db.selectFrom('callSigner').selectAll().execute();
  return people.map(({ id, username, name }) => ({ person: id, username, name, levels: levels.filter((row) => row.person === id).map((row) => row.level) }));
}

export async function levelsOf(db: Db, person: string): Promise<readonly string[]> {
  return (await db.selectFrom('callSigner').select('level').where('person', '=', person).execute()).map((row) => row.level);
}

/** From now on this person signs at these levels, and at no other. */
export async function setLevels(tx: Tx, person: string, levels: readonly string[]): Promise<void> {
  await tx.deleteFrom('callSigner').where('person', '=', person).execute();
  if (levels.length > 0)
    await tx
      .insertInto('callSigner')
      .values(levels.map((level) => ({ person, level })))
      .execute();
}
