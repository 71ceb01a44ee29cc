import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { saveBlock } from '#db/blocks.ts';
import { insertThread } from '#db/comments.ts';
import { insertTask } from '#db/tasks.ts';
import { judge, type Answer as Judged } from '#domain/access/may.ts';
import type { ProposalSubject, Subject } from '#domain/access/relations.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Route } from '#http/contract/define.ts';
import { historyRoutes } from '#http/contract/routes/history.ts';
import { talkRoutes } from '#http/contract/routes/talk.ts';
import { taskRoutes } from '#http/contract/routes/tasks.ts';
import type { Answer, Client } from '../support/client.ts';
import { actorOf, askers, outcomeIn, planAt, publishMatrix, routeCell, seenIn, Standing } from '../support/matrix.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

const routes = { ...talkRoutes, ...taskRoutes, ...historyRoutes };
type Name = keyof typeof routes;
const names = Object.keys(routes) as Name[];

/** A document, and how far its plan has come. */
const stages = [
  'form of a plan being drafted',
  'form of a plan at the city',
  "company's proposal being drafted",
  "company's proposal in a plan at the city",
] as const;
type Stage = (typeof stages)[number];

const head = `# Working together: who may do what

Written by \`UPDATE=1 vitest run tests/matrix/together.test.ts\` from what the server answered.
Four answers stand for the ${stages.join(' / ')}. A proposal belongs to the company \`company\`. A task was given by \`zoneSubmitter\` to \`zoneWriter\`.
**yes**; **later**: not in this state; **no**: sees the document, but this is not theirs to do; **·**: answered exactly as if it did not exist.
`;

interface Target {
  readonly plan: string;
  readonly document: string;
  readonly thread: string;
  readonly task: string;
}

let app: TestApp;
const standing = new Standing();
let plan = '';
let project = '';
let task = '';
const clients = new Map<string, Client>();
const threads = new Map<string, string>();
const absent: Target = { plan: randomUUID(), document: randomUUID(), thread: randomUUID(), task: randomUUID() };

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  for (const asker of askers) clients.set(asker, await app.as(asker));
  const zone = clients.get('zoneSubmitter')!;
  plan = (await zone.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  project = (await zone.send('POST', `/api/plans/${plan}/projects`, { body: {} })).json<{ id: string }>().id;
  const { db } = app.deps;
  const person = async (username: string) => {
    const { id } = await db.selectFrom('auth.user').select('id').where('username', '=', username).executeTakeFirstOrThrow();
    return db.selectFrom('membership').selectAll().where('userId', '=', id).executeTakeFirstOrThrow();
  };
  const [giver, doer, company] = [await person('zonesubmitter'), await person('zonewriter'), await person('company')];
  await db.updateTable('project').set({ ownerId: company.organisationId }).where('id', '=', project).execute();
  await db.transaction().execute(async (tx) => {
    const savedAt = '2022-03-01T00:00:00.000Z';
    for (const [document, block] of [
      ['form', 'name'],
      [project, 'summary'],
    ] as const) {
      await saveBlock(tx, { planId: plan, document, block, base: 0, answers: { name: '一' }, savedAt, savedBy: giver.userId });
      threads.set(
        document,
        await insertThread(tx, { planId: plan, document, block, path: '' }, { person: giver.userId, organisation: giver.organisationId }, '口径？', null),
      );
    }
    task = await insertTask(tx, {
      planId: plan,
      document: 'form',
      block: 'name',
      path: '',
      title: '核对',
      due: null,
      givenBy: giver.userId,
      toPerson: doer.userId,
    });
  });
});

afterAll(() => app?.close());

const isProposal = (stage: Stage): boolean => stage.startsWith('company');
const atCity = (stage: Stage): boolean => stage.endsWith('at the city');

/** The state in which only access can stop the request. */
async function bring(stage: Stage, name: Name): Promise<void> {
  const { db } = app.deps;
  await db
    .updateTable('plan')
    .set({ state: atCity(stage) ? 'atCity' : 'drafting' })
    .where('id', '=', plan)
    .execute();
  await db
    .updateTable('commentThread')
    .set({ state: name === 'reopenThread' ? 'resolved' : 'open' })
    .execute();
  const done = name === 'reopenTask';
  await db
    .updateTable('task')
    .set({ state: done ? 'done' : 'open', doneAt: done ? '2022-03-01T00:00:00Z' : null })
    .where('id', '=', task)
    .execute();
}

async function ask(name: Name, client: Client, stage: Stage, target: Target): Promise<Answer> {
  const route: Route = routes[name];
  const block = isProposal(stage) ? 'summary' : 'name';
  const values: Record<string, string> = { ...target, project: target.document, block, n: '1' };
  const bodies: Partial<Record<Name, unknown>> = {
    tellPresence: { tab: 'tab', block },
    addComment: { block, path: '', text: '请核对', internal: false },
    answerComment: { text: '已核对' },
    giveTask: { block, path: '', title: '核对', to: 'nobody', due: null },
    restoreBlock: { base: 0, n: 1 },
    restoreProposalBlock: { base: 0, n: 1 },
  };
  const path = route.path.replaceAll(/:(\w+)/g, (_, key: string) => values[key] ?? '') + (name === 'tasks' ? '?side=mine' : '');
  return client.send(route.method, path, route.body === undefined ? {} : { body: bodies[name] ?? {} });
}

function subjectOf(name: Name, stage: Stage): Subject {
  if (name === 'tasks') return { kind: 'own' };
  if (name === 'finishTask' || name === 'reopenTask') return { kind: 'task', people: ['zoneSubmitter', 'zoneWriter'] };
  if (!isProposal(stage)) return { ...planAt('fresh', 'zone'), ...(atCity(stage) ? { state: 'atCity' as const } : {}) };
  const proposal: ProposalSubject = {
    kind: 'proposal',
    zone: 'zone',
    owner: 'company',
    partners: [],
    local: null,
    state: atCity(stage) ? 'locked' : 'drafting',
    submitted: false,
    conflicted: [],
  };
  return proposal;
}

/** Restoring is a route of each side: the other's documents do not exist on it. */
const none = (name: Name, stage: Stage): boolean => (name === 'restoreBlock' && isProposal(stage)) || (name === 'restoreProposalBlock' && !isProposal(stage));

/** Answers over HTTP, by route. */
const observed = new Map<Name, readonly (readonly Judged[])[]>();

test.each(names)('%s answers every person as the access table says, and hides what they must not know of', async (name) => {
  const cells = new Map(askers.map((asker) => [asker, [] as Judged[]]));
  for (const stage of stages) {
    if (none(name, stage)) continue;
    standing.over();
    const document = isProposal(stage) ? project : 'form';
    const target = { plan, document, thread: threads.get(document) ?? '', task };
    for (const asker of askers) {
      const client = clients.get(asker)!;
      const where = `${name} by ${asker} of the ${stage}`;
      await standing.at(stage, () => bring(stage, name));
      const answer = await ask(name, client, stage, target);
      standing.asked(routes[name].method);
      const expected = judge(actorOf(asker), routes[name].act, subjectOf(name, stage));
      expect(outcomeIn(answer), where).toBe(expected);
      if (expected === 'hidden') {
        const elsewhere = isProposal(stage) ? { ...absent, plan } : { ...absent, document: 'form' };
        const nothing = await standing.nothing(`${name} ${asker} ${elsewhere.document}`, () => ask(name, client, stage, elsewhere));
        expect(seenIn(answer), where).toEqual(nothing);
      }
      cells.get(asker)?.push(expected);
    }
  }
  observed.set(name, [...cells.values()]);
});

test('the published matrix is what the server answers', async () => {
  const rows = names.map((name) => ({ route: routeCell(routes[name]), act: routes[name].act, cells: observed.get(name) ?? [] }));
  const { text, published } = await publishMatrix('together', { head, columns: askers, rows });
  expect(published).toBe(text);
  expect(app.bugs).toEqual([]);
});
