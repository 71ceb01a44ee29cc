import compress from '@fastify/compress';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, type RouteOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { Refusal } from '#domain/values/refusal.ts';
import { isBusy } from '#usecases/busy.ts';
import type { Deps } from '#usecases/deps.ts';
import { readSession } from '#usecases/session.ts';
import { routes } from './contract/routes.ts';
import { defaultLanes, type Lanes, openDoor } from './door.ts';
import { type ErrorAnswer, answerTo, bugAnswer, traceOf } from './errors.ts';
import { makeHandlers } from './handlers.ts';
import { withLoggedReads } from './logged-reads.ts';
import { registerContract } from './register.ts';
import { dataPolicy, refuseForeign, securityHeaders } from './security.ts';
import { isStorable } from './storable.ts';
import { isBuilt, registerWeb } from './web-files.ts';

export interface AppOptions {
  readonly deps: Deps;
  /** Folder of the built web app. Without it only the API is served. */
  readonly webRoot?: string;
  /** Takes one entry for each bug; never holds anybody's data. */
  readonly log: (entry: Readonly<Record<string, unknown>>) => void;
  /** How much is taken on at once, where it is not the usual. */
  readonly lanes?: Partial<Lanes>;
}

const bodyLimit = 2 * 1024 * 1024;

/** The whole HTTP side: every route of the contract, the web app's files, and nothing else. */
export async function buildApp({ deps, webRoot, log, lanes = {} }: AppOptions): Promise<FastifyInstance> {
  const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const answer = answerTo(isBusy(error) ? new Refusal('busy') : error) ?? bugAnswer;
    if (answer === bugAnswer) log({ event: 'bug', route: request.routeOptions.url, method: request.method, ...traceOf(error) });
    return sendError(reply, answer);
  };
  const app = Fastify({
    bodyLimit,
    requestTimeout: 60_000,
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 1_000 },
    // Addresses that cannot be decoded never reach a route, nor the hooks of one.
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply.headers(securityHeaders)),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const publicOrigin = new URL(deps.publicUrl).origin;

  app.addHook('onRoute', refuseOutsideContract);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders);
    refuseForeign(request, publicOrigin);
  });
  app.addHook('preValidation', async (request) => {
    if (!isStorable(request.body) || !isStorable(request.params)) throw new Refusal('badRequest', { at: ['text'] });
  });
  app.setErrorHandler(answerError);

  // The edition and a whole plan are 130–220 KB of JSON; on a county's line that is what a person waits for.
  await app.register(compress, { encodings: ['gzip', 'identity'], threshold: 1_024 });
  registerContract(app, withLoggedReads(deps, makeHandlers(deps, webRoot)), (headers) => readSession(deps, headers), openDoor({ ...defaultLanes, ...lanes }));
  if (webRoot !== undefined && isBuilt(webRoot)) await registerWeb(app, webRoot);
  else app.setNotFoundHandler(absent);
  return app;
}

/** Everything under /api is in the contract, so that it is in the access matrix and in the published document. */
function refuseOutsideContract(route: RouteOptions): void {
  const name = route.config?.contract;
  const known = name === undefined ? undefined : routes[name];
  if (known?.path === route.url) return;
  const reads = [route.method].flat().every((method) => method === 'GET' || method === 'HEAD');
  if (!reads || route.url.startsWith('/api') || route.url.includes(':'))
    throw new Error(`${[route.method].flat().join('/')} ${route.url} is not in the contract`);
}

function sendError(reply: FastifyReply, answer: ErrorAnswer): FastifyReply {
  return reply
    .code(answer.status)
    .headers({ 'cache-control': 'no-store', 'content-security-policy': dataPolicy, ...answer.headers })
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(answer.body);
}

function absent(): never {
  throw new Refusal('notFound');
}
