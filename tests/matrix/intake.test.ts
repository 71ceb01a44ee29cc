import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertRefusal } from '#db/paper-desk.ts';
import { renderers } from '#documents/render/form.ts';
import type { Answer as Judged } from '#domain/access/may.ts';
import { judge } from '#domain/access/may.ts';
import type { Subject } from '#domain/access/relations.ts';
import type { PlanState } from '#domain/filing/lifecycle/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Route } from '#http/contract/define.ts';
import { intakeRoutes } from '#http/contract/routes/intake.ts';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import sample from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import { addProjects, fileVersion, recommendFiled } from '../support/at-intake.ts';
import type { Answer, Client } from '../support/client.ts';
import { actorOf, askers, observedRows, outcomeIn, planAt, publishMatrix, seenIn } from '../support/matrix.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

type Name = keyof typeof intakeRoutes;
const names = Object.keys(intakeRoutes) as Name[];
/** Of one plan; the rest are about the desk. */
const ofPlan: ReadonlySet<Name> = new Set<Name>(['intake', 'receivePaper', 'paperReceipt', 'lookAtItem', 'askMending', 'proposeResult', 'decideIntake']);
/** These look something up whose absence answers as if it were hidden. */
const absentAllTheSame: ReadonlySet<Name> = new Set<Name>(['paperReceipt', 'decideIntake']);

const stages = {
  atCity: { state: 'atCity', recommended: false },
  atProvince: { state: 'atProvince', recommended: true },
  admitted: { state: 'admitted', recommended: true },
} as const satisfies Readonly<Record<string, { state: PlanState; recommended: boolean }>>;
const stageNames = Object.keys(stages) as (keyof typeof stages)[];

const head = `# Who may do what at the intake centre

Written by \`UPDATE=1 vitest run tests/matrix/intake.test.ts\` from what the server answered; the test fails while it is out of date.
Files are asked for of the plan of \`zone\`. **yes**; **later**: in another state of the plan; **no**: not theirs to do; **·**: answered exactly as if it did not
exist; **sign in**. Where the state decides, three answers stand for a plan at the city / at the province / admitted.
`;

let app: TestApp;
let plan: string;
let refusal: string;
const clients = new Map<string, Client>();
const observed = new Map<string, Judged>();

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-22T10:00:00+08:00');
  for (const asker of askers) clients.set(asker, await app.as(asker));
  const { db } = app.deps;
  plan = (await clients.get('zoneSubmitter')!.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  await addProjects(db, plan, 1);
  const { n } = await fileVersion(db, plan, { ...sample, projects: sample.projects.slice(0, 1) }, '2022-03-18T02:00:00.000Z');
  await recommendFiled(db, plan, n, '2022-03-21T02:00:00.000Z');
  const { id: clerk } = await db.selectFrom('auth.user').select('id').where('username', '=', 'intake').executeTakeFirstOrThrow();
  const at = '2022-03-22T02:00:00.000Z';
  const paper = { planId: null, code: 'x', cause: 'unknown', at, clerk, handedInBy: '某人', courier: null, tracking: null, remark: '' } as const;
  refusal = await db.transaction().execute((tx) => insertRefusal(tx, paper));
}, 60_000);
afterAll(async () => {
  await app?.close();
  renderers.close();
});

const handed = { code: 'none', handedInBy: '某人', courier: null, tracking: null, remark: '' };
/** Such that access is asked, and nothing comes of it where it is granted. */
const bodies: Readonly<Partial<Record<Name, object>>> = {
  lookUp: { text: 'none' },
  refusePaper: { ...handed, code: ' ' },
  receivePaper: { ...handed, counts: { plan: 0, form: 0, letter: 0 } },
  lookAtItem: { result: 'met', note: '' },
  askMending: { deadline: '2022-03-01T00:00:00+08:00', reason: '补', parts: [], paper: ['form'] },
  proposeResult: { kind: 'strike', project: randomUUID(), reason: '剔' },
  decideIntake: { decision: 'agreed', reason: '' },
};

async function ask(name: Name, client: Client, of: string): Promise<Answer> {
  const route: Route = intakeRoutes[name];
  const values: Readonly<Record<string, string>> = { plan: of, n: '1', item: 'nothing', result: randomUUID(), refusal };
  const path = route.path.replaceAll(/:(\w+)/g, (_, key: string) => values[key] ?? '');
  const body = bodies[name];
  if (name === 'lookUpScan') return client.send(route.method, path, { bytes: new TextEncoder().encode('no picture') });
  return client.send(route.method, path, body === undefined ? {} : { body });
}

function subjectAt(name: Name, stage: keyof typeof stages): Subject {
  return ofPlan.has(name) ? { ...planAt('atProvince', 'zone'), ...stages[stage] } : { kind: 'call' };
}

test.each(stageNames)(
  'the intake centre answers every person as the access table says, a plan being %s, and hidden files as absent ones',
  async (stage) => {
    const { db } = app.deps;
    await db.updateTable('plan').set({ state: stages[stage].state }).where('id', '=', plan).execute();
    for (const name of names) {
      if (!ofPlan.has(name) && stage !== 'atProvince') continue;
      for (const asker of askers) {
        const client = clients.get(asker)!;
        const answer = await ask(name, client, plan);
        const judged = judge(actorOf(asker), intakeRoutes[name].act, subjectAt(name, stage));
        const where = `${name} by ${asker}`;
        const outcome = outcomeIn(answer);
        // The file's own lifecycle has its say after access has: that is no answer of the access table.
        const later = judged === 'yes' && outcome === 'wrongState' && name === 'lookAtItem';
        if (!later && !(judged === 'yes' && absentAllTheSame.has(name))) expect(outcome, where).toBe(judged);
        if (judged === 'hidden' && ofPlan.has(name)) expect(seenIn(answer), where).toEqual(seenIn(await ask(name, client, randomUUID())));
        observed.set(`${name} ${asker} ${stage}`, judged);
      }
    }
  },
  120_000,
);

test('the published matrix is what the server answers, and none of it was a bug', async () => {
  const rows = observedRows(intakeRoutes, names, askers, (name) => (ofPlan.has(name) ? stageNames : (['atProvince'] as const)), observed);
  const { text, published } = await publishMatrix('intake', { head, columns: askers, rows });
  expect(published).toBe(text);
  expect(app.bugs).toEqual([]);
});
