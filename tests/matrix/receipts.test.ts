import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { keepFile } from '#db/files.ts';
import { insertVersion } from '#db/versions.ts';
import { renderers } from '#documents/render/form.ts';
import type { Answer as Judged } from '#domain/access/may.ts';
import { judge } from '#domain/access/may.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { contentDigest } from '#domain/values/digest.ts';
import { receiptRoutes } from '#http/contract/routes/receipts.ts';
import type { Answer, Client } from '../support/client.ts';
import { type Stage, actorOf, askers, observedRows, outcomeIn, planAt, publishMatrix, seenIn, stages } from '../support/matrix.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';
import { emptyContent } from '../support/versions.ts';

type Name = keyof typeof receiptRoutes;
const names = Object.keys(receiptRoutes) as Name[];
const stageNames = Object.keys(stages) as Stage[];
const edition = loadEdition(raw);

const head = `# Who may do what with receipts and packages

Written by \`UPDATE=1 vitest run tests/matrix/receipts.test.ts\` from what the server answered; the test fails while it is out of date.
Of the plan of \`zone\`. **yes**; **no**: sees it, but this is not theirs to do; **·**: answered exactly as if it did not exist; **sign in**. Where the state decides,
four answers stand for a plan being drafted for the first time / recalled / at the city / at the province.
`;

let app: TestApp;
let plan: string;
let number = 'HZ2022-000001';
const clients = new Map<string, Client>();
const absent = randomUUID();
const observed = new Map<string, Judged>();

beforeAll(async () => {
  app = await startTestApp({ edition, places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } } });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  for (const asker of askers) clients.set(asker, await app.as(asker));
  plan = (await clients.get('zoneSubmitter')!.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
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
    const call = await db.selectFrom('call').select('editionDigest').executeTakeFirstOrThrow();
    const { userId } = await db.selectFrom('membership').select('userId').executeTakeFirstOrThrow();
    const content = { ...emptyContent, edition: edition.id };
    const receipt = await db.transaction().execute(async (tx) =>
      insertVersion(tx, {
        planId: plan,
        year: 2022,
        n: 1,
        content,
        editionDigest: call.editionDigest,
        contentDigest: contentDigest(content),
        pdfDigest: await keepFile(tx, 'application/pdf', new TextEncoder().encode('%PDF')),
        pages: 1,
        filedAt: '2022-03-01T00:00:00Z',
        filedBy: userId,
      }),
    );
    ({ number } = receipt);
  }
  await db.updateTable('plan').set({ state: stages[stage].state }).where('id', '=', plan).execute();
}

async function ask(name: Name, client: Client, of: string): Promise<Answer> {
  const values = { plan: of, number, n: '1' };
  return client.get(receiptRoutes[name].path.replaceAll(/:(\w+)/g, (_, key: string) => values[key as keyof typeof values]));
}

test.each(stageNames)(
  'receipts and packages of a plan that is %s answer every person as the access table says, and hide themselves as if they were absent',
  async (stage) => {
    await bring(stage);
    for (const name of names) {
      for (const asker of askers) {
        const client = clients.get(asker)!;
        const answer = await ask(name, client, plan);
        const judged = judge(actorOf(asker), receiptRoutes[name].act, planAt(stage, 'zone'));
        // What nobody has submitted yet is absent even for those who may read it.
        const expected = stage === 'fresh' && judged === 'yes' ? 'hidden' : judged;
        const where = `${name} by ${asker}`;
        expect(outcomeIn(answer), where).toBe(expected);
        if (expected === 'yes') expect(answer.status, where).toBe(200);
        if (expected === 'hidden' || expected === 'signIn') expect(seenIn(answer), where).toEqual(seenIn(await ask(name, client, absent)));
        observed.set(`${name} ${asker} ${stage}`, judged);
      }
    }
  },
  120_000,
);

test('the published matrix is what the server answers, and none of it was a bug', async () => {
  const rows = observedRows(receiptRoutes, names, askers, () => stageNames, observed);
  const { text, published } = await publishMatrix('receipts', { head, columns: askers, rows });
  expect(published).toBe(text);
  expect(app.bugs).toEqual([]);
});
