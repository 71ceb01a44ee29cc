import { listHearers } from '#db/calls.ts';
import { findOrganisation } from '#db/organisations.ts';
import type { PlanFacts } from '#db/plan-facts.ts';
import type { Tx } from '#db/pool.ts';
import { mendingLink } from './links.ts';
import { tellOrganisation } from './notify.ts';
import type { Session } from './session.ts';

/** The zone may bring its paper, and the intake centre receive it: the city stands by what was mended. */
export async function tellConfirmed(tx: Tx, plan: PlanFacts, session: Session): Promise<void> {
  const city = (await findOrganisation(tx, plan.cityId))?.name ?? '';
  const notice = { kind: 'mending.confirmed', params: { city, number: plan.number }, link: mendingLink(plan.id) } as const;
  await tellOrganisation(tx, plan.zoneId, notice);
  for (const { id, kind } of await listHearers(tx)) if (kind === 'intake') await tellOrganisation(tx, id, notice, { not: session.person });
}
