import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Answer, Client } from './support/client.ts';
import type { TestApp } from './support/test-app.ts';
import { startTestApp } from './support/test-app.ts';

interface Thread {
  readonly id: string;
  readonly state: string;
  readonly internal: boolean;
  readonly entries: readonly { readonly kind: string; readonly body: string; readonly name: string }[];
}
interface Together {
  readonly people: readonly { readonly name: string; readonly block: string }[];
  readonly comments: Readonly<Record<string, number>>;
  readonly versions: Readonly<Record<string, number>>;
}
interface Block {
  readonly answers: object;
  readonly version: number;
  readonly savedBy: string;
}

let app: TestApp;
let plan = '';
let project = '';
let writer: Client;
let head: Client;
let company: Client;

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  [writer, head, company] = [await app.as('zoneWriter'), await app.as('zoneSubmitter'), await app.as('company')];
  plan = (await head.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  project = (await head.send('POST', `/api/plans/${plan}/projects`, { body: {} })).json<{ id: string }>().id;
  const { db } = app.deps;
  const { id } = await db.selectFrom('organisation').select('id').where('kind', '=', 'company').executeTakeFirstOrThrow();
  await db.updateTable('project').set({ ownerId: id }).where('id', '=', project).execute();
});
afterAll(() => app?.close());

const at = (document: string, rest: string): string => `/api/plans/${plan}/documents/${document}/${rest}`;
const threads = async (client: Client, document: string): Promise<readonly Thread[]> =>
  (await client.get(at(document, 'threads'))).json<{ threads: Thread[] }>().threads;
const bytes = (answer: Answer): string => new TextDecoder().decode(answer.bytes);
const audited = async (subject?: string) => {
  const rows = await app.deps.db.selectFrom('auditEntry').select(['command', 'detail', 'subject']).orderBy('id').execute();
  return rows.filter((row) => subject === undefined || row.subject === subject);
};

describe('comments', () => {
  test("the zone's comment on a proposal is seen and answered by its owner, settled and opened again; each step stays, and is in the audit", async () => {
    const { id } = (
      await head.send('POST', at(project, 'threads'), { body: { block: 'money', path: '/total', text: '合计与明细差 3 万元', internal: false } })
    ).json<{ id: string }>();
    expect(await threads(company, project)).toMatchObject([
      { id, state: 'open', internal: false, entries: [{ kind: 'comment', body: '合计与明细差 3 万元', name: 'zoneSubmitter' }] },
    ]);
    expect((await company.get(at(project, 'together'))).json<Together>().comments).toEqual({ 'money/total': 1 });
    await company.send('POST', at(project, `threads/${id}/answers`), { body: { text: '已改' } });
    await head.send('POST', at(project, `threads/${id}/resolve`), { body: {} });
    expect((await company.get(at(project, 'together'))).json<Together>().comments).toEqual({});
    const again = await head.send('POST', at(project, `threads/${id}/resolve`), { body: {} });
    expect([again.status, again.json<{ code: string }>().code]).toEqual([409, 'wrongState']);
    await company.send('POST', at(project, `threads/${id}/reopen`), { body: {} });
    const [thread] = await threads(head, project);
    expect(thread?.entries.map((entry) => `${entry.kind} ${entry.name}`)).toEqual([
      'comment zoneSubmitter',
      'answer company',
      'resolve zoneSubmitter',
      'reopen company',
    ]);
    const events = (await audited())
      .filter((row) => row.command === 'talk.write' && row.detail['thread'] === id && row.detail['refused'] === undefined)
      .map((row) => row.detail['event']);
    expect(events).toEqual(['add', 'answer', 'resolve', 'reopen']);
  });

  test('who is concerned is told, with an address that their side can open', async () => {
    const kinds = async (client: Client) => (await client.get('/api/messages')).json<{ messages?: { kind: string; link: string }[] }>();
    expect(JSON.stringify(await kinds(company))).toContain(`/proposals/${project}`);
    expect(JSON.stringify(await kinds(head))).toContain(`/plans/${plan}/projects/${project}`);
  });

  test('an internal comment leaves every answer to the other side as it was, to the byte', async () => {
    const paths = ['together', 'threads', 'threads?state=open', 'threads?block=money'].map((rest) => at(project, rest));
    const before = await Promise.all(paths.map(async (path) => bytes(await company.get(path))));
    const inbox = bytes(await company.get('/api/messages'));
    const { id } = (await head.send('POST', at(project, 'threads'), { body: { block: 'money', path: '', text: '本区内部意见', internal: true } })).json<{
      id: string;
    }>();
    expect(await Promise.all(paths.map(async (path) => bytes(await company.get(path))))).toEqual(before);
    expect(bytes(await company.get('/api/messages'))).toBe(inbox);
    expect((await threads(writer, project)).find((thread) => thread.id === id)).toMatchObject({ internal: true });
    const answers = await Promise.all(
      [id, '00000000-0000-4000-8000-000000000000'].map((thread) => company.send('POST', at(project, `threads/${thread}/answers`), { body: { text: '？' } })),
    );
    expect(answers.map((answer) => [answer.status, bytes(answer)])).toEqual([bytesOfAbsent, bytesOfAbsent]);
  });

  test('one key sends a comment once; a place that the document does not have is absent', async () => {
    const body = { block: 'name', path: '', text: '只说一次', internal: false };
    const once = await Promise.all([1, 2].map(() => writer.send('POST', at('form', 'threads'), { body, key: 'the-same-key-twice' })));
    expect(once.map((answer) => answer.status)).toEqual([200, 200]);
    expect(await threads(head, 'form')).toHaveLength(1);
    expect((await writer.send('POST', at('form', 'threads'), { body: { ...body, block: 'nothing' } })).status).toBe(404);
    expect((await writer.send('POST', at('form', 'threads'), { body: { ...body, text: '   ' } })).status).toBe(400);
  });
});
const bytesOfAbsent = [404, '{"code":"notFound","detail":{}}'];

test('people see who else is in which block, on both sides of a proposal', async () => {
  await head.send('PUT', at(project, 'presence'), { body: { tab: 'a', block: 'money' } });
  expect((await company.get(at(project, 'together'))).json<Together>().people).toMatchObject([{ name: 'zoneSubmitter', block: 'money' }]);
  expect((await head.get(at(project, 'together'))).json<Together>().people).toEqual([]);
  await head.send('PUT', at(project, 'presence'), { body: { tab: 'a', block: '' } });
  expect((await company.get(at(project, 'together'))).json<Together>().people).toEqual([]);
  expect((await audited()).filter((row) => row.command === 'talk.present')).toEqual([]);
});

test('a task goes to a colleague or the writer of the document, to nobody else; who gave it hears when it is done', async () => {
  const people = (await head.get(at(project, 'people'))).json<{ id: string; name: string; me: boolean }[]>();
  expect(people.map((person) => person.name).toSorted()).toEqual(['company', 'zoneSubmitter', 'zoneWriter']);
  expect((await company.get(at(project, 'people'))).json<{ name: string }[]>().map((person) => person.name)).toEqual(['company']);
  const to = people.find((person) => person.name === 'company')?.id ?? '';
  const body = { block: 'money', path: '/total', title: '补明细表', to, due: '2022-03-10T15:59:59Z' };
  const { id } = (await head.send('POST', at(project, 'tasks'), { body })).json<{ id: string }>();
  expect((await head.send('POST', at('form', 'tasks'), { body: { ...body, block: 'name' } })).status).toBe(400);
  const mine = (await company.get('/api/tasks?side=mine')).json<object[]>();
  expect(mine).toMatchObject([
    { id, title: '补明细表', state: 'open', link: `/proposals/${project}`, position: 0, by: 'zoneSubmitter', due: '2022-03-10T15:59:59.000Z' },
  ]);
  expect((await writer.send('POST', `/api/tasks/${id}/finish`, { body: {} })).status).toBe(404);
  await company.send('POST', `/api/tasks/${id}/finish`, { body: {} });
  expect((await head.get('/api/tasks?side=given')).json<object[]>()).toMatchObject([
    { id, state: 'done', to: 'company', link: `/plans/${plan}/projects/${project}` },
  ]);
  expect(bytes(await head.get('/api/messages'))).toContain('task.done');
  await head.send('POST', `/api/tasks/${id}/reopen`, { body: {} });
  expect((await company.get('/api/tasks?side=mine')).json<object[]>()).toMatchObject([{ id, state: 'open' }]);
});

describe('history of a block', () => {
  const name = (base: number, text: string) => writer.send('PUT', at('form', 'blocks/name'), { body: { base, answers: { name: text } } });
  const restore = (base: number, n: number) => head.send('POST', at('form', 'blocks/name/restore'), { body: { base, n } });

  test('every save is listed with who, when and how many fields changed, and can be read', async () => {
    await name(0, '甲集群');
    await name(1, '乙集群');
    await name(2, '乙集群');
    const { saves, next } = (await head.get(at('form', 'blocks/name/history'))).json<{ saves: { n: number; by: string; changes: number }[]; next: null }>();
    expect(saves).toMatchObject([
      { n: 3, by: 'zoneWriter', changes: 0 },
      { n: 2, by: 'zoneWriter', changes: 1 },
      { n: 1, by: 'zoneWriter', changes: 1 },
    ]);
    expect(next).toBeNull();
    expect((await head.get(at('form', 'blocks/name/history/1'))).json()).toMatchObject({ n: 1, by: 'zoneWriter', answers: { name: '甲集群' } });
    expect((await head.get(at('form', 'blocks/name/history/9'))).status).toBe(404);
    expect((await head.get(at('form', 'blocks/name/history?before=3'))).json<{ saves: object[] }>().saves).toHaveLength(2);
  });

  test('restoring is one more save, audited as such; what stood stays; a stale base is refused with the text that stands', async () => {
    const stale = await restore(2, 1);
    expect([stale.status, stale.json<{ detail: { block: Block } }>().detail.block.version]).toEqual([409, 3]);
    expect((await restore(3, 1)).json<Block>()).toMatchObject({ answers: { name: '甲集群' }, version: 4, savedBy: 'zoneSubmitter' });
    expect((await restore(4, 99)).status).toBe(404);
    const { saves } = (await head.get(at('form', 'blocks/name/history'))).json<{ saves: { n: number; by: string }[] }>();
    expect(saves.map((save) => `${save.n} ${save.by}`)).toEqual(['4 zoneSubmitter', '3 zoneWriter', '2 zoneWriter', '1 zoneWriter']);
    expect((await head.get(at('form', 'blocks/name/history/3'))).json()).toMatchObject({ answers: { name: '乙集群' } });
    const row = (await audited()).findLast((one) => one.command === 'plan.edit' && one.detail['refused'] === undefined);
    expect(row?.detail).toEqual({ event: 'restore', restored: 1, document: 'form', block: 'name', version: 4 });
  });

  test("a proposal's owner restores it, the zone only reads its history", async () => {
    const save = (base: number, text: string) => company.send('PUT', `/api/proposals/${project}/blocks/summary`, { body: { base, answers: { name: text } } });
    await save(0, '一');
    await save(1, '二');
    const body = { base: 2, n: 1 };
    expect((await head.send('POST', `/api/proposals/${project}/blocks/summary/restore`, { body })).status).toBe(403);
    expect((await company.send('POST', `/api/proposals/${project}/blocks/summary/restore`, { body })).json()).toMatchObject({
      answers: { name: '一' },
      version: 3,
    });
    expect((await head.get(at(project, 'blocks/summary/history'))).json<{ saves: object[] }>().saves).toHaveLength(3);
  });
});

test('nothing in all of this was a bug', () => {
  expect(app.bugs).toEqual([]);
});
