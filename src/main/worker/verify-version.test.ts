import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { moveClock } from '#db/clock.ts';
import { openJobs, type Jobs } from '#db/jobs.ts';
import type { PlanRow } from '#db/plans.ts';
import { openStore } from '#db/pool.ts';
import { verifyAudit } from '#db/verify-audit.ts';
import { createDatabase } from '#tests/support/database.ts';
import { addPerson, addPlan } from '#tests/support/rows.ts';
import { emptyContent, freeze } from '#tests/support/versions.ts';
import { startWorker } from './worker.ts';

const database = await createDatabase();
const { db, close } = openStore(database.url);
const faults: unknown[] = [];
let jobs: Jobs;
let worker: { stop: () => Promise<void> };
let plan: PlanRow;
let person: string;

beforeAll(async () => {
  jobs = await openJobs(database.url);
  const owner = openStore(database.url, 'owner');
  // After the deadline that the worker would remind of, and before it ends what nobody filed.
  await moveClock(owner.db, '2022-04-01T00:00:00.000Z');
  await owner.close();
  plan = await addPlan(db);
  person = await addPerson(db);
  worker = await startWorker(db, jobs, {}, (error) => faults.push(error));
});
afterAll(async () => {
  await close();
  await database.drop();
});

/** The audit's row about that version, once there is one. */
function verdictOf(version: number): Promise<{ command: string }> {
  return vi.waitFor(
    async () => {
      const rows = await db.selectFrom('auditEntry').select(['command', 'detail']).where('subject', '=', plan.number).execute();
      const row = rows.find(({ detail }) => detail['version'] === version);
      if (row === undefined) throw new Error('not yet');
      return row;
    },
    { timeout: 20_000, interval: 50 },
  );
}

test('a frozen version is read back and its digests are proved, after the transaction that froze it', async () => {
  await db.transaction().execute(async (tx) => {
    await freeze(tx, plan, person);
    await jobs.enqueue(tx, 'version-verify', { planId: plan.id, n: 1 });
  });
  expect(await verdictOf(1)).toMatchObject({ command: 'version.verified' });
});

test('a version whose content is not what its digest says raises an alarm', async () => {
  await db.transaction().execute(async (tx) => {
    await freeze(tx, plan, person, { ...emptyContent, zone: '别处' }, 'a'.repeat(64));
    await jobs.enqueue(tx, 'version-verify', { planId: plan.id, n: 2 });
  });
  expect(await verdictOf(2)).toMatchObject({ command: 'version.alarm', detail: { stored: { contentDigest: 'a'.repeat(64) } } });
});

test('a command that is rolled back leaves no job behind', async () => {
  const work = db.transaction().execute(async (tx) => {
    await jobs.enqueue(tx, 'version-verify', { planId: plan.id, n: 99 });
    throw new Error('refused');
  });
  await expect(work).rejects.toThrow('refused');
  const { rows } = await sql<{ left: number }>`select count(*)::int as left from pgboss.job where data->>'n' = '99'`.execute(db);
  expect(rows).toEqual([{ left: 0 }]);
});

test('stopping chains what the last commands left', async () => {
  await worker.stop();
  expect(await verifyAudit(db)).toMatchObject({ ok: true, entries: 2 });
  expect(faults).toEqual([]);
});
