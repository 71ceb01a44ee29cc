import type { Handlers } from '#http/context.ts';
import type { organisationRoutes } from '#http/contract/routes/organisations.ts';
import { addOrganisation, changeOrganisation, mergeOrganisation, renameOrganisation, requestOrganisation } from '#usecases/change-organisations.ts';
import type { Deps } from '#usecases/deps.ts';
import { listKept, listPlacesToAsk, readOrganisation } from '#usecases/organisations.ts';
import { addPerson, changeRights, handOver, resetPassword, resumePerson, suspendPerson, unlockPerson } from '#usecases/people.ts';

export function organisationHandlers(deps: Deps): Pick<Handlers, keyof typeof organisationRoutes> {
  return {
    placesToAsk: async () => listPlacesToAsk(deps),
    requestOrganisation: async ({ body }, { headers }) => requestOrganisation(deps, body, headers),
    organisations: async ({ query }, { actor }) => listKept(deps, actor, query.search ?? ''),
    addOrganisation: async ({ body }, { actor, key }) => addOrganisation(deps, actor, key, body),
    organisation: async ({ params }, { actor }) => readOrganisation(deps, actor, params.organisation),
    activateOrganisation: async ({ params }, { actor, key }) => changeOrganisation(deps, actor, key, params.organisation, 'activate'),
    suspendOrganisation: async ({ params, body }, { actor, key }) => changeOrganisation(deps, actor, key, params.organisation, 'suspend', body.reason),
    resumeOrganisation: async ({ params }, { actor, key }) => changeOrganisation(deps, actor, key, params.organisation, 'resume'),
    closeOrganisation: async ({ params, body }, { actor, key }) => changeOrganisation(deps, actor, key, params.organisation, 'close', body.reason),
    renameOrganisation: async ({ params, body }, { actor, key }) => renameOrganisation(deps, actor, key, params.organisation, body),
    mergeOrganisation: async ({ params, body }, { actor, key }) => mergeOrganisation(deps, actor, key, params.organisation, body),
    addPerson: async ({ params, body }, { actor, key }) => addPerson(deps, actor, key, params.organisation, body),
    changeRights: async ({ params, body }, { actor, key }) => changeRights(deps, actor, key, params, body),
    suspendPerson: async ({ params, body }, { actor, key }) => suspendPerson(deps, actor, key, params, body.reason),
    resumePerson: async ({ params }, { actor, key }) => resumePerson(deps, actor, key, params),
    unlockPerson: async ({ params }, { actor, key }) => unlockPerson(deps, actor, key, params),
    resetPassword: async ({ params, body }, { actor, key }) => resetPassword(deps, actor, key, params, body.secondFactor),
    handOver: async ({ params, body }, { actor, key }) => handOver(deps, actor, key, params, body),
  };
}
