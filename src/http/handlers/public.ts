import type { Handlers } from '#http/context.ts';
import type { publicRoutes } from '#http/contract/routes/public.ts';
import { editionFile } from '#http/edition-file.ts';
import { limitByAddress } from '#http/limit-by-address.ts';
import { openApiFile } from '#http/openapi-file.ts';
import { refuseUnready } from '#http/ready.ts';
import type { Deps } from '#usecases/deps.ts';
import { readCall, readClock } from '#usecases/read-public.ts';
import { verifyCode, verifyFile } from '#usecases/verify-code.ts';

/** A clerk with a pile of papers asks this often; whoever tries digests by the million does not. */
const questionsAMinute = 120;

export function publicHandlers(deps: Deps, webRoot: string | undefined): Pick<Handlers, keyof typeof publicRoutes> {
  const refuseTooOften = limitByAddress(questionsAMinute);
  return {
    health: async () => refuseUnready(deps, webRoot),
    openapi: async () => openApiFile(),
    clock: async () => readClock(deps),
    call: async () => readCall(deps),
    edition: async ({ params }) => editionFile(deps, params.digest),
    verify: async ({ params }, { headers }) => {
      refuseTooOften(headers);
      return verifyCode(deps, params.code);
    },
    verifyFile: async ({ params }, { headers }) => {
      refuseTooOften(headers);
      return verifyFile(deps, params.digest);
    },
  };
}
