import { z } from 'zod';
import { route } from '#http/contract/define.ts';
import { digest, done, instant, json } from '#http/contract/shapes.ts';

const callParams = z.object({ call: z.string().max(100) });
const reason = z.string().trim().min(1).max(500);
const nullable = instant.nullable();

const values = z.strictObject({
  title: z.string().max(120).exactOptional(),
  submitBy: instant.max(40).exactOptional(),
  recommendBy: instant.max(40).exactOptional(),
  paperBy: instant.max(40).exactOptional(),
  parameters: z.record(z.string(), json).exactOptional(),
  rules: z.record(z.string(), z.boolean()).exactOptional(),
});

const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('title'), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('instant'), name: z.enum(['submitBy', 'recommendBy', 'paperBy']), from: instant, to: instant }),
  z.object({ kind: z.literal('parameter'), name: z.string(), from: json, to: json, rules: z.array(z.string()) }),
  z.object({ kind: z.literal('rule'), id: z.string(), title: z.string(), change: z.enum(['added', 'removed', 'switchedOn', 'switchedOff', 'changed']) }),
  z.object({ kind: z.literal('field'), path: z.string(), label: z.string(), change: z.enum(['added', 'removed', 'changed']) }),
]);

const state = z.enum(['draft', 'published', 'cancelled', 'finished']);
const head = { id: z.string(), title: z.string(), year: z.number().int(), state, published: instant };
const deadlines = { submitBy: instant, recommendBy: instant, paperBy: instant };
const counts = { plans: z.number().int(), live: z.number().int() };
const document = z.object({ id: z.string(), name: z.string(), size: z.number().int(), addedAt: instant });
const decision = {
  id: z.string(),
  kind: z.enum(['extend', 'supplement', 'cancel', 'finish']),
  /** Of an extension: one zone's; null: everybody's. */
  zone: z.string().nullable(),
  submitBy: nullable,
  recommendBy: nullable,
  paperBy: nullable,
  text: z.string().nullable(),
  reason: z.string(),
  at: instant,
  /** Null while it waits for a second person. */
  inForceAt: nullable,
  changes: z.array(change),
};
const decided = z.object({ id: z.string(), inForce: z.boolean() });

/** Calls: what the province prepares and keeps, and what everybody reads and asks. */
export const callRoutes = {
  calls: route({
    method: 'GET',
    path: '/api/calls',
    summary: 'Every call, drafts included; editions from which another can be opened; who signs at which level',
    act: 'call.list',
    reply: z.object({
      calls: z.array(z.object({ ...head, ...deadlines, ...counts })),
      editions: z.array(z.object({ id: z.string(), title: z.string(), year: z.number().int() })),
      mayOpen: z.boolean(),
      maySetSigners: z.boolean(),
      levels: z.array(z.object({ key: z.string(), title: z.string() })),
      signers: z.array(z.object({ username: z.string(), name: z.string(), levels: z.array(z.string()) })),
    }),
  }),
  openCall: route({
    method: 'POST',
    path: '/api/calls',
    summary: 'Begin a call from an edition, as a draft',
    act: 'call.open',
    body: z.object({ edition: z.string().max(100) }),
    reply: z.object({ id: z.string() }),
    command: true,
  }),
  callFile: route({
    method: 'GET',
    path: '/api/calls/:call',
    summary: 'A call with its draft, signatures, decisions, documents and questions',
    act: 'call.read',
    params: callParams,
    reply: z.object({
      ...head,
      edition: digest,
      draft: z.object({ n: z.number().int(), values }),
      /** Levels at which the reader signs. */
      ownLevels: z.array(z.string()),
      signatures: z.array(z.object({ level: z.string(), name: z.string(), at: instant, own: z.boolean() })),
      original: z.object(deadlines),
      inForce: z.object(deadlines),
      decisions: z.array(z.object({ ...decision, values: values.nullable(), personName: z.string(), secondName: z.string().nullable(), own: z.boolean() })),
      documents: z.array(document),
      questions: z.array(
        z.object({
          id: z.string(),
          question: z.string(),
          asker: z.string(),
          organisation: z.string(),
          askedAt: instant,
          answer: z.string().nullable(),
          answeredAt: nullable,
        }),
      ),
      zones: z.array(z.object({ id: z.string(), name: z.string() })),
      ...counts,
      may: z.array(z.string()),
    }),
  }),
  saveCallDraft: route({
    method: 'PUT',
    path: '/api/calls/:call/draft',
    summary: 'Save the draft; signatures of the text before do not hold for it',
    act: 'call.edit',
    params: callParams,
    body: z.object({ base: z.number().int().positive(), values }),
    reply: z.object({ n: z.number().int() }),
    command: true,
  }),
  signCall: route({
    method: 'POST',
    path: '/api/calls/:call/signatures',
    summary: "Sign this text of the draft at one's own level",
    act: 'call.sign',
    params: callParams,
    body: z.object({ n: z.number().int().positive(), level: z.string().max(60) }),
    reply: done,
    command: true,
  }),
  publishCall: route({
    method: 'POST',
    path: '/api/calls/:call/publish',
    summary: 'Publish: freezes the edition with the values of the draft',
    act: 'call.publish',
    params: callParams,
    body: z.object({ n: z.number().int().positive() }),
    reply: z.object({ edition: digest }),
    command: true,
  }),
  extendCall: route({
    method: 'POST',
    path: '/api/calls/:call/extensions',
    summary: 'Give everybody, or one zone, more time; once a deadline is over a second person must sign',
    act: 'call.extend',
    params: callParams,
    body: z.object({
      zone: z.uuid().nullable(),
      submitBy: instant.max(40).nullable(),
      recommendBy: instant.max(40).nullable(),
      paperBy: instant.max(40).nullable(),
      reason,
    }),
    reply: decided,
    command: true,
  }),
  supplementCall: route({
    method: 'POST',
    path: '/api/calls/:call/supplements',
    summary: 'Ask for a supplement: text, and other numbers or rules; in force with a second signature',
    act: 'call.supplement',
    params: callParams,
    body: z.object({ text: z.string().trim().min(1).max(4000), values, reason }),
    reply: decided,
    command: true,
  }),
  cancelCall: route({
    method: 'POST',
    path: '/api/calls/:call/cancel',
    summary: 'Ask for the call to be cancelled; takes effect with a second signature',
    act: 'call.cancel',
    params: callParams,
    body: z.object({ reason }),
    reply: decided,
    command: true,
  }),
  finishCall: route({
    method: 'POST',
    path: '/api/calls/:call/finish',
    summary: 'Close the call once all its plans have ended',
    act: 'call.finish',
    params: callParams,
    body: z.object({ reason }),
    reply: decided,
    command: true,
  }),
  secondDecision: route({
    method: 'POST',
    path: '/api/calls/:call/decisions/:decision/second',
    summary: 'The second signature, by another person; puts the decision into force',
    act: 'call.second',
    params: z.object({ call: z.string().max(100), decision: z.string().max(100) }),
    body: z.object({}),
    reply: decided,
    command: true,
  }),
  setCallSigner: route({
    method: 'PUT',
    path: '/api/call-signers/:person',
    summary: 'Say at which levels a colleague signs calls',
    act: 'call.signers',
    params: z.object({ person: z.string().max(80) }),
    body: z.object({ levels: z.array(z.string().max(60)).max(20) }),
    reply: done,
    command: true,
  }),
  attachToCall: route({
    method: 'POST',
    path: '/api/calls/:call/documents',
    summary: 'Put up a document of the call: PDF or Word',
    act: 'call.attach',
    params: callParams,
    query: z.object({ name: z.string().min(1).max(200) }),
    upload: 20 * 1_048_576,
    reply: z.object({ id: z.string() }),
    command: true,
  }),
  takeDownDocument: route({
    method: 'DELETE',
    path: '/api/calls/:call/documents/:document',
    summary: 'Take a document of the call down',
    act: 'call.attach',
    params: z.object({ call: z.string().max(100), document: z.string().max(100) }),
    reply: done,
    command: true,
  }),
  callPage: route({
    method: 'GET',
    path: '/api/call/page',
    summary: 'Documents, extensions, supplements, questions and answers of the open call',
    act: 'public.read',
    reply: z.object({
      documents: z.array(document),
      notices: z.array(z.object(decision)),
      questions: z.array(z.object({ id: z.string(), question: z.string(), answer: z.string(), answeredAt: instant })),
    }),
  }),
  callDocument: route({
    method: 'GET',
    path: '/api/call/documents/:document',
    summary: 'A document of the open call',
    act: 'public.read',
    params: z.object({ document: z.string().max(100) }),
    file: 'any',
  }),
  askQuestion: route({
    method: 'POST',
    path: '/api/call/questions',
    summary: 'Ask the province about the open call',
    act: 'call.ask',
    body: z.object({ question: z.string().trim().min(1).max(1000) }),
    reply: z.object({ id: z.string() }),
    command: true,
  }),
  answerQuestion: route({
    method: 'PUT',
    path: '/api/calls/:call/questions/:question/answer',
    summary: 'Answer a question, for everybody to read',
    act: 'call.answer',
    params: z.object({ call: z.string().max(100), question: z.string().max(100) }),
    body: z.object({ answer: z.string().trim().min(1).max(2000) }),
    reply: done,
    command: true,
  }),
  supplements: route({
    method: 'GET',
    path: '/api/plans/:plan/supplements',
    summary: 'What each supplement changed for this plan',
    act: 'plan.supplements',
    params: z.object({ plan: z.string() }),
    reply: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        reason: z.string(),
        inForceAt: instant,
        readAt: nullable,
        edition: digest,
        changes: z.array(change),
        /** What the check says by the new snapshot that it did not say by the old one. */
        problems: z.array(z.object({ rule: z.string(), path: z.string(), message: z.string() })),
      }),
    ),
  }),
  acknowledgeSupplement: route({
    method: 'POST',
    path: '/api/plans/:plan/supplements/:supplement/acknowledge',
    summary: 'The zone has read what a supplement changes for its plan',
    act: 'plan.acknowledge',
    params: z.object({ plan: z.string(), supplement: z.string().max(100) }),
    body: z.object({}),
    reply: done,
    command: true,
  }),
} as const;
