import type { Decision, Guards, Table } from './table.ts';
import { decideBy } from './table.ts';

export const organisationStates = ['requested', 'active', 'suspended', 'closed'] as const;
export type OrganisationState = (typeof organisationStates)[number];

export type OrganisationEvent = 'request' | 'add' | 'activate' | 'suspend' | 'resume' | 'close' | 'rename' | 'merge';

/** `keeper` is who activates it: the province its bureaus and zones, a zone the companies of its park, a local authority the others. */
export type OrganisationWho = 'public' | 'keeper' | 'security';
export type OrganisationGuard = 'reason';
export type OrganisationEffect = 'endSessions' | 'keepName' | 'movePeople';

/** The life of an organisation (model §2). A closed one is never opened again: it registers anew, its names and papers stay. */
export const organisationTable: Table<OrganisationState, OrganisationEvent, OrganisationWho, OrganisationGuard, OrganisationEffect> = {
  request: { from: ['new'], to: 'requested', who: [['public']], guards: [], effects: ['keepName'] },
  add: { from: ['new'], to: 'active', who: [['keeper']], guards: [], effects: ['keepName'] },
  activate: { from: ['requested'], to: 'active', who: [['keeper']], guards: [], effects: [] },
  suspend: { from: ['active'], to: 'suspended', who: [['keeper'], ['security']], guards: ['reason'], effects: ['endSessions'] },
  resume: { from: ['suspended'], to: 'active', who: [['keeper'], ['security']], guards: [], effects: [] },
  close: { from: ['requested', 'active', 'suspended'], to: 'closed', who: [['keeper']], guards: ['reason'], effects: ['endSessions'] },
  rename: { from: ['active', 'suspended'], to: 'same', who: [['keeper']], guards: ['reason'], effects: ['keepName'] },
  merge: { from: ['active', 'suspended'], to: 'closed', who: [['keeper']], guards: ['reason'], effects: ['endSessions', 'movePeople'] },
};

export interface OrganisationFacts {
  readonly by: readonly OrganisationWho[];
  readonly reason?: string;
}

const guards: Guards<OrganisationGuard, OrganisationFacts> = { reason: (facts) => ((facts.reason ?? '').trim() === '' ? 'badRequest' : undefined) };

export function decideOrganisation(
  state: OrganisationState | 'new',
  event: OrganisationEvent,
  facts: OrganisationFacts,
): Decision<OrganisationState, OrganisationEffect> {
  return decideBy(organisationTable, guards, state, event, facts);
}
