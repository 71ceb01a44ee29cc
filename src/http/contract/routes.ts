import { z } from 'zod';
import { route } from './define.ts';
import { blockAnswers, blockState, digest, instant, json, person, planFile, planRow, problem, receipt, versionRow } from './shapes.ts';

const planParams = z.object({ plan: z.string() });
const versionParams = z.object({ plan: z.string(), n: z.coerce.number().int().positive() });

/** Every route that the server answers, in one place. */
export const routes = {
  health: route({ method: 'GET', path: '/healthz', summary: 'Answers when database and web app are ready', act: 'public.read', reply: z.object({ ready: z.literal(true) }) }),
  openapi: route({ method: 'GET', path: '/api/openapi.json', summary: 'This contract as OpenAPI 3.1', act: 'public.read', reply: json }),
  clock: route({
    method: 'GET',
    path: '/api/clock',
    summary: "The server's clock; moved only in rehearsal mode",
    act: 'public.read',
    reply: z.object({ now: instant, rehearsal: z.boolean(), demo: z.boolean() }),
  }),
  call: route({
    method: 'GET',
    path: '/api/call',
    summary: 'The open call: title, edition snapshot, deadlines',
    act: 'public.read',
    reply: z.object({ id: z.string(), title: z.string(), edition: digest, published: instant, submitBy: instant, recommendBy: instant, paperBy: instant }),
  }),
  edition: route({
    method: 'GET',
    path: '/api/editions/:digest',
    summary: 'A frozen edition snapshot, immutable: forms, rules, duties, code lists, zones',
    act: 'public.read',
    params: z.object({ digest }),
    reply: json,
  }),
  verify: route({
    method: 'GET',
    path: '/api/verify/:code',
    summary: 'Whether a printed code belongs to the version in force',
    act: 'public.read',
    params: z.object({ code: z.string().max(200) }),
    reply: z.discriminatedUnion('status', [
      z.object({ status: z.literal('unknown'), checkedAt: instant }),
      z.object({
        status: z.enum(['valid', 'superseded']),
        checkedAt: instant,
        zone: z.string(),
        title: z.string(),
        version: z.number().int(),
        pages: z.number().int(),
        filedAt: instant,
        digest,
        /** The version in force, where this one is superseded; null where the filing was recalled and none is in force. */
        current: z.object({ version: z.number().int(), filedAt: instant }).nullable(),
      }),
    ]),
  }),
  signIn: route({
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in with user name and password',
    act: 'session.open',
    body: z.object({ username: z.string().min(1).max(80), password: z.string().min(1).max(200) }),
    reply: person,
  }),
  signOut: route({ method: 'DELETE', path: '/api/session', summary: 'End this session', act: 'session.close', reply: z.object({ done: z.literal(true) }) }),
  me: route({ method: 'GET', path: '/api/session', summary: 'Who is signed in', act: 'session.read', reply: person.nullable() }),
  plans: route({ method: 'GET', path: '/api/plans', summary: 'The plans that this person may see', act: 'plan.list', reply: z.array(planRow) }),
  createPlan: route({
    method: 'POST',
    path: '/api/plans',
    summary: "Begin the zone's plan for the open call; answers with the existing one where there is one",
    act: 'plan.create',
    body: z.object({}),
    reply: z.object({ id: z.string() }),
    command: true,
  }),
  plan: route({ method: 'GET', path: '/api/plans/:plan', summary: 'A plan with every block as it stands', act: 'plan.read', params: planParams, reply: planFile }),
  saveBlock: route({
    method: 'PUT',
    path: '/api/plans/:plan/documents/:document/blocks/:block',
    summary: 'Save one block; a stale base is refused with the text that stands (409 stale: detail.block)',
    act: 'plan.edit',
    params: z.object({ plan: z.string(), document: z.string(), block: z.string() }),
    body: z.object({ base: z.number().int().nonnegative(), answers: blockAnswers }),
    reply: blockState,
    command: true,
  }),
  addProject: route({
    method: 'POST',
    path: '/api/plans/:plan/projects',
    summary: 'Add an empty project at the end',
    act: 'project.add',
    params: planParams,
    body: z.object({}),
    reply: z.object({ id: z.string(), number: z.string() }),
    command: true,
  }),
  removeProject: route({
    method: 'DELETE',
    path: '/api/plans/:plan/projects/:project',
    summary: 'Take a project out of the plan; restore brings it back',
    act: 'project.remove',
    params: z.object({ plan: z.string(), project: z.string() }),
    reply: z.object({ done: z.literal(true) }),
    command: true,
  }),
  restoreProject: route({
    method: 'POST',
    path: '/api/plans/:plan/projects/:project/restore',
    summary: 'Undo a removal',
    act: 'project.add',
    params: z.object({ plan: z.string(), project: z.string() }),
    body: z.object({}),
    reply: z.object({ done: z.literal(true) }),
    command: true,
  }),
  check: route({ method: 'GET', path: '/api/plans/:plan/problems', summary: 'What submitting now would meet, judged by the server', act: 'plan.check', params: planParams, reply: z.array(problem) }),
  draftPdf: route({ method: 'GET', path: '/api/plans/:plan/form.pdf', summary: 'The 申报表 as it stands, marked 草稿', act: 'plan.draftPdf', params: planParams, file: 'application/pdf' }),
  submit: route({
    method: 'POST',
    path: '/api/plans/:plan/submit',
    summary: 'Submit to the city: freezes answers, edition, PDF bytes and digests as one version',
    act: 'plan.submit',
    params: planParams,
    body: z.object({}),
    reply: receipt,
    command: true,
  }),
  recall: route({
    method: 'POST',
    path: '/api/plans/:plan/recall',
    summary: 'Take a submitted plan back until the city has begun; versions stay',
    act: 'plan.recall',
    params: planParams,
    body: z.object({ reason: z.string().min(1).max(500) }),
    reply: z.object({ done: z.literal(true) }),
    command: true,
  }),
  versions: route({ method: 'GET', path: '/api/plans/:plan/versions', summary: 'Frozen versions, newest first', act: 'version.list', params: planParams, reply: z.array(versionRow) }),
  version: route({ method: 'GET', path: '/api/plans/:plan/versions/:n', summary: 'A frozen version: its content as filed', act: 'version.read', params: versionParams, reply: z.object({ row: versionRow, content: json }) }),
  versionPdf: route({ method: 'GET', path: '/api/plans/:plan/versions/:n/form.pdf', summary: 'The frozen bytes', act: 'version.pdf', params: versionParams, file: 'application/pdf' }),
} as const;

export type Routes = typeof routes;

/** What a refused request answers with, whatever the route; the browser has the sentence for each code. */
export const errorReply = z.object({ code: z.string(), detail: z.record(z.string(), json) });
