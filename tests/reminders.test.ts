import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { remindDeadlines } from '#usecases/remind-deadlines.ts';
import type { Client } from './support/client.ts';
import type { TestApp } from './support/test-app.ts';
import { startTestApp } from './support/test-app.ts';

interface Inbox {
  readonly unread: number;
  readonly messages: readonly {
    readonly id: string;
    readonly kind: string;
    readonly params: Readonly<Record<string, string | number>>;
    readonly read: boolean;
  }[];
}

let app: TestApp;
let writer: Client;

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-15T10:00:00+08:00');
  writer = await app.as('zoneWriter');
  await writer.send('POST', '/api/plans', { body: {} });
});

afterAll(() => app?.close());

async function reminders(client: Client): Promise<readonly (string | number | undefined)[]> {
  const inbox = (await client.get('/api/messages')).json<Inbox>();
  return inbox.messages.filter((message) => message.kind === 'reminder.deadline').map((message) => message.params['hours']);
}

test('before the first reminder is due nobody is reminded', async () => {
  expect(await remindDeadlines(app.deps.db)).toBe(0);
  expect(await reminders(writer)).toEqual([]);
});

test('each reminder reaches the people of the zone once, however many processes think of it', async () => {
  await app.moveClock('2022-03-22T09:00:00+08:00');
  const counts = await Promise.all([1, 2, 3].map(() => remindDeadlines(app.deps.db)));
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(1);
  expect(await remindDeadlines(app.deps.db)).toBe(0);
  expect(await reminders(writer)).toHaveLength(1);
  expect(await reminders(await app.as('zoneSubmitter'))).toHaveLength(1);
  expect(await reminders(await app.as('otherZone'))).toEqual([]);
});

test('a product that stood still sends the latest reminder only', async () => {
  const plan = (await writer.get('/api/plans')).json<{ id: string }[]>()[0]!.id;
  const { submitBy } = (await writer.get(`/api/plans/${plan}`)).json<{ submitBy: string }>();
  await app.moveClock(new Date(Date.parse(submitBy) - 2 * 3_600_000).toISOString());
  expect(await remindDeadlines(app.deps.db)).toBe(1);
  expect((await reminders(writer)).at(0)).toBe(2);
  await app.moveClock(submitBy);
  expect(await remindDeadlines(app.deps.db)).toBe(0);
});

test('messages are marked as read by their reader alone', async () => {
  const inbox = (await writer.get('/api/messages')).json<Inbox>();
  expect(inbox.unread).toBe(2);
  const others = (await app.as('zoneSubmitter')).send('POST', '/api/messages/read', { body: { ids: inbox.messages.map((message) => message.id) } });
  expect((await others).json()).toEqual({ unread: 2 });
  expect((await writer.send('POST', '/api/messages/read', { body: { ids: [inbox.messages[0]!.id] } })).json()).toEqual({ unread: 1 });
  expect((await writer.send('POST', '/api/messages/read', { body: { ids: 'all' } })).json()).toEqual({ unread: 0 });
});

test('a telephone number is kept sealed, and only its last four digits are told', async () => {
  const saved = await writer.send('PUT', '/api/messages/contact', { body: { email: 'a@example.cn', mobile: '13800001234' } });
  expect(saved.status).toBe(200);
  const kept = await app.deps.db.selectFrom('contact').selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify(kept)).not.toContain('13800001234');
  expect(app.deps.seal.open(kept.mobileSealed ?? '')).toBe('13800001234');
  const log = await app.deps.db.selectFrom('auditEntry').select('detail').where('command', '=', 'message.choose').execute();
  expect(JSON.stringify(log)).not.toContain('1380000');
  expect((await writer.get('/api/messages/choices')).json()).toMatchObject({ email: 'a@example.cn', mobileTail: '1234' });
  const wrong = await writer.send('PUT', '/api/messages/contact', { body: { email: 'nobody', mobile: '123' } });
  expect([wrong.status, wrong.json()]).toMatchObject([400, { detail: { at: ['email', 'mobile'] } }]);
});

test('a duty cannot be switched off', async () => {
  const answer = await writer.send('PUT', '/api/messages/choices/proposal.returned', { body: { mail: false, sms: false } });
  expect(answer.status).toBe(403);
  expect((await writer.send('PUT', '/api/messages/choices/comment.added', { body: { mail: false, sms: true } })).status).toBe(200);
  const { kinds } = (await writer.get('/api/messages/choices')).json<{ kinds: { kind: string; mail: boolean; sms: boolean }[] }>();
  expect(kinds.find((one) => one.kind === 'comment.added')).toMatchObject({ mail: false, sms: true });
});
