import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import type { Answer as Judged } from '#domain/access/may.ts';
import { judge } from '#domain/access/may.ts';
import type { Subject } from '#domain/access/relations.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Route } from '#http/contract/define.ts';
import { solicitationRoutes } from '#http/contract/routes/solicitation.ts';
import type { Answer, Client } from '../support/client.ts';
import { Standing, actorOf, askers, observedRows, outcomeIn, publishMatrix, seenIn } from '../support/matrix.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

/** What is asked about together: a solicitation in its three states, an answer to it in four of its five. */
const stages = {
  draft: { solicitation: 'draft', answer: 'invited' },
  published: { solicitation: 'published', answer: 'offered' },
  closed: { solicitation: 'closed', answer: 'accepted' },
  over: { solicitation: 'closed', answer: 'declined' },
} as const;
type Stage = keyof typeof stages;
const stageNames = Object.keys(stages) as Stage[];

type Name = keyof typeof solicitationRoutes;
const names = Object.keys(solicitationRoutes) as Name[];
const ofOne = names.filter((name) => /:(solicitation|answer)/.test(solicitationRoutes[name].path));
const others = names.filter((name) => !ofOne.includes(name));

const head = `# Who may do what with solicitations and answers

Written by \`UPDATE=1 vitest run tests/matrix/solicitation.test.ts\` from what the server answered; the test fails while it is out of date.
The solicitation is the zone \`zone\`'s, the answer \`company\`'s. **yes**; **later**: not in this state; **no**: sees it, but this is not theirs to do;
**·**: answered exactly as if it did not exist; **sign in**. Where the state decides, four answers stand for: a draft, with the answer invited /
published, offered / closed, accepted / closed, declined.
`;

const terms = { title: '征集', text: '公告', until: '2022-03-10T16:00:00.000Z', industries: [], contact: '人', phone: '0523' };
const bodies: Partial<Record<Name, unknown>> = {
  saveSolicitation: { terms },
  invite: { company: '没有账号的公司' },
  offer: { title: '项目', summary: '内容', asked: 1, inside: true },
  declineAnswer: { reason: '不符' },
  withdrawAnswer: { reason: '另有安排' },
};

let app: TestApp;
const standing = new Standing();
const clients = new Map<string, Client>();
const organisations = new Map<string, string>();
interface Target {
  readonly solicitation: string;
  readonly answer: string;
}
const absent: Target = { solicitation: randomUUID(), answer: randomUUID() };
const observed = new Map<string, Judged>();
/** Positions far from those that accepting gives. */
let projects = 1000;

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  for (const asker of askers) clients.set(asker, await app.as(asker));
  for (const { id, name } of await app.deps.db.selectFrom('organisation').select(['id', 'name']).execute()) organisations.set(name, id);
  await clients.get('zoneSubmitter')!.send('POST', '/api/plans', { body: {} });
}, 60_000);
afterAll(() => app?.close());

/** A solicitation and an answer of their own for each request: what a request did stays with them. */
async function bring(stage: Stage): Promise<Target> {
  const { db } = app.deps;
  const { solicitation: state, answer } = stages[stage];
  const number = state === 'draft' ? null : `ZJ2022-${randomUUID()}`;
  await sql`update solicitation set state = 'closed' where state = 'published'`.execute(db);
  await sql`update solicitation set state = 'closed', number = id::text, published_at = now() where state = 'draft'`.execute(db);
  const { rows } = await sql<{ id: string }>`insert into solicitation (call_id, zone_id, state, number, terms, published_at)
    select id, ${organisations.get('甲高新区')}, ${state}, ${number}, ${JSON.stringify(terms)}::jsonb, ${number === null ? null : '2022-02-01T00:00:00Z'} from call returning id`.execute(
    db,
  );
  const solicitation = rows[0]!.id;
  let project: string | null = null;
  if (answer === 'accepted') {
    const made = await sql<{
      id: string;
    }>`insert into project (plan_id, number, position) select id, ${randomUUID()}, ${projects++} from plan returning id`.execute(db);
    project = made.rows[0]!.id;
    await sql`update project set removed_at = now() where id <> ${project}`.execute(db);
  }
  const made = await sql<{ id: string }>`insert into answer (solicitation_id, company_id, company_name, state, title, project_id)
    values (${solicitation}, ${organisations.get('company')}, 'company', ${answer}, '项目', ${project}) returning id`.execute(db);
  return { solicitation, answer: made.rows[0]!.id };
}

async function ask(name: Name, client: Client, target: Target): Promise<Answer> {
  const route: Route = solicitationRoutes[name];
  const values: Record<string, string> = { ...target, token: 'nothing' };
  const path = route.path.replaceAll(/:(\w+)/g, (_, key: string) => values[key] ?? '');
  return client.send(route.method, path, route.body === undefined ? {} : { body: bodies[name] ?? {} });
}

function subjectOf(name: Name, stage: Stage): Subject {
  const { solicitation: state, answer } = stages[stage];
  if (solicitationRoutes[name].path.includes(':answer')) return { kind: 'answer', zone: 'zone', company: 'company', state: answer };
  return { kind: 'solicitation', zone: 'zone', state, published: state !== 'draft' };
}

test.each(stageNames)(
  'with a solicitation and an answer that are %s every person is answered as the access table says, and what is hidden is as if absent',
  async (stage) => {
    standing.over();
    let target = absent;
    for (const name of ofOne) {
      for (const asker of askers) {
        const client = clients.get(asker)!;
        await standing.at(stage, async () => (target = await bring(stage)));
        const answer = await ask(name, client, target);
        standing.asked(solicitationRoutes[name].method);
        const expected = judge(actorOf(asker), solicitationRoutes[name].act, subjectOf(name, stage));
        const where = `${name} by ${asker}`;
        // The company has offered already: that is no matter of access.
        const byLife = expected === 'yes' && name === 'offer' && asker === 'company';
        if (!byLife) expect(outcomeIn(answer), where).toBe(expected);
        if (expected === 'hidden' || expected === 'signIn')
          expect(seenIn(answer), where).toEqual(await standing.nothing(where, () => ask(name, client, absent)));
        observed.set(`${name} ${asker} ${stage}`, byLife ? 'yes' : outcomeIn(answer));
      }
    }
  },
  180_000,
);

test('every other route answers every person as the access table says', async () => {
  for (const name of others) {
    for (const asker of askers) {
      const route: Route = solicitationRoutes[name];
      const subject: Subject = name === 'draftSolicitation' ? { kind: 'call' } : { kind: name === 'invitation' || name === 'solicitations' ? 'open' : 'plans' };
      const answer = await ask(name, clients.get(asker)!, absent);
      const expected = judge(actorOf(asker), route.act, subject);
      // No invitation has the token that is asked for, and whoever may ask hears so.
      const found = expected === 'yes' && answer.status === 404 ? 'yes' : outcomeIn(answer);
      expect(found, `${name} by ${asker}`).toBe(expected);
      for (const stage of stageNames) observed.set(`${name} ${asker} ${stage}`, found);
    }
  }
});

test('each person’s list of answers is exactly those that they may read', async () => {
  const { answer } = await bring('published');
  for (const asker of ['zoneWriter', 'otherZone', 'company', 'otherCompany'] as const) {
    const listed = (await clients.get(asker)!.get('/api/answers')).json<{ id: string; company: string }[]>();
    expect(
      listed.some((row) => row.id === answer),
      asker,
    ).toBe(asker === 'zoneWriter' || asker === 'company');
  }
});

test('the published matrix is what the server answers, and none of it was a bug', async () => {
  const rows = observedRows(solicitationRoutes, names, askers, () => stageNames, observed);
  const { text, published } = await publishMatrix('solicitation', { head, columns: askers, rows });
  expect(published).toBe(text);
  expect(app.bugs).toEqual([]);
});
