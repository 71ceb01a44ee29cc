import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as first } from '#programmes/jiangsu-2022/index.ts';
import sample from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import type { PlanContent } from '#domain/filing/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { contentDigest } from '#domain/values/digest.ts';
import type { Json } from '#domain/values/json.ts';
import { replay } from '#domain/filing/lifecycle/table.ts';
import type { PlanEvent } from '#domain/filing/lifecycle/plan.ts';
import { planTable } from '#domain/filing/lifecycle/plan.ts';
import { sessionOf } from '#usecases/session.ts';
import type { SubmitReceipt } from '#usecases/submit-plan.ts';
import { submitPlan } from '#usecases/submit-plan.ts';
import { attachAll } from '../support/attach.ts';
import type { Client } from '../support/client.ts';
import { fillPlan, readFile, settle } from '../support/fill-plan.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

const edition = loadEdition(first);
let app: TestApp;
let submitter: Client;
let plan: string;

beforeAll(async () => {
  app = await startTestApp({
    edition,
    places: { zone: { name: sample.zone, cityCode: sample.city }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  submitter = await app.as('zoneSubmitter');
  plan = (await submitter.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  const content: PlanContent = sample;
  await fillPlan(submitter, plan, content);
  await attachAll(submitter, plan, content);
  await settle(submitter, plan);
});

afterAll(() => app?.close());

test.each([0, 60, 250, 600])(
  'a colleague who saves %i ms after the submission has begun is either in the filing or is told that it is closed',
  async (delay) => {
    const { version, answers } = (await readFile(submitter, plan)).documents.form['zone']!;
    const contact = `薛映川${delay}`;
    const submitting = submitter.send('POST', `/api/plans/${plan}/submit`, { body: {} });
    await setTimeout(delay);
    const saved = await submitter.send('PUT', `/api/plans/${plan}/documents/form/blocks/zone`, { body: { base: version, answers: { ...answers, contact } } });
    const receipt = (await submitting).json<SubmitReceipt>();
    const frozen = (await submitter.get(`/api/plans/${plan}/versions/${receipt.version}`)).json<{ content: Json & { form: { zone: { contact: string } } } }>()
      .content;
    expect([200, 409]).toContain(saved.status);
    expect(frozen.form.zone.contact === contact).toBe(saved.status === 200);
    expect(contentDigest(frozen)).toBe(receipt.digest);
    expect((await submitter.send('POST', `/api/plans/${plan}/recall`, { body: { reason: '再改' } })).status).toBe(200);
  },
);

test('of many commands at once each takes effect once: projects have numbers and places of their own', async () => {
  const before = (await readFile(submitter, plan)).projects.length;
  const added = await Promise.all(Array.from({ length: 8 }, () => submitter.send('POST', `/api/plans/${plan}/projects`, { body: {} })));
  expect(added.map((answer) => answer.status)).toEqual(added.map(() => 200));
  const { projects } = await readFile(submitter, plan);
  expect(projects.length).toBe(before + 8);
  expect(new Set(projects.map((project) => project.number)).size).toBe(projects.length);
  for (const { id } of projects.slice(before)) expect((await submitter.send('DELETE', `/api/plans/${plan}/projects/${id}`)).status).toBe(200);
});

test('what had arrived before the deadline is in time, however long it was waited for and worked on', async () => {
  const { id } = await app.deps.db.selectFrom('auth.user').select('id').where('username', '=', 'zonesubmitter').executeTakeFirstOrThrow();
  const session = await sessionOf(app.deps, id);
  const deadline = Date.parse(edition.instants.submitBy);
  await app.moveClock(new Date(deadline + 60_000).toISOString());
  await expect(submitPlan(app.deps, session, randomUUID(), plan, () => 30_000)).rejects.toMatchObject({ code: 'tooLate' });
  const receipt = await submitPlan(app.deps, session, randomUUID(), plan, () => 90_000);
  expect(Date.parse(receipt.arrivedAt)).toBeLessThan(deadline);
});

test("replaying the plan's audit through its lifecycle gives the state it is in", async () => {
  const rows = await app.deps.db.selectFrom('auditEntry').select(['command', 'detail']).where('subject', 'like', 'JQ%').orderBy('id').execute();
  const events = rows.map(({ detail }) => detail['event']).filter((event) => typeof event === 'string' && event in planTable) as PlanEvent[];
  expect(events.length).toBeGreaterThan(8);
  expect(replay(planTable, events)).toBe((await readFile(submitter, plan)).state);
  expect(app.bugs).toEqual([]);
});
