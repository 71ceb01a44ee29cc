import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseBeforeDuty, type Session } from '#usecases/session.ts';
import { Refusal } from '#domain/values/refusal.ts';
import type { Context, Handlers } from './context.ts';
import { Bytes } from './context.ts';
import type { Route } from './contract/define.ts';
import { routes } from './contract/routes.ts';
import { type Door, loadOf } from './door.ts';
import { persist } from './persist.ts';
import { dataPolicy, filePolicy, uploadPolicy } from './security.ts';
import { submitGate } from './submit-gate.ts';
import { uploadGate } from './upload-gate.ts';

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

interface Parts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly bytes: Uint8Array;
}

type Handle = (input: Parts, context: Context) => Promise<unknown>;

const noBytes = new Uint8Array();

export type FindActor = (headers: Headers) => Promise<Session | null>;

/** Registers every route of the contract with its handler. */
export function registerContract(app: FastifyInstance, handlers: Handlers, findActor: FindActor, door: Door): void {
  app.decorateRequest('arrived', 0);
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  const gates = { upload: uploadGate(door, async (request) => (await findActor(headersOf(request)))?.person), submit: submitGate(door) };
  for (const name of Object.keys(routes) as (keyof typeof routes)[]) registerRoute(app, name, handlers[name] as Handle, findActor, door, gates);
}

function registerRoute(
  app: FastifyInstance,
  name: keyof typeof routes,
  handle: Handle,
  findActor: FindActor,
  door: Door,
  gates: { readonly upload: ReturnType<typeof uploadGate>; readonly submit: ReturnType<typeof submitGate> },
): void {
  const route: Route = routes[name];
  app.route({
    method: route.method,
    url: route.path,
    config: { contract: name },
    ...(route.upload === undefined ? {} : { bodyLimit: route.upload, onRequest: gates.upload(route.upload) }),
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
      const result = await answer(request, reply);
      return result instanceof Bytes
        ? sendBytes(request, reply, result)
        : reply.header('cache-control', 'no-store').header('content-security-policy', dataPolicy).send(result);
    },
  });

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const headers = headersOf(request);
    const key = route.command === true ? idempotencyKey(request) : '';
    const elapsed = (): number => performance.now() - request.arrived;
    const work = async (actor: Session | null): Promise<unknown> => {
      refuseBeforeDuty(actor, route.act);
      const { params, query, body } = request;
      const bytes = route.upload !== undefined && body instanceof Uint8Array ? body : noBytes;
      const setCookie = (cookie: string): void => void reply.header('set-cookie', cookie);
      return handle({ params, query, body, bytes }, { actor, headers, key, elapsed, setCookie });
    };
    if (route.load === 'submit') return submit(headers, elapsed, work);
    const leave = await door[loadOf(route)]();
    try {
      // Whoever waited for something to read and has gone needs it no more; a command that has arrived is carried out.
      if (route.method === 'GET' && reply.raw.destroyed) throw new Refusal('busy');
      return await work(route.act === 'public.read' ? null : await findActor(headers));
    } finally {
      leave();
    }
  }

  /** Nobody who came before a deadline is sent home because the server is too busy or the database is away for a moment. */
  async function submit(headers: Headers, elapsed: () => number, work: (actor: Session) => Promise<unknown>): Promise<unknown> {
    const find = (): Promise<Session | null> => persist(elapsed, () => findActor(headers));
    const { actor, leave } = await gates.submit(find);
    try {
      return await persist(elapsed, () => work(actor));
    } finally {
      leave();
    }
  }
}

function sendBytes(request: FastifyRequest, reply: FastifyReply, file: Bytes): FastifyReply {
  reply.header('content-security-policy', policyOf(file));
  reply.header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'private, no-cache');
  if (file.name !== undefined) reply.header('content-disposition', disposition(file.name, file.saved));
  if (file.tag !== undefined) {
    const tag = `"${file.tag}"`;
    reply.header('etag', tag);
    if (request.headers['if-none-match']?.includes(tag) === true) return reply.code(304).send();
  }
  return reply.type(file.type).send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength));
}

function policyOf({ type, saved }: Bytes): string {
  if (type === 'application/pdf') return filePolicy;
  return saved || type.startsWith('image/') ? uploadPolicy : dataPolicy;
}

/** The name in both ways of RFC 6266: a browser that cannot read the second takes the first. */
function disposition(name: string, saved: boolean): string {
  const kind = saved ? 'attachment' : 'inline';
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  if (plain === name) return `${kind}; filename="${name}"`;
  const coded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${coded}`;
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
