import { z } from 'zod';
import { route } from '#http/contract/define.ts';
import { blockAnswers, blockState, instant } from '#http/contract/shapes.ts';

const at = z.object({ plan: z.string(), document: z.string(), block: z.string() });
const n = z.coerce.number().int().positive().max(2_147_483_647);
/** `base` is the version that stands, as for every save. */
const restore = z.object({ base: z.number().int().nonnegative(), n: z.number().int().positive().max(2_147_483_647) });

/** Every save of a block: nothing is ever overwritten, and restoring is one more save. */
export const historyRoutes = {
  blockHistory: route({
    method: 'GET',
    path: '/api/plans/:plan/documents/:document/blocks/:block/history',
    summary: 'Saves of a block, newest first, 30 a page: who, when, how many fields changed',
    act: 'history.read',
    params: at,
    query: z.object({ before: n.optional() }),
    reply: z.object({
      saves: z.array(z.object({ n: z.number().int(), at: instant, by: z.string(), changes: z.number().int() })),
      next: z.number().int().nullable(),
    }),
  }),
  blockSave: route({
    method: 'GET',
    path: '/api/plans/:plan/documents/:document/blocks/:block/history/:n',
    summary: 'A block as it was saved then',
    act: 'history.read',
    params: z.object({ ...at.shape, n }),
    reply: z.object({ n: z.number().int(), at: instant, by: z.string(), answers: blockAnswers }),
  }),
  restoreBlock: route({
    method: 'POST',
    path: '/api/plans/:plan/documents/:document/blocks/:block/restore',
    summary: 'Save an earlier version of a block again; a stale base is refused like any save',
    act: 'plan.edit',
    params: at,
    body: restore,
    reply: blockState,
    command: true,
  }),
  restoreProposalBlock: route({
    method: 'POST',
    path: '/api/proposals/:project/blocks/:block/restore',
    summary: "Save an earlier version of a proposal's block again",
    act: 'proposal.edit',
    params: z.object({ project: z.string(), block: z.string() }),
    body: restore,
    reply: blockState,
    command: true,
  }),
} as const;
