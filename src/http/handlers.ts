import { addProject, removeProject, restoreProject } from '#usecases/change-projects.ts';
import { checkPlan } from '#usecases/check-plan.ts';
import { closeSession } from '#usecases/close-session.ts';
import { createPlan } from '#usecases/create-plan.ts';
import type { Deps } from '#usecases/deps.ts';
import { draftPdf } from '#usecases/draft-pdf.ts';
import { listPlans } from '#usecases/list-plans.ts';
import { openSession } from '#usecases/open-session.ts';
import { readPlan } from '#usecases/read-plan.ts';
import { readCall, readClock } from '#usecases/read-public.ts';
import { listVersions, readVersion, versionPdf } from '#usecases/read-versions.ts';
import { recallPlan } from '#usecases/recall-plan.ts';
import { saveBlock } from '#usecases/save-block.ts';
import type { Session } from '#usecases/session.ts';
import { submitPlan } from '#usecases/submit-plan.ts';
import { verifyCode } from '#usecases/verify-code.ts';
import type { Handlers } from './context.ts';
import { Bytes } from './context.ts';
import { editionFile } from './edition-file.ts';
import { openApiFile } from './openapi-file.ts';
import { refuseUnready } from './ready.ts';

/** Every route of the contract, answered by its use case. */
export function makeHandlers(deps: Deps, webRoot: string | undefined): Handlers {
  return {
    health: async () => refuseUnready(deps, webRoot),
    openapi: async () => openApiFile(),
    clock: async () => readClock(deps),
    call: async () => readCall(deps),
    edition: async ({ params }) => editionFile(deps, params.digest),
    verify: async ({ params }) => verifyCode(deps, params.code),
    signIn: async ({ body }, { headers, setCookie }) => {
      const { session, cookies } = await openSession(deps, body, headers);
      for (const cookie of cookies) setCookie(cookie);
      return personOf(session);
    },
    signOut: async (_input, { actor, headers, setCookie }) => {
      for (const cookie of await closeSession(deps, actor, headers)) setCookie(cookie);
      return { done: true };
    },
    me: async (_input, { actor }) => (actor === null ? null : personOf(actor)),
    plans: async (_input, { actor }) => listPlans(deps, actor),
    createPlan: async (_input, { actor, key }) => createPlan(deps, actor, key),
    plan: async ({ params }, { actor }) => readPlan(deps, actor, params.plan),
    saveBlock: async ({ params, body }, { actor, key }) => saveBlock(deps, actor, key, params, body),
    addProject: async ({ params }, { actor, key }) => addProject(deps, actor, key, params.plan),
    removeProject: async ({ params }, { actor, key }) => removeProject(deps, actor, key, params.plan, params.project),
    restoreProject: async ({ params }, { actor, key }) => restoreProject(deps, actor, key, params.plan, params.project),
    check: async ({ params }, { actor }) => checkPlan(deps, actor, params.plan),
    draftPdf: async ({ params }, { actor }) => {
      const { bytes, name } = await draftPdf(deps, actor, params.plan);
      return new Bytes(bytes, 'application/pdf', { name });
    },
    submit: async ({ params }, { actor, key, elapsed }) => submitPlan(deps, actor, key, params.plan, elapsed),
    recall: async ({ params, body }, { actor, key, elapsed }) => recallPlan(deps, actor, key, params.plan, body.reason, elapsed),
    versions: async ({ params }, { actor }) => listVersions(deps, actor, params.plan),
    version: async ({ params }, { actor }) => {
      const { row, content } = await readVersion(deps, actor, params.plan, params.n);
      return { row, content: { ...content } };
    },
    versionPdf: async ({ params }, { actor }) => {
      const { bytes, name, digest } = await versionPdf(deps, actor, params.plan, params.n);
      return new Bytes(bytes, 'application/pdf', { name, tag: digest });
    },
  };
}

function personOf({ username, name, organisationName, kind, rights }: Session) {
  return { username, name, organisation: organisationName, kind, rights };
}
