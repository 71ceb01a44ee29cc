import type { Handlers } from '#http/context.ts';
import type { mendingRoutes } from '#http/contract/routes/mending.ts';
import { confirmMended } from '#usecases/confirm-mended.ts';
import type { Deps } from '#usecases/deps.ts';
import { readMending } from '#usecases/read-mending.ts';

export function mendingHandlers(deps: Deps): Pick<Handlers, keyof typeof mendingRoutes> {
  return {
    mending: async ({ params }, { actor }) => readMending(deps, actor, params.plan),
    confirmMended: async ({ params, body }, { actor, key, elapsed }) => confirmMended(deps, actor, key, { plan: params.plan, n: body.n }, elapsed),
  };
}
