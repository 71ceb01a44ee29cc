import type { z } from 'zod';
import type { Routes } from '#http/contract/routes.ts';
import type { Json } from '#domain/values/json.ts';
import type { RefusalCode } from '#domain/values/refusal.ts';
import { freshKey } from './fresh-key.ts';
import { fillPath, paths, type RouteName } from './paths.ts';
import { NetworkLoss, RefusalError, UnexpectedReply } from './refusal-error.ts';
import { retryAfter, spread } from './retry-wait.ts';
import { signInAgain } from './sign-in-again.ts';

/** A value as the contract types it, with free JSON as our read-only Json. */
type Wire<T> = unknown extends T ? T : [z.core.util.JSONType] extends [T] ? Json : T extends object ? { readonly [K in keyof T]: Wire<T[K]> } : T;
type Schema<K extends RouteName, Member extends 'params' | 'query' | 'body' | 'reply'> = NonNullable<Routes[K][Member]>;

export type Reply<K extends RouteName> = Schema<K, 'reply'> extends z.ZodType<infer T> ? Wire<T> : never;
type Params<K extends RouteName> = Schema<K, 'params'> extends z.ZodType<infer T> ? T : never;
type Query<K extends RouteName> = Schema<K, 'query'> extends z.ZodType<unknown, infer T> ? T : never;
type Body<K extends RouteName> = Schema<K, 'body'> extends z.ZodType<infer T> ? Wire<T> : never;

/** `unknown` is what a route without that part infers. */
type Part<Name extends string, T> = unknown extends T ? { readonly [N in Name]?: never } : { readonly [N in Name]: T };

export type Input<K extends RouteName> = Part<'params', Params<K>> &
  Part<'query', Query<K>> &
  Part<'body', Body<K>> & {
    /** The file of a route that takes one. */
    readonly bytes?: Blob;
    /** Idempotency key of a command that may be asked again later; made here where absent. */
    readonly key?: string;
    readonly signal?: AbortSignal;
    /** False where the caller deals with an ended session itself. */
    readonly askSignIn?: false;
    readonly patience?: Patience;
  };

interface Anything {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly bytes?: Blob;
  readonly key?: string;
  readonly signal?: AbortSignal;
  readonly askSignIn?: false;
  readonly patience?: Patience;
}

/** Why a request is asked again: the server had no time for it, or no answer came. */
export type Hold = 'busy' | 'lost';

/** `none`: the caller asks again itself. A function is told before each further wait, and goes on for as long as it says so. */
export type Patience = 'none' | ((hold: Hold) => boolean);

/** Waits between tries after a lost line or a busy server, in milliseconds; whoever is more patient goes on with the last. */
const waits = [400, 1200, 3000];

/** Asks the server, typed by the contract. Commands carry one key over every try, so that asking twice does once. */
export async function call<K extends RouteName>(name: K, input: Input<K>): Promise<Reply<K>>;
export async function call(name: RouteName, input: Anything): Promise<unknown> {
  return (await open(name, input)).json();
}

/** The same for a route that answers with a file. */
export async function callFile<K extends RouteName>(name: K, input: Input<K>): Promise<Blob>;
export async function callFile(name: RouteName, input: Anything): Promise<Blob> {
  return (await open(name, input)).blob();
}

async function open(name: RouteName, input: Anything): Promise<Response> {
  const [method, path] = paths[name];
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') headers['idempotency-key'] = input.key ?? freshKey();
  if (input.body !== undefined) headers['content-type'] = 'application/json';
  const request: RequestInit = { method, headers, credentials: 'same-origin' };
  if (input.body !== undefined) request.body = JSON.stringify(input.body);
  if (input.bytes !== undefined) {
    headers['content-type'] = 'application/octet-stream';
    request.body = input.bytes;
  }
  if (input.signal) request.signal = input.signal;
  const url = fillPath(path, isParams(input.params) ? input.params : {}) + queryText(input.query);
  return send(url, request, input.askSignIn !== false, input.patience);
}

function queryText(query: unknown): string {
  const given = isParams(query) ? Object.entries(query).filter(([, value]) => value !== undefined) : [];
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

/** Asks whether the server gives this file, without reading it; throws what it answers instead. */
export async function askFile(url: string): Promise<void> {
  const answered = new AbortController();
  await send(url, { credentials: 'same-origin', signal: answered.signal });
  answered.abort();
}

/** The server's answer, once it is no busy server, lost line or ended session; refusals are thrown. */
async function send(url: string, request: RequestInit, askSignIn = true, patience?: Patience): Promise<Response> {
  for (;;) {
    const response = await ask(url, request, patience);
    if (response.ok) return response;
    const refusal = await readRefusal(response);
    if (refusal.code !== 'notSignedIn' || !askSignIn || !(await signInAgain())) throw refusal;
  }
}

async function ask(url: string, request: RequestInit, patience: Patience | undefined): Promise<Response> {
  for (let tries = 0; ; tries++) {
    const response = await fetch(url, request).catch(() => undefined);
    request.signal?.throwIfAborted();
    if (response !== undefined && !isHeldUp(response.status)) return response;
    const hold = response?.status === 503 ? 'busy' : 'lost';
    const goesOn = typeof patience === 'function' ? patience(hold) : patience === undefined && tries < waits.length;
    if (!goesOn || (hold === 'lost' && !navigator.onLine)) {
      if (response?.status === 503) return response;
      throw new NetworkLoss();
    }
    const wait = (response && secondsToWait(response)) ?? waits[Math.min(tries, waits.length - 1)] ?? 0;
    await pause(spread(wait), request.signal);
  }
}

/** 503 is the server's own word for busy; 502 and 504 are a gateway's for a server that did not answer. */
function isHeldUp(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}

function secondsToWait(response: Response): number | undefined {
  return retryAfter(response.headers.get('retry-after'));
}

function pause(milliseconds: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

async function readRefusal(response: Response): Promise<RefusalError> {
  const reply: unknown = await response.json().catch(() => undefined);
  if (!isRefusal(reply)) throw new UnexpectedReply(response.status);
  return new RefusalError(reply.code, reply.detail, secondsToWait(response));
}

function isRefusal(reply: unknown): reply is { code: RefusalCode; detail: Record<string, Json> } {
  return typeof reply === 'object' && reply !== null && 'code' in reply && typeof reply.code === 'string' && 'detail' in reply;
}

function isParams(value: unknown): value is Record<string, string | number> {
  return typeof value === 'object' && value !== null;
}
