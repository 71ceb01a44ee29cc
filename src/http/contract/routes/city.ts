import { z } from 'zod';
import { route } from '#http/contract/define.ts';
import { done, instant, planState, problem } from '#http/contract/shapes.ts';

const planParams = z.object({ plan: z.string() });
const noteParams = z.object({ plan: z.string(), note: z.string() });
const reason = z.object({ reason: z.string().min(1).max(1000) });
/** The version that was looked at: an act on another one is refused. The pages always say it. */
const seen = z.object({ n: z.number().int().positive().exactOptional() });
const text = z.string().min(1).max(2000);
const checkState = z.enum(['open', 'passed', 'returned', 'notChosen']);

/** How many zones the city may recommend, with how many persons, and who holds the recommendations now. */
const quota = z.object({ limit: z.number().int(), persons: z.number().int(), holders: z.array(z.object({ plan: z.string(), zone: z.string() })) });

const candidate = z.object({
  id: z.string(),
  number: z.string(),
  state: planState,
  version: z.number().int(),
  filedAt: instant,
  cluster: z.string(),
  field: z.string(),
  projects: z.number().int(),
  /** Fen. */
  asked: z.number(),
  newTotal: z.number(),
  enterprises: z.number().nullable(),
  sixOnes: z.object({ yes: z.number().int(), of: z.number().int() }),
  exceptions: z.number().int(),
  problems: z.number().int(),
  check: checkState.nullable(),
  opinions: z.number().int(),
  recommended: z.boolean(),
});

const checkFile = z.object({
  plan: z.object({ id: z.string(), number: z.string(), zone: z.string(), state: planState, edition: z.string() }),
  version: z.object({ n: z.number().int(), filedAt: instant, digest: z.string(), pages: z.record(z.string(), z.number().int()) }),
  /** The newest version before this one that the bureau began to check. */
  before: z.number().int().nullable(),
  recommendBy: instant,
  may: z.array(z.string()),
  check: z
    .object({
      state: checkState,
      openedBy: z.string(),
      openedAt: instant,
      concludedBy: z.string().nullable(),
      concludedAt: instant.nullable(),
      /** Who asks concluded it. */
      mine: z.boolean(),
      reason: z.string().nullable(),
    })
    .nullable(),
  notes: z.array(
    z.object({ id: z.string(), document: z.string(), block: z.string(), path: z.string(), text: z.string(), by: z.string(), at: instant, mine: z.boolean() }),
  ),
  /** What became of the notes of earlier checks. */
  threads: z.array(
    z.object({
      id: z.string(),
      n: z.number().int(),
      document: z.string(),
      block: z.string(),
      path: z.string(),
      state: z.enum(['open', 'resolved']),
      entries: z.array(z.object({ kind: z.string(), body: z.string(), name: z.string(), organisation: z.string(), at: instant })),
    }),
  ),
  opinions: z.array(
    z.object({ kind: z.enum(['plan', 'form']), title: z.string(), statements: z.array(z.string()), by: z.string().nullable(), at: instant.nullable() }),
  ),
  /** What stands against recommending it now. */
  problems: z.array(problem),
  /** Principles that it breaks for reasons given. */
  exceptions: z.array(problem),
  quota,
  /** Newest first, those that were withdrawn too. */
  recommendations: z.array(
    z.object({
      n: z.number().int(),
      state: z.enum(['active', 'withdrawn']),
      documentNumber: z.string(),
      pages: z.number().int(),
      by: z.string(),
      at: instant,
      withdrawnBy: z.string().nullable(),
      withdrawnAt: instant.nullable(),
      reason: z.string().nullable(),
    }),
  ),
  intake: z.object({ state: z.enum(['awaitingPaper', 'checking', 'mending', 'admitted', 'refused']), paper: z.boolean() }).nullable(),
});

/** The city's check of its zones' plans, and its one recommendation. */
export const cityRoutes = {
  candidates: route({
    method: 'GET',
    path: '/api/city/candidates',
    summary: 'The zones of the city side by side: figures of those that have submitted, the rest by name',
    act: 'city.list',
    reply: z.object({
      call: z.object({ id: z.string(), title: z.string(), year: z.number().int(), edition: z.string() }),
      city: z.string(),
      recommendBy: instant,
      quota,
      candidates: z.array(z.object({ zone: z.string(), plan: candidate.nullable() })),
    }),
  }),
  cityCheck: route({
    method: 'GET',
    path: '/api/plans/:plan/city-check',
    summary: 'What the bureau has done to the version in force, and what stands against recommending it',
    act: 'city.read',
    params: planParams,
    reply: checkFile,
  }),
  addCheckNote: route({
    method: 'POST',
    path: '/api/plans/:plan/city-check/notes',
    summary: "Note something at a field; the bureau's own until it returns the plan",
    act: 'city.note',
    params: planParams,
    body: z.object({ document: z.string(), block: z.string(), path: z.string().max(500), text }),
    reply: z.object({ id: z.string() }),
    command: true,
  }),
  changeCheckNote: route({
    method: 'PUT',
    path: '/api/plans/:plan/city-check/notes/:note',
    summary: "Word one's own note anew",
    act: 'city.note',
    params: noteParams,
    body: z.object({ text }),
    reply: done,
    command: true,
  }),
  removeCheckNote: route({
    method: 'DELETE',
    path: '/api/plans/:plan/city-check/notes/:note',
    summary: "Take one's own note back",
    act: 'city.note',
    params: noteParams,
    reply: done,
    command: true,
  }),
  signOpinion: route({
    method: 'POST',
    path: '/api/plans/:plan/city-check/opinions/:kind',
    summary: "Sign the bureau's opinion under one of the two papers",
    act: 'city.sign',
    params: z.object({ plan: z.string(), kind: z.enum(['plan', 'form']) }),
    body: seen,
    reply: done,
    command: true,
  }),
  passCityCheck: route({
    method: 'POST',
    path: '/api/plans/:plan/city-check/pass',
    summary: 'The check is done and nothing stands against the version',
    act: 'city.pass',
    params: planParams,
    body: seen,
    reply: done,
    command: true,
  }),
  reopenCityCheck: route({
    method: 'POST',
    path: '/api/plans/:plan/city-check/reopen',
    summary: 'Look again at what was passed, while it is not recommended',
    act: 'city.reopen',
    params: planParams,
    body: z.object({}),
    reply: done,
    command: true,
  }),
  returnPlan: route({
    method: 'POST',
    path: '/api/plans/:plan/return',
    summary: 'Return the plan to its zone; the notes become threads at their fields',
    act: 'plan.return',
    params: planParams,
    body: reason.extend(seen.shape),
    reply: z.object({ done: z.literal(true), notes: z.number().int() }),
    command: true,
  }),
  declinePlan: route({
    method: 'POST',
    path: '/api/plans/:plan/decline',
    summary: 'Do not choose the plan, once another zone of the city is recommended; it ends',
    act: 'plan.decline',
    params: planParams,
    body: reason.extend(seen.shape),
    reply: done,
    command: true,
  }),
  previewLetter: route({
    method: 'GET',
    path: '/api/plans/:plan/recommendation/draft.pdf',
    summary: 'The 推荐函 as it would be, marked 草稿; `number` is its 文号',
    act: 'recommendation.preview',
    load: 'render',
    params: planParams,
    query: z.object({ number: z.string().max(60).optional() }),
    file: 'application/pdf',
  }),
  recommend: route({
    method: 'POST',
    path: '/api/plans/:plan/recommendation',
    summary: "Recommend the city's zone: freezes the letter, takes the slot, sends the plan to the province",
    act: 'recommendation.recommend',
    load: 'submit',
    params: planParams,
    body: z.object({ documentNumber: z.string().min(1).max(60) }).extend(seen.shape),
    reply: z.object({ number: z.string(), version: z.number().int(), documentNumber: z.string(), madeAt: instant }),
    command: true,
  }),
  withdrawRecommendation: route({
    method: 'POST',
    path: '/api/plans/:plan/recommendation/withdraw',
    summary: 'Take the recommendation back, in time and before paper came: the slot is free again',
    act: 'recommendation.withdraw',
    load: 'submit',
    params: planParams,
    body: reason,
    reply: done,
    command: true,
  }),
  letterPdf: route({
    method: 'GET',
    path: '/api/plans/:plan/recommendation/letter.pdf',
    summary: 'The frozen 推荐函 of the recommendation that stands',
    act: 'recommendation.letter',
    params: planParams,
    file: 'application/pdf',
  }),
} as const;
