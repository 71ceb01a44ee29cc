import { z } from 'zod';
import { route } from '#http/contract/define.ts';
import { done, instant, planState } from '#http/contract/shapes.ts';

const planParams = z.object({ plan: z.string() });

const part = z.object({ document: z.string(), block: z.string(), text: z.string(), pointer: z.string() });

const round = z.object({
  round: z.number().int(),
  /** The version that was sent back. */
  n: z.number().int(),
  deadline: instant,
  reason: z.string(),
  parts: z.array(part),
  paper: z.array(z.string()),
  askedAt: instant,
});

/** What a plan was sent back for by the intake centre, and how far its mending is. */
export const mendingRoutes = {
  mending: route({
    method: 'GET',
    path: '/api/plans/:plan/mending',
    summary: 'What must be mended until when, newest round first; `step` says whose turn it is',
    act: 'mending.read',
    params: planParams,
    reply: z.object({
      plan: z.string(),
      state: planState,
      step: z.enum(['zone', 'city', 'paper', 'over']),
      rounds: z.array(round),
      mended: z.object({ n: z.number().int(), filedAt: instant }).nullable(),
      confirmed: z.object({ n: z.number().int(), at: instant, by: z.string() }).nullable(),
      may: z.array(z.string()),
    }),
  }),
  confirmMended: route({
    method: 'POST',
    path: '/api/plans/:plan/mending/confirm',
    summary: 'The city stands by the mended version, under the same slot and letter',
    act: 'recommendation.confirm',
    load: 'submit',
    params: planParams,
    body: z.object({ n: z.number().int().positive() }),
    reply: done,
    command: true,
  }),
} as const;
