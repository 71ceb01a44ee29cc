import type { PlanFacts } from '#db/plan-facts.ts';
import type { Tx } from '#db/pool.ts';
import { cityLink, mendingLink } from './links.ts';
import { tellOrganisation } from './notify.ts';
import type { Session } from './session.ts';

/** The city hears that one of its zones filed: it has to look at a plan, or to confirm what was mended. */
export async function tellFiled(tx: Tx, plan: PlanFacts, session: Session, zone: string, event: 'submit' | 'resubmit'): Promise<void> {
  const params = { zone, number: plan.number };
  const notice =
    event === 'submit'
      ? ({ kind: 'plan.submitted', params, link: cityLink(plan.id) } as const)
      : ({ kind: 'mending.resubmitted', params, link: mendingLink(plan.id) } as const);
  await tellOrganisation(tx, plan.cityId, notice, { not: session.person });
}
