import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { insertVersion } from '#db/versions.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Client } from './support/client.ts';
import type { TestApp } from './support/test-app.ts';
import { startTestApp } from './support/test-app.ts';
import { emptyContent } from './support/versions.ts';

let app: TestApp;
let zone: Client;
let plan: string;

/** What no answer and no log may show of a plan. */
const secret = '未公开的集群名称';

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  zone = await app.as('zoneSubmitter');
  plan = (await zone.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  const { db } = app.deps;
  const { editionDigest } = await db.selectFrom('call').select('editionDigest').executeTakeFirstOrThrow();
  const { userId: filedBy } = await db.selectFrom('membership').select('userId').executeTakeFirstOrThrow();
  const pdfDigest = 'b'.repeat(64);
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('documentFile')
      .values({ digest: pdfDigest, mediaType: 'application/pdf', bytes: Buffer.from(secret) })
      .execute();
    const content = { ...emptyContent, form: { name: { name: secret } } };
    const version = { planId: plan, year: 2022, n: 1, content, editionDigest, contentDigest: 'a'.repeat(64), pdfDigest };
    await insertVersion(tx, { ...version, pages: 1, filedAt: '2022-03-01T00:00:00Z', filedBy });
  });
});

afterAll(() => app?.close());

test('bytes that are not those that were frozen are not served, and nobody learns more than that something is broken', async () => {
  const answer = await zone.get(`/api/plans/${plan}/versions/1/form.pdf`);
  expect([answer.status, answer.json()]).toEqual([500, {}]);
  expect(app.bugs).toMatchObject([{ event: 'bug', method: 'GET', route: '/api/plans/:plan/versions/:n/form.pdf', name: 'Error' }]);
  expect(JSON.stringify(app.bugs)).not.toContain(secret);
});
