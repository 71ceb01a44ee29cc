import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import type { Answer as Judged } from '#domain/access/may.ts';
import { judge } from '#domain/access/may.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { registerRoutes } from '#http/contract/routes/register.ts';
import type { Client } from '../support/client.ts';
import { actorOf, askers, outcomeOf, planAt, publishMatrix, routeCell } from '../support/matrix.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

let app: TestApp;
let province: Client;
let plan = '';
let list = '';

const entry = (name: string, level: string) => ({
  base: 0,
  content: { name, level, cityCode: '321200', industries: [], sunan: false, source: '批复' },
  since: null,
  until: null,
  reason: '新设',
});

async function sheet(...rows: unknown[][]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('名单').addRows(rows);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function send(bytes: Uint8Array, partly: 'yes' | 'no') {
  const query = new URLSearchParams({ kind: 'hiTech', asOf: '2021-12-31', source: '省科技厅公告', fileName: '名单.xlsx', partly });
  const answer = await fetch(`${app.base}/api/register/lists?${query}`, {
    method: 'POST',
    headers: {
      origin: app.base,
      'sec-fetch-site': 'same-origin',
      'idempotency-key': crypto.randomUUID(),
      'content-type': 'application/octet-stream',
      cookie: province.cookie,
    },
    body: new Uint8Array(bytes),
  });
  return {
    status: answer.status,
    body: (await answer.json()) as { code?: string; list: string | null; rows: number; faults: { cell: string; fault: string }[] },
  };
}

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  province = await app.as('province');
  const zone = await app.as('zoneSubmitter');
  plan = (await zone.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
});

afterAll(() => app?.close());

const rulesSaid = async (): Promise<string[]> => {
  const zone = await app.as('zoneSubmitter');
  return (await zone.get(`/api/plans/${plan}/problems`))
    .json<{ rule: string; severity: string }[]>()
    .filter((problem) => problem.rule === 'R01')
    .map((problem) => problem.severity);
};

test('the level in the register decides R01, by a name that the zone once had too; every state stays readable', async () => {
  expect(await rulesSaid()).toEqual(['human']);
  const { zone } = (await province.send('POST', '/api/register/zones', { body: entry('甲高新区', '国家级') })).json<{ zone: string }>();
  expect(await rulesSaid()).toEqual([]);
  const levels = (await province.get('/api/register/zones')).json<{ levels: string[] }>().levels;
  const notAdmitted = levels.find((level) => !raw.parameters.zoneLevels.includes(level)) ?? '';
  const renamed = { ...entry('甲新高新区', notAdmitted), base: 1, reason: '更名' };
  expect((await province.send('PUT', `/api/register/zones/${zone}`, { body: renamed })).json()).toEqual({ zone, n: 2 });
  expect(await rulesSaid()).toEqual(['must']);
  expect((await province.send('PUT', `/api/register/zones/${zone}`, { body: renamed })).json<{ code: string }>().code).toBe('stale');
  const history = (await province.get(`/api/register/zones/${zone}`)).json<{ content: { name: string } }[]>();
  expect(history.map((state) => state.content.name)).toEqual(['甲新高新区', '甲高新区']);
});

test('a list with bad cells is named cell by cell and kept only as far as was said; a formula is never read; no workbook is refused', async () => {
  const bytes = await sheet(
    ['企业名称', '统一社会信用代码', '所在高新区'],
    ['甲公司', '', '甲高新区'],
    ['乙公司', '12', '甲高新区'],
    [{ formula: '1+1', result: '丙公司' }, '', ''],
    ['丁公司', '', '甲新高新区'],
  );
  const looked = await send(bytes, 'no');
  expect(looked.body).toMatchObject({ list: null, rows: 2 });
  expect(looked.body.faults.map(({ cell, fault }) => `${cell} ${fault}`)).toEqual(['B3 badCode', 'A4 formula']);
  expect((await province.get('/api/register/lists')).json<{ lists: unknown[] }>().lists).toEqual([]);
  const kept = await send(bytes, 'yes');
  list = kept.body.list ?? '';
  expect((await province.get(`/api/register/lists/${list}?text=${encodeURIComponent('丁')}`)).json()).toMatchObject({ total: 1, rows: [{ name: '丁公司' }] });
  expect((await send(new TextEncoder().encode('PK not a workbook'), 'no')).body.code).toBe('notAWorkbook');
});

test('a claimed figure and a claimed company are marked by the newest list, old names of the zone counted', async () => {
  const zone = await app.as('zoneSubmitter');
  const save = (block: string, answers: object) => zone.send('PUT', `/api/plans/${plan}/documents/form/blocks/${block}`, { body: { base: 0, answers } });
  expect((await save('zone', { hiTech: 2, techSme: 5 })).status).toBe(200);
  expect(
    (
      await save('chain', {
        rows: [
          { segment: '上游', company: '甲公司', hiTech: true },
          { segment: '中游', company: '戊公司', hiTech: true },
        ],
      })
    ).status,
  ).toBe(200);
  const marks = (await zone.get(`/api/plans/${plan}/marks`)).json<{ path: string; mark: string; counted: number | null }[]>();
  expect(marks.map(({ path, mark }) => `${path} ${mark}`)).toEqual([
    '/form/zone/hiTech confirmed',
    '/form/zone/techSme unknown',
    '/form/chain/rows/0/hiTech confirmed',
    '/form/chain/rows/1/hiTech contradicted',
  ]);
});

const head = `# Zone register and official lists: who may do what

Written by \`UPDATE=1 vitest run tests/matrix/register.test.ts\` from what the server answered. Marks are asked of a plan being drafted for the first time.
`;

test('every route of the register answers every person as the access table says', async () => {
  const clients = new Map<string, Client>();
  for (const asker of askers) clients.set(asker, await app.as(asker));
  const rows = [];
  for (const [name, route] of Object.entries(registerRoutes)) {
    const cells: Judged[][] = [];
    for (const asker of askers) {
      const client = clients.get(asker)!;
      const standing = (await province.get('/api/register/zones')).json<{ zones: { zone: string }[] }>().zones[0]?.zone ?? '';
      const path = route.path.replace(':zone', standing).replace(':list', list).replace(':plan', plan);
      const query = name === 'importList' ? '?kind=hiTech&asOf=2021-12-31&source=a&fileName=a.xlsx' : '';
      const body = name === 'fillRegister' ? {} : entry('丙高新区', '省级');
      const answer = await client.send(route.method, path + query, 'body' in route ? { body } : {});
      const outcome = outcomeOf(answer.status, answer.status >= 400 ? answer.json<{ code: string }>().code : undefined);
      expect(outcome, `${name} by ${asker}: ${answer.status}`).toBe(
        judge(actorOf(asker), route.act, name === 'marks' ? planAt('fresh', 'zone') : { kind: 'register' }),
      );
      cells.push([outcome]);
    }
    rows.push({ route: routeCell(route), act: route.act, cells });
  }
  const { text, published } = await publishMatrix('register', { head, columns: askers, rows });
  expect(published).toBe(text);
  expect(app.bugs).toEqual([]);
});
