import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { keepFile } from '#db/files.ts';
import { insertVersion } from '#db/versions.ts';
import type { Answer as Judged } from '#domain/access/may.ts';
import { judge } from '#domain/access/may.ts';
import type { Subject } from '#domain/access/relations.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { buildApp } from '#http/app.ts';
import type { Route } from '#http/contract/define.ts';
import { planRoutes } from '#http/contract/routes/plans.ts';
import { publicRoutes } from '#http/contract/routes/public.ts';
import { sessionRoutes } from '#http/contract/routes/sessions.ts';
import { versionRoutes } from '#http/contract/routes/versions.ts';
import { routes } from '#http/contract/routes.ts';
import type { Answer, Client } from './support/client.ts';
import type { Stage } from './support/matrix.ts';
import { Standing, actorOf, askers, observedRows, outcomeIn, planAt, publishMatrix, seenIn, stages } from './support/matrix.ts';
import { password } from './support/people.ts';
import type { TestApp } from './support/test-app.ts';
import { startTestApp } from './support/test-app.ts';

interface Target {
  readonly plan: string;
  readonly project: string;
}

/** Routes of things that have a matrix of their own are asked there. */
const names = Object.keys({ ...publicRoutes, ...sessionRoutes, ...planRoutes, ...versionRoutes }) as (keyof typeof routes)[];
const ofPlans = names.filter((name) => routes[name].path.includes(':plan'));
const others = names.filter((name) => !ofPlans.includes(name));

const head = `# Who may do what

Written by \`UPDATE=1 vitest run tests/access-matrix.test.ts\` from what the server answered; the test fails while it is out of date.
Each cell is one person's answer for a plan of the zone \`zone\`: **yes**; **later**: not in this state of the plan; **no**: sees the plan, but this is not theirs to do;
**·**: answered exactly as if the plan did not exist; **sign in**. Where the state decides, four answers stand for a plan being drafted for the first time / recalled / at the city / at the province.
Matrices of other things stand in \`docs/access/\`.
`;

let app: TestApp;
const clients = new Map<string, Client>();
const targets: Record<'zone' | 'otherZone', Target> = { zone: { plan: '', project: '' }, otherZone: { plan: '', project: '' } };
const absent: Target = { plan: randomUUID(), project: randomUUID() };
const standing = new Standing();
/** Answers over HTTP, by route, asker and stage. */
const observed = new Map<string, Judged>();

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  for (const asker of askers) clients.set(asker, await app.as(asker));
  targets.zone = await begin('zoneSubmitter');
  targets.otherZone = await begin('otherZone');
});

afterAll(() => app?.close());

async function begin(role: 'zoneSubmitter' | 'otherZone'): Promise<Target> {
  const client = clients.get(role)!;
  const plan = (await client.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  return { plan, project: (await client.send('POST', `/api/plans/${plan}/projects`, { body: {} })).json<{ id: string }>().id };
}

/** Brings a plan to a stage past the commands: this test asks who may, not how a plan gets there. */
async function bring({ plan, project }: Target, stage: Stage): Promise<void> {
  const { db } = app.deps;
  const versions = await db.selectFrom('planVersion').select('n').where('planId', '=', plan).execute();
  if (stages[stage].submitted && versions.length === 0) {
    const call = await db.selectFrom('call').select('editionDigest').executeTakeFirstOrThrow();
    const person = await db.selectFrom('membership').select('userId').executeTakeFirstOrThrow();
    await db.transaction().execute(async (tx) => {
      const pdfDigest = await keepFile(tx, 'application/pdf', new TextEncoder().encode('%PDF'));
      const content = { edition: 'e', call: '2022', zone: 'z', city: 'c', form: {}, outline: {}, commitment: {}, projects: [], attachments: [] };
      await insertVersion(tx, {
        planId: plan,
        year: 2022,
        n: 1,
        content,
        editionDigest: call.editionDigest,
        contentDigest: 'a'.repeat(64),
        pdfDigest,
        pages: 1,
        filedAt: '2022-03-01T00:00:00Z',
        filedBy: person.userId,
      });
    });
  }
  await db.updateTable('plan').set({ state: stages[stage].state }).where('id', '=', plan).execute();
  await db.updateTable('project').set({ removedAt: null }).where('id', '=', project).execute();
}

/** A request that only access can stop: its parameters exist and its body has the right shape. */
function request(name: keyof typeof routes, target: Target): { path: string; body?: unknown } {
  const route: Route = routes[name];
  const values: Record<string, string> = { ...target, document: 'form', block: 'name', n: '1', digest: '0'.repeat(64), code: 'nothing', session: 'others' };
  const path = route.path.replaceAll(/:(\w+)/g, (_, key: string) => values[key] ?? '');
  const bodies: Partial<Record<keyof typeof routes, unknown>> = {
    saveBlock: { base: 0, answers: {} },
    recall: { reason: '更正' },
    remind: { projects: 'all' },
    signIn: { username: 'zoneWriter', password },
    giveSecondFactor: { code: '000000' },
    changePassword: { current: 'wrong', next: 'long enough for all' },
    beginSecondFactor: { password: 'wrong' },
    confirmSecondFactor: { code: '000000' },
    dropSecondFactor: { password: 'wrong' },
  };
  return route.body === undefined ? { path } : { path, body: bodies[name] ?? {} };
}

async function ask(name: keyof typeof routes, client: Client, target: Target): Promise<Answer> {
  const { path, body } = request(name, target);
  return client.send(routes[name].method, path, body === undefined ? {} : { body });
}

test.each(Object.keys(stages) as Stage[])(
  'a plan that is %s answers every person as the access table says, and hides itself as if it were absent',
  async (stage) => {
    standing.over();
    for (const name of ofPlans) {
      for (const asker of askers) {
        const client = clients.get(asker)!;
        const nothing = await standing.nothing(`${name} ${asker}`, () => ask(name, client, absent));
        for (const whose of ['zone', 'otherZone'] as const) {
          await standing.at(whose, () => bring(targets[whose], stage));
          const answer = await ask(name, client, targets[whose]);
          standing.asked(routes[name].method);
          const expected = judge(actorOf(asker), routes[name].act, planAt(stage, whose));
          const where = `${name} by ${asker} of ${whose}'s plan`;
          // What nobody has submitted yet is absent even for those who may read it.
          const isYetToBe = stage === 'fresh' && expected === 'yes' && (name === 'version' || name === 'versionPdf');
          const sameState = expected === 'yes' && (name === 'restoreProject' || name === 'removeProject');
          if (!sameState) expect(outcomeIn(answer), where).toBe(isYetToBe ? 'hidden' : expected);
          else expect(['yes', 'wrongState'], where).toContain(outcomeIn(answer));
          if (expected === 'hidden' || expected === 'signIn') expect(seenIn(answer), where).toEqual(nothing);
          if (whose === 'zone') observed.set(`${name} ${asker} ${stage}`, sameState || isYetToBe ? 'yes' : outcomeIn(answer));
        }
      }
    }
  },
);

test('every other route answers every person as the access table says', async () => {
  for (const name of others) {
    for (const asker of askers) {
      // Opening and closing a session would change who asks next.
      const client = name === 'signIn' || name === 'signOut' ? await app.as(asker) : clients.get(asker)!;
      const answer = await ask(name, client, absent);
      const expected = judge(actorOf(asker), routes[name].act, subjectOf(routes[name].act));
      // No edition has the digest that is asked for, and whoever asks hears so.
      const found = name === 'edition' ? 'yes' : outcomeIn(answer);
      expect(found, `${name} by ${asker}`).toBe(expected);
      for (const stage of Object.keys(stages)) observed.set(`${name} ${asker} ${stage}`, found);
    }
  }
});

function subjectOf(act: Route['act']): Subject {
  if (act === 'plan.list') return { kind: 'plans' };
  if (act.startsWith('account.')) return { kind: 'own' };
  return act === 'plan.create' ? { kind: 'call' } : { kind: 'open' };
}

test.each(Object.keys(stages) as Stage[])('with plans that are %s, each person’s list is exactly the plans that they may read', async (stage) => {
  for (const target of Object.values(targets)) await bring(target, stage);
  for (const asker of askers.filter((one) => one !== 'public' && one !== 'admin')) {
    const client = clients.get(asker)!;
    const listed = (await client.get('/api/plans')).json<{ id: string }[]>().map((row) => row.id);
    const readable: string[] = [];
    for (const { plan } of Object.values(targets)) if ((await client.get(`/api/plans/${plan}`)).status === 200) readable.push(plan);
    expect(listed.toSorted(), asker).toEqual(readable.toSorted());
  }
});

test('a city reads what was submitted, never the draft that followed it', async () => {
  await bring(targets.zone, 'recalled');
  const { plan } = targets.zone;
  const zone = clients.get('zoneWriter')!;
  const base = (await zone.get(`/api/plans/${plan}`)).json<{ documents: { form: { name: { version: number } } } }>().documents.form.name.version;
  const saved = await zone.send('PUT', `/api/plans/${plan}/documents/form/blocks/name`, { body: { base, answers: { name: '未报送的名称' } } });
  expect(saved.status).toBe(200);
  for (const path of [`/api/plans/${plan}`, '/api/plans', `/api/plans/${plan}/versions/1`]) {
    const answer = await clients.get('city')!.get(path);
    expect(answer.status, path).toBe(200);
    expect(new TextDecoder().decode(answer.bytes), path).not.toContain('未报送的名称');
  }
});

test('facts of other plans, which the check needs, are told to nobody but the zone', async () => {
  await bring(targets.zone, 'atCity');
  const factsFor = async (role: string) => (await clients.get(role)!.get(`/api/plans/${targets.zone.plan}`)).json<{ facts: object }>().facts;
  expect(await factsFor('zoneWriter')).toMatchObject({ claims: {}, solicited: false, openAnswers: [] });
  expect(await factsFor('city')).toEqual({});
});

test("another plan's project is absent, also for whoever may change this plan's", async () => {
  await bring(targets.zone, 'fresh');
  const answer = await clients.get('zoneSubmitter')!.send('DELETE', `/api/plans/${targets.zone.plan}/projects/${targets.otherZone.project}`);
  expect([answer.status, answer.json()]).toEqual([404, { code: 'notFound', detail: {} }]);
});

test.each([
  ['GET', '/api/other'],
  ['POST', '/other'],
  ['GET', '/plans/:plan'],
] as const)('%s %s, which is not in the contract, cannot be registered', async (method, url) => {
  const unstarted = await buildApp({ deps: app.deps, log: () => {} });
  expect(() => unstarted.route({ method, url, handler: async () => ({}) })).toThrow('is not in the contract');
  await unstarted.close();
});

test('the published matrix is what the server answers', async () => {
  const rows = observedRows(routes, names, askers, () => Object.keys(stages) as Stage[], observed);
  const { text, published } = await publishMatrix('plan', { head, columns: askers, rows });
  expect(published).toBe(text);
});

test('nothing in all of this was a bug', () => {
  expect(app.bugs).toEqual([]);
});
