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

test("a gateway's word that the server did not answer is a lost line, asked again with the same key", async () => {
  serverSays(new Response('<html>', { status: 502 }), new Response('<html>', { status: 504 }), json(200, { done: true }));
  const answer = call('recall', { params: { plan: 'p' }, body: { reason: 'x' } });
  await vi.runAllTimersAsync();
  await expect(answer).resolves.toEqual({ done: true });
  expect(new Set(keys()).size).toBe(1);
});

test('a busy server is never asked sooner than it said, and not by everybody at the same moment', async () => {
  const waits: number[] = [];
  for (const chance of [0, 0.999]) {
    vi.spyOn(Math, 'random').mockReturnValue(chance);
    serverSays(json(503, { code: 'busy', detail: {} }, { 'retry-after': '2' }), json(200, []));
    const started = Date.now();
    const answer = call('plans', {});
    await vi.runAllTimersAsync();
    await answer;
    waits.push(Date.now() - started);
  }
  vi.restoreAllMocks();
  expect(waits[0]).toBe(2_000);
  expect(waits[1]).toBeGreaterThan(2_900);
});

test('whoever is patient is told why it takes long, and asks on for as long as they want, with one key', async () => {
  serverSays(...Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? json(503, { code: 'busy', detail: {} }) : new TypeError('lost'))));
  const told: string[] = [];
  const answer = call('submit', {
    params: { plan: 'p' },
    body: {},
    patience: (hold) => {
      told.push(hold);
      return told.length < 9;
    },
  }).catch((thrown: unknown) => thrown);
  await vi.runAllTimersAsync();
  expect(await answer).toMatchObject({ code: 'busy' });
  expect(told).toEqual(['busy', 'lost', 'busy', 'lost', 'busy', 'lost', 'busy', 'lost', 'busy']);
  expect([asked.length, new Set(keys()).size]).toEqual([9, 1]);
});

test('whoever asks again by themselves hears of a busy server at once, and how long it wants to be left alone', async () => {
  serverSays(json(503, { code: 'busy', detail: {} }, { 'retry-after': '2' }));
  const error = await call('plans', { patience: 'none' }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'busy', retryAfter: 2_000 });
  expect(asked).toHaveLength(1);
});

test('an answer outside the contract is a fault of the program', async () => {
  serverSays(new Response('<html>', { status: 500 }));
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
