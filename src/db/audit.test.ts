import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase } from '#tests/support/database.ts';
import { addPerson, addPlan } from '#tests/support/rows.ts';
import { freeze } from '#tests/support/versions.ts';
import { appendAudit, auditHead } from './audit.ts';
import { openStore, type Db, type Tx } from './pool.ts';
import { chainPending, chainWaiting } from './sequencer.ts';
import { verifyAudit, type AuditVerdict } from './verify-audit.ts';

const database = await createDatabase();
const app = openStore(database.url);
const owner = openStore(database.url, 'owner');
const length = 40;

beforeAll(async () => {
  for (let n = 1; n <= length; n += 1) await append(n);
  await chainAll();
});
afterAll(async () => {
  await app.close();
  await owner.close();
  await database.drop();
});

function append(n: number): Promise<void> {
  return app.db.transaction().execute((tx) => appendAudit(tx, { actor: 'system', command: 'test', subject: `entry ${n}`, detail: { n, text: '泰州\u2028"' } }));
}

async function chainAll(db: Db = app.db): Promise<void> {
  while ((await chainPending(db, 7)) > 0);
}

class Undo extends Error {}

/** What verify says after `tamper`, done as the owner with every trigger off, and undone afterwards. */
async function afterTampering(tamper: (tx: Tx) => Promise<unknown>, printed: readonly { seq: number; hash: string }[] = []): Promise<AuditVerdict> {
  let verdict: AuditVerdict | undefined;
  const work = owner.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await tamper(tx);
    verdict = await verifyAudit(tx, printed);
    throw new Undo();
  });
  await expect(work).rejects.toBeInstanceOf(Undo);
  return verdict!;
}

const position = fc.integer({ min: 1, max: length });

test('an untouched chain is whole, in the order of its entries', async () => {
  expect(await verifyAudit(app.db)).toMatchObject({ ok: true, entries: length, head: (await auditHead(app.db)).hash });
});

test('an edited entry is named, whichever column it is and wherever it stands', async () => {
  const edits = [
    "detail = jsonb_set(detail, '{n}', '99')",
    "actor = 'nobody'",
    "at = at + interval '1 ms'",
    "command = 'x'",
    "subject = 'x'",
    "key = 'x'",
    'organisation_id = gen_random_uuid()',
  ];
  await fc.assert(
    fc.asyncProperty(position, fc.constantFrom(...edits), async (seq, edit) => {
      const verdict = await afterTampering((tx) =>
        sql`update audit_entry set ${sql.raw(edit)} where id = (select entry_id from audit_link where seq = ${seq})`.execute(tx),
      );
      expect(verdict).toMatchObject({ ok: false, fault: 'edited', seq });
    }),
    { numRuns: 30 },
  );
});

test('a deleted entry, a deleted link and a deletion closed up behind itself are named', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: length - 1 }), async (seq) => {
      const entry = (tx: Tx) => sql`delete from audit_entry where id = (select entry_id from audit_link where seq = ${seq})`.execute(tx);
      const link = (tx: Tx) => sql`delete from audit_link where seq = ${seq}`.execute(tx);
      const renumber = async (tx: Tx) => {
        await link(tx);
        await sql`update audit_link set seq = 1000 - seq where seq > ${seq}`.execute(tx);
        await sql`update audit_link set seq = 999 - seq where seq > ${length}`.execute(tx);
      };
      for (const tamper of [entry, link, renumber]) expect(await afterTampering(tamper)).toMatchObject({ ok: false, fault: 'deleted', seq });
    }),
    { numRuns: 10 },
  );
});

test('two entries or two links that changed places are named at the first of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(position, { minLength: 2, maxLength: 2 }), async (pair) => {
      const [first, second] = [Math.min(...pair), Math.max(...pair)];
      const swapEntries = async (tx: Tx) => {
        const ids = await tx.selectFrom('auditLink').select(['seq', 'entryId']).where('seq', 'in', [first, second]).orderBy('seq').execute();
        for (const [seq, id] of [
          [first, -1],
          [second, ids[0]!.entryId],
          [first, ids[1]!.entryId],
        ] as const)
          await sql`update audit_link set entry_id = ${id} where seq = ${seq}`.execute(tx);
      };
      const swapLinks = async (tx: Tx) => {
        for (const [from, to] of [
          [first, 10_000],
          [second, first],
          [10_000, second],
        ] as const)
          await sql`update audit_link set seq = ${to} where seq = ${from}`.execute(tx);
      };
      for (const tamper of [swapEntries, swapLinks]) expect(await afterTampering(tamper)).toMatchObject({ ok: false, fault: 'reordered', seq: first });
    }),
    { numRuns: 15 },
  );
});

/** Cuts the chain off after `seq`. */
async function truncate(tx: Tx, seq: number): Promise<void> {
  await sql`delete from audit_entry where id in (select entry_id from audit_link where seq > ${seq})`.execute(tx);
  await sql`delete from audit_link where seq > ${seq}`.execute(tx);
}

async function rewindHead(tx: Tx, seq: number): Promise<void> {
  await sql`update audit_head set seq = ${seq}, hash = (select hash from audit_link where seq = ${seq})`.execute(tx);
}

test('a chain cut short is named at its first missing row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: length - 1 }), async (seq) => {
      expect(await afterTampering((tx) => truncate(tx, seq))).toMatchObject({ ok: false, fault: 'truncated', seq: seq + 1 });
    }),
    { numRuns: 8 },
  );
});

test('links cut off together with the head leave entries that hang nowhere', async () => {
  const verdict = await afterTampering(async (tx) => {
    await sql`delete from audit_link where seq > 20`.execute(tx);
    await rewindHead(tx, 20);
  });
  expect(verdict).toMatchObject({ ok: false, fault: 'unchained', seq: 21 });
});

test('a chain cut short with its head, or made anew, still contradicts a printed head', async () => {
  const printed = await auditHead(app.db);
  const cut = await afterTampering(
    async (tx) => {
      await truncate(tx, 30);
      await rewindHead(tx, 30);
    },
    [printed],
  );
  expect(cut).toMatchObject({ ok: false, fault: 'truncated', seq: 31 });
  const anew = await afterTampering(
    async (tx) => {
      await sql`update audit_entry set actor = 'nobody' where id = (select entry_id from audit_link where seq = 12)`.execute(tx);
      await sql`delete from audit_link`.execute(tx);
      await sql`insert into audit_pending select id from audit_entry on conflict do nothing`.execute(tx);
      await sql`update audit_head set seq = 0, hash = repeat('0', 64)`.execute(tx);
      await chainWaiting(tx, 1_000);
    },
    [printed],
  );
  expect(anew).toMatchObject({ ok: false, fault: 'rewritten', seq: length });
});

test('a receipt carries the head as it stood, and is held against the chain', async () => {
  const plan = await addPlan(app.db);
  const person = await addPerson(app.db);
  const before = await auditHead(app.db);
  const receipt = await app.db.transaction().execute((tx) => freeze(tx, plan, person));
  expect(receipt).toMatchObject({ auditSeq: before.seq, auditHash: before.hash });
  const verdict = await afterTampering(async (tx) => {
    await truncate(tx, before.seq - 1);
    await rewindHead(tx, before.seq - 1);
  });
  expect(verdict).toMatchObject({ ok: false, fault: 'truncated', seq: before.seq });
});

test('sequencers that run at once while commands commit chain every entry exactly once', async () => {
  const before = (await auditHead(app.db)).seq;
  const commands = Array.from({ length: 60 }, (_, n) => append(n));
  await Promise.all([...commands, chainAll(), chainAll(), chainAll()]);
  await chainAll();
  expect(await verifyAudit(app.db)).toMatchObject({ ok: true, entries: before + 60 });
});
