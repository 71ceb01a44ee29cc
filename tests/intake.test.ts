import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderers } from '#documents/render/form.ts';
import { readPaper } from '#documents/render/paper.test-support.ts';
import type { CaseFile } from '#domain/audit/case-file.ts';
import { checkCase } from '#domain/audit/check-case.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import sample from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import { refuseLate } from '#usecases/intake-late.ts';
import { addProjects, fileVersion, ownLast, recommendFiled, type FiledPaper } from './support/at-intake.ts';
import { takeCase } from './support/case.ts';
import type { Answer, Client } from './support/client.ts';
import { startTestApp, type TestApp } from './support/test-app.ts';

const edition = loadEdition(raw);
const zoneName = '泰州医药高新技术产业开发区';
const content: PlanContent = { ...sample, attachments: sample.attachments.map((one) => ({ ...one, digest: 'ab'.repeat(32) })) };
const paperBy = '2022-04-01T00:00:00+08:00';

let app: TestApp;
let desk: Client;
let officer: Client;
let zone: Client;
let plan: string;
let otherPlan: string;
let old: FiledPaper;
let paper: FiledPaper;
let otherPaper: FiledPaper;

interface File {
  state: string;
  number: string | null;
  deadline: string;
  late: boolean;
  complete: boolean;
  copies: { missing: { plan: number } };
  receipts: { n: number; stampedAt: string }[];
  refusals: { cause: string; id: string }[];
  items: { item: string; auto: boolean; result: string; evidence: string; lines: string[]; by: string | null }[];
  projects: { id: string; struck: boolean; name: string }[];
  results: { id: string; kind: string; decision: string | null }[];
  mendingsLeft: number;
  may: string[];
}

beforeAll(async () => {
  app = await startTestApp({
    edition,
    places: { zone: { name: zoneName, cityCode: '321200' }, otherZone: { name: '江阴高新技术产业开发区', cityCode: '320200' } },
  });
  await app.moveClock('2022-03-22T10:00:00+08:00');
  [desk, officer, zone] = [await app.as('intake'), await app.as('province'), await app.as('zoneSubmitter')];
  const { db } = app.deps;
  const begin = async (who: Client) => (await who.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  [plan, otherPlan] = [await begin(zone), await begin(await app.as('otherZone'))];
  await addProjects(db, plan, 13);
  await addProjects(db, otherPlan, 12);
  await ownLast(db, plan, 'company');
  old = await fileVersion(db, plan, { ...content, city: '321201' }, '2022-03-17T02:00:00.000Z');
  paper = await fileVersion(db, plan, settled({ ...content, projects: [...content.projects, ...content.projects.slice(1, 2)] }), '2022-03-18T02:00:00.000Z');
  otherPaper = await fileVersion(db, otherPlan, content, '2022-03-18T02:00:00.000Z');
}, 60_000);
afterAll(async () => {
  await app?.close();
  renderers.close();
});

/** The one principle of the sample with the reason that its filer would write. */
function settled(text: PlanContent): PlanContent {
  const [first, ...rest] = text.projects;
  const money = first?.['money'] as Record<string, string>;
  const notes = { R39: { justification: '本项目投入强度大、带动面广，'.repeat(8) } };
  return { ...text, projects: [{ ...first, money: { ...money, notes } }, ...rest] };
}

const look = (text: string, who = desk) => who.send('POST', '/api/desk/lookups', { body: { text } });
const looked = async (text: string) =>
  (await look(text)).json<{
    answer: {
      status: string;
      page: number | null;
      paper: string | null;
      code: string;
      late: boolean;
      current: { n: number } | null;
      version: { n: number } | null;
    } | null;
    found: { plan: string }[];
  }>();
const file = async (of = plan, who = desk) => (await who.get(`/api/intakes/${of}`)).json<File>();
const itemOf = async (item: string, of = plan) => (await file(of)).items.find((one) => one.item === item);
const code = (answer: Answer) => answer.json<{ code: string }>().code;
const full = { plan: 10, form: 10, letter: 2 };
const hand = (more: object = {}) => ({
  code: paper.scanned,
  counts: full,
  handedInBy: '薛映川',
  courier: '顺丰速运',
  tracking: 'SF1234567890',
  remark: '',
  ...more,
});
const receive = (more: object = {}, of = plan, key?: string) =>
  desk.send('POST', `/api/intakes/${of}/receipts`, { body: hand(more), ...(key === undefined ? {} : { key }) });
const tick = (item: string, body: object = { result: 'met', note: '' }, of = plan, who = desk) => who.send('PUT', `/api/intakes/${of}/items/${item}`, { body });
const propose = (body: object, of = plan) => desk.send('POST', `/api/intakes/${of}/results`, { body: { project: null, reason: '', ...body } });
const decide = (result: string, body: object, of = plan, who = officer) =>
  who.send('POST', `/api/intakes/${of}/results/${result}/decision`, { body: { reason: '', ...body } });
const tickAll = async (of = plan) => {
  for (const { item, auto } of (await file(of)).items) if (!auto) expect((await tick(item, undefined, of)).status).toBe(200);
};
const heard = async (who: Client) => (await who.get('/api/messages')).json<{ messages: { kind: string }[] }>().messages.map((message) => message.kind);

describe('before the city has recommended', () => {
  test('the desk says so, and the file is nobody’s to open yet', async () => {
    expect(await looked(paper.scanned)).toMatchObject({ answer: { status: 'notRecommended' } });
    expect((await desk.get(`/api/intakes/${plan}`)).status).toBe(404);
    await recommendFiled(app.deps.db, plan, paper.n, '2022-03-21T02:00:00.000Z');
    await recommendFiled(app.deps.db, otherPlan, otherPaper.n, '2022-03-21T02:00:00.000Z');
  });
});

describe('what was scanned is said at once', () => {
  test('a page of the filed version, also through a Chinese input method, full width or in small letters', async () => {
    const garbled = paper.scanned.replaceAll('/', '、').replace(':', '：').replaceAll('.', '。');
    const wide = paper.code.replaceAll(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));
    for (const text of [paper.scanned, `${garbled}\n`, paper.scanned.toLowerCase()])
      expect((await looked(text)).answer, text).toMatchObject({ status: 'valid', paper: 'form', page: 1, pages: 6, late: false });
    for (const text of [paper.code, wide, paper.code.toLowerCase()]) expect((await looked(text)).answer, text).toMatchObject({ status: 'valid', page: null });
  });

  test('an earlier version is superseded, and the one in force is named', async () => {
    expect((await looked(old.scanned)).answer).toMatchObject({ status: 'superseded', version: { n: 1 }, current: { n: 2 } });
  });

  test('a forged digest and a stranger’s code are unknown', async () => {
    const forged = paper.scanned.replace(paper.digest.toUpperCase(), 'EF'.repeat(32));
    for (const text of [forged, 'https://example.org/other', '6901234567892'])
      expect((await looked(text)).answer).toMatchObject({ status: 'unknown', version: null });
  });

  test('a number or part of the zone’s name leads to the file, and says of it what its code would, but of no paper', async () => {
    for (const text of [paper.number, paper.number.toLowerCase().replace('-', ''), '泰州'])
      expect(await looked(text)).toMatchObject({
        answer: { status: 'valid', code: '', paper: null, version: { n: 2 }, current: { n: 2 }, late: false },
        found: [{ plan: paper.number }],
      });
    expect((await looked('%')).found).toEqual([]);
  });

  test('the desk shows the last scans, newest first', async () => {
    const { scans } = (await desk.get('/api/desk')).json<{ scans: { status: string; code: string }[] }>();
    expect(scans[0]).toMatchObject({ code: '%', status: 'unknown' });
    expect(new Set(scans.map(({ status }) => status))).toContain('superseded');
  });
});

describe('paper is counted, stamped and acknowledged', () => {
  test('superseded paper is not taken; noting it finds out why, and prints a note', async () => {
    expect(code(await receive({ code: old.scanned }))).toBe('notTheFiledVersion');
    const { counts: _, ...noted } = hand({ code: old.scanned });
    const answer = await desk.send('POST', '/api/desk/refusals', { body: noted });
    expect(answer.json()).toMatchObject({ cause: 'superseded' });
    const note = await desk.get(`/api/desk/refusals/${answer.json<{ refusal: string }>().refusal}/note.pdf`);
    const { text } = await readPaper(note.bytes);
    expect(text).toContain('现行的是第2版');
    expect(text).toContain('薛映川');
  });

  test('the zone and its city open the note of paper that was not taken where their message leads them; to others it is as absent', async () => {
    const [city, other] = [await app.as('city'), await app.as('otherZone')];
    const [refused] = (await file()).refusals;
    const path = `/api/plans/${plan}/papers/refusals/${refused!.id}/note.pdf`;
    for (const who of [zone, city]) {
      const { messages } = (await who.get('/api/messages')).json<{ messages: { kind: string; link: string; params: object }[] }>();
      expect(messages.find((one) => one.kind === 'paper.refused')).toMatchObject({ link: `/plans/${plan}/papers`, params: { cause: 'superseded' } });
      const { handedIn } = (await who.get(`/api/plans/${plan}/papers`)).json<{ handedIn: { refusals: { id: string }[] } }>();
      expect(handedIn.refusals.map(({ id }) => id)).toEqual([refused!.id]);
      expect((await readPaper((await who.get(path)).bytes)).text).toContain('现行的是第2版');
    }
    const absent = await other.get(`/api/plans/${crypto.randomUUID()}/papers/refusals/${refused!.id}/note.pdf`);
    expect([absent.status, (await other.get(path)).json()]).toEqual([404, absent.json()]);
    // Under another plan than its own it does not exist either.
    expect((await other.get(`/api/plans/${otherPlan}/papers/refusals/${refused!.id}/note.pdf`)).json()).toEqual(absent.json());
  });

  test('a double click gives one receipt; two desks at once get numbers without a gap', async () => {
    const key = crypto.randomUUID();
    const short = { counts: { plan: 9, form: 10, letter: 2 }, remark: '欠交试点方案 1 份。' };
    const both = await Promise.all([receive(short, plan, key), receive(short, plan, key), receive({ code: otherPaper.scanned }, otherPlan)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(both[0].json()).toEqual(both[1].json());
    expect(both[0].json()).toMatchObject({ taken: true, n: 1, missing: { plan: 1, form: 0, letter: 0 } });
    const numbers = await Promise.all([file(), file(otherPlan)]);
    expect(new Set(numbers.map(({ number }) => number))).toEqual(new Set(['SL2022-0001', 'SL2022-0002']));
    expect((await file()).receipts).toHaveLength(1);
  });

  test('the receipt is a paper with number, counts, version, digest, stamp and audit head, for the zone too', async () => {
    const { number } = await file();
    const { text } = await readPaper((await zone.get(`/api/intakes/${plan}/receipts/1/receipt.pdf`)).bytes);
    for (const words of [number!, '试点方案9份', paper.digest.slice(0, 20), '2022-03-2210:00', 'SF1234567890', '审计链头', '欠交试点方案1份'])
      expect(text).toContain(words);
  });

  test('what was short is made up by a second receipt, and the copies of both count', async () => {
    expect((await file()).copies.missing.plan).toBe(1);
    expect((await itemOf('copies'))?.result).toBe('open');
    expect((await receive({ counts: { plan: 1, form: 0, letter: 0 } })).json()).toMatchObject({ n: 2, missing: { plan: 0 } });
    expect((await itemOf('copies'))?.result).toBe('met');
    expect(await heard(zone)).toContain('paper.received');
    expect(await heard(await app.as('company'))).toContain('paper.received');
  });

  test('nothing counted, or nobody who handed it in, is no receipt', async () => {
    expect((await receive({ counts: { plan: 0, form: 0, letter: 0 } })).status).toBe(400);
    expect((await receive({ handedInBy: ' ' })).status).toBe(400);
  });

  test('the day’s register has both files, adds up the copies, and is a paper as well', async () => {
    const register = (await desk.get('/api/desk/register?day=2022-03-22')).json<{ receipts: object[]; totals: object; refusals: { cause: string }[] }>();
    expect(register.receipts).toHaveLength(3);
    expect(register.totals).toEqual({ plan: 20, form: 20, letter: 4 });
    expect(register.refusals.map(({ cause }) => cause)).toEqual(['superseded']);
    const { text } = await readPaper((await desk.get('/api/desk/register.pdf?day=2022-03-22')).bytes);
    expect(text).toContain('收件3次');
    expect((await desk.get('/api/desk/register?day=2022-03-23')).json<{ receipts: object[] }>().receipts).toEqual([]);
  });
});

describe('the formal check', () => {
  test('automatic items are answered with their evidence, human ones are open until somebody looked', async () => {
    const { items, complete } = await file();
    expect(items.filter((one) => one.auto).map((one) => [one.item, one.result])).toEqual([
      ['online', 'met'],
      ['version', 'met'],
      ['paperInTime', 'met'],
      ['copies', 'met'],
      ['projects', 'met'],
      ['oneACity', 'met'],
      ['money', 'excused'],
      ['sixOnes', 'met'],
      ['agreement', 'met'],
      ['proofs', 'met'],
      ['scan', 'open'],
    ]);
    expect(items.filter((one) => !one.auto).every((one) => one.result === 'open' && one.by === null)).toBe(true);
    expect(items.filter((one) => !one.auto).map((one) => one.item)).toEqual(expect.arrayContaining(['sealsOfPaper', 'sameText', 'R31', 'R32']));
    expect(items.find((one) => one.item === 'online')?.evidence).toContain('2022-03-18 10:00:00');
    expect(complete).toBe(false);
  });

  test('nobody answers an automatic item, a fault needs a note, and an officer does not tick', async () => {
    expect((await tick('scan')).status).toBe(400);
    expect((await tick('nothing')).status).toBe(400);
    expect((await tick('sameText', { result: 'broken', note: '' })).status).toBe(400);
    expect((await tick('sameText', undefined, plan, officer)).status).toBe(403);
    expect((await tick('sameText', { result: 'broken', note: '第3页有手改' })).status).toBe(200);
    expect(await itemOf('sameText')).toMatchObject({ result: 'broken', note: '第3页有手改' });
  });

  test('admitting waits for every item, and for the scan', async () => {
    await tickAll();
    const open = await propose({ kind: 'admit' });
    expect([code(open), open.json<{ detail: { items: { item: string }[] } }>().detail.items.map((one) => one.item)]).toEqual(['itemsOpen', ['scan']]);
    const { userId } = await app.deps.db.selectFrom('membership').select('userId').executeTakeFirstOrThrow();
    const verdict = JSON.stringify({ ok: true, found: [], faults: [] });
    await app.deps.db
      .insertInto('sealedScan')
      .values({ planId: plan, n: paper.n, state: 'read', verdict, failure: null, madeBy: userId, readAt: null })
      .execute();
    expect(await file()).toMatchObject({ complete: true });
  });
});

describe('a result is proposed by the clerk and decided by an officer', () => {
  test('a project is struck out with a reason, never below as many as the call asks for; its company hears of it', async () => {
    const { projects } = await file();
    const last = projects.at(-1)!.id;
    expect((await propose({ kind: 'strike', project: last })).status).toBe(400);
    const { id } = (await propose({ kind: 'strike', project: last, reason: '申报单位在惩戒期内。' })).json<{ id: string }>();
    expect(code(await propose({ kind: 'admit' }))).toBe('wrongState');
    expect((await decide(id, { decision: 'agreed' }, plan, desk)).status).toBe(403);
    expect((await decide(id, { decision: 'agreed' })).status).toBe(200);
    expect((await file()).projects.filter((one) => one.struck).map((one) => one.id)).toEqual([last]);
    expect(await heard(await app.as('company'))).toContain('intake.struck');
    expect(code(await propose({ kind: 'strike', project: projects[0]!.id, reason: '又一个' }))).toBe('tooFewProjects');
  });

  test('what is sent back needs a reason and can be proposed anew; agreeing admits the plan and tells everybody', async () => {
    const first = (await propose({ kind: 'admit' })).json<{ id: string }>().id;
    expect((await decide(first, { decision: 'sentBack' })).status).toBe(400);
    expect((await decide(first, { decision: 'sentBack', reason: '请再核文号。' })).status).toBe(200);
    expect(await heard(desk)).toContain('intake.sentBack');
    expect(code(await decide(first, { decision: 'agreed' }))).toBe('wrongState');
    const { id } = (await propose({ kind: 'admit' })).json<{ id: string }>();
    const twice = await Promise.all([decide(id, { decision: 'agreed' }), decide(id, { decision: 'agreed' })]);
    expect(new Set(twice.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(await file()).toMatchObject({ state: 'admitted' });
    for (const who of [zone, await app.as('company'), await app.as('city')]) expect(await heard(who)).toContain('intake.admitted');
    expect((await receive()).status).toBe(409);
  });
});

describe('mending is the clerk’s own act', () => {
  const ask = (more: object = {}) =>
    desk.send('POST', `/api/intakes/${otherPlan}/mendings`, {
      body: { deadline: '2022-04-10T00:00:00+08:00', reason: '推荐函缺公章。', parts: [], paper: ['letter'], ...more },
    });

  test('it names at least one part that the file has, and a deadline that is to come', async () => {
    expect((await ask({ paper: [] })).status).toBe(400);
    expect((await ask({ parts: [{ document: 'form', block: 'nowhere', text: '错' }] })).status).toBe(400);
    expect((await ask({ parts: [{ document: (await file()).projects[0]!.id, block: 'summary', text: '别人的项目' }] })).status).toBe(400);
    expect((await ask({ deadline: '2022-03-22T09:59:59+08:00' })).status).toBe(400);
  });

  test('paper alone: no new version, its own deadline, and the plan comes back with the paper', async () => {
    expect((await ask()).status).toBe(200);
    expect(await file(otherPlan)).toMatchObject({ state: 'mending', mendingsLeft: 0, deadline: '2022-04-09T16:00:00.000Z' });
    await app.moveClock('2022-04-05T10:00:00+08:00');
    expect((await receive({ code: otherPaper.scanned, counts: { plan: 0, form: 0, letter: 2 } }, otherPlan)).json()).toMatchObject({ taken: true, n: 2 });
    expect(await file(otherPlan)).toMatchObject({ state: 'checking' });
    expect(code(await ask())).toBe('mendedOften');
  });

  test('paper that comes a second after the mending’s own deadline is refused and on record, a second before it is taken', async () => {
    await app.moveClock('2022-04-09T23:59:58+08:00');
    expect((await receive({ code: otherPaper.scanned, counts: { plan: 1, form: 0, letter: 0 } }, otherPlan)).json()).toMatchObject({ taken: true });
    await app.moveClock('2022-04-10T00:00:00+08:00');
    const late = await receive({ code: otherPaper.scanned, counts: { plan: 1, form: 0, letter: 0 } }, otherPlan);
    expect(late.json()).toMatchObject({ taken: false, deadline: '2022-04-09T16:00:00.000Z' });
    expect((await file(otherPlan)).refusals.map(({ cause }) => cause)).toEqual(['late']);
  });

  test('what is not admitted ends, and the province goes on seeing it', async () => {
    const { id } = (await propose({ kind: 'refuse', reason: '推荐函仍缺公章。' }, otherPlan)).json<{ id: string }>();
    expect((await decide(id, { decision: 'agreed' }, otherPlan)).status).toBe(200);
    expect(await file(otherPlan)).toMatchObject({ state: 'refused' });
    expect((await officer.get(`/api/intakes/${otherPlan}`)).status).toBe(200);
    expect(await heard(await app.as('otherZone'))).toContain('intake.refused');
  });
});

describe('paper that never comes', () => {
  test('the file is refused once, after the deadline and the longest request, and never one whose paper came', async () => {
    const { db } = app.deps;
    await db.updateTable('plan').set({ state: 'atProvince' }).where('id', '=', otherPlan).execute();
    await db.updateTable('intake').set({ state: 'awaitingPaper' }).where('planId', '=', otherPlan).execute();
    await app.moveClock(paperBy);
    expect(await refuseLate(db)).toBe(0);
    await app.moveClock('2022-04-10T01:00:00+08:00');
    expect([await refuseLate(db), await refuseLate(db)]).toEqual([1, 0]);
    expect(await file(otherPlan)).toMatchObject({ state: 'refused' });
    expect(await file()).toMatchObject({ state: 'admitted' });
    expect(app.bugs).toEqual([]);
  });
});

test('the auditor’s case has every 签收单, 告知单 and mending that the desk’s commands put on record, and nothing beside them', async () => {
  const { file: taken, papers } = await takeCase(app, otherPaper.number);
  expect(taken.papers.map(({ n, kind }) => `${kind} ${n}`)).toEqual(['form 1', 'letter 1', ...taken.paperReceipts.map(({ n }) => `receipt ${n}`), 'refusal 1']);
  expect([taken.paperReceipts.length, taken.mendings.map(({ round, reason }) => [round, reason !== ''])]).toEqual([3, [[1, true]]]);
  const own = await takeCase(app, paper.number);
  expect(own.file.paperRefusals.map(({ cause }) => cause)).toContain('superseded');
  expect((await readPaper(own.papers.get('papers/refusal-1.pdf')!)).text).toContain('现行的是第2版');
  // Versions and letter were laid down by this test: nobody is on record as having filed or issued them.
  const faults = (one: CaseFile, of = papers) => checkCase(one, (name) => of.get(name)).map(({ fault, at }) => `${fault} ${at}`);
  expect(faults(taken)).toEqual(['version 1', 'unrecorded papers/letter-1.pdf']);
  expect(faults(own.file, own.papers)).toEqual(['version 2', 'version 1', 'unrecorded papers/letter-1.pdf']);
  expect(faults({ ...taken, mendings: [] }).filter((one) => one.startsWith('leftOut'))).toHaveLength(1);
  expect(faults({ ...taken, papers: taken.papers.filter(({ kind }) => kind !== 'receipt') }).filter((one) => one.startsWith('leftOut'))).not.toEqual([]);
}, 60_000);
