import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepFile } from '#db/files.ts';
import { pagePictures } from '#documents/read/page-pictures.ts';
import { renderers } from '#documents/render/form.ts';
import type { Answer as Judged } from '#domain/access/may.ts';
import { judge } from '#domain/access/may.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { cityRoutes } from '#http/contract/routes/city.ts';
import type { Route } from '#http/contract/define.ts';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import type { Answer, Client } from '../support/client.ts';
import { type Stage, actorOf, askers, observedRows, outcomeIn, planAt, publishMatrix, seenIn, stages } from '../support/matrix.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { emptyContent } from '../support/versions.ts';

type Name = keyof typeof cityRoutes;
const names = Object.keys(cityRoutes) as Name[];
const stageNames = Object.keys(stages) as Stage[];

const head = `# Who may do what in a city’s check and recommendation

Written by \`UPDATE=1 vitest run tests/matrix/city.test.ts\` from what the server answered; the test fails while it is out of date.
Everything is asked for of the plan of \`zone\`, which lies in the city of \`city\`; that city has recommended another zone.
**yes**; **no**: sees it, but this is not theirs to do; **later**: theirs, in another state of the plan; **·**: answered exactly as if it did not exist; **sign in**.
Where the state decides, four answers stand for a plan being drafted for the first time / recalled / at the city / at the province.
`;

/** What each request says. */
const bodies: Readonly<Partial<Record<Name, unknown>>> = {
  addCheckNote: { document: 'form', block: 'cluster', path: '', text: '请核对。' },
  changeCheckNote: { text: '请再核对。' },
  returnPlan: { reason: '请修改' },
  declinePlan: { reason: '另荐' },
  recommend: { documentNumber: '云科函〔2022〕1号' },
  withdrawRecommendation: { reason: '改荐' },
};

let app: TestApp;
let plan: string;
let otherPlan: string;
let note: string;
const clients = new Map<string, Client>();
const observed = new Map<string, Judged>();

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  for (const asker of askers) clients.set(asker, await app.as(asker));
  const begin = async (who: string) => (await clients.get(who)!.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  [plan, otherPlan] = [await begin('zoneSubmitter'), await begin('otherZone')];
}, 60_000);
afterAll(async () => {
  await app?.close();
  renderers.close();
  pagePictures.close();
});

/** A version of each plan, a recommendation of each, and the slot with the other one. */
async function fileBoth(): Promise<void> {
  const { db } = app.deps;
  const pdf = await db.transaction().execute((tx) => keepFile(tx, 'application/pdf', new TextEncoder().encode('%PDF')));
  const holder = randomUUID();
  for (const id of [plan, otherPlan]) {
    await sql`insert into plan_version (plan_id, n, content, edition_digest, content_digest, pdf_digest, pages, filed_at, filed_by, receipt_number)
      select ${id}, 1, ${JSON.stringify(emptyContent)}, edition_digest, repeat('a', 64), ${pdf}, 1, now(), (select user_id from membership limit 1), ${id} from call`.execute(
      db,
    );
    await sql`insert into recommendation (id, plan_id, n, city_id, state, document_number, letter_digest, letter_pages, made_by, made_at)
      select ${id === plan ? randomUUID() : holder}, id, 1, city_id, 'active', '1', ${pdf}, 1, (select user_id from membership limit 1), now() from plan where id = ${id}`.execute(
      db,
    );
  }
  await sql`insert into quota select id, 'recommendation', '321200' from call`.execute(db);
  await sql`insert into quota_slot select id, 'recommendation', '321200', 1, ${holder} from call`.execute(db);
  await sql`insert into city_check (plan_id, n, state, opened_by) select ${plan}, 1, 'open', user_id from membership m join organisation o on o.id = m.organisation_id where o.kind = 'city' and o.city_code = '321200'`.execute(
    db,
  );
  note = (
    await sql<{
      id: string;
    }>`insert into check_note (check_id, document, block, path, body, by_person) select id, 'form', 'cluster', '', '一', opened_by from city_check returning id`.execute(
      db,
    )
  ).rows[0]!.id;
}

/** Brings the plan to a stage past the commands, with its check, its note and its recommendation as the request needs them. */
async function bring(stage: Stage, name: Name): Promise<void> {
  const { db } = app.deps;
  if (stages[stage].submitted && note === undefined) await fileBoth();
  await db.updateTable('plan').set({ state: stages[stage].state }).where('id', '=', plan).execute();
  const concluded = name === 'reopenCityCheck' ? sql`now()` : sql`null`;
  await sql`update city_check set state = ${name === 'reopenCityCheck' ? 'passed' : 'open'}, concluded_at = ${concluded}`.execute(db);
  await sql`update check_note set removed_at = null`.execute(db);
  await sql`update recommendation set state = 'active', withdrawn_at = null, withdrawn_by = null`.execute(db);
}

async function ask(name: Name, client: Client, of: string): Promise<Answer> {
  const values = { plan: of, note: note ?? randomUUID(), kind: 'plan', n: '1', paper: 'form', page: '1' };
  const { method, path, command }: Route = cityRoutes[name];
  const url = path.replaceAll(/:(\w+)/g, (_, key: string) => values[key as keyof typeof values]);
  return command === true ? client.send(method, url, method === 'DELETE' ? {} : { body: bodies[name] ?? {} }) : client.get(url);
}

test.each(stageNames)(
  'the city’s check of a plan that is %s answers every person as the access table says, and hides itself as if it were absent',
  async (stage) => {
    for (const name of names) {
      for (const asker of askers) {
        await bring(stage, name);
        const client = clients.get(asker)!;
        const answer = await ask(name, client, plan);
        const judged = judge(actorOf(asker), cityRoutes[name].act, name === 'candidates' ? { kind: 'plans' } : planAt(stage, 'zone'));
        // A letter that nobody has issued yet is absent even for those who may read it.
        const expected = stage === 'fresh' && judged === 'yes' && name === 'letterPdf' ? 'hidden' : judged;
        const where = `${name} by ${asker}`;
        expect(outcomeIn(answer), where).toBe(expected);
        if (expected === 'hidden' || expected === 'signIn') {
          expect(seenIn(answer), where).toEqual(seenIn(await ask(name, client, name === 'candidates' ? plan : randomUUID())));
        }
        observed.set(`${name} ${asker} ${stage}`, judged);
      }
    }
  },
  120_000,
);

test('the published matrix is what the server answers, and none of it was a bug', async () => {
  const rows = observedRows(cityRoutes, names, askers, () => stageNames, observed);
  const { text, published } = await publishMatrix('city', { head, columns: askers, rows });
  expect(published).toBe(text);
  expect(app.bugs).toEqual([]);
});
