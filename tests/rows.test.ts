import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { openWorkbook } from '#documents/sheets/open-workbook.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { Client } from './support/client.ts';
import type { TestApp } from './support/test-app.ts';
import { startTestApp } from './support/test-app.ts';

interface RowRequest {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly token: string;
  readonly answer: Readonly<Record<string, unknown>> | null;
  readonly way: string | null;
  readonly answeredBy: string | null;
  readonly reason: string | null;
}

let app: TestApp;
let zone: Client;
let outside: Client;
let plan: string;
const place = { block: 'chain', field: 'rows' };

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-11T10:00:00+08:00');
  zone = await app.as('zoneWriter');
  outside = await app.as('public');
  plan = (await zone.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  await zone.send('PUT', `/api/plans/${plan}/documents/form/blocks/chain`, { body: { base: 0, answers: { rows: [{ company: '甲公司', segment: '上游' }] } } });
});

afterAll(async () => {
  expect(app.bugs).toEqual([]);
  await app.close();
});

async function requests(): Promise<readonly RowRequest[]> {
  return (await zone.get(`/api/plans/${plan}/rows`)).json<RowRequest[]>();
}

async function request(name: string): Promise<RowRequest> {
  return (await requests()).findLast((one) => one.name === name)!;
}

async function rows(): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { documents } = (await zone.get(`/api/plans/${plan}`)).json<{
    documents: { form: Record<string, { answers: { rows?: Record<string, unknown>[] } }> };
  }>();
  return documents.form['chain']?.answers.rows ?? [];
}

const decide = (id: string, body: object) => zone.send('POST', `/api/plans/${plan}/rows/${id}/decision`, { body });

test('asking twice asks once', async () => {
  const ask = (names: readonly string[]) => zone.send('POST', `/api/plans/${plan}/rows`, { body: { ...place, names } });
  expect((await ask(['甲公司', '乙公司', '乙公司'])).json()).toEqual({ asked: 2 });
  expect((await ask(['甲公司', '丙公司'])).json()).toEqual({ asked: 1 });
  expect((await requests()).map(({ name, state }) => [name, state])).toEqual([
    ['丙公司', 'open'],
    ['乙公司', 'open'],
    ['甲公司', 'open'],
  ]);
});

test('a table that the edition gives its rows, or does not have, cannot be asked for', async () => {
  for (const field of ['none', 'name']) {
    expect((await zone.send('POST', `/api/plans/${plan}/rows`, { body: { block: 'chain', field, names: ['甲'] } })).status).toBe(400);
  }
});

test('by its link an enterprise sees its own row and nothing else of the plan, and answers without an account', async () => {
  const { token } = await request('甲公司');
  const seen = (await outside.get(`/api/fill/${token}`)).json<Record<string, unknown>>();
  expect(seen).toMatchObject({ zone: '甲高新区', name: '甲公司', state: 'open', row: { company: '甲公司', segment: '上游' } });
  expect(JSON.stringify(seen)).not.toContain('乙公司');
  const sent = await outside.send('PUT', `/api/fill/${token}`, { body: { row: { company: '别的名字', revenue: 100_000_000, segment: '中游' }, by: '江远舟' } });
  expect(sent.status).toBe(200);
  expect(await request('甲公司')).toMatchObject({
    state: 'answered',
    way: 'link',
    answeredBy: '江远舟',
    answer: { company: '甲公司', revenue: 100_000_000, segment: '中游' },
  });
  expect(await rows()).toEqual([{ company: '甲公司', segment: '上游' }]);
});

test('whoever asked is told once, however often the answer is changed', async () => {
  const { token } = await request('甲公司');
  await outside.send('PUT', `/api/fill/${token}`, { body: { row: { revenue: 120_000_000, segment: '中游' }, by: '江远舟' } });
  const { messages } = (await zone.get('/api/messages')).json<{ messages: { kind: string }[] }>();
  expect(messages.filter((message) => message.kind === 'workbook.answered')).toHaveLength(1);
});

test('taken over, the answer stands in the place of its row, with a history; it cannot be answered any more', async () => {
  const { id, token } = await request('甲公司');
  expect((await decide(id, { event: 'accept' })).status).toBe(200);
  expect(await rows()).toEqual([{ company: '甲公司', revenue: 120_000_000, segment: '中游' }]);
  expect((await outside.get(`/api/fill/${token}`)).json()).toMatchObject({ state: 'closed' });
  const late = await outside.send('PUT', `/api/fill/${token}`, { body: { row: {}, by: '江远舟' } });
  expect([late.status, late.json()]).toMatchObject([409, { code: 'wrongState' }]);
});

test('an answer that is sent back says why, and may be given again', async () => {
  const { id, token } = await request('乙公司');
  await outside.send('PUT', `/api/fill/${token}`, { body: { row: { revenue: 1 }, by: '某人' } });
  expect((await decide(id, { event: 'askAgain' })).status).toBe(400);
  expect((await decide(id, { event: 'askAgain', reason: '单位应为万元' })).status).toBe(200);
  expect((await outside.get(`/api/fill/${token}`)).json()).toMatchObject({ state: 'open', reason: '单位应为万元', row: { company: '乙公司', revenue: 1 } });
});

test('the small workbook that comes back by mail lands with its source; what is wrong in it is counted and kept', async () => {
  const { token } = await request('丙公司');
  const file = await outside.get(`/api/fill/${token}/workbook`);
  expect(file.headers.get('content-disposition')).toContain('attachment');
  const workbook = await openWorkbook(file.bytes);
  const sheet = workbook.worksheets[0]!;
  const keys = Array.from({ length: sheet.rowCount }, (_, index) => [String(sheet.getCell(index + 1, 4).value), index + 1] as const);
  const at = new Map(keys);
  sheet.getCell(at.get('revenue')!, 2).value = 3500;
  sheet.getCell(at.get('segment')!, 2).value = '上上游';
  const back = new Uint8Array(await workbook.xlsx.writeBuffer());
  const taken = await zone.send('POST', `/api/plans/${plan}/rows/workbooks`, { bytes: back });
  expect(taken.json()).toEqual({ name: '丙公司', faults: 1 });
  expect(await request('丙公司')).toMatchObject({
    state: 'answered',
    way: 'workbook',
    answer: { company: '丙公司', revenue: 3_500_000_000, segment: { typed: '上上游' } },
  });
  const { id } = await request('丙公司');
  await decide(id, { event: 'accept' });
  expect((await rows()).map((row) => row['company'])).toEqual(['甲公司', '丙公司']);
});

test('a workbook of something else, and a link that nobody gave, are refused', async () => {
  const other = await zone.send('POST', `/api/plans/${plan}/rows/workbooks`, { bytes: new TextEncoder().encode('甲,乙') });
  expect([other.status, other.json()]).toMatchObject([422, { code: 'notAWorkbook' }]);
  for (const method of ['GET', 'PUT'] as const) {
    const answer = await outside.send(method, '/api/fill/AAAAAAAAAAAAAAAAAAAAAAAA', method === 'PUT' ? { body: { row: {}, by: '某人' } } : {});
    expect([answer.status, answer.json()]).toEqual([404, { code: 'notFound', detail: {} }]);
  }
});

test('a row of a shape that the table does not have is refused with its place', async () => {
  const { token } = await request('乙公司');
  const answer = await outside.send('PUT', `/api/fill/${token}`, { body: { row: { unknown: 1 }, by: '某人' } });
  expect([answer.status, answer.json()]).toMatchObject([400, { detail: { faults: [{ path: '/unknown', code: 'unknownKey' }] } }]);
});
