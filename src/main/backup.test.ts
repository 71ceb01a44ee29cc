import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendAudit, auditHead } from '#db/audit.ts';
import { openStore } from '#db/pool.ts';
import { chainPending } from '#db/sequencer.ts';
import { createDatabase, createEmptyDatabase, onServer, type TestDatabase } from '#tests/support/database.ts';
import { cli } from '#web/messages/cli.ts';

const program = path.resolve(import.meta.dirname, 'cli.ts');
const secret = 'ab'.repeat(32);

let folder: string;
let source: TestDatabase;
let target: TestDatabase;
let file: string;
let passphrase: string;
let taken: Outcome;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jiqun-backup-cli-'));
  [source, target] = [await createDatabase(), await createEmptyDatabase()];
  await mkdir(path.join(folder, 'data'));
  for (const name of ['session.secret', 'sealing.key']) await writeFile(path.join(folder, 'data', name), secret);
  passphrase = path.join(folder, 'passphrase');
  await writeFile(passphrase, 'a passphrase of tests\n');
  await append(5);
  file = path.join(folder, 'x.jiqun');
  taken = await jiqun(source.url, 'data', 'backup', '--out', file, '--passphrase-file', passphrase);
});
afterAll(async () => {
  await source.drop();
  await target.drop();
  await rm(folder, { recursive: true });
});

/** So many chained entries more; answers the head as `--head` takes it. */
async function append(count: number): Promise<string> {
  const store = openStore(source.url);
  try {
    for (let n = 0; n < count; n += 1) {
      await store.db.transaction().execute((tx) => appendAudit(tx, { actor: 'system', command: 'test', subject: String(n) }));
    }
    await chainPending(store.db);
    const { seq, hash } = await auditHead(store.db);
    return `${seq}:${hash}`;
  } finally {
    await store.close();
  }
}

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function jiqun(url: string, data: string, ...args: readonly string[]): Promise<Outcome> {
  const env = { ...process.env, JIQUN_DATA: path.join(folder, data), DATABASE_URL: url, TMPDIR: folder };
  const child = spawn(process.execPath, [program, ...args], { env });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

test('backs up beside whoever writes, for its owner only, and never over another file', async () => {
  expect(taken).toMatchObject({ code: 0, err: '' });
  expect(taken.out).toContain(cli.backupSealed);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const before = await readFile(file);
  expect(await jiqun(source.url, 'data', 'backup', '--out', file)).toEqual({ code: 2, out: '', err: `${cli.backupThere(file)}\n` });
  expect(await readFile(file)).toEqual(before);
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('says what is missing: where to, a passphrase worth its name, a database, a place that can be written to', async () => {
  const short = path.join(folder, 'short');
  await writeFile(short, 'short\n');
  const nowhere = path.join(folder, 'nowhere', 'x.jiqun');
  expect(await jiqun(source.url, 'data', 'backup')).toMatchObject({ code: 2, err: `${cli.backupMissingOut}\n` });
  expect(await jiqun(source.url, 'data', 'backup', '--out', 'y', '--passphrase-file', short)).toMatchObject({
    code: 2,
    err: `${cli.passphraseShort(short)}\n`,
  });
  expect(await jiqun(source.url, 'data', 'backup', '--out', nowhere)).toMatchObject({ code: 2, err: `${cli.cannotWrite(nowhere)}\n` });
  expect(await jiqun(target.url, 'data', 'backup', '--out', path.join(folder, 'y'))).toMatchObject({ code: 2, err: `${cli.noData}\n` });
  expect(await jiqun('', 'nowhere', 'backup', '--out', path.join(folder, 'y'))).toMatchObject({ code: 2, err: `${cli.noData}\n` });
});

test('the drill restores, says how long it took and leaves nothing; a backup that is not whole is named', async () => {
  const drilled = await jiqun('', 'nowhere', 'restore-drill', file, '--passphrase-file', passphrase);
  expect(drilled).toMatchObject({ code: 0, err: '' });
  expect(drilled.out).toMatch(/审计链 5 条完好.*\n演练成功，一共用时 [\d.]+ 秒/);
  expect((await readdir(folder)).filter((name) => name.startsWith('jiqun-drill-'))).toEqual([]);
  const cut = path.join(folder, 'cut.jiqun');
  const whole = await readFile(file);
  await writeFile(cut, whole.subarray(0, whole.length - 10));
  expect(await jiqun('', 'nowhere', 'restore-drill', cut, '--passphrase-file', passphrase)).toMatchObject({
    code: 1,
    err: `${cli.backupFault.truncated(String(whole.length - 10))}\n`,
  });
});

test('refuses a passphrase that is wrong, a database with data, and a data folder with other secrets', async () => {
  const wrong = path.join(folder, 'wrong');
  await writeFile(wrong, 'another passphrase\n');
  expect(await jiqun(target.url, 'restored', 'restore', file, '--passphrase-file', wrong)).toMatchObject({
    code: 1,
    err: `${cli.backupFault.wrongPassphrase()}\n`,
  });
  expect(await jiqun(target.url, 'restored', 'restore', file)).toMatchObject({ code: 1, err: `${cli.backupFault.sealed()}\n` });
  const used = await jiqun(source.url, 'restored', 'restore', file, '--passphrase-file', passphrase);
  expect(used).toMatchObject({ code: 1, err: expect.stringMatching(/^数据库不是空的/) });
  expect(await readdir(path.join(folder, 'restored'))).toEqual([]);
  await mkdir(path.join(folder, 'other'));
  await writeFile(path.join(folder, 'other', 'sealing.key'), 'cd'.repeat(32));
  expect(await jiqun(target.url, 'other', 'restore', file, '--passphrase-file', passphrase)).toMatchObject({
    code: 1,
    err: `${cli.restoreSecretThere(path.join(folder, 'other', 'sealing.key'))}\n`,
  });
  await onServer(target.url, async (client) => {
    expect((await client.query("select from pg_tables where schemaname = 'public'")).rowCount).toBe(0);
  });
});

test('restores with the secrets, writes down that it did, and is noticed against a head that somebody saw later', async () => {
  const seen = await append(3);
  const restored = await jiqun(target.url, 'restored', 'restore', file, '--passphrase-file', passphrase, '--head', seen);
  expect(restored).toMatchObject({ code: 3, err: '', out: expect.stringContaining(cli.headMissing(9, false)) });
  for (const name of ['session.secret', 'sealing.key']) {
    const place = path.join(folder, 'restored', name);
    expect(await readFile(place, 'utf8')).toBe(secret);
    expect((await stat(place)).mode & 0o777).toBe(0o600);
  }
  await onServer(target.url, async (client) => {
    const { rows } = await client.query("select detail->>'seq' as seq, detail->'lost'->>0 as lost from audit_entry where command = 'database.restore'");
    expect(rows).toEqual([{ seq: '5', lost: seen }]);
  });
  expect(await jiqun(target.url, 'restored', 'verify', 'audit')).toMatchObject({ code: 0 });
  // The backup itself left an entry, after its own instant.
  expect(await jiqun(target.url, 'restored', 'verify', 'audit', '--head', seen)).toEqual({ code: 1, out: `${cli.auditShorter(5, 9)}\n`, err: '' });
});
