import type { Tx } from '#db/pool.ts';
import type { MessageKind } from '#domain/messages/kinds.ts';
import { listOfKind } from '#db/organisation-search.ts';
import type { IntakeFile } from './intake-file.ts';
import { proposalLink, versionsLink } from './links.ts';
import { tellOrganisation } from './notify.ts';

/**
 * The zone, every company with a project in the file, and the city hear of what the intake centre did; `link` is where zone and city read
 * more of it. What is about one project (`only`) is told to its company alone.
 */
export async function tellFilers(
  tx: Tx,
  { plan, projects }: Pick<IntakeFile, 'plan' | 'projects'>,
  kind: MessageKind,
  params: Readonly<Record<string, string | number>>,
  link = versionsLink(plan.id),
  only?: string,
): Promise<void> {
  for (const filer of [plan.zoneId, plan.cityId]) await tellOrganisation(tx, filer, { kind, link, params: { number: plan.number, ...params } });
  for (const { id, ownerId } of projects) {
    if (ownerId !== null && (only === undefined || id === only))
      await tellOrganisation(tx, ownerId, { kind, link: proposalLink(id), params: { number: plan.number, ...params } });
  }
}

/** Everybody of the province who decides hears that something waits for them. */
export async function tellOfficers(tx: Tx, kind: MessageKind, link: string, params: Readonly<Record<string, string | number>>): Promise<void> {
  for (const organisation of await listOfKind(tx, 'province')) await tellOrganisation(tx, organisation, { kind, link, params }, { right: 'submit' });
}
