import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import type { Answer as Judged } from '#domain/access/may.ts';
import { judge } from '#domain/access/may.ts';
import type { Subject } from '#domain/access/relations.ts';
import { pdf } from '#domain/files/sample-files.test-support.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Route } from '#http/contract/define.ts';
import { fileRoutes } from '#http/contract/routes/files.ts';
import { upload } from '../support/attach.ts';
import type { Answer, Client } from '../support/client.ts';
import { type Stage, Standing, actorOf, askers, observedRows, outcomeIn, planAt, publishMatrix, seenIn, stages } from '../support/matrix.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

type Name = keyof typeof fileRoutes;
const names = Object.keys(fileRoutes) as Name[];
const stageNames = Object.keys(stages) as Stage[];

const head = `# Who may do what with files

Written by \`UPDATE=1 vitest run tests/matrix/files.test.ts\` from what the server answered; the test fails while it is out of date.
Files of a plan are asked about for the plan of \`zone\`; files of a proposal for one that \`company\` owns in it, with \`partner\` writing a part and
\`local\` asked to recommend it. \`GET /api/files/:file\` is asked for a file of the plan that its filed version names.
**yes**; **later**: not in this state; **no**: sees it, but this is not theirs to do; **·**: answered exactly as if it did not exist; **sign in**. Where the state decides, four
answers stand for a plan being drafted for the first time / recalled / at the city / at the province.
`;

interface Target {
  readonly plan: string;
  readonly project: string;
  readonly planFile: string;
  readonly projectFile: string;
}

let app: TestApp;
const standing = new Standing();
let target: Target;
const clients = new Map<string, Client>();
const absent: Target = { plan: randomUUID(), project: randomUUID(), planFile: randomUUID(), projectFile: randomUUID() };
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
  const planFile = (await upload(zone, plan, 'form', '/policy/fund', 'a.pdf', pdf())).json<{ id: string }>().id;
  const projectFile = (await upload(zone, plan, project, '', 'b.pdf', pdf())).json<{ id: string }>().id;
  target = { plan, project, planFile, projectFile };
  await sql`update project set owner_id = (select id from organisation where name = 'company')`.execute(app.deps.db);
  await sql`insert into project_partner (project_id, organisation_id) select ${project}, id from organisation where name = 'partner'`.execute(app.deps.db);
}, 60_000);
afterAll(() => app?.close());

/** Brings the plan to a stage past the commands: this test asks who may, not how a plan gets there. */
async function bring(stage: Stage): Promise<void> {
  const { db } = app.deps;
  const versions = await db.selectFrom('planVersion').select('n').execute();
  if (stages[stage].submitted && versions.length === 0) {
    const manifest = [{ path: '/form/policy/fund', name: 'a.pdf', id: target.planFile }];
    const content = { edition: 'e', call: '2022', zone: 'z', city: 'c', form: {}, outline: {}, commitment: {}, projects: [], attachments: manifest };
    await sql`insert into plan_version (plan_id, n, content, edition_digest, content_digest, pdf_digest, pages, filed_at, filed_by, receipt_number)
      select ${target.plan}, 1, ${JSON.stringify(content)}, edition_digest, repeat('a', 64), (select digest from document_file limit 1), 1, now(),
        (select user_id from membership limit 1), 'HZ1' from call`.execute(db);
    await sql`insert into proposal_version (project_id, n, content, edition_digest, content_digest, filed_at, filed_by)
      select ${target.project}, 1, '{"answers":{},"attachments":[]}', edition_digest, repeat('a', 64), now(), (select user_id from membership limit 1) from call`.execute(
      db,
    );
    await sql`insert into local_recommendation (project_id, version, authority_id, state, asked_at)
      select ${target.project}, 1, id, 'asked', now() from organisation where name = 'local'`.execute(db);
  }
  await db.updateTable('plan').set({ state: stages[stage].state }).where('id', '=', target.plan).execute();
  await sql`update project set state = 'drafting'`.execute(db);
  await sql`update attachment set removed_at = null`.execute(db);
}

function isOfProposal(name: Name): boolean {
  return fileRoutes[name].path.includes(':project');
}

function subjectAt(name: Name, stage: Stage): Subject {
  if (!isOfProposal(name)) return planAt(stage, 'zone');
  const { state, submitted } = stages[stage];
  const local = submitted ? 'local' : null;
  const proposal = state === 'drafting' ? 'drafting' : 'locked';
  return { kind: 'proposal', zone: 'zone', owner: 'company', partners: ['partner'], local, state: proposal, submitted, conflicted: [] };
}

async function ask(name: Name, client: Client, at: Target): Promise<Answer> {
  const route: Route = fileRoutes[name];
  const values = { plan: at.plan, project: at.project, document: 'form', file: isOfProposal(name) ? at.projectFile : at.planFile };
  const path = route.path.replaceAll(/:(\w+)/g, (_, key: string) => values[key as keyof typeof values]);
  if (route.upload !== undefined) return client.send('POST', `${path}?path=&name=c.pdf`, { bytes: pdf() });
  return client.send(route.method, path, route.body === undefined ? {} : { body: { name: 'd.pdf' } });
}

/** What depends on the file, once access has said yes: who removes what was removed, or changes what another added. */
function byFile(name: Name, asker: string): Judged | undefined {
  if (name === 'restoreFile') return 'wrongState';
  const changes = ['renameProposalFile', 'removeProposalFile', 'restoreProposalFile'].includes(name);
  if (changes && asker === 'partner') return 'no';
  return name === 'restoreProposalFile' ? 'wrongState' : undefined;
}

test.each(stageNames)(
  'files of a plan that is %s answer every person as the access table says, and hide themselves as if they were absent',
  async (stage) => {
    standing.over();
    for (const name of names) {
      for (const asker of askers) {
        const client = clients.get(asker)!;
        await standing.at(stage, () => bring(stage));
        const answer = await ask(name, client, target);
        standing.asked(fileRoutes[name].method);
        const judged = judge(actorOf(asker), fileRoutes[name].act, subjectAt(name, stage));
        // Bytes are either given or absent: who may not have them does not learn that they are there.
        const expected = name === 'file' && judged === 'no' ? 'hidden' : judged;
        const where = `${name} by ${asker}`;
        const special = expected === 'yes' ? byFile(name, asker) : undefined;
        expect(outcomeIn(answer), where).toBe(special ?? expected);
        if (expected === 'hidden' || expected === 'signIn')
          expect(seenIn(answer), where).toEqual(await standing.nothing(where, () => ask(name, client, absent)));
        observed.set(`${name} ${asker} ${stage}`, special === 'wrongState' ? 'yes' : (special ?? expected));
      }
    }
  },
  180_000,
);

test('the published matrix is what the server answers, and none of it was a bug', async () => {
  const rows = observedRows(fileRoutes, names, askers, () => stageNames, observed);
  const { text, published } = await publishMatrix('files', { head, columns: askers, rows });
  expect(published).toBe(text);
  expect(app.bugs).toEqual([]);
});
