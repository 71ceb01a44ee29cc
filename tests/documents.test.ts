import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as first } from '#programmes/jiangsu-2022/index.ts';
import sample from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import { createCanvas } from '@napi-rs/canvas';
import { digestOf } from '#db/files.ts';
import { renderers } from '#documents/render/form.ts';
import { paperLetters } from '#domain/filing/verify-code.ts';
import { codesOn, readPaper } from '#documents/render/paper.test-support.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { drawAhead } from '#usecases/plan-papers.ts';
import type { ListedVersion } from '#usecases/read-versions.ts';
import type { SubmitReceipt } from '#usecases/submit-plan.ts';
import { attachAll, upload } from './support/attach.ts';
import type { Client } from './support/client.ts';
import { blockPath, fillPlan, readFile, settle } from './support/fill-plan.ts';
import type { TestApp } from './support/test-app.ts';
import { startTestApp } from './support/test-app.ts';

const edition = loadEdition(first);
let app: TestApp;
let zone: Client;
let plan: string;

beforeAll(async () => {
  app = await startTestApp({
    edition,
    places: { zone: { name: sample.zone, cityCode: sample.city }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  zone = await app.as('zoneSubmitter');
  plan = (await zone.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  const content: PlanContent = sample;
  await fillPlan(zone, plan, content);
  await attachAll(zone, plan, content);
}, 120_000);

afterAll(async () => {
  await app?.close();
  renderers.close();
});

test('a draft shows the pictures of the narrative as they were attached', async () => {
  const canvas = createCanvas(300, 120);
  canvas.getContext('2d').fillRect(0, 0, 300, 120);
  const sent = await upload(zone, plan, 'outline', '/1-4', '布局图.png', await canvas.encode('png'));
  expect(sent.status).toBe(200);
  const { version, answers } = (await readFile(zone, plan)).documents.outline['1-4']!;
  const image = { type: 'image', attrs: { file: sent.json<{ id: string }>().id, alt: '图1 空间布局' } };
  const content = [...(Array.isArray(answers['content']) ? answers['content'] : []), image];
  const saved = await zone.send('PUT', blockPath(plan, 'outline', '1-4'), { body: { base: version, answers: { type: 'doc', content } } });
  expect(saved.status).toBe(200);
  const draft = await zone.get(`/api/plans/${plan}/outline.pdf`);
  expect(draft.status).toBe(200);
  const { text } = await readPaper(draft.bytes);
  expect(text).toContain('图1空间布局');
  expect(text).toContain(edition.papers.form.words.draft);
});

const ahead = () => app.deps.db.selectFrom('renderedPaper').select(['textDigest', 'kind', 'digest', 'seal', 'pages', 'drawnAt']).orderBy('pages').execute();
let drawn: Awaited<ReturnType<typeof ahead>>;

test('the papers of a plan that could be submitted are drawn ahead, and not again while it stays the same', async () => {
  await settle(zone, plan);
  expect(await ahead()).toEqual([]);
  await drawAhead(app.deps, plan, () => true);
  drawn = await ahead();
  expect(drawn).toHaveLength(3);
  await drawAhead(app.deps, plan, () => true);
  expect(await ahead()).toEqual(drawn);
}, 60_000);

test('submitting freezes the plan and the commitment beside the form; receipt and versions name their digests, and the frozen bytes have them', async () => {
  // One of the papers drawn ahead is not as it was put there: it is drawn again, and the filed ones are the same bytes all the same.
  const { drawnAt: _, ...kept } = drawn[0]!;
  await app.deps.db.deleteFrom('renderedPaper').where('kind', '=', kept.kind).execute();
  await app.deps.db
    .insertInto('renderedPaper')
    .values({ ...kept, bytes: Buffer.from('%PDF-1.7') })
    .execute();
  const answer = await zone.send('POST', `/api/plans/${plan}/submit`, { body: {} });
  expect(answer.status, new TextDecoder().decode(answer.bytes).slice(0, 2000)).toBe(200);
  const receipt = answer.json<SubmitReceipt>();
  expect(new Set([receipt.pdfDigest, ...receipt.documents.map((one) => one.digest)])).toEqual(new Set(drawn.map((one) => one.digest)));
  expect(receipt.documents.map(({ kind }) => kind)).toEqual(['plan', 'commitment']);
  const [listed] = (await zone.get(`/api/plans/${plan}/versions`)).json<ListedVersion[]>();
  expect(listed?.documents).toEqual(receipt.documents);
  for (const { kind, digest, pages } of receipt.documents) {
    const file = await zone.get(`/api/plans/${plan}/versions/1/documents/${kind}.pdf`);
    expect(digestOf(file.bytes)).toBe(digest);
    const paper = await readPaper(file.bytes);
    expect(paper.pages).toHaveLength(pages);
    expect(paper.text).not.toContain(edition.papers.form.words.draft);
    const [code] = await codesOn(paper.pages[0] ?? expect.fail('no page'));
    expect(code).toContain(`/V/${receipt.plan}/1/${receipt.digest.toUpperCase()}/${paperLetters[kind]}/1/${pages}`);
    const city = await (await app.as('city')).get(`/api/plans/${plan}/versions/1/documents/${kind}.pdf`);
    expect(city.status).toBe(200);
  }
}, 60_000);

test('frozen documents cannot be changed or taken away', async () => {
  const { db } = app.deps;
  await expect(sql`update plan_version_document set pages = 1`.execute(db)).rejects.toThrow('permission denied');
  await expect(sql`delete from plan_version_document`.execute(db)).rejects.toThrow('permission denied');
  expect(app.bugs).toEqual([]);
});
