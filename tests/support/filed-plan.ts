import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { keepFile } from '#db/files.ts';
import { insertMending, type NewMending } from '#db/mendings.ts';
import { awaitPaper, insertLiveRecommendation } from '#db/plan-recommendations.ts';
import { openStore } from '#db/pool.ts';
import { insertVersion } from '#db/versions.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { contentDigest } from '#domain/values/digest.ts';
import type { TestApp } from './test-app.ts';

/** Stops the product's clock at an instant, to the millisecond; only the owner of a test's own database can. */
export async function stopClock(app: { readonly url: string }, instant: string | number): Promise<void> {
  const at = new Date(instant).toISOString();
  await asOwner(app, sql`create or replace function jiqun_now() returns timestamptz language sql volatile as ${sql.lit(`select '${at}'::timestamptz`)}`);
}

async function asOwner(app: { readonly url: string }, statement: ReturnType<typeof sql>): Promise<void> {
  const owner = openStore(app.url, 'owner');
  await statement.execute(owner.db);
  await owner.close();
}

/** Brings a submitted plan to the intake centre past the commands, as recommended under this document number. */
export async function recommended(app: TestApp, planId: string, person: string): Promise<void> {
  await app.deps.db.transaction().execute(async (tx) => {
    const plan = await tx.selectFrom('plan').select(['cityId']).where('id', '=', planId).executeTakeFirstOrThrow();
    const { n } = await tx
      .selectFrom('planVersion')
      .select(({ fn }) => fn.max('n').as('n'))
      .where('planId', '=', planId)
      .executeTakeFirstOrThrow();
    const letterDigest = await keepFile(tx, 'application/pdf', new TextEncoder().encode('%PDF letter'));
    const row = { id: randomUUID(), planId, n, cityId: plan.cityId, documentNumber: '泰科高〔2022〕9号', letterDigest, letterPages: 2, madeBy: person };
    await insertLiveRecommendation(tx, { ...row, madeAt: '2022-03-20T02:00:00.000Z' });
    await tx.updateTable('plan').set({ state: 'atProvince' }).where('id', '=', planId).execute();
    await awaitPaper(tx, planId);
    await tx.updateTable('intake').set({ state: 'checking', number: 'SL2022-0001' }).where('planId', '=', planId).execute();
  });
}

/** Sends a recommended plan back to be mended past the clerk's command. */
export async function sendBack(app: TestApp, planId: string, mending: Omit<NewMending, 'intakeId' | 'n'>): Promise<void> {
  await app.deps.db.transaction().execute(async (tx) => {
    const { id } = await tx.selectFrom('intake').select('id').where('planId', '=', planId).executeTakeFirstOrThrow();
    const { n } = await tx
      .selectFrom('planVersion')
      .select(({ fn }) => fn.max('n').as('n'))
      .where('planId', '=', planId)
      .executeTakeFirstOrThrow();
    await insertMending(tx, { ...mending, intakeId: id, n });
    await tx.updateTable('intake').set({ state: 'mending' }).where('id', '=', id).execute();
    await tx.updateTable('plan').set({ state: 'mending' }).where('id', '=', planId).execute();
  });
}

/** Id of the person who signs in as this role. */
export async function personOf(app: TestApp, role: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from auth."user" where username = ${role.toLowerCase()}`.execute(app.deps.db);
  return rows[0]!.id;
}

/** Freezes one more version of the plan past the command, with other projects' texts. */
export async function nextVersion(app: TestApp, planId: string, change: (projects: PlanContent['projects']) => PlanContent['projects']): Promise<void> {
  await app.deps.db.transaction().execute(async (tx) => {
    const last = await tx.selectFrom('planVersion').selectAll().where('planId', '=', planId).orderBy('n', 'desc').limit(1).executeTakeFirstOrThrow();
    const content = { ...last.content, projects: change(last.content.projects) };
    const projects = await tx.selectFrom('planVersionProject').selectAll().where('planId', '=', planId).where('planVersion', '=', last.n).execute();
    const n = last.n + 1;
    await insertVersion(tx, { ...last, year: 2022, n, content, contentDigest: contentDigest({ ...content }), filedAt: last.filedAt });
    await tx
      .insertInto('planVersionProject')
      .values(projects.map((row) => ({ ...row, planVersion: n })))
      .execute();
  });
}
