import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { keepFile } from '#db/files.ts';
import { insertVersion } from '#db/versions.ts';
import type { Answer as Judged } from '#domain/access/may.ts';
import { judge } from '#domain/access/may.ts';
import type { Subject } from '#domain/access/relations.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Route } from '#http/contract/define.ts';
import { rowRoutes } from '#http/contract/routes/rows.ts';
import { sheetRoutes } from '#http/contract/routes/sheets.ts';
import { actorOf, askers, outcomeOf, planAt, publishMatrix, routeCell } from '../support/matrix.ts';
import type { Client } from '../support/client.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

const all: Readonly<Record<string, Route>> = { ...rowRoutes, ...sheetRoutes };
const stages = ['fresh', 'atCity'] as const;
let app: TestApp;
let plan: string;
let edition: string;
const clients = new Map<string, Client>();

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-11T10:00:00+08:00');
  plan = (await (await app.as('zoneSubmitter')).send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  for (const asker of askers) clients.set(asker, await app.as(asker));
  edition = (await (await app.as('public')).get('/api/call')).json<{ edition: string }>().edition;
});

afterAll(() => app?.close());

/** A request that only access can stop. */
function request(name: string, route: Route): { path: string; sending: { body?: unknown; bytes?: Uint8Array } } {
  const values: Readonly<Record<string, string>> = { plan, edition, form: 'form', request: randomUUID(), token: 'nothing' };
  const path = route.path.replaceAll(/:(\w+)/g, (_, key: string) => values[key] ?? '');
  const bodies: Readonly<Record<string, unknown>> = {
    askRows: { block: 'chain', field: 'rows', names: ['甲公司'] },
    decideRow: { event: 'cancel' },
    fillRow: { row: {}, by: '某人' },
    writeSheet: { title: '表', answers: {} },
  };
  if (route.upload !== undefined) return { path, sending: { bytes: new TextEncoder().encode('no workbook') } };
  return { path, sending: route.body === undefined ? {} : { body: bodies[name] } };
}

function subjectOf(route: Route, stage: (typeof stages)[number]): Subject {
  if (route.path.includes(':plan')) return planAt(stage, 'zone');
  return route.act === 'sheet.convert' ? { kind: 'own' } : { kind: 'open' };
}

const head = `# Workbooks and rows: who may do what

Written by \`UPDATE=1 vitest run tests/matrix/workbooks.test.ts\` from what the server answered. Two answers stand for a plan being drafted / at the city.
Whoever has a row's link may fill that row in: the link is the key, and an unknown one is answered as absent.
`;

test('rows are asked for by the zone alone, while it drafts; workbooks are made for whoever is signed in', async () => {
  const observed = new Map<string, Judged[]>();
  for (const stage of stages) {
    await app.deps.db
      .updateTable('plan')
      .set({ state: stage === 'fresh' ? 'drafting' : 'atCity' })
      .where('id', '=', plan)
      .execute();
    if (stage === 'atCity') await submitPast();
    for (const [name, route] of Object.entries(all)) {
      for (const asker of askers) {
        const { path, sending } = request(name, route);
        const answer = await clients.get(asker)!.send(route.method, path, sending);
        const code = answer.status >= 400 ? answer.json<{ code: string }>().code : undefined;
        const expected = judge(actorOf(asker), route.act, subjectOf(route, stage));
        // Allowed, and then there is no such request, or no such link.
        const absent = expected === 'yes' && code === 'notFound' && (name === 'decideRow' || path.startsWith('/api/fill/'));
        expect(absent ? 'yes' : outcomeOf(answer.status, code), `${name} by ${asker} ${stage}`).toBe(expected);
        observed.set(`${name} ${asker}`, [...(observed.get(`${name} ${asker}`) ?? []), expected]);
      }
    }
  }
  const rows = Object.entries(all).map(([name, route]) => ({
    route: routeCell(route),
    act: route.act,
    cells: askers.map((asker) => observed.get(`${name} ${asker}`) ?? []),
  }));
  const { text, published } = await publishMatrix('workbooks', { head, columns: askers, rows });
  expect(published).toBe(text);
  expect(app.bugs).toEqual([]);
}, 120_000);

/** A version that stands for a submission: the city sees a plan from then on. */
async function submitPast(): Promise<void> {
  const { db } = app.deps;
  const person = await db.selectFrom('membership').select('userId').executeTakeFirstOrThrow();
  await db.transaction().execute(async (tx) => {
    const pdfDigest = await keepFile(tx, 'application/pdf', new TextEncoder().encode('%PDF'));
    const content = { edition: 'e', call: '2022', zone: 'z', city: 'c', form: {}, outline: {}, commitment: {}, projects: [], attachments: [] };
    const at = { filedAt: '2022-03-01T00:00:00Z', filedBy: person.userId };
    await insertVersion(tx, { planId: plan, year: 2022, n: 1, content, editionDigest: edition, contentDigest: 'a'.repeat(64), pdfDigest, pages: 1, ...at });
  });
}
