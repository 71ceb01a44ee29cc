import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { digestOf, keepFile } from '#db/files.ts';
import { docx, jpg, pdf, png } from '#domain/files/sample-files.test-support.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { insertVersion } from '#db/versions.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { contentDigest } from '#domain/values/digest.ts';
import { loadPlan } from '#usecases/load-plan.ts';
import { upload } from './support/attach.ts';
import type { Client } from './support/client.ts';
import type { TestApp } from './support/test-app.ts';
import { startTestApp } from './support/test-app.ts';

interface FileRow {
  readonly id: string;
  readonly pointer: string;
  readonly name: string;
  readonly digest: string;
  readonly scan: string;
}

const read = loadEdition(raw);
/** As the guide's call, with a plan that holds little. */
const edition: Edition = { ...read, parameters: { ...read.parameters, maxAttachmentBytes: 4_000, maxPlanAttachmentBytes: 9_000 } };
let app: TestApp;
let zone: Client;
let plan: string;
let projects: string[];

beforeAll(async () => {
  app = await startTestApp({ edition, places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } } });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  zone = await app.as('zoneSubmitter');
  plan = (await zone.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  const added = await Promise.all([1, 2, 3].map(() => zone.send('POST', `/api/plans/${plan}/projects`, { body: {} })));
  projects = added
    .map((answer) => answer.json<{ id: string; number: string }>())
    .toSorted((a, b) => a.number.localeCompare(b.number))
    .map(({ id }) => id);
});
afterAll(() => app?.close());
beforeEach(async () => {
  await sql`update attachment set removed_at = now()`.execute(app.deps.db);
  await sql`update plan set state = 'drafting'`.execute(app.deps.db);
});

async function put(document: string, path: string, name: string, bytes: Uint8Array): Promise<FileRow> {
  const answer = await upload(zone, plan, document, path, name, bytes);
  expect(answer.status, new TextDecoder().decode(answer.bytes)).toBe(200);
  return answer.json<FileRow>();
}

async function pointers(client = zone): Promise<readonly string[]> {
  return (await client.get(`/api/plans/${plan}/files`)).json<{ files: FileRow[] }>().files.map((file) => file.pointer);
}

test('a file is kept under its digest, listed at its place, and given back as it came, with headers that let nothing of it run', async () => {
  const bytes = pdf('', '', 2);
  const row = await put('form', '/policy/fund', 'C:\\桌面\\“资金”设立文件.pdf', bytes);
  expect(row).toMatchObject({
    pointer: '/form/policy/fund',
    name: '“资金”设立文件.pdf',
    digest: digestOf(bytes),
    pages: 2,
    scan: 'unscanned',
    size: bytes.length,
  });
  const answer = await zone.get(`/api/files/${row.id}`);
  expect(answer.bytes).toEqual(new Uint8Array(bytes));
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  const coded = encodeURIComponent('“资金”设立文件.pdf');
  expect(answer.headers.get('content-disposition')).toBe(`inline; filename="________.pdf"; filename*=UTF-8''${coded}`);
});

test('pictures are shown without any right, everything else is saved', async () => {
  const headersOf = async ({ id }: FileRow): Promise<readonly (string | null | undefined)[]> => {
    const { headers } = await zone.get(`/api/files/${id}`);
    return [headers.get('content-disposition')?.split(';')[0], headers.get('content-security-policy')];
  };
  const policy = "default-src 'none'; frame-ancestors 'none'; sandbox";
  expect(await headersOf(await put('form', '/policy/fund', 'a.jpg', jpg()))).toEqual(['inline', policy]);
  expect(await headersOf(await put('form', '/policy/fund', 'a.docx', docx()))).toEqual(['attachment', policy]);
});

test('what is refused says why, and leaves nothing behind', async () => {
  const refused = async (document: string, path: string, name: string, bytes: Uint8Array): Promise<unknown> => {
    const answer = await upload(zone, plan, document, path, name, bytes);
    const { code, detail } = answer.json<{ code: string; detail: { fault?: string } }>();
    return [answer.status, code, detail.fault];
  };
  expect(await refused('form', '/policy/fund', 'a.jpg', pdf())).toEqual([422, 'badFile', 'otherEnding']);
  expect(await refused('form', '/policy/fund', 'a.pdf', new Uint8Array())).toEqual([422, 'badFile', 'empty']);
  expect(await refused('form', '/policy/fund', 'a.pdf', pdf('% '.repeat(3_000)))).toEqual([422, 'badFile', 'tooLarge']);
  expect(await refused('outline', '/1-1', 'a.pdf', pdf())).toEqual([422, 'badFile', 'notAdmitted']);
  expect(await refused('form', '/policy/nothing', 'a.pdf', pdf())).toEqual([404, 'notFound', undefined]);
  expect(await refused('outline', '/9-9', 'a.png', png())).toEqual([404, 'notFound', undefined]);
  expect(await pointers()).toEqual([]);
});

test('a narrative takes a picture under its heading', async () => {
  expect(await put('outline', '/1-1', '图1.png', png())).toMatchObject({ pointer: '/outline/1-1' });
});

test('two uploads at once do not both find room for the last bytes, and what is taken out makes room again', async () => {
  const big = (name: string) => pdf(`% ${name} ${'x'.repeat(3_300)}`);
  const answers = await Promise.all(['a', 'b', 'c'].map((name) => upload(zone, plan, 'form', '/policy/fund', `${name}.pdf`, big(name))));
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 200, 422]);
  const refused = answers.find((answer) => answer.status === 422)!;
  expect(refused.json()).toEqual({ code: 'badFile', detail: { fault: 'planFull', limit: 9_000 } });
  const kept = answers.find((answer) => answer.status === 200)!.json<FileRow>();
  expect((await zone.send('DELETE', `/api/plans/${plan}/files/${kept.id}`)).status).toBe(200);
  expect((await upload(zone, plan, 'form', '/policy/fund', 'd.pdf', big('d'))).status).toBe(200);
  const full = await zone.send('POST', `/api/plans/${plan}/files/${kept.id}/restore`, { body: {} });
  expect(full.json()).toMatchObject({ code: 'badFile', detail: { fault: 'planFull' } });
});

test('an upload repeated under its key is one file; another file under that key is refused', async () => {
  const key = randomUUID();
  const send = (bytes: Uint8Array) => upload(zone, plan, 'form', '/policy/fund', 'a.pdf', bytes, key);
  const [one, two] = await Promise.all([send(pdf()), send(pdf())]);
  expect([one.status, two.json()]).toEqual([200, one.json()]);
  expect(await pointers()).toEqual(['/form/policy/fund']);
  expect((await send(pdf('', '', 2))).json()).toMatchObject({ code: 'keyReused' });
});

test('taken out, put back, renamed: the bytes stay, the ending too, and another’s document is absent', async () => {
  const row = await put('form', '/policy/fund', 'a.pdf', pdf());
  const at = `/api/plans/${plan}/files/${row.id}`;
  expect((await zone.send('DELETE', at)).json()).toEqual({ done: true });
  expect(await pointers()).toEqual([]);
  expect((await zone.send('DELETE', at)).status).toBe(409);
  expect((await zone.send('POST', `${at}/restore`, { body: {} })).status).toBe(200);
  expect((await zone.get(`/api/files/${row.id}`)).status).toBe(200);
  expect((await zone.send('PUT', at, { body: { name: '../新名\u202E.exe' } })).json()).toMatchObject({ name: '新名.exe.pdf', digest: row.digest });
  expect((await zone.send('DELETE', `/api/proposals/${projects[0]}/files/${row.id}`)).status).toBe(404);
  const foreign = await app.as('otherZone');
  expect((await foreign.send('DELETE', at)).status).toBe(404);
  expect((await foreign.get(`/api/files/${row.id}`)).status).toBe(404);
});

test('taking a project out moves no proof to another', async () => {
  await put(projects[1]!, '/summary/location', '乙.pdf', pdf());
  const third = await put(projects[2]!, '/summary/location', '丙.pdf', pdf('', '', 2));
  expect(await pointers()).toEqual(['/projects/1/summary/location', '/projects/2/summary/location']);
  expect((await zone.send('DELETE', `/api/plans/${plan}/projects/${projects[1]}`)).status).toBe(200);
  const left = (await zone.get(`/api/plans/${plan}/files`)).json<{ files: FileRow[] }>().files;
  expect(left.map(({ id, pointer }) => [id, pointer])).toEqual([[third.id, '/projects/1/summary/location']]);
  const file = (await zone.get(`/api/plans/${plan}`)).json<{ attachments: unknown[] }>();
  expect(file.attachments).toMatchObject([{ path: '/projects/1/summary/location', name: '丙.pdf', digest: third.digest }]);
  expect((await zone.send('POST', `/api/plans/${plan}/projects/${projects[1]}/restore`, { body: {} })).status).toBe(200);
  expect(await pointers()).toEqual(['/projects/1/summary/location', '/projects/2/summary/location']);
});

test('a version freezes which files it had; who reads it sees those under their old names, and no later one', async () => {
  const filed = await put('form', '/policy/fund', '报送.pdf', pdf());
  const { db } = app.deps;
  const content = (await loadPlan(db, (await findPlanFacts(db, plan))!)).content;
  expect(content.attachments).toEqual([
    { path: '/form/policy/fund', name: '报送.pdf', id: filed.id, digest: filed.digest, size: pdf().length, mediaType: 'application/pdf' },
  ]);
  await freeze(content);
  await zone.send('PUT', `/api/plans/${plan}/files/${filed.id}`, { body: { name: '改名.pdf' } });
  const later = await put('form', '/policy/body', '后来.pdf', pdf('', '', 3));
  await zone.send('DELETE', `/api/plans/${plan}/files/${filed.id}`);
  const city = await app.as('city');
  const seen = (await city.get(`/api/plans/${plan}/files`)).json<{ files: FileRow[] }>().files;
  expect(seen).toMatchObject([{ id: filed.id, name: '报送.pdf', pointer: '/form/policy/fund', digest: filed.digest }]);
  expect((await city.get(`/api/files/${filed.id}`)).status).toBe(200);
  expect((await city.get(`/api/files/${later.id}`)).status).toBe(404);
});

async function freeze(content: PlanContent): Promise<void> {
  const { db } = app.deps;
  const person = await db.selectFrom('membership').select('userId').executeTakeFirstOrThrow();
  const { editionDigest } = await db.selectFrom('call').select('editionDigest').executeTakeFirstOrThrow();
  await db.transaction().execute(async (tx) => {
    const pdfDigest = await keepFile(tx, 'application/pdf', pdf());
    const frozen = { planId: plan, year: 2022, n: 1, content, editionDigest, contentDigest: contentDigest({ ...content }) };
    await insertVersion(tx, { ...frozen, pdfDigest, pages: 1, filedAt: '2022-03-01T00:00:00Z', filedBy: person.userId });
  });
}

test('nothing in all of this was a bug', () => {
  expect(app.bugs).toEqual([]);
});
