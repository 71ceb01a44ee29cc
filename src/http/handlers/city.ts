import { Bytes, type Handlers } from '#http/context.ts';
import type { cityRoutes } from '#http/contract/routes/city.ts';
import { readCandidates } from '#usecases/city-candidates.ts';
import { addNote, editNote, passCheck, reopenCheck, signOpinion } from '#usecases/city-check.ts';
import { declinePlan, returnPlan } from '#usecases/city-decide.ts';
import { readCityCheck } from '#usecases/city-read.ts';
import type { Deps } from '#usecases/deps.ts';
import { letterPdf, previewLetter } from '#usecases/recommend-letter.ts';
import { recommendPlan } from '#usecases/recommend-plan.ts';
import { withdrawRecommendation } from '#usecases/withdraw-recommendation.ts';

export function cityHandlers(deps: Deps): Pick<Handlers, keyof typeof cityRoutes> {
  return {
    candidates: async (_input, { actor }) => readCandidates(deps, actor),
    cityCheck: async ({ params }, { actor }) => readCityCheck(deps, actor, params.plan),
    addCheckNote: async ({ params, body }, { actor, key }) => addNote(deps, actor, key, params.plan, body),
    changeCheckNote: async ({ params, body }, { actor, key }) => editNote(deps, actor, key, params.plan, params.note, body.text),
    removeCheckNote: async ({ params }, { actor, key }) => editNote(deps, actor, key, params.plan, params.note, null),
    signOpinion: async ({ params, body }, { actor, key }) => signOpinion(deps, actor, key, { plan: params.plan, ...body }, params.kind),
    passCityCheck: async ({ params, body }, { actor, key }) => passCheck(deps, actor, key, { plan: params.plan, ...body }),
    reopenCityCheck: async ({ params }, { actor, key }) => reopenCheck(deps, actor, key, { plan: params.plan }),
    returnPlan: async ({ params, body: { reason, ...seen } }, { actor, key }) => returnPlan(deps, actor, key, { plan: params.plan, ...seen }, reason),
    declinePlan: async ({ params, body: { reason, ...seen } }, { actor, key }) => declinePlan(deps, actor, key, { plan: params.plan, ...seen }, reason),
    previewLetter: async ({ params, query }, { actor }) => {
      const { bytes, name } = await previewLetter(deps, actor, params.plan, query.number);
      return new Bytes(bytes, 'application/pdf', { name });
    },
    recommend: async ({ params, body: { documentNumber, ...seen } }, { actor, key, elapsed }) =>
      recommendPlan(deps, actor, key, { plan: params.plan, ...seen }, documentNumber, elapsed),
    withdrawRecommendation: async ({ params, body }, { actor, key, elapsed }) => withdrawRecommendation(deps, actor, key, params.plan, body.reason, elapsed),
    letterPdf: async ({ params }, { actor }) => {
      const { bytes, name, digest } = await letterPdf(deps, actor, params.plan);
      return new Bytes(bytes, 'application/pdf', { name, tag: digest });
    },
  };
}
