import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findAttachment, insertAttachment } from '#db/attachments.ts';
import { keepFile } from '#db/files.ts';
import { openJobs, type Jobs } from '#db/jobs.ts';
import type { PlanRow } from '#db/plans.ts';
import { openStore } from '#db/pool.ts';
import { createDatabase } from '#tests/support/database.ts';
import { addPerson, addPlan } from '#tests/support/rows.ts';
import { scanBytes } from './clamd.ts';
import { scanFile, startScans } from './scan-files.ts';

/** The harmless text by which scanners are tried. */
const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

const database = await createDatabase();
const { db, close } = openStore(database.url);
const scanned: Buffer[] = [];
let clamd: Server;
let scanner: { host: string; port: number };
let plan: PlanRow;
let person: string;

/** Speaks clamd's INSTREAM: pieces with their length in front, an empty one at the end, then a verdict. */
function fakeClamd(): Server {
  return createServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on('data', (data) => {
      got = Buffer.concat([got, data]);
      const parsed = parse(got);
      if (parsed === 'more') return;
      if (parsed === 'wrong') return void socket.end('UNKNOWN COMMAND\0');
      scanned.push(parsed);
      if (parsed.length > 1_000_000) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      socket.end(parsed.includes(eicar) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
    });
  });
}

function parse(got: Buffer): Buffer | 'more' | 'wrong' {
  const command = Buffer.from('zINSTREAM\0');
  if (got.length < command.length) return 'more';
  if (!got.subarray(0, command.length).equals(command)) return 'wrong';
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= got.length;) {
    const length = got.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    if (at + 4 + length > got.length) return 'more';
    parts.push(got.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return 'more';
}

beforeAll(async () => {
  plan = await addPlan(db);
  person = await addPerson(db);
  clamd = fakeClamd();
  await new Promise<void>((resolve) => clamd.listen(0, '127.0.0.1', resolve));
  scanner = { host: '127.0.0.1', port: (clamd.address() as AddressInfo).port };
});
afterAll(async () => {
  clamd.close();
  await close();
  await database.drop();
});

function attach(text: string): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const bytes = Buffer.from(text);
    const digest = await keepFile(tx, 'application/pdf', bytes);
    const place = { planId: plan.id, document: 'form', path: '/policy/fund' };
    const file = { name: '批复.pdf', digest, mediaType: 'application/pdf', size: bytes.length, pages: 1, uploadedBy: person };
    return (await insertAttachment(tx, { ...place, ...file, scan: 'pending' })).id;
  });
}

test('the bytes arrive whole, however many pieces they are sent in', async () => {
  const bytes = new Uint8Array(300_000).map((_, index) => index % 251);
  expect(await scanBytes(scanner, bytes)).toEqual({ clean: true });
  expect(scanned.at(-1)).toEqual(Buffer.from(bytes));
});

test('a scanner that could not look, or is not there, gives no verdict, and the file waits', async () => {
  await expect(scanBytes(scanner, new Uint8Array(1_000_001))).rejects.toThrow('no verdict');
  const file = await attach('waiting');
  await expect(scanFile(db, { host: '127.0.0.1', port: 1 }, file)).rejects.toThrow('ECONNREFUSED');
  expect(await findAttachment(db, file)).toMatchObject({ scan: 'pending', scannedAt: null });
});

test('what an earlier process left waiting is scanned at the start: the clean one is said to be, the other kept back and told of once', async () => {
  const clean = await attach('clean');
  const bad = await attach(`bad ${eicar}`);
  const jobs: Jobs = await openJobs(database.url);
  try {
    await startScans(db, jobs, scanner);
    await vi.waitFor(async () => expect(await findAttachment(db, bad)).toMatchObject({ scan: 'refused' }), { timeout: 20_000, interval: 100 });
    await vi.waitFor(async () => expect(await findAttachment(db, clean)).toMatchObject({ scan: 'clean', scanEngine: 'clamd' }), {
      timeout: 20_000,
      interval: 100,
    });
  } finally {
    await jobs.close();
  }
  await scanFile(db, scanner, bad);
  expect(await findAttachment(db, bad)).toMatchObject({ scanFinding: 'Eicar-Signature' });
  const told = await db.selectFrom('message').select(['kind', 'person', 'params', 'link']).execute();
  expect(told).toEqual([{ kind: 'file.refused', person, params: { name: '批复.pdf' }, link: `/plans/${plan.id}/evidence` }]);
  const rows = await db.selectFrom('auditEntry').select(['command', 'subject', 'detail']).where('command', '=', 'file.refused').execute();
  expect(rows).toEqual([{ command: 'file.refused', subject: plan.number, detail: { event: 'refuse', file: bad, finding: 'Eicar-Signature' } }]);
});
