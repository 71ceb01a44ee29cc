import type { KyselyPlugin } from 'kysely';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Deps } from '#usecases/deps.ts';
import { readPlan } from '#usecases/read-plan.ts';
import { listProposals } from '#usecases/read-proposal.ts';
import { sessionOf } from '#usecases/session.ts';
import type { TestApp } from './support/test-app.ts';
import { startTestApp } from './support/test-app.ts';

let app: TestApp;
let plan = '';

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  plan = (await (await app.as('zoneSubmitter')).send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
});
afterAll(() => app?.close());

async function addOwned(from: number, to: number): Promise<void> {
  await sql`insert into project (plan_id, number, position, owner_id)
    select ${plan}, 'XM2022-9' || n, n, (select id from organisation where name = 'company') from generate_series(${from}::int, ${to}::int) n`.execute(
    app.deps.db,
  );
  await sql`insert into proposal_version (project_id, n, content, edition_digest, content_digest, filed_at, filed_by)
    select project.id, 1, '{"answers":{},"attachments":[]}', edition_digest, repeat('a', 64), now(), (select user_id from membership limit 1)
    from project, call where not exists (select from proposal_version where project_id = project.id)`.execute(app.deps.db);
}

/** How many statements a reading asks of the database. */
async function statements(role: string, read: (deps: Deps, session: Awaited<ReturnType<typeof sessionOf>>) => Promise<unknown>): Promise<number> {
  let asked = 0;
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      asked += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const { userId } = await app.deps.db
    .selectFrom('membership')
    .innerJoin('auth.user as user', 'user.id', 'membership.userId')
    .select('userId')
    .where('user.username', '=', role)
    .executeTakeFirstOrThrow();
  const session = await sessionOf(app.deps, userId);
  await read({ ...app.deps, db: app.deps.db.withPlugin(counter) }, session);
  return asked;
}

test('reading a plan and listing proposals asks the database as often for sixty proposals as for one', async () => {
  const counts = async () => [
    await statements('zonesubmitter', (deps, session) => readPlan(deps, session, plan)),
    await statements('company', (deps, session) => listProposals(deps, session)),
  ];
  await addOwned(0, 0);
  // The edition is read once and kept.
  await counts();
  const one = await counts();
  await addOwned(1, 59);
  expect(await counts()).toEqual(one);
});
