import { Bytes, type Handlers } from '#http/context.ts';
import type { planRoutes } from '#http/contract/routes/plans.ts';
import { addProject, removeProject, restoreProject } from '#usecases/change-projects.ts';
import { checkPlan } from '#usecases/check-plan.ts';
import { createPlan } from '#usecases/create-plan.ts';
import type { Deps } from '#usecases/deps.ts';
import { draftPdf } from '#usecases/draft-pdf.ts';
import { listPlans } from '#usecases/list-plans.ts';
import { readPlan } from '#usecases/read-plan.ts';
import { recallPlan } from '#usecases/recall-plan.ts';
import { readOwed, remindOwing } from '#usecases/remind-owing.ts';
import { saveBlock } from '#usecases/save-block.ts';
import { submitPlan } from '#usecases/submit-plan.ts';

export function planHandlers(deps: Deps): Pick<Handlers, keyof typeof planRoutes> {
  return {
    plans: async (_input, { actor }) => listPlans(deps, actor),
    createPlan: async (_input, { actor, key }) => createPlan(deps, actor, key),
    plan: async ({ params }, { actor }) => readPlan(deps, actor, params.plan),
    saveBlock: async ({ params, body }, { actor, key }) => saveBlock(deps, actor, key, params, body),
    addProject: async ({ params }, { actor, key }) => addProject(deps, actor, key, params.plan),
    removeProject: async ({ params }, { actor, key }) => removeProject(deps, actor, key, params.plan, params.project),
    restoreProject: async ({ params }, { actor, key }) => restoreProject(deps, actor, key, params.plan, params.project),
    owed: async ({ params }, { actor }) => readOwed(deps, actor, params.plan),
    remind: async ({ params, body }, { actor, key }) => remindOwing(deps, actor, key, params.plan, body.projects),
    check: async ({ params }, { actor }) => checkPlan(deps, actor, params.plan),
    draftPdf: async ({ params }, { actor }) => {
      const { bytes, name } = await draftPdf(deps, actor, params.plan);
      return new Bytes(bytes, 'application/pdf', { name });
    },
    submit: async ({ params }, { actor, key, elapsed }) => submitPlan(deps, actor, key, params.plan, elapsed),
    recall: async ({ params, body }, { actor, key, elapsed }) => recallPlan(deps, actor, key, params.plan, body.reason, elapsed),
  };
}
