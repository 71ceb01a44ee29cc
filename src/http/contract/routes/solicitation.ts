import { z } from 'zod';
import { route } from '#http/contract/define.ts';
import { instant } from '#http/contract/shapes.ts';

const one = z.object({ solicitation: z.string() });
const oneAnswer = z.object({ answer: z.string() });
const done = z.object({ done: z.literal(true) });
const reason = z.string().trim().min(1).max(500);

/** What a zone publishes (征集公告); frozen when it is published. `industries`: codes of the zone's leading industries. */
export const solicitationTerms = z.object({
  title: z.string().max(80),
  text: z.string().max(5000),
  /** Until when companies may answer; null while unset. Must be set, and in the future, to publish. */
  until: instant.nullable(),
  industries: z.array(z.string().max(40)).max(20),
  contact: z.string().max(40),
  phone: z.string().max(40),
});

export const solicitationState = z.enum(['draft', 'published', 'closed']);

const solicitationRow = z.object({
  id: z.string(),
  /** ZJ2022-012; null while it is a draft. */
  number: z.string().nullable(),
  zone: z.string(),
  /** Of the asker's own zone. */
  mine: z.boolean(),
  state: solicitationState,
  terms: solicitationTerms,
  publishedAt: instant.nullable(),
  closedAt: instant.nullable(),
});

export const answerState = z.enum(['invited', 'offered', 'accepted', 'declined', 'withdrawn']);

const answerRow = z.object({
  id: z.string(),
  solicitation: z.object({ id: z.string(), number: z.string(), title: z.string() }),
  zone: z.string(),
  /** Name of the company: its own once it has an account, until then the one that the zone invited. */
  company: z.string(),
  /** Its credit code, as far as known. */
  companyCode: z.string().nullable(),
  /** False while an invitation by link was not taken up by an account. */
  hasAccount: z.boolean(),
  state: answerState,
  title: z.string(),
  summary: z.string(),
  /** Asked of the province, in fen; null while it is only invited. */
  asked: z.number().int().nullable(),
  /** Registered inside the zone; null while it is only invited. */
  inside: z.boolean().nullable(),
  /** Of a decline or a withdrawal. */
  reason: z.string().nullable(),
  invitedAt: instant.nullable(),
  offeredAt: instant.nullable(),
  decidedAt: instant.nullable(),
  /** The project that accepting made. */
  project: z.object({ id: z.string(), number: z.string() }).nullable(),
  /** Only for the zone, while nobody has taken the invitation up: goes into the link /invitations/<token>. */
  token: z.string().nullable(),
  /** Other zones' live answers and projects of the same company, told to all the zones concerned and to the company (F13). */
  elsewhere: z.array(z.object({ zone: z.string(), kind: z.enum(['answer', 'project']), title: z.string(), state: z.string(), number: z.string().nullable() })),
  /** What this person may do with it now, by act: answer.accept, answer.decline, answer.withdraw. An invited company answers by the route `offer`. */
  may: z.array(z.string()),
});

/** Soliciting projects (征集) and what companies answer. */
export const solicitationRoutes = {
  solicitations: route({
    method: 'GET',
    path: '/api/solicitations',
    summary: 'Published and closed solicitations of the open call, newest first; for a zone also its own draft, first',
    act: 'solicitation.list',
    reply: z.array(solicitationRow),
  }),
  solicitation: route({
    method: 'GET',
    path: '/api/solicitations/:solicitation',
    summary: "One solicitation; `answer` is the asker's own live answer to it; `may` the acts solicitation.edit, .publish, .close, .invite, .offer",
    act: 'solicitation.read',
    params: one,
    reply: solicitationRow.extend({ may: z.array(z.string()), answer: z.string().nullable() }),
  }),
  draftSolicitation: route({
    method: 'POST',
    path: '/api/solicitations',
    summary: "Begin the zone's solicitation under the open call; answers with the one that is not closed yet where there is one",
    act: 'solicitation.draft',
    body: z.object({}),
    reply: z.object({ id: z.string() }),
    command: true,
  }),
  saveSolicitation: route({
    method: 'PUT',
    path: '/api/solicitations/:solicitation',
    summary: 'Write the terms of a draft, all of them',
    act: 'solicitation.edit',
    params: one,
    body: z.object({ terms: solicitationTerms }),
    reply: done,
    command: true,
  }),
  publishSolicitation: route({
    method: 'POST',
    path: '/api/solicitations/:solicitation/publish',
    summary: 'Publish: freezes the terms, gives the number ZJ2022-012, tells every company. 400 badRequest detail.missing names unfilled terms',
    act: 'solicitation.publish',
    params: one,
    body: z.object({}),
    reply: z.object({ number: z.string() }),
    command: true,
  }),
  closeSolicitation: route({
    method: 'POST',
    path: '/api/solicitations/:solicitation/close',
    summary: 'Close: no more offers; those made are still to be decided',
    act: 'solicitation.close',
    params: one,
    body: z.object({}),
    reply: done,
    command: true,
  }),
  invite: route({
    method: 'POST',
    path: '/api/solicitations/:solicitation/invitations',
    summary: 'Invite a company: by credit code where it has an account here (it is told), else by a one-time link. 409 wrongState where it answered already',
    act: 'solicitation.invite',
    params: one,
    body: z.object({ company: z.string().trim().min(1).max(60), code: z.string().trim().max(18).optional() }),
    /** `token` is null where the company has an account. */
    reply: z.object({ id: z.string(), token: z.string().nullable() }),
    command: true,
  }),
  invitation: route({
    method: 'GET',
    path: '/api/invitations/:token',
    summary: 'What an invitation link is about; 404 once it was taken up',
    act: 'public.read',
    params: z.object({ token: z.string().max(80) }),
    reply: z.object({ company: z.string(), solicitation: solicitationRow }),
  }),
  takeInvitation: route({
    method: 'POST',
    path: '/api/invitations/:token/take',
    summary: "A company's person takes the invitation up for their organisation, once",
    act: 'answer.take',
    params: z.object({ token: z.string().max(80) }),
    body: z.object({}),
    reply: z.object({ answer: z.string(), solicitation: z.string() }),
    command: true,
  }),
  offer: route({
    method: 'POST',
    path: '/api/solicitations/:solicitation/offers',
    summary: 'Answer with a project; an invitation of this company becomes the offer. 409 tooLate after `until`; 409 wrongState where a live answer stands',
    act: 'solicitation.offer',
    params: one,
    body: z.object({
      title: z.string().trim().min(1).max(80),
      summary: z.string().trim().min(1).max(2000),
      asked: z.number().int().nonnegative(),
      inside: z.boolean(),
    }),
    reply: z.object({ id: z.string() }),
    command: true,
  }),
  answers: route({
    method: 'GET',
    path: '/api/answers',
    summary: 'For a zone: every answer to its solicitations. For a company: its own answers. Oldest first',
    act: 'answer.list',
    reply: z.array(answerRow),
  }),
  answer: route({ method: 'GET', path: '/api/answers/:answer', summary: 'One answer', act: 'answer.read', params: oneAnswer, reply: answerRow }),
  acceptAnswer: route({
    method: 'POST',
    path: '/api/answers/:answer/accept',
    summary: "Accept: makes the project in the zone's plan (the plan too where there is none), owned and prefilled for the company",
    act: 'answer.accept',
    params: oneAnswer,
    body: z.object({}),
    reply: z.object({ plan: z.string(), project: z.string(), number: z.string() }),
    command: true,
  }),
  declineAnswer: route({
    method: 'POST',
    path: '/api/answers/:answer/decline',
    summary: 'Decline, with the reason that the company reads',
    act: 'answer.decline',
    params: oneAnswer,
    body: z.object({ reason }),
    reply: done,
    command: true,
  }),
  withdrawAnswer: route({
    method: 'POST',
    path: '/api/answers/:answer/withdraw',
    summary: 'The company takes its answer back, with a reason; its project leaves the plan. 409 notEditable once the plan is filed',
    act: 'answer.withdraw',
    params: oneAnswer,
    body: z.object({ reason }),
    reply: done,
    command: true,
  }),
} as const;
