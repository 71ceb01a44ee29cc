import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import type { Answer as Judged } from '#domain/access/may.ts';
import { judge } from '#domain/access/may.ts';
import type { ProposalSubject } from '#domain/access/relations.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Route } from '#http/contract/define.ts';
import { proposalRoutes } from '#http/contract/routes/proposals.ts';
import type { Answer, Client } from '../support/client.ts';
import { Standing, actorOf, askers, observedRows, outcomeIn, publishMatrix, seenIn } from '../support/matrix.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

/** How far a proposal has come; nothing of a fresh one was ever submitted, and nobody was asked about it. */
const stages = {
  fresh: { state: 'drafting', submitted: false },
  drafting: { state: 'drafting', submitted: true },
  atZone: { state: 'atZone', submitted: true },
  taken: { state: 'taken', submitted: true },
  locked: { state: 'locked', submitted: true },
} as const satisfies Readonly<Record<string, Pick<ProposalSubject, 'state' | 'submitted'>>>;
type Stage = keyof typeof stages;
const stageNames = Object.keys(stages) as Stage[];

type Name = keyof typeof proposalRoutes;
const names = Object.keys(proposalRoutes) as Name[];
const ofProposals = names.filter((name) => proposalRoutes[name].path.includes(':project'));
const lists = names.filter((name) => !ofProposals.includes(name));

const head = `# Who may do what with a proposal

Written by \`UPDATE=1 vitest run tests/matrix/proposals.test.ts\` from what the server answered; the test fails while it is out of date.
The proposal is gathered by the zone \`zone\` and owned by \`company\`; \`partner\` was asked to write its part, \`local\` to recommend it.
**yes**; **later**: not in this state; **no**: sees the proposal, but this is not theirs to do; **·**: answered exactly as if it did not exist;
**sign in**. Where the state decides, five answers stand for: never submitted (nobody asked to recommend it yet) / returned / at the zone / taken / filed.
`;

let app: TestApp;
const standing = new Standing();
const clients = new Map<string, Client>();
const organisations = new Map<string, string>();
const projects: Record<'fresh' | 'submitted', string> = { fresh: '', submitted: '' };
const absent = randomUUID();
const observed = new Map<string, Judged>();

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  for (const asker of askers) clients.set(asker, await app.as(asker));
  for (const { id, name } of await app.deps.db.selectFrom('organisation').select(['id', 'name']).execute()) organisations.set(name, id);
  const zone = clients.get('zoneSubmitter')!;
  const { id: plan } = (await zone.send('POST', '/api/plans', { body: {} })).json<{ id: string }>();
  for (const name of ['fresh', 'submitted'] as const) {
    projects[name] = (await zone.send('POST', `/api/plans/${plan}/projects`, { body: {} })).json<{ id: string }>().id;
  }
  const { db } = app.deps;
  await sql`update project set owner_id = ${organisations.get('company')}`.execute(db);
  await sql`insert into proposal_version (project_id, n, content, edition_digest, content_digest, filed_at, filed_by)
    select ${projects.submitted}, 1, '{"answers":{"summary":{"location":"本高新区外"}},"attachments":[]}', edition_digest, repeat('a', 64), now(), (select user_id from membership limit 1) from call`.execute(
    db,
  );
  await sql`insert into local_recommendation (project_id, version, authority_id, state, asked_at)
    values (${projects.submitted}, 1, ${organisations.get('local')}, 'asked', now())`.execute(db);
}, 60_000);
afterAll(() => app?.close());

/** Brings the proposal to a stage past the commands: this test asks who may, not how a proposal gets there. */
async function bring(stage: Stage): Promise<void> {
  const { db } = app.deps;
  const { state } = stages[stage];
  const project = stage === 'fresh' ? projects.fresh : projects.submitted;
  await sql`update plan set state = ${state === 'locked' ? 'atCity' : 'drafting'}`.execute(db);
  await sql`update project set removed_at = null, state = ${state === 'locked' ? 'taken' : state}`.execute(db);
  await sql`delete from project_partner`.execute(db);
  await sql`insert into project_partner (project_id, organisation_id) values (${project}, ${organisations.get('partner')})`.execute(db);
  await sql`update local_recommendation set state = 'asked', opinion = null`.execute(db);
}

const bodies: Partial<Record<Name, unknown>> = {
  saveProposalBlock: { base: 0, answers: {} },
  returnProposal: { reason: '改' },
  removeProposal: { reason: '重复' },
  inviteProposalPartner: { organisation: 'otherCompany' },
  giveLocal: { opinion: '同意' },
  declineLocal: { reason: '材料不全' },
};

async function ask(name: Name, client: Client, project: string): Promise<Answer> {
  const route: Route = proposalRoutes[name];
  const values: Record<string, string> = { project, block: 'partners', n: '1', organisation: organisations.get('partner') ?? '' };
  const path = route.path.replaceAll(/:(\w+)/g, (_, key: string) => values[key] ?? '');
  const body = name === 'askLocal' ? { authority: organisations.get('local') } : (bodies[name] ?? {});
  return client.send(route.method, path, route.body === undefined ? {} : { body });
}

test.each(stageNames)(
  'a proposal that is %s answers every person as the access table says, and hides itself as if it were absent',
  async (stage) => {
    const subject: ProposalSubject = {
      kind: 'proposal',
      zone: 'zone',
      owner: 'company',
      partners: ['partner'],
      local: stage === 'fresh' ? null : 'local',
      conflicted: [],
      ...stages[stage],
    };
    standing.over();
    for (const name of ofProposals) {
      for (const asker of askers) {
        const client = clients.get(asker)!;
        await standing.at(stage, () => bring(stage));
        const answer = await ask(name, client, stage === 'fresh' ? projects.fresh : projects.submitted);
        standing.asked(proposalRoutes[name].method);
        const expected = judge(actorOf(asker), proposalRoutes[name].act, subject);
        const where = `${name} by ${asker}`;
        // The authority was asked already, and what was never submitted has no version: that is no matter of access.
        const byLife = expected === 'yes' && (name === 'askLocal' || (name === 'proposalVersion' && stage === 'fresh'));
        if (!byLife) expect(outcomeIn(answer), where).toBe(expected);
        if (expected === 'hidden' || expected === 'signIn')
          expect(seenIn(answer), where).toEqual(await standing.nothing(where, () => ask(name, client, absent)));
        observed.set(`${name} ${asker} ${stage}`, byLife ? 'yes' : outcomeIn(answer));
      }
    }
  },
  180_000,
);

test('the lists answer every person as the access table says', async () => {
  await bring('atZone');
  for (const name of lists) {
    for (const asker of askers) {
      const found = outcomeIn(await ask(name, clients.get(asker)!, absent));
      expect(found, `${name} by ${asker}`).toBe(judge(actorOf(asker), proposalRoutes[name].act, { kind: 'plans' }));
      for (const stage of stageNames) observed.set(`${name} ${asker} ${stage}`, found);
    }
  }
});

test('each person’s list is exactly the proposals that they own, take part in or were asked about', async () => {
  await bring('atZone');
  for (const asker of ['company', 'otherCompany', 'partner', 'local', 'city', 'zoneWriter'] as const) {
    const listed = (await clients.get(asker)!.get('/api/proposals')).json<{ id: string }[]>().map((row) => row.id);
    const expected = { company: [projects.fresh, projects.submitted], partner: [projects.submitted], local: [projects.submitted] };
    expect(listed.toSorted(), asker).toEqual((expected[asker as 'company'] ?? []).toSorted());
  }
});

test('the published matrix is what the server answers, and none of it was a bug', async () => {
  const rows = observedRows(proposalRoutes, names, askers, () => stageNames, observed);
  const { text, published } = await publishMatrix('proposals', { head, columns: askers, rows });
  expect(published).toBe(text);
  expect(app.bugs).toEqual([]);
});
