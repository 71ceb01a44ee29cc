import type { Handlers } from '#http/context.ts';
import type { solicitationRoutes } from '#http/contract/routes/solicitation.ts';
import { listAnswers, makeOffer, readAnswer } from '#usecases/answers.ts';
import { acceptAnswer, declineAnswer, withdrawAnswer } from '#usecases/decide-answer.ts';
import type { Deps } from '#usecases/deps.ts';
import { inviteCompany, readInvitation, takeInvitation } from '#usecases/invite-company.ts';
import { closeSolicitation, draftSolicitation, listSolicitations, publishSolicitation, readSolicitation, saveSolicitation } from '#usecases/solicitations.ts';

export function solicitationHandlers(deps: Deps): Pick<Handlers, keyof typeof solicitationRoutes> {
  return {
    solicitations: async (_input, { actor }) => listSolicitations(deps, actor),
    solicitation: async ({ params }, { actor }) => readSolicitation(deps, actor, params.solicitation),
    draftSolicitation: async (_input, { actor, key }) => draftSolicitation(deps, actor, key),
    saveSolicitation: async ({ params, body }, { actor, key }) => saveSolicitation(deps, actor, key, params.solicitation, body.terms),
    publishSolicitation: async ({ params }, { actor, key }) => publishSolicitation(deps, actor, key, params.solicitation),
    closeSolicitation: async ({ params }, { actor, key }) => closeSolicitation(deps, actor, key, params.solicitation),
    invite: async ({ params, body }, { actor, key }) => inviteCompany(deps, actor, key, params.solicitation, body),
    invitation: async ({ params }) => readInvitation(deps, params.token),
    takeInvitation: async ({ params }, { actor, key }) => takeInvitation(deps, actor, key, params.token),
    offer: async ({ params, body }, { actor, key, elapsed }) => makeOffer(deps, actor, key, params.solicitation, body, elapsed),
    answers: async (_input, { actor }) => listAnswers(deps, actor),
    answer: async ({ params }, { actor }) => readAnswer(deps, actor, params.answer),
    acceptAnswer: async ({ params }, { actor, key }) => acceptAnswer(deps, actor, key, params.answer),
    declineAnswer: async ({ params, body }, { actor, key }) => declineAnswer(deps, actor, key, params.answer, body.reason),
    withdrawAnswer: async ({ params, body }, { actor, key }) => withdrawAnswer(deps, actor, key, params.answer, body.reason),
  };
}
