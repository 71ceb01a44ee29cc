import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAudit } from '#db/verify-audit.ts';
import { chainPending } from '#db/sequencer.ts';
import { renderDocument } from '#documents/render/document.ts';
import { renderers } from '#documents/render/form.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import sample from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import { refuseLate } from '#usecases/intake-late.ts';
import { readSealedScan } from '#usecases/scan-read.ts';
import type { SubmitReceipt } from '#usecases/submit-plan.ts';
import { attachAll } from '../support/attach.ts';
import { setUpOffice } from '../support/bureaus.ts';
import type { Answer, Client } from '../support/client.ts';
import { blockPath, fillPlan, readFile, settle } from '../support/fill-plan.ts';
import { expectReplayed } from '../support/replay.ts';
import { looks, scanPaper } from '../support/simulated-scan.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

/* Three cities and five zones, from submission to the intake centre's desk. */

const edition = loadEdition(raw);
const whole = sample as PlanContent & { readonly outline: Readonly<Record<string, { readonly type: 'doc'; readonly content: readonly object[] }>> };
/** The sample with a shorter text: its paper is scanned page by page here. */
const content = {
  ...whole,
  projects: whole.projects.slice(0, 12),
  outline: Object.fromEntries(Object.entries(whole.outline).map(([key, section]) => [key, { ...section, content: section.content.slice(0, 2) }])),
} as PlanContent;
const { submitBy, paperBy } = edition.instants;
const after = (instant: string, milliseconds: number) => new Date(Date.parse(instant) + milliseconds).toISOString();

interface Filing {
  readonly who: Client;
  readonly plan: string;
  receipt: SubmitReceipt;
}

let app: TestApp;
let clerk: Client;
let officer: Client;
let anyone: Client;
let suzhou: Readonly<Record<'suzhou.a' | 'suzhou.b' | 'suzhou.c', Client>>;
let wuxi: Readonly<Record<'wuxi.a' | 'wuxi.b', Client>>;
let taizhou: Readonly<Record<'taizhou.a' | 'taizhou.b', Client>>;
let gaoxin: Filing;
let kunshan: Filing;
let wuxiZone: Filing;
let yiyao: Filing;
let jiangyin: Omit<Filing, 'receipt'>;
/** Of the version that 无锡高新区 filed first. */
let superseded: SubmitReceipt;

const ok = <T>(answer: Answer): T => {
  expect(answer.status, new TextDecoder().decode(answer.bytes).slice(0, 400)).toBe(200);
  return answer.json<T>();
};
const code = (answer: Answer) => [answer.status, answer.json<{ code?: string }>().code];
const post = (who: Client, path: string, body: unknown = {}) => who.send('POST', path, { body });
const submit = async ({ who, plan }: Pick<Filing, 'who' | 'plan'>) => ok<SubmitReceipt>(await post(who, `/api/plans/${plan}/submit`));
const look = async (text: string) =>
  ok<{ answer: { status: string; paper: string | null; current: { n: number } | null; late: boolean } | null }>(
    await post(clerk, '/api/desk/lookups', { text }),
  ).answer;
const handIn = (plan: string, of: string, counts = { plan: 10, form: 10, letter: 2 }) =>
  post(clerk, `/api/intakes/${plan}/receipts`, { code: of, handedInBy: '高新区 陈卫', courier: '中国邮政', tracking: 'EA123456789CN', remark: '', counts });

/** The sample as this zone would file it. */
async function gather(who: Client, zone: string): Promise<Omit<Filing, 'receipt'>> {
  const { id: plan } = ok<{ id: string }>(await post(who, '/api/plans'));
  await fillPlan(who, plan, { ...content, form: { ...content.form, zone: { ...content.form['zone'], name: zone } } });
  await attachAll(who, plan, content);
  await settle(who, plan);
  return { who, plan };
}

async function file([who, zone]: readonly [Client, string]): Promise<Filing> {
  const gathered = await gather(who, zone);
  return { ...gathered, receipt: await submit(gathered) };
}

/** 经办 checks, both opinions are signed. */
async function pass(handler: Client, plan: string): Promise<void> {
  for (const kind of ['plan', 'form']) ok(await post(handler, `/api/plans/${plan}/city-check/opinions/${kind}`));
  ok(await post(handler, `/api/plans/${plan}/city-check/pass`));
}

/** A scan of these files handed in and read, as the job does it; answers with what was found on it. */
async function scan({ who, plan }: Pick<Filing, 'who' | 'plan'>, files: Readonly<Record<string, Uint8Array>>, n: number) {
  for (const [name, bytes] of Object.entries(files)) ok(await who.send('POST', `/api/plans/${plan}/scan/files?${new URLSearchParams({ name })}`, { bytes }));
  ok(await post(who, `/api/plans/${plan}/scan/read`));
  const { id } = await app.deps.db.selectFrom('sealedScan').select('id').where('planId', '=', plan).where('state', '=', 'reading').executeTakeFirstOrThrow();
  await readSealedScan(app.deps.db, id);
  return ok<{ ok: boolean; found: unknown[]; faults: { fault: string; kind?: string; page?: number; scan?: number }[] }>(
    await who.get(`/api/plans/${plan}/versions/${n}/scan`),
  );
}

beforeAll(async () => {
  app = await startTestApp({
    edition,
    places: { zone: { name: content.zone, cityCode: '321200' }, otherZone: { name: '苏州高新技术产业开发区', cityCode: '320500' } },
  });
  await app.moveClock('2022-03-21T09:00:00+08:00');
  [clerk, officer, anyone] = await Promise.all([app.as('intake'), app.as('province'), app.as('public')]);
  suzhou = await setUpOffice(app, { kind: 'city', name: '320500科技局', cityCode: '320500' }, ['suzhou.a', 'suzhou.b', 'suzhou.c']);
  taizhou = await setUpOffice(app, { kind: 'city', name: '321200科技局', cityCode: '321200' }, ['taizhou.a', 'taizhou.b']);
  wuxi = await setUpOffice(app, { kind: 'city', name: '无锡市科学技术局', cityCode: '320200' }, ['wuxi.a', 'wuxi.b']);
}, 120_000);
afterAll(async () => {
  await app?.close();
  renderers.close();
});

const zones = {
  yiyao: content.zone,
  gaoxin: '苏州高新技术产业开发区',
  kunshan: '昆山高新技术产业开发区',
  wuxi: '无锡高新技术产业开发区',
  jiangyin: '江阴高新技术产业开发区',
};
const committee = async (username: keyof typeof zones, cityCode: string) =>
  [(await setUpOffice(app, { kind: 'zone', name: zones[username], cityCode }, [username]))[username], zones[username]] as const;

test('five zones of three cities gather their plans, and four file them in time', async () => {
  yiyao = await file([await app.as('zoneSubmitter'), zones.yiyao]);
  gaoxin = await file([await app.as('otherZone'), zones.gaoxin]);
  kunshan = await file(await committee('kunshan', '320500'));
  wuxiZone = await file(await committee('wuxi', '320200'));
  jiangyin = await gather(...(await committee('jiangyin', '320200')));
  const numbers = [yiyao, gaoxin, kunshan, wuxiZone].map(({ receipt }) => receipt.number);
  expect(new Set(numbers).size).toBe(4);
  expect((await readFile(gaoxin.who, gaoxin.plan)).state).toBe('atCity');
}, 240_000);

test('a city returns a plan with notes at its fields; mended, it comes back as the next version', async () => {
  const [city] = [suzhou['suzhou.a']];
  ok(await post(city, `/api/plans/${kunshan.plan}/city-check/notes`, { document: 'form', block: 'cluster', path: '/patents', text: '请附专利清单。' }));
  ok(await post(city, `/api/plans/${kunshan.plan}/return`, { reason: '有一处请核对' }));
  const { documents, state } = await readFile(kunshan.who, kunshan.plan);
  expect(state).toBe('drafting');
  const cluster = documents.form['cluster']!;
  const answers = { ...cluster.answers, patents: Number(cluster.answers['patents']) + 1 };
  ok(await kunshan.who.send('PUT', blockPath(kunshan.plan, 'form', 'cluster'), { body: { base: cluster.version, answers } }));
  await settle(kunshan.who, kunshan.plan);
  const first = kunshan.receipt;
  kunshan = { ...kunshan, receipt: await submit(kunshan) };
  expect(kunshan.receipt).toMatchObject({ version: 2, plan: first.plan });
  expect((await anyone.get(`/api/verify/${first.code}`)).json()).toMatchObject({ status: 'superseded', current: { version: 2 } });
}, 60_000);

test('of two zones of one city one is recommended, however many officers press at once', async () => {
  for (const { plan } of [gaoxin, kunshan]) await pass(suzhou['suzhou.a'], plan);
  const presses = await Promise.all(
    Array.from({ length: 12 }, (_, n) => {
      const [who, filing] = [n % 2 === 0 ? suzhou['suzhou.b'] : suzhou['suzhou.c'], n % 4 < 2 ? gaoxin : kunshan];
      return post(who, `/api/plans/${filing.plan}/recommendation`, { documentNumber: `苏科函〔2022〕${n}号` });
    }),
  );
  expect(presses.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(presses.filter(({ status }) => status >= 500 && status !== 503)).toEqual([]);
  const states = await Promise.all([gaoxin, kunshan].map(async ({ who, plan }) => (await readFile(who, plan)).state));
  expect(states.toSorted()).toEqual(['atCity', 'atProvince']);
  // The story goes on with 苏州高新区: the city takes its choice back where it fell on the other.
  if (states[1] === 'atProvince') {
    ok(await post(suzhou['suzhou.a'], `/api/plans/${kunshan.plan}/recommendation/withdraw`, { reason: '经研究改荐' }));
    ok(await post(suzhou['suzhou.b'], `/api/plans/${gaoxin.plan}/recommendation`, { documentNumber: '苏科函〔2022〕20号' }));
  }
  const refused = await post(suzhou['suzhou.b'], `/api/plans/${kunshan.plan}/recommendation`, { documentNumber: '苏科函〔2022〕21号' });
  expect(code(refused)).toEqual([409, 'slotTaken']);
}, 60_000);

test('the two other cities recommend theirs; one of them after its zone had filed anew', async () => {
  ok(await post(wuxiZone.who, `/api/plans/${wuxiZone.plan}/recall`, { reason: '更正联系电话' }));
  superseded = wuxiZone.receipt;
  // Every zone files the same companies here: what was ticked about them lapses with each further plan.
  await settle(wuxiZone.who, wuxiZone.plan);
  wuxiZone = { ...wuxiZone, receipt: await submit(wuxiZone) };
  await pass(wuxi['wuxi.a'], wuxiZone.plan);
  await pass(taizhou['taizhou.a'], yiyao.plan);
  ok(await post(wuxi['wuxi.b'], `/api/plans/${wuxiZone.plan}/recommendation`, { documentNumber: '锡科函〔2022〕5号' }));
  ok(await post(taizhou['taizhou.b'], `/api/plans/${yiyao.plan}/recommendation`, { documentNumber: '泰科函〔2022〕8号' }));
}, 60_000);

test('a zone that files at the second of the deadline is told so, and keeps what it wrote', async () => {
  await app.moveClock(submitBy);
  expect(code(await post(jiangyin.who, `/api/plans/${jiangyin.plan}/submit`))).toEqual([409, 'tooLate']);
  const { state, projects } = await readFile(jiangyin.who, jiangyin.plan);
  expect([state, projects.length]).toEqual(['drafting', 12]);
  expect(code(await post(suzhou['suzhou.a'], `/api/plans/${gaoxin.plan}/recommendation/withdraw`, { reason: '改荐' }))).toEqual([409, 'tooLate']);
}, 60_000);

test('every page of the sealed package is found on its scan, whatever the scanner did to it', async () => {
  await app.moveClock(after(submitBy, 86_400_000));
  const zip = await gaoxin.who.get(`/api/plans/${gaoxin.plan}/papers/package.zip`);
  const papers = Object.entries(unzipSync(zip.bytes)).filter(([name]) => !name.startsWith('0-'));
  expect(papers).toHaveLength(4);
  const scans = await inTurn([...papers.entries()], async ([at, [name, bytes]]) => [name, await scanPaper(bytes, looks[at]!)] as const);
  const verdict = await scan(gaoxin, Object.fromEntries(scans), 1);
  expect(verdict.faults).toEqual([]);
  expect(verdict.ok).toBe(true);
  expect(verdict.found.length).toBeGreaterThan(30);
}, 240_000);

test('a page of the version before and a forged one are named, page by page', async () => {
  const mark = { number: wuxiZone.receipt.plan, version: 2, digest: 'ef'.repeat(32), publicUrl: app.deps.publicUrl };
  const forged = await renderDocument('commitment', { edition, plan: content, problems: [], date: '2022-03-26', demo: false, mark });
  const old = await wuxiZone.who.get(`/api/plans/${wuxiZone.plan}/versions/1/form.pdf`);
  const verdict = await scan(wuxiZone, { 'old.pdf': await scanPaper(old.bytes, looks[0]!, 2), 'forged.pdf': await scanPaper(forged.bytes, looks[2]!, 1) }, 2);
  expect(verdict.ok).toBe(false);
  expect(verdict.faults.filter(({ fault }) => fault !== 'missing').map(({ fault, scan: page }) => [fault, page])).toEqual([
    ['superseded', 1],
    ['superseded', 2],
    ['forged', 3],
  ]);
}, 60_000);

test('the desk takes in what was filed, and tells what was not', async () => {
  expect(await look(gaoxin.receipt.code)).toMatchObject({ status: 'valid', late: false });
  expect(await look(superseded.code)).toMatchObject({ status: 'superseded', current: { n: 2 } });
  expect(await look(kunshan.receipt.code)).toMatchObject({ status: 'notRecommended' });
  expect(await look('JQ2022-0093-1-0000-FFFF')).toMatchObject({ status: 'unknown' });
  expect(code(await handIn(wuxiZone.plan, superseded.code))).toEqual([409, 'notTheFiledVersion']);
  expect(
    ok(await post(clerk, '/api/desk/refusals', { code: superseded.code, handedInBy: '无锡高新区 李', courier: null, tracking: null, remark: '' })),
  ).toMatchObject({ cause: 'superseded' });
  expect(ok(await handIn(gaoxin.plan, gaoxin.receipt.code))).toMatchObject({ taken: true, n: 1, missing: { plan: 0, form: 0, letter: 0 } });
});

test('a plan is admitted once every item is answered and a second person has agreed', async () => {
  const at = `/api/intakes/${gaoxin.plan}`;
  type Check = { items: { item: string; auto: boolean; result: string }[]; complete: boolean; state: string };
  const before = ok<Check>(await clerk.get(at));
  expect(before.items.filter(({ auto, result }) => !auto && result !== 'open')).toEqual([]);
  expect(before.items.filter(({ auto, result }) => auto && result !== 'met' && result !== 'excused')).toEqual([]);
  expect(code(await post(clerk, `${at}/results`, { kind: 'admit', project: null, reason: '' }))).toEqual([422, 'itemsOpen']);
  for (const { item, auto } of before.items) if (!auto) ok(await clerk.send('PUT', `${at}/items/${item}`, { body: { result: 'met', note: '' } }));
  const { id } = ok<{ id: string }>(await post(clerk, `${at}/results`, { kind: 'admit', project: null, reason: '' }));
  expect((await readFile(gaoxin.who, gaoxin.plan)).state).toBe('atProvince');
  ok(await post(officer, `${at}/results/${id}/decision`, { decision: 'agreed', reason: '' }));
  expect((await readFile(gaoxin.who, gaoxin.plan)).state).toBe('admitted');
});

test('what is sent back for mending is mended in the named part alone, after the online deadline and within its own', async () => {
  const { who, plan } = yiyao;
  ok(await handIn(plan, yiyao.receipt.code));
  const deadline = after(paperBy, 10 * 86_400_000);
  const parts = [{ document: 'form', block: 'cluster', text: '有效授权专利数与专利清单不一致' }];
  ok(await post(clerk, `/api/intakes/${plan}/mendings`, { deadline, reason: '有一处要补正', parts, paper: ['form'] }));
  await app.moveClock(after(paperBy, 86_400_000));
  const { documents } = await readFile(who, plan);
  const save = (block: string, change: object) => {
    const { version, answers } = documents.form[block]!;
    return who.send('PUT', blockPath(plan, 'form', block), { body: { base: version, answers: { ...answers, ...change } } });
  };
  expect(code(await save('zone', { contact: '李文' }))).toEqual([409, 'notEditable']);
  ok(await save('cluster', { patents: Number(documents.form['cluster']!.answers['patents']) + 2 }));
  await settle(who, plan);
  const mended = await submit(yiyao);
  expect(mended).toMatchObject({ version: 2 });
  expect(code(await handIn(plan, mended.code))).toEqual([409, 'notConfirmed']);
  ok(await post(taizhou['taizhou.a'], `/api/plans/${plan}/mending/confirm`, { n: 2 }));
  expect(code(await handIn(plan, yiyao.receipt.code))).toEqual([409, 'notTheFiledVersion']);
  expect(ok(await handIn(plan, mended.code))).toMatchObject({ taken: true, n: 2 });
  expect((await readFile(who, plan)).state).toBe('atProvince');
}, 60_000);

test('paper that comes at the second of its deadline is refused on record, and the file with it', async () => {
  await app.moveClock(paperBy);
  expect(ok(await handIn(wuxiZone.plan, wuxiZone.receipt.code))).toMatchObject({ taken: false });
  await app.moveClock(after(paperBy, 600_000));
  expect(await refuseLate(app.deps.db)).toBe(1);
  expect((await readFile(wuxiZone.who, wuxiZone.plan)).state).toBe('ended');
  const register = ok<{ receipts: unknown[]; refusals: { cause: string }[] }>(await clerk.get('/api/desk/register?day=2022-04-01'));
  expect(register.refusals.map(({ cause }) => cause)).toEqual(['late']);
});

test('the log replays to every state, its chain is whole, and nothing went wrong unseen', async () => {
  await expectReplayed(app.deps.db);
  while ((await chainPending(app.deps.db)) > 0);
  expect(await verifyAudit(app.deps.db)).toMatchObject({ ok: true });
  expect(app.bugs).toEqual([]);
});

async function inTurn<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
