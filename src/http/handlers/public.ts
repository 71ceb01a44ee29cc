import type { Handlers } from '#http/context.ts';
import type { publicRoutes } from '#http/contract/routes/public.ts';
import { editionFile } from '#http/edition-file.ts';
import { openApiFile } from '#http/openapi-file.ts';
import { refuseUnready } from '#http/ready.ts';
import type { Deps } from '#usecases/deps.ts';
import { readCall, readClock } from '#usecases/read-public.ts';
import { verifyCode } from '#usecases/verify-code.ts';

export function publicHandlers(deps: Deps, webRoot: string | undefined): Pick<Handlers, keyof typeof publicRoutes> {
  return {
    health: async () => refuseUnready(deps, webRoot),
    openapi: async () => openApiFile(),
    clock: async () => readClock(deps),
    call: async () => readCall(deps),
    edition: async ({ params }) => editionFile(deps, params.digest),
    verify: async ({ params }) => verifyCode(deps, params.code),
  };
}
