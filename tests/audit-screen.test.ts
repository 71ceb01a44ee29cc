import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { insertAccount } from '#db/accounts.ts';
import { appendAudit } from '#db/audit.ts';
import { keepFile } from '#db/files.ts';
import { findIntake } from '#db/intakes.ts';
import { insertMending } from '#db/mendings.ts';
import { insertMembership, insertOrganisation } from '#db/organisations.ts';
import { insertReceipt, insertRefusal } from '#db/paper-desk.ts';
import { awaitPaper, insertLiveRecommendation } from '#db/plan-recommendations.ts';
import type { Tx } from '#db/pool.ts';
import { findPlan } from '#db/plans.ts';
import { linkAt, publishHeads } from '#db/published-heads.ts';
import { chainPending } from '#db/sequencer.ts';
import { verifyAudit } from '#db/verify-audit.ts';
import { renderers } from '#documents/render/form.ts';
import { paperName, type CaseFile } from '#domain/audit/case-file.ts';
import { checkCase } from '#domain/audit/check-case.ts';
import { linkDigest, type ChainedEntry, type ChainLink } from '#domain/audit/link.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { readHeadsFile, writeHeadsFile } from '#main/heads-file.ts';
import { hashPassword } from '#usecases/accounts.ts';
import { noticeMissing } from '#usecases/witness-heads.ts';
import { unzipSync } from 'fflate';
import { caseZip } from '#web/audit/case-zip.ts';
import { entrySentence } from '#web/messages/audit.ts';
import { takeCase } from './support/case.ts';
import { Client } from './support/client.ts';
import { password } from './support/people.ts';
import { expectReplayed } from './support/replay.ts';
import type { TestApp } from './support/test-app.ts';
import { startTestApp } from './support/test-app.ts';
import { emptyContent, freeze } from './support/versions.ts';

interface Row {
  readonly id: number;
  readonly command: string;
  readonly subject: string;
  readonly name: string | null;
  readonly detail: ChainedEntry['detail'];
  readonly seq: number | null;
}

let app: TestApp;
let zone: Client;
let auditor: Client;
let folder: string;
let plan = '';
let number = '';

const chain = async (): Promise<void> => {
  while ((await chainPending(app.deps.db)) > 0);
};
const search = async (query: string): Promise<{ rows: Row[]; next: number | null }> => (await auditor.get(`/api/audit/entries?${query}`)).json();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jiqun-heads-'));
  const places = { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } };
  app = await startTestApp({ edition: loadEdition(raw), places });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  await sql`update membership set since = '2022-02-01T00:00:00Z'`.execute(app.deps.db);
  zone = await app.as('zoneSubmitter');
  auditor = await app.as('auditor');
  plan = (await zone.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  number = (await findPlan(app.deps.db, plan))!.number;
  const { id } = (await zone.send('POST', `/api/plans/${plan}/projects`, { body: {} })).json<{ id: string }>();
  await zone.send('PUT', `/api/plans/${plan}/documents/form/blocks/name`, { body: { base: 0, answers: { name: '甲集群' } } });
  await zone.send('PUT', `/api/proposals/${id}/blocks/summary`, { body: { base: 0, answers: { name: '项目甲' } } });
  await zone.send('POST', `/api/plans/${plan}/submit`, { body: {} });
  await chain();
});

afterAll(async () => {
  await app.close();
  renderers.close();
  await rm(folder, { recursive: true });
});

test('the log is found by person, organisation, act, number, day and outcome, newest first, and each entry has a sentence', async () => {
  const all = await search(`subject=${number}`);
  expect(all.rows.map(({ command }) => command)).toEqual(['plan.submit', 'plan.edit', 'project.add', 'plan.create']);
  expect(all.rows.map((row) => entrySentence(row))).toEqual([
    `没有办成：报送方案 ${number}。还有未解决的问题，未能报送。`,
    `修改方案 ${number}：申报表，分块 name，第 1 版`,
    `添加项目 ${number}：项目 XM2022-0001`,
    `建立方案 ${number}`,
  ]);
  const ids = async (query: string) => (await search(query)).rows.map(({ id }) => id);
  const [submitted, edited, , created] = all.rows.map(({ id }) => id);
  expect(await ids('outcome=refused')).toEqual([submitted]);
  expect(await ids('command=plan.edit')).toEqual([edited]);
  expect(await ids(`who=zoneSubmitter&organisation=${encodeURIComponent('甲高')}&command=plan.create`)).toEqual([created]);
  expect(await ids('command=plan.create&from=2022-03-01&to=2022-03-01')).toEqual([created]);
  expect(await ids('command=plan.create&from=2022-03-02')).toEqual([]);
  expect(await ids(`subject=${number}&before=${submitted}`)).toEqual(all.rows.slice(1).map(({ id }) => id));
  expect(await ids('who=%25')).toEqual([]);
});

test('an entry comes with its link, and the browser computes the same hash', async () => {
  const [{ id } = { id: 0 }] = (await search(`command=plan.create`)).rows;
  const { entry, link } = (await auditor.get(`/api/audit/entries/${id}`)).json<{ entry: ChainedEntry; link: ChainLink }>();
  expect(linkDigest(link.prev, entry)).toBe(link.hash);
  expect(linkDigest(link.prev, { ...entry, subject: 'JQ2022-9999' })).not.toBe(link.hash);
  expect((await auditor.get('/api/audit/entries/999999')).status).toBe(404);
});

test('verifying walks the chain and replays every state; a state changed behind the log’s back is named; an export is on record', async () => {
  const verify = async () => (await auditor.send('POST', '/api/audit/verify', { body: {} })).json<{ chain: { ok: boolean }; mismatches: unknown[] }>();
  expect(await verify()).toMatchObject({ chain: { ok: true }, replayed: 2, mismatches: [] });
  await sql`update plan set state = 'ended' where id = ${plan}`.execute(app.deps.db);
  expect((await verify()).mismatches).toEqual([{ thing: 'plan', name: number, stored: 'ended', replayed: 'drafting', broken: null }]);
  await sql`update plan set state = 'drafting' where id = ${plan}`.execute(app.deps.db);
  expect(await expectReplayed(app.deps.db)).toBe(2);
  const body = { who: '', organisation: '', command: '', subject: number, from: '', to: '', outcome: 'all', looks: 'no' };
  expect((await auditor.send('POST', '/api/audit/export', { body })).json()).toMatchObject({ rows: [{}, {}, {}, {}], all: true });
  expect((await search('command=audit.export')).rows).toMatchObject([{ detail: { rows: 4, asked: { subject: number } } }]);
});

test('a file’s states, versions and people are told as of an instant', async () => {
  const at = '2022-03-01T11:00:00+08:00';
  await app.moveClock('2022-03-02T10:00:00+08:00');
  const db = app.deps.db;
  const person = (await db.selectFrom('auth.user').select('id').where('username', '=', 'zonesubmitter').executeTakeFirstOrThrow()).id;
  const edition = (await db.selectFrom('call').select('editionDigest').executeTakeFirstOrThrow()).editionDigest;
  await sql`insert into edition_snapshot (digest, id, content) values (${'1'.repeat(64)}, 'test', '{}') on conflict do nothing`.execute(db);
  expect(edition).not.toBe('1'.repeat(64));
  const row = (await findPlan(db, plan))!;
  await db.transaction().execute((tx) => freeze(tx, row, person, { ...emptyContent, zone: '甲高新区' }));
  const state = (await auditor.get(`/api/audit/plans/${number}?at=${encodeURIComponent(at)}`)).json<Record<string, unknown>>();
  expect(state).toMatchObject({
    zone: '甲高新区',
    states: [
      { thing: 'plan', name: number, before: 'drafting', now: 'drafting' },
      { thing: 'proposal', name: 'XM2022-0001', before: 'drafting', now: 'drafting' },
    ],
    versions: [],
    mayRead: false,
  });
  expect(state['people']).toContainEqual(
    expect.objectContaining({ username: 'zonewriter', rights: { write: true, submit: false, manage: false }, state: 'active' }),
  );
  const before = (await auditor.get(`/api/audit/plans/${number}?at=2022-02-01T00:00:00Z`)).json<{ states: { before: string | null }[] }>();
  expect(before.states.map((one) => one.before)).toEqual([null, null]);
  expect((await auditor.get(`/api/audit/plans/${number}?at=gestern`)).status).toBe(400);
  expect((await auditor.get('/api/audit/plans/JQ2022-9999')).status).toBe(404);
});

test('content is the auditor’s only once the call is finished, and every reading of it is on record; a case proves itself offline', async () => {
  const { db } = app.deps;
  expect((await auditor.get(`/api/audit/plans/${number}/content`)).status).toBe(404);
  expect((await auditor.get(`/api/plans/${plan}/versions`)).status).toBe(404);
  expect((await search('looks=yes')).rows).toEqual([]);
  await sql`update call set state = 'finished'`.execute(db);
  const content = (await auditor.get(`/api/audit/plans/${number}/content?at=2022-03-01T03:00:00Z`)).json<{ before: { form: unknown; projects: unknown[] } }>();
  expect(content.before).toMatchObject({ form: { name: { name: '甲集群' } }, projects: [{ summary: { name: '项目甲' } }] });
  expect((await auditor.get(`/api/plans/${plan}/versions`)).status).toBe(200);
  const pdf = await auditor.get(`/api/plans/${plan}/versions/1/form.pdf`);
  expect((await search('looks=yes')).rows.map(({ command, subject }) => `${command} ${subject}`)).toEqual([
    `version.pdf ${number}`,
    `version.list ${number}`,
    `case.read ${number}`,
  ]);

  await chain();
  const taken = (await auditor.send('POST', `/api/audit/plans/${number}/export`, { body: {} })).json<CaseFile>();
  expect((await search('command=case.export')).rows).toHaveLength(1);
  const zip = unzipSync(await caseZip(taken, new Map(taken.papers.map((paper) => [paperName(paper), pdf.bytes]))));
  expect(new TextDecoder().decode(zip['说明.html'])).not.toMatch(/<script|https?:/);
  const kept: CaseFile = JSON.parse(new TextDecoder().decode(zip['case.json']));
  const faults = (file: CaseFile) => checkCase(file, (name) => zip[name]).map(({ fault }) => fault);
  // The version was put there by the test itself: nobody is on record as having filed it.
  expect(faults(kept)).toEqual(['version']);
  const altered = kept.entries.map(({ entry, link }, index) => ({ entry: index === 1 ? { ...entry, actor: 'somebody' } : entry, link }));
  expect(faults({ ...kept, entries: altered })).toEqual(['link', 'version']);
  expect(faults({ ...kept, papers: kept.papers.map((paper) => ({ ...paper, digest: 'a'.repeat(64) })) })).toEqual(['version', 'paper']);
});

test('a case with letter, receipt, refused paper and a mending is checked by verify case, and what is exchanged or left out is named', async () => {
  await issuePapers();
  const { file: taken, papers } = await takeCase(app, number);
  expect([...papers.keys()]).toEqual(['papers/v1-form.pdf', 'papers/letter-1.pdf', 'papers/receipt-1.pdf', 'papers/refusal-1.pdf']);
  const verify = async (file: CaseFile, bytes = papers): Promise<{ code: number; out: string }> => {
    const zip = path.join(folder, 'case.zip');
    await writeFile(zip, await caseZip(file, bytes));
    return promisify(execFile)(process.execPath, ['src/main/cli.ts', 'verify', 'case', zip]).then(
      ({ stdout: out }) => ({ code: 0, out }),
      (error: { code: number; stdout: string }) => ({ code: error.code, out: error.stdout }),
    );
  };
  expect(await verify(taken)).toMatchObject({ code: 0, out: expect.stringContaining(`案卷 ${number} 对得上`) });
  const exchanged = await verify({ ...taken, mendings: [] }, new Map(papers).set('papers/letter-1.pdf', new TextEncoder().encode('%PDF-other')));
  expect(exchanged.code).toBe(1);
  expect(exchanged.out).toContain('文件 papers/letter-1.pdf：不在案卷里，或者不是当时的文件。');
  expect(exchanged.out).toContain('它办成的推荐函、签收单、告知单或补正不在案卷里');
  expect(exchanged.out).toContain('案卷有 2 处对不上。');
  const page = new TextDecoder().decode(unzipSync(await caseZip(taken, papers))['说明.html']);
  for (const said of ['泰科函〔2022〕8号', '薛映川', '请补专利清单。', '申报表']) expect(page).toContain(said);
});

/** What city and desk give out for the plan, each with the entry that its command leaves. */
async function issuePapers(): Promise<void> {
  const { db } = app.deps;
  const row = (await findPlan(db, plan))!;
  const { userId: by } = await db.selectFrom('membership').select('userId').where('organisationId', '=', row.cityId).executeTakeFirstOrThrow();
  const { id: clerk } = await db.selectFrom('auth.user').select('id').where('username', '=', 'intake').executeTakeFirstOrThrow();
  const [version] = await db.selectFrom('planVersion').select(['contentDigest', 'pdfDigest']).where('planId', '=', plan).execute();
  const [at, deadline, documentNumber] = ['2022-03-02T03:00:00.000Z', '2022-03-20T16:00:00.000Z', '泰科函〔2022〕8号'];
  await db.transaction().execute(async (tx) => {
    const [letter, receipt] = [await keep(tx, '%PDF-letter'), await keep(tx, '%PDF-receipt')];
    const given = { planId: plan, n: 1, cityId: row.cityId, documentNumber, letterDigest: letter, letterPages: 1, madeBy: by, madeAt: at };
    await insertLiveRecommendation(tx, { id: randomUUID(), ...given });
    await awaitPaper(tx, plan);
    const { id: intakeId } = (await findIntake(tx, plan))!;
    const handed = { clerk, handedInBy: '薛映川', courier: null, tracking: null, remark: '' };
    const counts = { plan: 10, form: 10, letter: 2 };
    await insertReceipt(tx, { intakeId, n: 1, planVersion: 1, stampedAt: at, counts, ...handed, digest: receipt, auditSeq: 0, auditHash: '0'.repeat(64) });
    const paper = await insertRefusal(tx, { planId: plan, code: 'x', cause: 'superseded', at, ...handed });
    const parts = [{ document: 'form', block: 'cluster', text: '请补专利清单。' }];
    await insertMending(tx, { intakeId, n: 1, deadline, reason: '材料不全', parts, paper: ['form'], askedBy: clerk });
    const entries: readonly [string, ChainedEntry['detail']][] = [
      ['plan.submit', { event: 'submit', version: 1, digest: version!.contentDigest, pdfDigest: version!.pdfDigest, documents: [] }],
      ['recommendation.recommend', { event: 'recommend', version: 1, documentNumber, letter }],
      ['intake.receive', { event: 'receive', version: 1, counts, digest: receipt }],
      ['desk.refuse', { event: 'refusePaper', cause: 'superseded', paper }],
      ['intake.mend', { event: 'mend', round: 1, version: 1, deadline, parts: ['form/cluster'], paper: ['form'] }],
    ];
    for (const [command, detail] of entries) await appendAudit(tx, { actor: clerk, command, subject: number, detail });
  });
}

function keep(tx: Tx, text: string): Promise<string> {
  return keepFile(tx, 'application/pdf', new TextEncoder().encode(text));
}

test('a head is public every day; a missed day is published late and says so; whoever copied one notices an older database', async () => {
  const { db } = app.deps;
  await chain();
  expect(await publishHeads(db)).toBe(1);
  expect(await publishHeads(db)).toBe(0);
  await app.moveClock('2022-03-04T08:00:00+08:00');
  await chain();
  expect(await publishHeads(db)).toBe(2);
  const stranger = await app.as('public');
  const heads = (await stranger.get('/api/heads')).json<{ day: string; seq: number; hash: string; publishedAt: string }[]>();
  expect(heads.map(({ day, publishedAt }) => `${day} ${publishedAt.slice(0, 10)}`)).toEqual([
    '2022-03-04 2022-03-04',
    '2022-03-03 2022-03-04',
    '2022-03-02 2022-03-02',
  ]);
  const text = new TextDecoder().decode((await stranger.get('/api/heads.txt')).bytes);
  expect(text.split('\n')[0]).toBe(`2022-03-04 ${heads[0]!.seq}:${heads[0]!.hash} ${heads[0]!.publishedAt}`);
  expect(await linkAt(db, heads[0]!.seq)).toBe(heads[0]!.hash);
  expect(await verifyAudit(db)).toMatchObject({ ok: true });
  await expect(sql`update published_head set hash = ${'0'.repeat(64)}`.execute(db)).rejects.toThrow(/permission denied/);

  await writeHeadsFile(folder, db);
  await writeHeadsFile(folder, db);
  const written = await readHeadsFile(folder);
  expect(written).toEqual(heads.toReversed().map(({ seq, hash }) => ({ seq, hash })));
  expect(await noticeMissing(db, written)).toEqual([]);
  const later = { seq: 100_000, hash: 'b'.repeat(64) };
  await writeFile(path.join(folder, 'published-heads.txt'), `2022-03-09 ${later.seq}:${later.hash} 2022-03-09T00:00:00.000Z\n`);
  const lost = await readHeadsFile(folder);
  for (let start = 0; start < 2; start += 1) expect(await noticeMissing(db, lost)).toEqual([{ ...later, found: null }]);
  expect((await search('command=head.missing')).rows.map((row) => row.subject)).toEqual([`${later.seq}:${later.hash}`]);
  expect(await verifyAudit(db, lost)).toMatchObject({ ok: false, fault: 'truncated' });
});

test('the administrators see machines or accounts, each their own, and no content', async () => {
  const admin = await app.as('admin');
  const state = (await admin.get('/api/system')).json<Record<string, unknown>>();
  expect(state).toMatchObject({ version: null, backup: null, head: { day: '2022-03-04' }, missing: [] });
  expect(JSON.stringify(state)).not.toMatch(/甲/);
  const security = await officer('security');
  const wrong = new Client(app.base);
  for (let n = 0; n < 5; n += 1) await wrong.send('POST', '/api/session', { body: { username: 'company', password: 'wrong password' } });
  const list = (await security.get('/api/security')).json<{
    locked: { username: string }[];
    tries: { username: string; refused: string }[];
    sessions: { username: string }[];
  }>();
  expect(list.locked).toMatchObject([{ username: 'company' }]);
  expect(list.tries.filter(({ username }) => username === 'company')).toHaveLength(5);
  expect(list.sessions.map(({ username }) => username)).toContain('auditor');
  expect((await (await officer('audit')).get('/api/audit/entries')).status).toBe(200);
  expect(app.bugs).toEqual([]);
});

async function officer(adminRole: 'security' | 'audit'): Promise<Client> {
  const username = `${adminRole}admin`;
  const hash = await hashPassword(password);
  await app.deps.db.transaction().execute(async (tx) => {
    const organisationId = await insertOrganisation(tx, { kind: 'admin', name: username });
    const userId = await insertAccount(tx, { username, name: username, hash });
    await insertMembership(tx, { userId, organisationId, canWrite: false, canSubmit: false, canManage: false, adminRole });
  });
  const client = new Client(app.base);
  await client.send('POST', '/api/session', { body: { username, password } });
  return client;
}
