import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase } from '#tests/support/database.ts';
import { freezeCall, freezeRegister, freezeTalk } from '#tests/support/frozen-rows.ts';
import { freezeIntake } from '#tests/support/frozen-intake.ts';
import { freezeMending } from '#tests/support/frozen-mending.ts';
import { addPerson, addPlan } from '#tests/support/rows.ts';
import { appendAudit } from './audit.ts';
import { saveBlock } from './blocks.ts';
import { insertKey } from './command-keys.ts';
import { keepFile } from './files.ts';
import { openStore } from './pool.ts';
import { publishHeads } from './published-heads.ts';
import { chainPending } from './sequencer.ts';
import { freeze, freezeProposal } from '#tests/support/versions.ts';

const database = await createDatabase();
const app = openStore(database.url);
const owner = openStore(database.url, 'owner');

/** Each append-only table, with a column that somebody might want to change. */
const column: Readonly<Record<string, string>> = {
  edition_snapshot: 'id',
  block_history: 'version',
  document_file: 'media_type',
  plan_version: 'pages',
  plan_version_document: 'pages',
  plan_version_project: 'position',
  receipt: 'version',
  command_key: 'route',
  audit_entry: 'actor',
  audit_link: 'prev',
  organisation_name: 'name',
  call_signature: 'level',
  call_decision: 'reason',
  call_decision_second: 'person',
  supplement_read: 'person',
  zone_register: 'reason',
  official_list: 'source',
  official_row: 'name',
  answer_event: 'event',
  proposal_version: 'n',
  proposal_review: 'event',
  local_recommendation_event: 'event',
  comment_entry: 'body',
  reminder_sent: 'hours',
  nudge: 'what',
  arrival: 'key',
  mending: 'reason',
  recommendation_confirmation: 'n',
  city_opinion: 'kind',
  paper_receipt: 'remark',
  paper_refusal: 'remark',
  desk_lookup: 'code',
  formal_item: 'result',
  published_head: 'hash',
};
const frozen = Object.keys(column);

beforeAll(async () => {
  const plan = await addPlan(app.db);
  const person = await addPerson(app.db);
  await app.db.transaction().execute(async (tx) => {
    await saveBlock(tx, { planId: plan.id, document: 'form', block: 'zone', base: 0, answers: {}, savedAt: '2022-03-11T06:32:00Z', savedBy: person });
    await freeze(tx, plan, person);
    await insertKey(tx, { actor: person, key: 'k', route: 'r', bodyDigest: 'd', reply: null });
    await freezeProposal(tx, plan, person);
    await freezeCall(tx, plan, person);
    await freezeRegister(tx, person);
    await freezeTalk(tx, plan, person);
    await freezeMending(tx, plan, person);
    await freezeIntake(tx, plan, person);
    await appendAudit(tx, { actor: person, command: 'plan.submit', subject: plan.number });
  });
  await chainPending(app.db);
  await publishHeads(app.db);
});
afterAll(async () => {
  await app.close();
  await owner.close();
  await database.drop();
});

test('the list of frozen tables is the list of tables with the trigger', async () => {
  const { rows } = await sql<{ name: string }>`select tgrelid::regclass::text as name from pg_trigger where tgname = 'append_only' order by 1`.execute(
    owner.db,
  );
  expect(rows.map((row) => row.name)).toEqual(frozen.toSorted());
});

test.each(frozen)('%s has a row, and neither the product nor the owner can change, delete or empty it', async (table) => {
  const { rows } = await sql`select from ${sql.table(table)}`.execute(owner.db);
  expect(rows.length).toBeGreaterThan(0);
  const target = sql.ref(column[table]!);
  for (const change of [
    sql`update ${sql.table(table)} set ${target} = ${target}`,
    sql`delete from ${sql.table(table)}`,
    sql`truncate ${sql.table(table)} cascade`,
  ]) {
    await expect(change.execute(app.db)).rejects.toMatchObject({ code: '42501' });
    await expect(change.execute(owner.db)).rejects.toMatchObject({ code: 'JQ001' });
  }
});

test('the audit head goes forward only, and only to a link that exists', async () => {
  for (const change of [sql`update audit_head set seq = 0`, sql`update audit_head set seq = seq + 1`, sql`update audit_head set hash = ${'0'.repeat(64)}`]) {
    await expect(change.execute(app.db)).rejects.toMatchObject({ code: 'JQ001' });
  }
  await expect(sql`delete from audit_head`.execute(app.db)).rejects.toMatchObject({ code: '42501' });
});

test('the product can neither move the clock nor change the schema', async () => {
  await expect(sql`insert into rehearsal_clock (ahead) values ('1 day')`.execute(app.db)).rejects.toMatchObject({ code: '42501' });
  await expect(sql`create table mine (a int)`.execute(app.db)).rejects.toMatchObject({ code: '42501' });
  await expect(sql`alter table audit_entry disable trigger all`.execute(app.db)).rejects.toMatchObject({ code: '42501' });
});

test('the same bytes are kept once', async () => {
  const bytes = new TextEncoder().encode('%PDF');
  const digests = await app.db
    .transaction()
    .execute(async (tx) => [await keepFile(tx, 'application/pdf', bytes), await keepFile(tx, 'application/pdf', bytes)]);
  expect(digests[0]).toBe(digests[1]);
});
