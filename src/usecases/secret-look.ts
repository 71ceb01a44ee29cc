import { findContact } from '#db/organisation-changes.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { onRecord } from './audit-log.ts';
import type { Deps } from './deps.ts';
import { authoriseOrganisation } from './organisations.ts';
import type { Session } from './session.ts';

/**
 * Opens the sealed telephone number of whoever asked for a place: for the keeper, and on record before it is answered. No command: its
 * reply would be kept.
 */
export async function lookAtPhone(deps: Deps, asker: Session | null, id: string): Promise<{ phone: string }> {
  const { session, organisation } = await authoriseOrganisation(deps.db, asker, 'secret.look', id);
  const contact = organisation.keeperId === session.organisation ? await findContact(deps.db, organisation.id) : undefined;
  if (contact === undefined) throw new Refusal('notFound');
  const phone = deps.seal.open(contact.phone);
  await onRecord(deps, session, 'secret.look', organisation.name, { event: 'look', whose: contact.name, field: 'contact.phone', where: 'organisation' });
  return { phone };
}
