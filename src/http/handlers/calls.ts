import { Bytes, type Handlers } from '#http/context.ts';
import type { callRoutes } from '#http/contract/routes/calls.ts';
import { answerQuestion, askQuestion, attachToCall, readCallDocument, takeDownDocument } from '#usecases/call-papers.ts';
import { cancelCall, extendCall, finishCall, secondDecision, supplementCall } from '#usecases/decide-call.ts';
import type { Deps } from '#usecases/deps.ts';
import { openCall, publishCall, saveCallDraft, setCallSigner, signCall } from '#usecases/draft-call.ts';
import { acknowledgeSupplement, readSupplements } from '#usecases/plan-supplements.ts';
import { listAllCalls, readCallFile, readCallPage } from '#usecases/read-calls.ts';

export function callHandlers(deps: Deps): Pick<Handlers, keyof typeof callRoutes> {
  return {
    calls: async (_input, { actor }) => listAllCalls(deps, actor),
    openCall: async ({ body }, { actor, key }) => openCall(deps, actor, key, body.edition),
    callFile: async ({ params }, { actor }) => readCallFile(deps, actor, params.call),
    saveCallDraft: async ({ params, body }, { actor, key }) => saveCallDraft(deps, actor, key, params.call, body.base, body.values),
    signCall: async ({ params, body }, { actor, key }) => signCall(deps, actor, key, params.call, body.n, body.level),
    publishCall: async ({ params, body }, { actor, key }) => publishCall(deps, actor, key, params.call, body.n),
    extendCall: async ({ params, body }, { actor, key }) => extendCall(deps, actor, key, params.call, body),
    supplementCall: async ({ params, body }, { actor, key }) => supplementCall(deps, actor, key, params.call, body.text, body.values, body.reason),
    cancelCall: async ({ params, body }, { actor, key }) => cancelCall(deps, actor, key, params.call, body.reason),
    finishCall: async ({ params, body }, { actor, key }) => finishCall(deps, actor, key, params.call, body.reason),
    secondDecision: async ({ params }, { actor, key }) => secondDecision(deps, actor, key, params.call, params.decision),
    setCallSigner: async ({ params, body }, { actor, key }) => setCallSigner(deps, actor, key, params.person, body.levels),
    attachToCall: async ({ params, query, bytes }, { actor, key }) => attachToCall(deps, actor, key, params.call, query.name, bytes),
    takeDownDocument: async ({ params }, { actor, key }) => takeDownDocument(deps, actor, key, params.call, params.document),
    callPage: async () => readCallPage(deps),
    callDocument: async ({ params }) => {
      const { row, file } = await readCallDocument(deps, params.document);
      return new Bytes(file.bytes, file.mediaType, { name: row.name, tag: row.digest, saved: file.mediaType !== 'application/pdf' });
    },
    askQuestion: async ({ body }, { actor, key }) => askQuestion(deps, actor, key, body.question),
    answerQuestion: async ({ params, body }, { actor, key }) => answerQuestion(deps, actor, key, params.call, params.question, body.answer),
    supplements: async ({ params }, { actor }) => readSupplements(deps, actor, params.plan),
    acknowledgeSupplement: async ({ params }, { actor, key }) => acknowledgeSupplement(deps, actor, key, params.plan, params.supplement),
  };
}
