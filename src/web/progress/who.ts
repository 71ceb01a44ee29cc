import type { PlanFile } from '#web/api/queries.ts';
import { who } from '#web/messages/who.ts';

/** Whose turn it is with the place that a pointer names: an applicant with its proposal, or the zone, by whom saved it last. */
export function whoOf(plan: PlanFile, pointer: string): string {
  const [, document = '', key = '', block = ''] = pointer.split('/');
  if (document === 'projects' && key !== '') {
    const proposal = plan.facts.proposals?.[Number(key)];
    if (proposal?.owner === true) return proposal.state === 'drafting' ? proposal.company : who.zoneFor(proposal.company);
    return byZone(plan.projects[Number(key)]?.blocks[block]?.savedBy);
  }
  const blocks = document === 'form' || document === 'commitment' || document === 'outline' ? plan.documents[document] : {};
  return byZone(blocks[key]?.savedBy);
}

function byZone(person: string | null | undefined): string {
  return person ? who.person(person) : who.zone;
}
