import { randomBytes } from 'node:crypto';
import { insertAccount } from '#db/accounts.ts';
import { appendAudit } from '#db/audit.ts';
import { insertMembership, insertOrganisation } from '#db/organisations.ts';
import type { Db } from '#db/pool.ts';
import { hashPassword, spelt } from './accounts.ts';
import type { OneTime } from './people.ts';
import { orTaken } from './taken.ts';

export interface FirstPerson {
  readonly username: string;
  readonly name: string;
  /** The province's own name, where it is not there yet. */
  readonly organisation: string;
}

/**
 * Makes the person from whom every other account comes: the province's first, or its next where nobody is left who manages its people.
 * Undefined where somebody is: they give out the places.
 */
export async function makeFirstAccount(db: Db, { username, name, organisation }: FirstPerson): Promise<OneTime | undefined> {
  const password = spelt(randomBytes(16));
  const hash = await hashPassword(password);
  return db.transaction().execute(async (tx) => {
    const province = await tx.selectFrom('organisation').select('id').where('kind', '=', 'province').where('state', '=', 'active').executeTakeFirst();
    const manager = await tx
      .selectFrom('membership')
      .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
      .innerJoin('person', 'person.userId', 'membership.userId')
      .select('membership.userId')
      .where('organisation.kind', '=', 'province')
      .where('organisation.state', '=', 'active')
      .where('person.state', '=', 'active')
      .where('canManage', '=', true)
      .executeTakeFirst();
    if (manager !== undefined) return undefined;
    const organisationId = province?.id ?? (await insertOrganisation(tx, { kind: 'province', name: organisation }));
    const userId = await orTaken(insertAccount(tx, { username: username.toLowerCase(), name, hash, mustChange: true }));
    await insertMembership(tx, { userId, organisationId, canWrite: true, canSubmit: true, canManage: true });
    await appendAudit(tx, { actor: 'system', organisationId, command: 'person.add', subject: username.toLowerCase(), detail: { event: 'add', first: true } });
    return { username: username.toLowerCase(), password };
  });
}
