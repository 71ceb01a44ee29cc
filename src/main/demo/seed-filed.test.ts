import { afterAll, expect, test } from 'vitest';
import { digestOf } from '#db/files.ts';
import { openStore } from '#db/pool.ts';
import { listVersionDocuments } from '#db/version-documents.ts';
import { findRegistered } from '#db/zone-register.ts';
import { renderPaper } from '#documents/package/render-papers.ts';
import { renderers } from '#documents/render/form.ts';
import type { PaperKind } from '#domain/filing/intake.ts';
import { contentDigest } from '#domain/values/digest.ts';
import { formatDay } from '#domain/values/instant.ts';
import { createDatabase } from '#tests/support/database.ts';
import { expectReplayed } from '#tests/support/replay.ts';
import { pinnedEdition } from '#usecases/editions.ts';
import { verifyVersion } from '../worker/verify-version.ts';
import { seedDemo } from './seed.ts';
import { demoAddress } from './seed-filed.ts';

const database = await createDatabase({ name: 'demo_filed', fill: (url) => seedDemo(url, 'filed') });
const store = openStore(database.url);
const { db } = store;
afterAll(async () => {
  renderers.close();
  await store.close();
  await database.drop();
});

const versions = () =>
  db
    .selectFrom('planVersion')
    .innerJoin('plan', 'plan.id', 'planVersion.planId')
    .select(['planId', 'n', 'number', 'content', 'planVersion.contentDigest', 'pdfDigest', 'editionDigest', 'filedAt'])
    .orderBy('number')
    .orderBy('n')
    .execute();

test('the filed plans of the demonstration are as stored as any: receipts, papers and states that the log leads to', async () => {
  const filed = await versions();
  expect(filed.map(({ number, n }) => `${number}/${n}`)).toEqual(['JQ2022-0004/1', 'JQ2022-0004/2', 'JQ2022-0005/1', 'JQ2022-0006/1', 'JQ2022-0007/1']);
  expect(filed.map(({ content }) => contentDigest({ ...content }))).toEqual(filed.map((version) => version.contentDigest));
  expect(await db.selectFrom('receipt').selectAll().execute()).toHaveLength(filed.length);
  expect(await expectReplayed(db)).toBeGreaterThan(30);
  for (const { planId, n } of filed) await verifyVersion(db, planId, n);
  const verdicts = await db.selectFrom('auditEntry').select('command').where('command', 'like', 'version.%').execute();
  expect(verdicts.map(({ command }) => command)).toEqual(filed.map(() => 'version.verified'));
});

test('each paper that was drawn beside others at the seeding is, byte for byte, the one that its frozen content draws', async () => {
  const draw = async (number: string, kind: PaperKind, letter?: { readonly number: string; readonly date: string }) => {
    const version = (await versions()).findLast((one) => one.number === number)!;
    const registered = (await findRegistered(db, version.content.zone))?.content ?? null;
    const { contentDigest: digest, content: plan, filedAt: at, n } = version;
    const manifest = {
      contentDigest: digest,
      date: formatDay(Date.parse(at)),
      demo: true,
      publicUrl: demoAddress,
      filed: { number, version: n, filedAt: at, registered },
    };
    const edition = await pinnedEdition(db, version.editionDigest);
    const { bytes } = await renderPaper(kind, { edition, plan, at, manifest, images: new Map(), ...(letter && { letter }) });
    return { drawn: digestOf(bytes), version };
  };
  const form = await draw('JQ2022-0005', 'form');
  expect(form.drawn).toBe(form.version.pdfDigest);
  const stored = await listVersionDocuments(db, form.version.planId);
  expect((await draw('JQ2022-0005', 'commitment')).drawn).toBe(stored.find(({ kind }) => kind === 'commitment')?.digest);
  const { documentNumber, madeAt, letterDigest } = await db
    .selectFrom('recommendation')
    .innerJoin('plan', 'plan.id', 'planId')
    .selectAll('recommendation')
    .where('plan.number', '=', 'JQ2022-0007')
    .executeTakeFirstOrThrow();
  expect((await draw('JQ2022-0007', 'letter', { number: documentNumber, date: formatDay(Date.parse(madeAt)) })).drawn).toBe(letterDigest);
});
