import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase } from '#tests/support/database.ts';
import { addPerson, addPlan } from '#tests/support/rows.ts';
import { insertEntry, insertThread, listThreads } from './comments.ts';
import { insertOrganisation } from './organisations.ts';
import { openStore, type Db } from './pool.ts';
import { presentFor, readTogether, setPresence } from './presence.ts';
import { insertTask, listTasks, reassignTasks, setTaskState } from './tasks.ts';

const database = await createDatabase();
const owner = openStore(database.url, 'owner');
const store = openStore(database.url);
/** Statements that this connection has sent. */
let asked = 0;
const counted: Db = store.db.withPlugin({
  transformQuery: ({ node }) => {
    asked += 1;
    return node;
  },
  transformResult: async ({ result }) => result,
});

let at: { planId: string; document: string };
let asker: { person: string; organisation: string };
let other: { person: string; organisation: string };
const place = { block: 'cluster', path: '/patents' };

beforeAll(async () => {
  const { id: planId } = await addPlan(owner.db);
  at = { planId, document: 'form' };
  const organisation = (name: string) => owner.db.transaction().execute((tx) => insertOrganisation(tx, { kind: 'company', name }));
  asker = { person: await addPerson(owner.db, '许静'), organisation: await organisation('甲公司') };
  other = { person: await addPerson(owner.db, '程远'), organisation: await organisation('乙公司') };
  await store.db.transaction().execute(async (tx) => {
    for (let n = 0; n < 1_000; n++) {
      const internalTo = n % 10 === 0 ? other.organisation : null;
      const id = await insertThread(tx, { ...at, block: `block${n % 7}`, path: `/field${n % 40}` }, other, `第 ${n} 条`, internalTo);
      if (n % 2 === 0) await insertEntry(tx, id, 'answer', asker, '收到');
    }
  });
});
afterAll(async () => {
  await Promise.all([owner.close(), store.close()]);
  await database.drop();
});

test('of 1,000 comments every page of 50 is one query by key, no thread comes twice, and an internal one of another organisation never', async () => {
  const seen = new Set<string>();
  let before: number | undefined;
  asked = 0;
  for (let page = 0; page < 18; page++) {
    const rows = await listThreads(counted, at, asker.organisation, { before }, 50);
    expect(rows).toHaveLength(50);
    for (const row of rows) {
      expect(seen.has(row.id)).toBe(false);
      expect(row.internal).toBe(false);
      seen.add(row.id);
    }
    before = rows.at(-1)?.seq;
  }
  expect(seen.size).toBe(900);
  expect(await listThreads(counted, at, asker.organisation, { before }, 50)).toEqual([]);
  expect(asked).toBe(19);
  expect((await listThreads(store.db, at, other.organisation, { block: 'block0' }, 1_000)).some((row) => row.internal)).toBe(true);
});

test('what an open page asks again and again is one query: people, counts by place, newest versions', async () => {
  await store.db
    .insertInto('block')
    .values({ ...at, block: 'cluster', version: 3, answers: '{}', savedAt: new Date().toISOString(), savedBy: other.person })
    .execute();
  await setPresence(store.db, { ...at, person: other.person, organisationId: other.organisation, tab: 'a', block: 'cluster' });
  asked = 0;
  const found = await readTogether(counted, at, asker);
  expect(asked).toBe(1);
  expect(found.people).toEqual([{ person: other.person, name: '程远', organisation: '乙公司', block: 'cluster' }]);
  expect(found.versions).toEqual({ cluster: 3 });
  expect(Object.values(found.comments).reduce((sum, n) => sum + n, 0)).toBe(900);
  const theirs = await readTogether(store.db, at, other);
  expect(theirs.people).toEqual([]);
  expect(Object.values(theirs.comments).reduce((sum, n) => sum + n, 0)).toBe(1_000);
});

test('whoever stops saying where they are is gone after a while, and at once when they leave', async () => {
  const here = { ...at, person: other.person, organisationId: other.organisation, tab: 'a' };
  await setPresence(store.db, { ...here, block: 'cluster' });
  await sql`update presence set at = at - make_interval(secs => ${presentFor})`.execute(store.db);
  expect((await readTogether(store.db, at, asker)).people).toEqual([]);
  await setPresence(store.db, { ...here, block: 'name' });
  expect((await readTogether(store.db, at, asker)).people).toMatchObject([{ block: 'name' }]);
  await setPresence(store.db, { ...here, block: '' });
  expect((await readTogether(store.db, at, asker)).people).toEqual([]);
});

test('nothing that was said can be changed or taken back', async () => {
  const refused = /append-only|permission denied/;
  await expect(sql`update comment_entry set body = '另一句'`.execute(store.db)).rejects.toThrow(refused);
  await expect(sql`delete from comment_entry`.execute(store.db)).rejects.toThrow(refused);
  await expect(sql`update comment_entry set body = '另一句'`.execute(owner.db)).rejects.toThrow(refused);
  await expect(
    sql`insert into comment_entry (thread_id, kind, body, by_person, organisation_id) select id, 'answer', '', ${asker.person}, ${asker.organisation} from comment_thread limit 1`.execute(
      store.db,
    ),
  ).rejects.toThrow('check constraint');
});

test('a person who leaves hands the open tasks on; what was done stays theirs', async () => {
  const task = { ...at, ...place, title: '核对专利数', due: null, givenBy: asker.person, toPerson: other.person };
  const heir = await addPerson(owner.db, '顾知夏');
  const moved = await store.db.transaction().execute(async (tx) => {
    const done = await insertTask(tx, { ...task, title: '已办' });
    await setTaskState(tx, done, 'done');
    await insertTask(tx, task);
    return reassignTasks(tx, other.person, heir);
  });
  expect(moved).toBe(1);
  expect((await listTasks(store.db, heir, 'mine', 10)).map((row) => row.title)).toEqual(['核对专利数']);
  expect((await listTasks(store.db, other.person, 'mine', 10)).map((row) => row.title)).toEqual(['已办']);
  expect((await listTasks(store.db, asker.person, 'given', 10)).map((row) => [row.title, row.toName])).toEqual([
    ['核对专利数', '顾知夏'],
    ['已办', '程远'],
  ]);
  expect(await listTasks(store.db, randomUUID(), 'mine', 10)).toEqual([]);
});
