import { createServer } from 'node:http';
import { createServer as createLine, type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { insertAccount } from '#db/accounts.ts';
import { saveChoice, saveContact } from '#db/contacts.ts';
import { takeDue, tidyOutbox } from '#db/outbox.ts';
import { openStore, type Store } from '#db/pool.ts';
import type { MessageKind } from '#domain/messages/kinds.ts';
import { tellPeople } from '#usecases/notify.ts';
import { sealWith } from '#usecases/seal.ts';
import { createDatabase, type TestDatabase } from '#tests/support/database.ts';
import { sql } from 'kysely';
import type { Carriers } from './outbox.ts';
import { emptyOutbox, openCarriers } from './outbox.ts';

let database: TestDatabase;
let store: Store;
let owner: Store;
const seal = sealWith(new Uint8Array(32).fill(7));
/** Mails that the server took, and what it should answer to the next ones. */
const taken: { to: string; text: string }[] = [];
const answers: number[] = [];
const smtp = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo: (_address, _session, done) => {
    const code = answers.shift();
    done(code === undefined ? null : Object.assign(new Error('not now'), { responseCode: code }));
  },
  onData: (stream, session, done) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      taken.push({ to: session.envelope.rcptTo[0]?.address ?? '', text: Buffer.concat(parts).toString() });
      done();
    });
  },
});
const texts: { id: string; mobile: string; text: string }[] = [];
const statuses: number[] = [];
const gateway = createServer((request, response) => {
  let body = '';
  request.on('data', (part: Buffer) => (body += part.toString()));
  request.on('end', () => {
    const status = statuses.shift() ?? 200;
    if (status === 200) texts.push(JSON.parse(body));
    response.writeHead(status).end();
  });
});
let both: Carriers;
let person: string;

beforeAll(async () => {
  database = await createDatabase();
  store = openStore(database.url);
  owner = openStore(database.url, 'owner');
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()));
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', () => resolve()));
  const port = (server: { address: () => AddressInfo | string | null }): number => (server.address() as AddressInfo).port;
  both = openCarriers({
    mail: { url: `smtp://127.0.0.1:${port(smtp.server)}`, from: 'jiqun@example.cn' },
    sms: { url: `http://127.0.0.1:${port(gateway)}/send`, token: 'secret' },
    publicUrl: 'https://jiqun.example.cn',
    seal,
  });
});

afterAll(async () => {
  await Promise.all([store.close(), owner.close()]);
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  gateway.close();
  await database.drop();
});

beforeEach(async () => {
  for (const list of [taken, texts, answers, statuses]) list.length = 0;
  person = await owner.db.transaction().execute(async (tx) => {
    const id = await insertAccount(tx, { username: `p${Math.random().toString(36).slice(2)}`, name: '顾知夏', hash: 'x' });
    await saveContact(tx, { person: id, email: 'zhixia@example.cn', mobileSealed: seal.close('13800001234'), mobileTail: '1234' });
    return id;
  });
});

function tell(kind: MessageKind): Promise<void> {
  return store.db
    .transaction()
    .execute((tx) =>
      tellPeople(tx, [person], { kind, link: '/plans/1/form', params: { person: '薛映川', place: '集群名称', zone: '甲区', number: 'XM2022-0001' } }),
    );
}

async function states(): Promise<readonly string[]> {
  const { rows } = await sql<{ channel: string; state: string; fault: string | null }>`
    select channel, outbox.state, fault from outbox join message on message.id = message_id where person = ${person} order by channel`.execute(store.db);
  return rows.map(({ channel, state, fault }) => `${channel} ${state}${fault === null ? '' : ` ${fault}`}`);
}

/** Lets the time pass until the next try. */
function wait(): Promise<unknown> {
  return sql`update outbox set next_at = jiqun_now() where state = 'waiting'`.execute(owner.db);
}

test('a duty leaves by mail and by text message, once each', async () => {
  await tell('proposal.returned');
  expect(await emptyOutbox(store.db, both)).toBe(2);
  expect(await emptyOutbox(store.db, both)).toBe(0);
  expect(await states()).toEqual(['mail sent', 'sms sent']);
  expect(taken.map((mail) => mail.to)).toEqual(['zhixia@example.cn']);
  expect(texts).toEqual([{ id: expect.any(String), mobile: '13800001234', text: '甲区退回了项目申报书 XM2022-0001，请按意见修改。' }]);
});

test('what is no duty leaves as its reader chose', async () => {
  await tell('comment.added');
  expect(await states()).toEqual(['mail waiting']);
  await store.db.transaction().execute((tx) => saveChoice(tx, person, 'comment.added', { mail: false, sms: false }));
  await tell('comment.added');
  expect(await states()).toEqual(['mail waiting']);
  await emptyOutbox(store.db, both);
});

test('a duty that somebody tried to switch off past the product still reaches them', async () => {
  await store.db.transaction().execute((tx) => saveChoice(tx, person, 'proposal.returned', { mail: false, sms: false }));
  await tell('proposal.returned');
  expect(await states()).toEqual(['mail waiting', 'sms waiting']);
  await emptyOutbox(store.db, both);
});

test('a server that is busy is asked again later, under the same id; one that refuses for good is not', async () => {
  answers.push(451, 550);
  statuses.push(503, 400);
  await tell('proposal.returned');
  await emptyOutbox(store.db, both);
  expect(await states()).toEqual(['mail waiting EENVELOPE', 'sms waiting http 503']);
  expect(await emptyOutbox(store.db, both)).toBe(0);
  await wait();
  await emptyOutbox(store.db, both);
  expect(await states()).toEqual(['mail failed smtp 550', 'sms failed http 400']);
  expect([taken, texts]).toEqual([[], []]);
});

test('after five tries it is given up', async () => {
  await store.db.transaction().execute((tx) => saveContact(tx, { person, email: null, mobileSealed: seal.close('13800001234'), mobileTail: '1234' }));
  statuses.push(500, 500, 500, 500, 500, 200);
  await tell('proposal.returned');
  for (let tries = 0; tries < 6; tries++) {
    await emptyOutbox(store.db, both);
    await wait();
  }
  expect(await states()).toEqual(['sms failed http 500']);
  expect(texts).toEqual([]);
});

test('a mail that was being handed over when the process ended is not sent twice; a text message is tried again under its id', async () => {
  await tell('proposal.returned');
  const first = await takeDue(store.db, ['mail']);
  const second = await takeDue(store.db, ['sms']);
  expect([first?.channel, second?.channel]).toEqual(['mail', 'sms']);
  await sql`update outbox set next_at = jiqun_now() where state = 'sending'`.execute(owner.db);
  await tidyOutbox(store.db);
  expect(await states()).toEqual(['mail unknown interrupted', 'sms waiting interrupted']);
  await emptyOutbox(store.db, both);
  expect(taken).toEqual([]);
  expect(texts.map((text) => text.id)).toEqual([second?.id]);
});

test('two processes at once send each message once', async () => {
  for (let n = 0; n < 10; n++) await tell('proposal.returned');
  await Promise.all([emptyOutbox(store.db, both), emptyOutbox(store.db, both), emptyOutbox(store.db, both)]);
  expect([taken.length, texts.length]).toEqual([10, 10]);
  expect(new Set(texts.map((text) => text.id)).size).toBe(10);
});

test('the mail has the sentence as its subject, and a link to the place', async () => {
  await tell('comment.added');
  await emptyOutbox(store.db, both);
  const text = taken[0]?.text ?? '';
  expect(text).toContain('Message-ID: <');
  const body = Buffer.from(text.slice(text.indexOf('\r\n\r\n')), 'base64').toString();
  expect(body).toContain('顾知夏：\n\n薛映川在“集群名称”写了批注。\n\n查看：https://jiqun.example.cn/plans/1/form\n');
});

test('a newline in a name adds no line to the mail’s head, and what looks like a page stays text', async () => {
  const place = '集群\r\nBcc: elsewhere@example.com\r\n\r\n<img src="https://example.com/x.png">';
  const params = { person: '薛映川', place };
  await store.db.transaction().execute((tx) => tellPeople(tx, [person], { kind: 'comment.added', link: '/plans/1/form', params }));
  await emptyOutbox(store.db, both);
  const text = taken[0]?.text ?? '';
  const [head, body] = [text.slice(0, text.indexOf('\r\n\r\n')), text.slice(text.indexOf('\r\n\r\n') + 4)];
  expect(head).not.toMatch(/^bcc:/im);
  expect(head).toMatch(/^content-type: text\/plain; charset=utf-8$/im);
  expect(Buffer.from(body, 'base64').toString()).toContain('<img src="https://example.com/x.png">');
  expect(taken.map((mail) => mail.to)).toEqual(['zhixia@example.cn']);
});

test('a line that breaks after the whole mail was handed over leaves it unknown, and it is not sent again', async () => {
  let handed = 0;
  const breaking = createLine((socket) => {
    socket.write('220 here\r\n');
    let isData = false;
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      const said = chunk.toString();
      if (isData) {
        if (!said.endsWith('\r\n.\r\n')) return;
        handed++;
        socket.destroy();
      } else if (said.startsWith('DATA')) {
        isData = true;
        socket.write('354 go on\r\n');
      } else socket.write('250 fine\r\n');
    });
  });
  await new Promise<void>((resolve) => breaking.listen(0, '127.0.0.1', () => resolve()));
  const { port } = breaking.address() as AddressInfo;
  const mail = { url: `smtp://127.0.0.1:${port}`, from: 'jiqun@example.cn' };
  const carriers = openCarriers({ mail, sms: undefined, publicUrl: 'https://jiqun.example.cn', seal });
  await tell('comment.added');
  await emptyOutbox(store.db, carriers);
  expect(await states()).toEqual([expect.stringMatching(/^mail unknown /)]);
  await wait();
  await emptyOutbox(store.db, carriers);
  expect(handed).toBe(1);
  await new Promise<void>((resolve) => breaking.close(() => resolve()));
});

test('without a way configured nothing is taken, and what is a day old is no news', async () => {
  await tell('comment.added');
  expect(await emptyOutbox(store.db, {})).toBe(0);
  await sql`update outbox set made_at = jiqun_now() - interval '25 hours' where state = 'waiting'`.execute(owner.db);
  await emptyOutbox(store.db, both);
  expect(await states()).toEqual(['mail failed tooOld']);
});
