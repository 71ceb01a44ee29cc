import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { insertDecision, insertSecond } from '#db/call-decisions.ts';
import { insertCallDocument, insertQuestion } from '#db/call-papers.ts';
import { setLevels } from '#db/call-signatures.ts';
import { insertCall } from '#db/calls.ts';
import { keepFile } from '#db/files.ts';
import type { Answer as Judged } from '#domain/access/may.ts';
import { judge } from '#domain/access/may.ts';
import type { Subject } from '#domain/access/relations.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Route } from '#http/contract/define.ts';
import { callRoutes } from '#http/contract/routes/calls.ts';
import type { Client } from '../support/client.ts';
import { actorOf, askers, outcomeOf, planAt, publishMatrix, routeCell } from '../support/matrix.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

const states = ['draft', 'published'] as const;
type State = (typeof states)[number];

let app: TestApp;
const clients = new Map<string, Client>();
const ids = { plan: '', supplement: '', question: '', openDocument: '', zoneWriter: '' };
const documents: Record<State, string> = { draft: '', published: '' };
const questions: Record<State, string> = { draft: '', published: '' };

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  for (const asker of askers) clients.set(asker, await app.as(asker));
  const { db } = app.deps;
  const user = async (name: string) => (await db.selectFrom('auth.user').select('id').where('username', '=', name).executeTakeFirstOrThrow()).id;
  ids.zoneWriter = await user('zonewriter');
  const province = await user('province');
  const open = await db.selectFrom('call').selectAll().executeTakeFirstOrThrow();
  const zone = await db.selectFrom('organisation').select('id').where('kind', '=', 'zone').executeTakeFirstOrThrow();
  ids.plan = (await clients.get('zoneSubmitter')!.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  await db.transaction().execute(async (tx) => {
    await insertCall(tx, { ...open, id: 'draft', state: 'draft', draft: '{}' });
    await setLevels(tx, province, ['handler']);
    const digest = await keepFile(tx, 'application/pdf', new TextEncoder().encode('%PDF'));
    for (const state of states) {
      const callId = callOf(state);
      documents[state] = await insertCallDocument(tx, { callId, name: '指南.pdf', digest, size: 4, addedBy: province });
      questions[state] = await insertQuestion(tx, { callId, question: '问', askedBy: ids.zoneWriter, organisationId: zone.id });
    }
    ids.openDocument = await insertCallDocument(tx, { callId: '2022', name: '附件.pdf', digest, size: 4, addedBy: province });
    const { editionDigest } = open;
    ids.supplement = await insertDecision(tx, {
      callId: '2022',
      kind: 'supplement',
      text: '补充',
      values: {},
      beforeDigest: editionDigest,
      reason: '理由',
      persons: 2,
      person: ids.zoneWriter,
    });
    await insertSecond(tx, { decisionId: ids.supplement, person: province, afterDigest: editionDigest });
  });
});

afterAll(() => app?.close());

function callOf(state: State): string {
  return state === 'draft' ? 'draft' : '2022';
}

const reason = '理由';
const bodies: Partial<Record<keyof typeof callRoutes, unknown>> = {
  openCall: { edition: 'jiangsu-2022' },
  saveCallDraft: { base: 1, values: {} },
  signCall: { n: 1, level: 'handler' },
  publishCall: { n: 1 },
  extendCall: { zone: null, submitBy: '2022-03-27T00:00:00Z', recommendBy: '2022-03-27T00:00:00Z', paperBy: null, reason },
  supplementCall: { text: '补充', values: {}, reason },
  cancelCall: { reason },
  finishCall: { reason },
  setCallSigner: { levels: ['handler'] },
  askQuestion: { question: '问' },
  answerQuestion: { answer: '答' },
};

/** Puts back what an answered request changed, so that the next person asks of the same thing. */
async function reset(): Promise<void> {
  const { db } = app.deps;
  for (const state of states) await db.updateTable('call').set({ state, draftN: 1 }).where('id', '=', callOf(state)).execute();
  await db.updateTable('plan').set({ state: 'drafting' }).execute();
  await db.updateTable('callDocument').set({ removedAt: null }).execute();
}

/** A request that only access can stop. */
async function request(name: keyof typeof callRoutes, state: State): Promise<{ path: string; body?: unknown }> {
  const route: Route = callRoutes[name];
  // A call is closed once all its plans have ended.
  if (name === 'finishCall') await app.deps.db.updateTable('plan').set({ state: 'ended' }).execute();
  const needed = name === 'secondDecision';
  const decision = needed
    ? await app.deps.db.transaction().execute((tx) => insertDecision(tx, { callId: callOf(state), kind: 'cancel', reason, persons: 2, person: ids.zoneWriter }))
    : randomUUID();
  const document = name === 'callDocument' ? ids.openDocument : documents[state];
  const values: Record<string, string> = {
    call: callOf(state),
    plan: ids.plan,
    supplement: ids.supplement,
    question: questions[state],
    document,
    decision,
    person: 'province',
  };
  const path = route.path.replaceAll(/:(\w+)/g, (_, key: string) => values[key] ?? '') + (name === 'attachToCall' ? '?name=a.pdf' : '');
  return route.body === undefined ? { path } : { path, body: bodies[name] ?? {} };
}

function subjectOf(route: Route, state: State): Subject {
  if (route.act === 'public.read') return { kind: 'open' };
  if (route.act === 'call.ask') return { kind: 'own' };
  if (route.act.startsWith('plan.')) return planAt('fresh', 'zone');
  const all = ['call.list', 'call.open', 'call.signers'].includes(route.act);
  return { kind: 'callFile', state: all ? 'draft' : state };
}

const head = `# Calls: who may do what

Written by \`UPDATE=1 vitest run tests/matrix/calls.test.ts\` from what the server answered. Two answers stand for a call that is a draft / published. Whoever is not of the
province is answered alike whether there is such a call or not. Two persons, signing levels and order are decided by the call's lifecycle, not here.
`;

test('every route of calls answers every person as the access table says', async () => {
  const rows = [];
  for (const name of Object.keys(callRoutes) as (keyof typeof callRoutes)[]) {
    const cells: Judged[][] = [];
    for (const asker of askers) {
      const cell: Judged[] = [];
      for (const state of states) {
        await reset();
        const { path, body } = await request(name, state);
        const answer = await clients.get(asker)!.send(callRoutes[name].method, path, body === undefined ? {} : { body });
        const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
        const outcome = outcomeOf(answer.status, isJson && answer.status >= 400 ? answer.json<{ code: string }>().code : undefined);
        expect(outcome, `${name} by ${asker} of a ${state} call: ${answer.status} ${isJson ? new TextDecoder().decode(answer.bytes).slice(0, 100) : ''}`).toBe(
          judge(actorOf(asker), callRoutes[name].act, subjectOf(callRoutes[name], state)),
        );
        cell.push(outcome);
      }
      cells.push(cell);
    }
    rows.push({ route: routeCell(callRoutes[name]), act: callRoutes[name].act, cells });
  }
  const { text, published } = await publishMatrix('calls', { head, columns: askers, rows });
  expect(published).toBe(text);
  expect(app.bugs).toEqual([]);
});

test('a call that is absent answers those outside the province as one that is there', async () => {
  await reset();
  for (const asker of askers.filter((one) => one !== 'province')) {
    const [there, absent] = [await clients.get(asker)!.get('/api/calls/draft'), await clients.get(asker)!.get('/api/calls/nothing')];
    expect([there.status, there.json()], asker).toEqual([absent.status, absent.json()]);
  }
});
