import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from '#usecases/session.ts';
import { Refusal } from '#domain/values/refusal.ts';
import type { Context, Handlers } from './context.ts';
import { Bytes } from './context.ts';
import type { Route } from './contract/define.ts';
import { routes } from './contract/routes.ts';
import { dataPolicy, filePolicy } from './security.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Name of the route in the contract. */
    readonly contract?: keyof typeof routes;
  }
  interface FastifyRequest {
    /** When the body had arrived in full, on the process's monotonic clock, in milliseconds. */
    arrived: number;
  }
}

type Handle = (input: { readonly params: unknown; readonly body: unknown }, context: Context) => Promise<unknown>;

export type FindActor = (headers: Headers) => Promise<Session | null>;

/** Registers every route of the contract with its handler. */
export function registerContract(app: FastifyInstance, handlers: Handlers, findActor: FindActor): void {
  app.decorateRequest('arrived', 0);
  for (const name of Object.keys(routes) as (keyof typeof routes)[]) registerRoute(app, name, handlers[name] as Handle, findActor);
}

function registerRoute(app: FastifyInstance, name: keyof typeof routes, handle: Handle, findActor: FindActor): void {
  const route: Route = routes[name];
  app.route({
    method: route.method,
    url: route.path,
    config: { contract: name },
    schema: {
      ...(route.params === undefined ? {} : { params: route.params }),
      ...(route.query === undefined ? {} : { querystring: route.query }),
      ...(route.body === undefined ? {} : { body: route.body }),
      ...(route.reply === undefined ? {} : { response: { 200: route.reply } }),
    },
    preValidation: async (request) => {
      request.arrived = performance.now();
    },
    handler: async (request, reply) => {
      const headers = headersOf(request);
      const result = await handle(
        { params: request.params, body: request.body },
        {
          actor: route.act === 'public.read' ? null : await findActor(headers),
          headers,
          key: route.command === true ? idempotencyKey(request) : '',
          elapsed: () => performance.now() - request.arrived,
          setCookie: (cookie) => void reply.header('set-cookie', cookie),
        },
      );
      return result instanceof Bytes
        ? sendBytes(request, reply, result)
        : reply.header('cache-control', 'no-store').header('content-security-policy', dataPolicy).send(result);
    },
  });
}

function sendBytes(request: FastifyRequest, reply: FastifyReply, file: Bytes): FastifyReply {
  reply.header('content-security-policy', file.type === 'application/pdf' ? filePolicy : dataPolicy);
  reply.header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'private, no-cache');
  if (file.name !== undefined) reply.header('content-disposition', `inline; filename="${file.name}"`);
  if (file.tag !== undefined) {
    const tag = `"${file.tag}"`;
    reply.header('etag', tag);
    if (request.headers['if-none-match']?.includes(tag) === true) return reply.code(304).send();
  }
  return reply.type(file.type).send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength));
}

/** The request's headers, with the client's address from the connection: what a client says of its own address is not believed. */
function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !name.startsWith(':')) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set('x-real-ip', request.ip);
  return headers;
}

function idempotencyKey(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\w.:-]{8,100}$/.test(key)) throw new Refusal('badRequest', { at: ['idempotency-key'] });
  return key;
}
