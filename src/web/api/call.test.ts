import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askFile, call } from './call.ts';
import { NetworkLoss, RefusalError, UnexpectedReply } from './refusal-error.ts';
import { answerSignIn, expectSession, isSignInWanted } from './sign-in-again.ts';

type Answer = Response | Error;
let asked: { readonly url: string; readonly init: RequestInit }[];

/** Answers each request with the next of these. */
function serverSays(...answers: readonly Answer[]): void {
  const left = [...answers];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push({ url, init });
    const next = left.shift() ?? new TypeError('nothing left to answer');
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  });
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers });
}

function keys(): readonly (string | null)[] {
  return asked.map(({ init }) => new Headers(init.headers).get('idempotency-key'));
}

beforeEach(() => {
  asked = [];
  vi.stubGlobal('navigator', { onLine: true });
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  expectSession(false);
});

test('a command asked again after a lost line and a busy server carries the same key', async () => {
  serverSays(new TypeError('lost'), json(503, { code: 'busy', detail: {} }, { 'retry-after': '2' }), json(200, { done: true }));
  const answer = call('recall', { params: { plan: 'p 1' }, body: { reason: 'x' } });
  await vi.runAllTimersAsync();
  await expect(answer).resolves.toEqual({ done: true });
  expect(asked.map(({ url }) => url)).toEqual(Array(3).fill('/api/plans/p%201/recall'));
  expect(keys()[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(new Set(keys()).size).toBe(1);
});

test('a file that the server refuses to print is refused before a tab opens for it', async () => {
  serverSays(json(422, { code: 'unrenderable', detail: { characters: ['𠮷'] } }));
  await expect(askFile('/api/plans/p/form.pdf')).rejects.toMatchObject({ code: 'unrenderable', detail: { characters: ['𠮷'] } });
  serverSays(new Response(new Uint8Array([37, 80, 68, 70])));
  await expect(askFile('/api/plans/p/form.pdf')).resolves.toBeUndefined();
});

test('reading carries no key', async () => {
  serverSays(json(200, []));
  await call('plans', {});
  expect(keys()).toEqual([null]);
});

test('a line that stays lost is told apart from a refusal', async () => {
  serverSays(...Array.from({ length: 4 }, () => new TypeError('lost')));
  const answer = call('plans', {}).catch((thrown: unknown) => thrown);
  await vi.runAllTimersAsync();
  expect(await answer).toBeInstanceOf(NetworkLoss);
  expect(asked).toHaveLength(4);
});

test('a refusal comes with its code and detail, and is not asked again', async () => {
  serverSays(json(409, { code: 'stale', detail: { block: { version: 3 } } }));
  const error = await call('plans', {}).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RefusalError);
  expect(error).toMatchObject({ code: 'stale', detail: { block: { version: 3 } } });
  expect(asked).toHaveLength(1);
});

test('an answer outside the contract is a fault of the program', async () => {
  serverSays(new Response('<html>', { status: 502 }));
  await expect(call('plans', {})).rejects.toBeInstanceOf(UnexpectedReply);
});

test('an ended session waits for the person to sign in, then asks again with the same key', async () => {
  expectSession(true);
  serverSays(json(401, { code: 'notSignedIn', detail: {} }), json(200, { done: true }));
  const answer = call('recall', { params: { plan: 'p' }, body: { reason: 'x' } });
  await vi.waitFor(() => expect(isSignInWanted()).toBe(true));
  answerSignIn(true);
  await expect(answer).resolves.toEqual({ done: true });
  expect(new Set(keys()).size).toBe(1);
  expect(isSignInWanted()).toBe(false);
});

test('a person who does not sign in again gets the refusal', async () => {
  expectSession(true);
  serverSays(json(401, { code: 'notSignedIn', detail: {} }));
  const answer = call('plans', {}).catch((thrown: unknown) => thrown);
  await vi.waitFor(() => expect(isSignInWanted()).toBe(true));
  answerSignIn(false);
  expect(await answer).toMatchObject({ code: 'notSignedIn' });
});

test('a visitor who never signed in is not asked to', async () => {
  serverSays(json(401, { code: 'notSignedIn', detail: {} }));
  await expect(call('plans', {})).rejects.toMatchObject({ code: 'notSignedIn' });
});
