import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { edition as first } from '#programmes/jiangsu-2022/index.ts';
import sample from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import type { PlanContent } from '#domain/filing/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { contentDigest } from '#domain/values/digest.ts';
import type { Json } from '#domain/values/json.ts';
import type { Problem } from '#domain/values/problem.ts';
import type { SubmitReceipt } from '#usecases/submit-plan.ts';
import type { Verdict } from '#usecases/verify-code.ts';
import { attachAll } from '../support/attach.ts';
import type { Answer, Client } from '../support/client.ts';
import { fillPlan, fillProjects, readFile, settle } from '../support/fill-plan.ts';
import { secondEdition } from '../support/second-edition.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

/** The sample's answers as the other call asks for them: its years, the field that it has more, leaders as young as it wants them. */
function sampleOf2031(): PlanContent {
  const shifted = JSON.parse(JSON.stringify(sample), (_key, value: unknown) =>
    typeof value === 'string' && /^202[2-5]$/.test(value) ? String(Number(value) + 9) : value,
  ) as PlanContent;
  const projects = shifted.projects.map((project) => ({ ...project, team: { ...project['team'], age: 48 } }));
  return { ...shifted, projects, form: { ...shifted.form, cluster: { ...shifted.form['cluster'], greenShare: 12.5 } } };
}

const calls = [
  { edition: loadEdition(first), content: sample as PlanContent },
  { edition: loadEdition(secondEdition), content: sampleOf2031() },
];

const code = (answer: Answer) => [answer.status, answer.json<{ code: string }>().code];

describe.each(calls)('a zone files its plan under $edition.id', ({ edition, content }) => {
  const { year, parameters, instants } = edition;
  const deadline = Date.parse(instants.submitBy);
  let app: TestApp;
  let writer: Client;
  let submitter: Client;
  let anyone: Client;
  let plan: string;
  let receipts: SubmitReceipt[];

  const verify = async (text: string) => (await anyone.get(`/api/verify/${encodeURIComponent(text)}`)).json<Verdict>();
  const submit = (key?: string) => submitter.send('POST', `/api/plans/${plan}/submit`, { body: {}, ...(key === undefined ? {} : { key }) });
  const recall = () => submitter.send('POST', `/api/plans/${plan}/recall`, { body: { reason: '更正联系人' } });
  const block = (name: string) => `/api/plans/${plan}/documents/form/blocks/${name}`;

  beforeAll(async () => {
    app = await startTestApp({
      edition,
      places: { zone: { name: content.zone, cityCode: content.city }, otherZone: { name: '乙高新区', cityCode: '320100' } },
    });
    await app.moveClock(new Date(deadline - 86_400_000).toISOString());
    writer = await app.as('zoneWriter');
    submitter = await app.as('zoneSubmitter');
    anyone = await app.as('public');
    receipts = [];
  });
  afterAll(() => app?.close());

  test('the plan is begun once, however often that is asked for', async () => {
    const answers = await Promise.all([writer, submitter, writer].map((client) => client.send('POST', '/api/plans', { body: {} })));
    const ids = answers.map((answer) => answer.json<{ id: string }>().id);
    expect(new Set(ids).size).toBe(1);
    plan = ids[0]!;
    expect(await readFile(writer, plan)).toMatchObject({ number: `JQ${year}-0001`, state: 'drafting' });
  });

  test('with one project too few it is refused, with the clause and how many are missing', async () => {
    await fillPlan(writer, plan, content, parameters.minProjects - 1);
    await settle(writer, plan);
    const refused = await submit();
    expect(code(refused)).toEqual([422, 'problemsOpen']);
    const { problems } = refused.json<{ detail: { problems: Problem[] } }>().detail;
    expect(problems.map(({ rule, clause, severity }) => ({ rule, clause, severity }))).toContainEqual({ rule: 'R02', clause: 'G3.2', severity: 'must' });
  });

  test('a second window that saves over the first is refused with the text that stands, and nothing is lost', async () => {
    const { version, answers } = (await readFile(writer, plan)).documents.form['name']!;
    const save = (client: Client, name: unknown, base: number) => client.send('PUT', block('name'), { body: { base, answers: { ...answers, name } } });
    const [one, two] = await Promise.all([save(writer, '甲窗口的名称', version), save(submitter, '乙窗口的名称', version)]);
    expect(new Set([one.status, two.status])).toEqual(new Set([200, 409]));
    const [won, lost] = one.status === 200 ? [one, two] : [two, one];
    const stale = lost.json<{ code: string; detail: { block: unknown } }>();
    expect(stale).toEqual({ code: 'stale', detail: { block: won.json() } });
    expect((await save(writer, answers['name'], version + 1)).status).toBe(200);
  });

  test('a save that is repeated under its key is one save; another text under that key is refused', async () => {
    const { version, answers } = (await readFile(writer, plan)).documents.form['name']!;
    const key = randomUUID();
    const save = (name: unknown) => writer.send('PUT', block('name'), { key, body: { base: version, answers: { ...answers, name } } });
    const [one, two] = await Promise.all([save(answers['name']), save(answers['name'])]);
    expect([one.status, two.json()]).toEqual([200, one.json()]);
    expect((await readFile(writer, plan)).documents.form['name']!.version).toBe(version + 1);
    expect(code(await save('另一个名称'))).toEqual([409, 'keyReused']);
  });

  test('what is no answer of a block, no block and no project is refused', async () => {
    expect(code(await writer.send('PUT', block('name'), { body: { base: 1, answers: { unknown: 1 } } }))).toEqual([400, 'badRequest']);
    expect(code(await writer.send('PUT', block('nothing'), { body: { base: 0, answers: {} } }))).toEqual([404, 'notFound']);
    expect(code(await writer.send('DELETE', `/api/plans/${plan}/projects/${randomUUID()}`))).toEqual([404, 'notFound']);
    expect(code(await writer.send('PUT', `/api/plans/${plan}/documents/outline/blocks/1-1`, { body: { base: 1, answers: { type: 'page' } } }))).toEqual([
      400,
      'badRequest',
    ]);
  });

  test('the missing project is added; one taken out comes back in its place with its text', async () => {
    await fillProjects(writer, plan, content.projects.slice(parameters.minProjects - 1));
    await attachAll(writer, plan, content);
    await settle(writer, plan);
    const before = (await readFile(writer, plan)).projects;
    const [, second] = before;
    const path = `/api/plans/${plan}/projects/${second!.id}`;
    expect((await writer.send('DELETE', path)).status).toBe(200);
    expect(code(await writer.send('DELETE', path))).toEqual([409, 'wrongState']);
    expect((await readFile(writer, plan)).projects).toEqual(before.toSpliced(1, 1));
    const saved = await writer.send('PUT', `/api/proposals/${second!.id}/blocks/summary`, { body: { base: 9, answers: {} } });
    expect(code(saved)).toEqual([404, 'notFound']);
    expect((await writer.send('POST', `${path}/restore`, { body: {} })).status).toBe(200);
    expect((await readFile(writer, plan)).projects).toEqual(before);
    expect((await writer.get(`/api/plans/${plan}/problems`)).json<Problem[]>().filter((problem) => problem.severity === 'must')).toEqual([]);
  });

  test('a writer may not submit; a double click submits once, and both clicks get one receipt', async () => {
    expect(code(await writer.send('POST', `/api/plans/${plan}/submit`, { body: {} }))).toEqual([403, 'notAllowed']);
    const key = randomUUID();
    const [one, two] = await Promise.all([submit(key), submit(key)]);
    expect([one.status, two.json()]).toEqual([200, one.json()]);
    expect((await submit(key)).json()).toEqual(one.json());
    expect(code(await submitter.send('POST', `/api/plans/${plan}/projects`, { key, body: {} }))).toEqual([409, 'keyReused']);
    expect(code(await submit())).toEqual([409, 'wrongState']);
    const receipt = one.json<SubmitReceipt>();
    expect(receipt).toMatchObject({ number: `HZ${year}-000001`, plan: `JQ${year}-0001`, version: 1 });
    receipts.push(receipt);
    expect(app.jobs).toEqual([{ name: 'version-verify', data: { planId: plan, n: 1 } }]);
  });

  test('what is frozen is what was filed: bytes, content and digests agree, and nothing can be edited', async () => {
    const [receipt] = receipts;
    const pdf = await writer.get(`/api/plans/${plan}/versions/1/form.pdf`);
    expect(createHash('sm3').update(pdf.bytes).digest('hex')).toBe(receipt!.pdfDigest);
    expect(new TextDecoder('latin1').decode(pdf.bytes.slice(0, 5))).toBe('%PDF-');
    const version = (await writer.get(`/api/plans/${plan}/versions/1`)).json<{ row: object; content: Json }>();
    expect(contentDigest(version.content)).toBe(receipt!.digest);
    expect(version.row).toMatchObject({
      n: 1,
      current: true,
      digest: receipt!.digest,
      receipt: receipt!.number,
      code: receipt!.code,
      filedBy: 'zoneSubmitter',
    });
    expect(code(await writer.send('PUT', block('name'), { body: { base: 9, answers: {} } }))).toEqual([409, 'notEditable']);
    expect((await readFile(writer, plan)).may).not.toContain('plan.edit');
  });

  test('anybody can check the code: typed or scanned it is the version in force; any other is unknown', async () => {
    const [receipt] = receipts;
    const form = expect.objectContaining({ kind: 'form', pages: receipt!.pages });
    const expected = {
      status: 'valid',
      version: 1,
      papers: expect.arrayContaining([form]),
      digest: receipt!.digest,
      zone: content.zone,
      filedAt: receipt!.arrivedAt,
    };
    expect(await verify(receipt!.code)).toMatchObject(expected);
    expect(await verify(`HTTP://JIQUN.TEST/V/${receipt!.plan}/1/${receipt!.digest.toUpperCase()}/F/1/${receipt!.pages}`)).toMatchObject(expected);
    const shapes = new Set<string>();
    for (const text of ['x', `JQ${year}-0001-2-0000-0000`, `JQ${year}-0001-1-0000-0000`, `JQ${year}-9999-1-0000-0000`]) {
      const verdict = await verify(text);
      expect(verdict.status, text).toBe('unknown');
      shapes.add(Object.keys(verdict).join());
    }
    expect(shapes.size).toBe(1);
  });

  test('recalled, the version is in force no more; submitted again, the second is', async () => {
    expect((await recall()).status).toBe(200);
    expect(code(await recall())).toEqual([409, 'wrongState']);
    expect(await verify(receipts[0]!.code)).toMatchObject({ status: 'superseded', current: null });
    const { version, answers } = (await readFile(writer, plan)).documents.form['zone']!;
    expect((await writer.send('PUT', block('zone'), { body: { base: version, answers: { ...answers, contact: '李文' } } })).status).toBe(200);
    receipts.push((await submit()).json<SubmitReceipt>());
    expect(receipts[1]).toMatchObject({ number: `HZ${year}-000002`, version: 2 });
    expect(await verify(receipts[0]!.code)).toMatchObject({ status: 'superseded', version: 1, current: { version: 2, filedAt: receipts[1]!.arrivedAt } });
    expect(await verify(receipts[1]!.code)).toMatchObject({ status: 'valid', version: 2 });
    expect((await writer.get(`/api/plans/${plan}/versions`)).json<{ n: number; current: boolean }[]>().map(({ n, current }) => [n, current])).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  test('the last seconds before the deadline are in time; from its instant on it is too late, and the draft stays', async () => {
    expect((await recall()).status).toBe(200);
    await app.moveClock(new Date(deadline - 3_000).toISOString());
    const inTime = (await submit()).json<SubmitReceipt>();
    expect(Date.parse(inTime.arrivedAt)).toBeLessThan(deadline);
    expect(inTime.version).toBe(3);
    await app.moveClock(new Date(deadline).toISOString());
    expect(code(await recall())).toEqual([409, 'tooLate']);
    await app.moveClock(new Date(deadline - 60_000).toISOString());
    expect((await recall()).status).toBe(200);
    await app.moveClock(new Date(deadline).toISOString());
    const late = await submit();
    expect(code(late)).toEqual([409, 'tooLate']);
    expect(Date.parse(late.json<{ detail: { submitBy: string } }>().detail.submitBy)).toBe(deadline);
    expect((await readFile(writer, plan)).state).toBe('drafting');
  });

  test('every command that took effect, and every one that was refused by the rules, has left its row', async () => {
    const rows = await app.deps.db
      .selectFrom('auditEntry')
      .select(['command', 'subject', 'detail'])
      .where('command', 'in', ['plan.submit', 'plan.recall'])
      .orderBy('id')
      .execute();
    const told = rows.map(({ command, detail }) => `${command} ${JSON.stringify(detail['refused'] ?? detail['version'])}`);
    expect(told).toEqual([
      'plan.submit "problemsOpen"',
      'plan.submit "notAllowed"',
      'plan.submit 1',
      'plan.submit "wrongState"',
      'plan.recall 1',
      'plan.recall "wrongState"',
      'plan.submit 2',
      'plan.recall 2',
      'plan.submit 3',
      'plan.recall "tooLate"',
      'plan.recall 3',
      'plan.submit "tooLate"',
    ]);
    expect(new Set(rows.map(({ subject }) => subject))).toEqual(new Set([`JQ${year}-0001`]));
    const edits = await app.deps.db.selectFrom('auditEntry').select('detail').where('command', '=', 'plan.edit').execute();
    const saves = edits.filter(({ detail }) => detail['document'] === 'form' && detail['block'] === 'name' && detail['refused'] === undefined);
    expect(saves.length).toBe((await readFile(writer, plan)).documents.form['name']!.version);
    // Files leave rows of their own: what happened to which, by its digest.
    const texts = edits.filter(({ detail }) => detail['file'] === undefined);
    for (const { detail } of texts) expect(Object.keys(detail).filter((key) => !['document', 'block', 'version', 'refused'].includes(key))).toEqual([]);
    expect(app.bugs).toEqual([]);
  });
});
