import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import type { Answer as Judged } from '#domain/access/may.ts';
import { judge } from '#domain/access/may.ts';
import type { PlanSubject } from '#domain/access/relations.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { mendingRoutes } from '#http/contract/routes/mending.ts';
import type { Answer, Client } from '../support/client.ts';
import { actorOf, askers, observedRows, outcomeIn, publishMatrix, seenIn } from '../support/matrix.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

type Name = keyof typeof mendingRoutes;
const names = Object.keys(mendingRoutes) as Name[];
const stages = {
  fresh: { state: 'drafting', submitted: false, recommended: false },
  atCity: { state: 'atCity', submitted: true, recommended: false },
  atProvince: { state: 'atProvince', submitted: true, recommended: true },
  mending: { state: 'mending', submitted: true, recommended: true },
} as const satisfies Readonly<Record<string, Pick<PlanSubject, 'state' | 'submitted' | 'recommended'>>>;
type Stage = keyof typeof stages;
const stageNames = Object.keys(stages) as Stage[];

const head = `# Who may do what with a mending

Written by \`UPDATE=1 vitest run tests/matrix/mending.test.ts\` from what the server answered; the test fails while it is out of date.
What the intake centre wants mended is asked for of the plan of \`zone\`. **yes**; **later**: not in this state; **no**: sees it, but this is not theirs to do;
**·**: answered exactly as if it did not exist; **sign in**. Where the state decides, four answers stand for a plan being drafted / at the city / at the province / being mended.
`;

let app: TestApp;
let plan = '';
const clients = new Map<string, Client>();
const absent = randomUUID();
const observed = new Map<string, Judged>();

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  for (const asker of askers) clients.set(asker, await app.as(asker));
  plan = (await clients.get('zoneSubmitter')!.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
}, 60_000);
afterAll(() => app?.close());

/** Brings the plan to a stage past the commands: this test asks who may, not how a plan gets there. */
async function bring(stage: Stage): Promise<void> {
  const { db } = app.deps;
  if (stages[stage].submitted) {
    const digest = 'b'.repeat(64);
    await sql`insert into document_file (digest, media_type, bytes) values (${digest}, 'application/pdf', '') on conflict do nothing`.execute(db);
    await sql`insert into plan_version (plan_id, n, content, edition_digest, content_digest, pdf_digest, pages, filed_at, filed_by, receipt_number)
      select ${plan}, 1, '{}', edition_digest, repeat('a', 64), ${digest}, 1, now(), (select user_id from membership limit 1), 'HZ1' from call on conflict do nothing`.execute(
      db,
    );
  }
  await db.updateTable('plan').set({ state: stages[stage].state }).where('id', '=', plan).execute();
}

function ask(name: Name, client: Client, of: string): Promise<Answer> {
  const path = mendingRoutes[name].path.replace(':plan', of);
  return name === 'mending' ? client.get(path) : client.send('POST', path, { body: { n: 1 } });
}

test.each(stageNames)(
  'what must be mended of a plan that is %s answers every person as the access table says, and hides itself as if it were absent',
  async (stage) => {
    await bring(stage);
    for (const name of names) {
      for (const asker of askers) {
        const client = clients.get(asker)!;
        const answer = await ask(name, client, plan);
        const subject: PlanSubject = { kind: 'plan', zone: 'zone', city: 'city', closed: false, conflicted: [], ...stages[stage] };
        const expected = judge(actorOf(asker), mendingRoutes[name].act, subject);
        const where = `${name} by ${asker} while ${stage}`;
        // Nothing was recommended, so that there is nothing to confirm: who may, hears that.
        const nothing = expected === 'yes' && name === 'confirmMended';
        expect(outcomeIn(answer), where).toBe(nothing ? 'wrongState' : expected);
        if (expected === 'hidden' || expected === 'signIn') expect(seenIn(answer), where).toEqual(seenIn(await ask(name, client, absent)));
        observed.set(`${name} ${asker} ${stage}`, expected);
      }
    }
  },
);

test('the published matrix is what the server answers', async () => {
  const rows = observedRows(mendingRoutes, names, askers, () => stageNames, observed);
  const { text, published } = await publishMatrix('mending', { head, columns: askers, rows });
  expect(published).toBe(text);
  expect(app.bugs).toEqual([]);
});
