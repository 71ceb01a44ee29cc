import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { keepFile } from '#db/files.ts';
import { renderers } from '#documents/render/form.ts';
import { readPaper } from '#documents/render/paper.test-support.ts';
import type { Answer as Judged } from '#domain/access/may.ts';
import { judge } from '#domain/access/may.ts';
import type { Subject } from '#domain/access/relations.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { documentRoutes } from '#http/contract/routes/documents.ts';
import type { Answer, Client } from '../support/client.ts';
import { type Stage, actorOf, askers, observedRows, outcomeIn, planAt, publishMatrix, seenIn, stages } from '../support/matrix.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

type Name = keyof typeof documentRoutes;
const names = Object.keys(documentRoutes) as Name[];
const stageNames = Object.keys(stages) as Stage[];

const head = `# Who may do what with documents

Written by \`UPDATE=1 vitest run tests/matrix/documents.test.ts\` from what the server answered; the test fails while it is out of date.
Documents of a plan are asked for of the plan of \`zone\`; a proposal's of one that \`company\` owns in it, with \`partner\` writing a part and \`local\` asked to recommend it.
**yes**; **no**: sees it, but this is not theirs to do; **·**: answered exactly as if it did not exist; **sign in**. Where the state decides, four answers stand for a plan
being drafted for the first time / recalled / at the city / at the province.
`;

interface Target {
  readonly plan: string;
  readonly project: string;
}

let app: TestApp;
let target: Target;
const clients = new Map<string, Client>();
const absent: Target = { plan: randomUUID(), project: randomUUID() };
const observed = new Map<string, Judged>();

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  for (const asker of askers) clients.set(asker, await app.as(asker));
  const zone = clients.get('zoneSubmitter')!;
  const { id: plan } = (await zone.send('POST', '/api/plans', { body: {} })).json<{ id: string }>();
  const { id: project } = (await zone.send('POST', `/api/plans/${plan}/projects`, { body: {} })).json<{ id: string }>();
  target = { plan, project };
  await sql`update project set owner_id = (select id from organisation where name = 'company')`.execute(app.deps.db);
  await sql`insert into project_partner (project_id, organisation_id) select ${project}, id from organisation where name = 'partner'`.execute(app.deps.db);
}, 60_000);
afterAll(async () => {
  await app?.close();
  renderers.close();
});

/** Brings the plan to a stage past the commands: this test asks who may, not how a plan gets there. */
async function bring(stage: Stage): Promise<void> {
  const { db } = app.deps;
  const versions = await db.selectFrom('planVersion').select('n').execute();
  if (stages[stage].submitted && versions.length === 0) {
    const pdf = await db.transaction().execute((tx) => keepFile(tx, 'application/pdf', new TextEncoder().encode('%PDF')));
    await sql`insert into plan_version (plan_id, n, content, edition_digest, content_digest, pdf_digest, pages, filed_at, filed_by, receipt_number)
      select ${target.plan}, 1, '{}', edition_digest, repeat('a', 64), ${pdf}, 1, now(), (select user_id from membership limit 1), 'HZ1' from call`.execute(db);
    await sql`insert into plan_version_document (plan_id, n, kind, digest, pages) select ${target.plan}, 1, kind, ${pdf}, 1 from unnest(array['plan', 'commitment']) kind`.execute(
      db,
    );
    const content = JSON.stringify({ answers: { summary: { name: '已提交的名称' } }, attachments: [] });
    await sql`insert into proposal_version (project_id, n, content, edition_digest, content_digest, filed_at, filed_by)
      select ${target.project}, 1, ${content}, edition_digest, repeat('a', 64), now(), (select user_id from membership limit 1) from call`.execute(db);
    await sql`insert into local_recommendation (project_id, version, authority_id, state, asked_at)
      select ${target.project}, 1, id, 'asked', now() from organisation where name = 'local'`.execute(db);
  }
  await db.updateTable('plan').set({ state: stages[stage].state }).where('id', '=', target.plan).execute();
}

function subjectAt(name: Name, stage: Stage): Subject {
  if (name !== 'proposalPdf') return planAt(stage, 'zone');
  const { state, submitted } = stages[stage];
  const standing = state === 'drafting' ? 'drafting' : 'locked';
  return {
    kind: 'proposal',
    zone: 'zone',
    owner: 'company',
    partners: ['partner'],
    local: submitted ? 'local' : null,
    state: standing,
    submitted,
    conflicted: [],
  };
}

async function ask(name: Name, client: Client, at: Target): Promise<Answer> {
  const values = { plan: at.plan, project: at.project, n: '1', kind: 'plan.pdf' };
  return client.get(documentRoutes[name].path.replaceAll(/:(\w+)/g, (_, key: string) => values[key as keyof typeof values]));
}

test.each(stageNames)(
  'documents of a plan that is %s answer every person as the access table says, and hide themselves as if they were absent',
  async (stage) => {
    await bring(stage);
    for (const name of names) {
      for (const asker of askers) {
        const client = clients.get(asker)!;
        const answer = await ask(name, client, target);
        const judged = judge(actorOf(asker), documentRoutes[name].act, subjectAt(name, stage));
        // What nobody has submitted yet is absent even for those who may read it.
        const expected = stage === 'fresh' && judged === 'yes' && name === 'versionDocumentPdf' ? 'hidden' : judged;
        const where = `${name} by ${asker}`;
        expect(outcomeIn(answer), where).toBe(expected);
        if (expected === 'yes') expect(answer.headers.get('content-type'), where).toBe('application/pdf');
        if (expected === 'hidden' || expected === 'signIn') expect(seenIn(answer), where).toEqual(seenIn(await ask(name, client, absent)));
        observed.set(`${name} ${asker} ${stage}`, judged);
      }
    }
  },
  120_000,
);

test('a local authority’s proposal is the submitted version, never the draft that followed it', async () => {
  await bring('recalled');
  const block = await clients
    .get('company')!
    .send('PUT', `/api/proposals/${target.project}/blocks/summary`, { body: { base: 0, answers: { name: '后来改的名称' } } });
  expect(block.status).toBe(200);
  const textFor = async (asker: string) => (await readPaper((await ask('proposalPdf', clients.get(asker)!, target)).bytes)).text;
  const [own, local] = [await textFor('company'), await textFor('local')];
  expect(own).toContain('后来改的名称');
  expect(local).toContain('已提交的名称');
  expect(local).not.toContain('后来改的名称');
  const { draft } = loadEdition(raw).papers.form.words;
  expect([own.includes(draft), local.includes(draft)]).toEqual([true, false]);
});

test('a document of a kind that is not frozen is no request, and one of a version that is not there is absent', async () => {
  const zone = clients.get('zoneSubmitter')!;
  const status = async (path: string) => (await zone.get(`/api/plans/${target.plan}/${path}`)).status;
  expect([await status('versions/1/documents/letter.pdf'), await status('versions/9/documents/plan.pdf')]).toEqual([400, 404]);
});

test('the published matrix is what the server answers, and none of it was a bug', async () => {
  const rows = observedRows(documentRoutes, names, askers, () => stageNames, observed);
  const { text, published } = await publishMatrix('documents', { head, columns: askers, rows });
  expect(published).toBe(text);
  expect(app.bugs).toEqual([]);
});
