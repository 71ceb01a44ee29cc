import { z } from 'zod';
import { paperKinds } from '#domain/filing/intake.ts';
import { route } from '#http/contract/define.ts';
import { digest, instant, json } from '#http/contract/shapes.ts';

/** What the public page says of a code or a file, and nothing else. */
const verdict = z.discriminatedUnion('status', [
  z.object({ status: z.literal('unknown'), checkedAt: instant }),
  z.object({
    status: z.enum(['valid', 'superseded']),
    checkedAt: instant,
    zone: z.string(),
    /** The one that a page's code or a file is of; all that carry a typed code. */
    papers: z.array(z.object({ kind: z.enum(paperKinds), title: z.string(), pages: z.number().int() })),
    version: z.number().int(),
    filedAt: instant,
    digest,
    /** The version in force, where this one is superseded; null where the filing was recalled and none is in force. */
    current: z.object({ version: z.number().int(), filedAt: instant }).nullable(),
  }),
]);

/** What anybody may read. */
export const publicRoutes = {
  health: route({
    method: 'GET',
    path: '/healthz',
    summary: 'Answers when database and web app are ready',
    act: 'public.read',
    load: 'none',
    reply: z.object({ ready: z.literal(true) }),
  }),
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
    reply: verdict,
  }),
  verifyFile: route({
    method: 'GET',
    path: '/api/verify/files/:digest',
    summary: 'Whether a file is a filed paper, by the SM3 of its bytes: whoever asks has them',
    act: 'public.read',
    params: z.object({ digest }),
    reply: verdict,
  }),
} as const;
