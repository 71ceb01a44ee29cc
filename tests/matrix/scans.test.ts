import { randomUUID } from 'node:crypto';
import { createCanvas } from '@napi-rs/canvas';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { keepFile } from '#db/files.ts';
import { insertScan, insertScanFile, setScanRead, setScanReading } from '#db/scans.ts';
import { insertRefusal } from '#db/paper-desk.ts';
import { insertVersion } from '#db/versions.ts';
import { pagePictures } from '#documents/read/page-pictures.ts';
import { renderers } from '#documents/render/form.ts';
import type { Answer as Judged } from '#domain/access/may.ts';
import { judge } from '#domain/access/may.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { ScanVerdict } from '#domain/package/judge-scan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { scanRoutes } from '#http/contract/routes/scans.ts';
import type { Answer, Client } from '../support/client.ts';
import { type Stage, actorOf, askers, observedRows, outcomeIn, planAt, publishMatrix, seenIn, stages } from '../support/matrix.ts';
import { recommendSealed, renderSealed } from '../support/sealed-plan.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

type Name = keyof typeof scanRoutes;
const names = Object.keys(scanRoutes) as Name[];
const stageNames = Object.keys(stages) as Stage[];
/** What there is only once the city has recommended. */
const sealedOnly: ReadonlySet<Name> = new Set<Name>(['printPackage', 'paperPdf', 'scanOf', 'filedPage', 'scannedPage']);

const head = `# Who may do what with printed, sealed and scanned papers

Written by \`UPDATE=1 vitest run tests/matrix/scans.test.ts\` from what the server answered; the test fails while it is out of date.
Everything is asked for of the plan of \`zone\`. **yes**; **later**: theirs, but not while the plan stands as it does; **no**: sees it, but this is not theirs to do;
**·**: answered exactly as if it did not exist; **sign in**. Four answers stand for a plan being drafted for the first time / recalled / at the city / at the province.
What is sealed exists for nobody before the city has recommended.
`;

let app: TestApp;
let plan: string;
/** A picture of a page on which nothing can be read. */
let picture: Uint8Array;
let scanFile: string;
let refusal: string;
const clients = new Map<string, Client>();
const observed = new Map<string, Judged>();
const content: PlanContent = {
  edition: 'x',
  call: '2022',
  zone: '甲高新区',
  city: '321200',
  form: {},
  outline: {},
  commitment: {},
  projects: [],
  attachments: [],
};

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  const canvas = createCanvas(60, 80);
  canvas.getContext('2d').fillRect(0, 0, 30, 40);
  picture = new Uint8Array(await canvas.encode('png'));
  for (const asker of askers) clients.set(asker, await app.as(asker));
  plan = (await clients.get('zoneSubmitter')!.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  refusal = await refusePaperOf(plan);
}, 60_000);
afterAll(async () => {
  await app?.close();
  renderers.close();
  pagePictures.close();
});

async function refusePaperOf(planId: string): Promise<string> {
  const { db } = app.deps;
  const { id: clerk } = await db.selectFrom('auth.user').select('id').where('username', '=', 'intake').executeTakeFirstOrThrow();
  const paper = { planId, code: 'x', cause: 'other', at: '2022-03-01T02:00:00.000Z', clerk, handedInBy: '某人', courier: null, tracking: null } as const;
  return db.transaction().execute((tx) => insertRefusal(tx, { ...paper, remark: '没有盖章' }));
}

/** Brings the plan to a stage past the commands: this test asks who may, not how a plan gets there. */
async function bring(stage: Stage): Promise<void> {
  const { db } = app.deps;
  const versions = await db.selectFrom('planVersion').select('n').execute();
  if (stage === 'recalled' && versions.length === 0) {
    await db.transaction().execute(async (tx) => {
      const pdfDigest = await keepFile(tx, 'application/pdf', new TextEncoder().encode('%PDF'));
      const { editionDigest } = await tx.selectFrom('call').select('editionDigest').executeTakeFirstOrThrow();
      const { userId } = await tx.selectFrom('membership').select('userId').executeTakeFirstOrThrow();
      const filing = { editionDigest, contentDigest: 'a'.repeat(64), pdfDigest, pages: 1, filedAt: '2022-03-01T02:00:00.000Z', filedBy: userId };
      await insertVersion(tx, { planId: plan, year: 2022, n: 1, content, ...filing });
    });
  }
  if (stage === 'atProvince') await recommendSealed(app, plan, 2, content, await renderSealed('JQ2022-0001', 2, content));
  await db.updateTable('plan').set({ state: stages[stage].state }).where('id', '=', plan).execute();
}

const nothingRead: ScanVerdict = {
  ok: false,
  found: [],
  faults: [
    { fault: 'unreadable', scan: 1 },
    { fault: 'missing', kind: 'letter', page: 1 },
  ],
};

/** A scan in which this command finds what it needs. */
async function makeScan(name: Name): Promise<void> {
  await app.deps.db.transaction().execute(async (tx) => {
    await sql`update sealed_scan set state = 'removed'`.execute(tx);
    const { userId } = await tx.selectFrom('membership').select('userId').executeTakeFirstOrThrow();
    const { id } = await insertScan(tx, plan, 2, userId);
    const digest = await keepFile(tx, 'image/png', picture);
    scanFile = await insertScanFile(tx, { scanId: id, digest, mediaType: 'image/png', name: '1.png', size: 100, loose: false });
    await setScanReading(tx, scanFile, [{ codes: [] }]);
    const gathered: readonly Name[] = ['addScanFile', 'removeScanFile', 'orderScan', 'handInScan'];
    if (!gathered.includes(name)) await setScanRead(tx, id, nothingRead, '2022-03-01T02:00:00.000Z');
  });
}

async function ask(name: Name, client: Client, of: string): Promise<Answer> {
  const { method, path } = scanRoutes[name];
  const values: Readonly<Record<string, string>> = {
    plan: of,
    n: '2',
    page: '1',
    file: scanFile ?? randomUUID(),
    refusal,
    paper: name === 'filedPage' ? 'letter' : 'notice.pdf',
  };
  const to = path.replaceAll(/:(\w+)/g, (_, key: string) => values[key] ?? '');
  if (name === 'addScanFile' || name === 'photographPage') return client.send(method, `${to}?name=1.png`, { bytes: picture });
  const bodies: Partial<Record<Name, object>> = { orderScan: { files: [scanFile ?? ''] }, tellPage: { kind: 'letter', page: 1 } };
  return method === 'GET' || method === 'DELETE' ? client.send(method, to) : client.send(method, to, { body: bodies[name] ?? {} });
}

test.each(stageNames)(
  'sealed papers of a plan that is %s answer every person as the access table says, and hide themselves as if they were absent',
  async (stage) => {
    await bring(stage);
    for (const name of names) {
      for (const asker of askers) {
        const client = clients.get(asker)!;
        const judged = judge(actorOf(asker), scanRoutes[name].act, planAt(stage, 'zone'));
        if (stage === 'atProvince' && judged === 'yes') await makeScan(name);
        const expected = judged === 'yes' && stage !== 'atProvince' && sealedOnly.has(name) ? 'hidden' : judged;
        const answer = await ask(name, client, plan);
        const where = `${name} by ${asker}: ${answer.status}`;
        expect(outcomeIn(answer), where).toBe(expected);
        if (expected === 'yes') expect(answer.status, where).toBe(200);
        if (judged === 'hidden' || judged === 'signIn') expect(seenIn(answer), where).toEqual(seenIn(await ask(name, client, randomUUID())));
        observed.set(`${name} ${asker} ${stage}`, expected);
      }
    }
  },
  180_000,
);

test('the published matrix is what the server answers, and none of it was a bug', async () => {
  const rows = observedRows(scanRoutes, names, askers, () => stageNames, observed);
  const { text, published } = await publishMatrix('scans', { head, columns: askers, rows });
  expect(published).toBe(text);
  expect(app.bugs).toEqual([]);
});
