import { randomUUID } from 'node:crypto';
import { keepFile } from '#db/files.ts';
import { awaitPaper, insertLiveRecommendation } from '#db/plan-recommendations.ts';
import { findPlan, setPlanState } from '#db/plans.ts';
import type { Db } from '#db/pool.ts';
import { insertProject } from '#db/projects.ts';
import { freezePlanProjects, insertProposalVersion } from '#db/proposal-versions.ts';
import { insertVersion, nextVersion } from '#db/versions.ts';
import { typedCode } from '#domain/filing/verify-code.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { contentDigest } from '#domain/values/digest.ts';

/** A filed version as the desk's paper shows it. */
export interface FiledPaper {
  readonly n: number;
  readonly number: string;
  readonly digest: string;
  /** As it is typed. */
  readonly code: string;
  /** As the scanner types it from page 1 of the 申报表. */
  readonly scanned: string;
}

/** Freezes the next version of a plan as if its zone had submitted it, four bytes for its PDF. */
export async function fileVersion(db: Db, planId: string, content: PlanContent, filedAt: string): Promise<FiledPaper> {
  const plan = (await findPlan(db, planId))!;
  const { userId: filedBy } = await db.selectFrom('membership').select('userId').where('organisationId', '=', plan.zoneId).executeTakeFirstOrThrow();
  const { editionDigest } = await db.selectFrom('call').select('editionDigest').where('id', '=', plan.callId).executeTakeFirstOrThrow();
  const digest = contentDigest({ ...content });
  return db.transaction().execute(async (tx) => {
    const n = await nextVersion(tx, planId);
    const pdfDigest = await keepFile(tx, 'application/pdf', new TextEncoder().encode('%PDF'));
    await insertVersion(tx, { planId, year: 2022, n, content, editionDigest, contentDigest: digest, pdfDigest, pages: 6, filedAt, filedBy });
    const projects = await tx
      .selectFrom('project')
      .leftJoin('proposalVersion', 'proposalVersion.projectId', 'project.id')
      .select(['project.id', 'proposalVersion.n as version'])
      .where('planId', '=', planId)
      .orderBy('position')
      .execute();
    await freezePlanProjects(tx, planId, n, projects);
    await setPlanState(tx, planId, 'atCity');
    const { number } = plan;
    return { n, number, digest, code: typedCode(number, n, digest), scanned: `HTTP://JIQUN.TEST/V/${number}/${n}/${digest.toUpperCase()}/F/1/6` };
  });
}

/** So many projects that the zone fills in itself. */
export async function addProjects(db: Db, planId: string, many: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (let i = 0; i < many; i++) await insertProject(tx, planId, 2022);
  });
}

/** Gives the last project to this company, which has submitted a proposal for it. */
export async function ownLast(db: Db, planId: string, company: string): Promise<void> {
  const { id: ownerId } = await db.selectFrom('organisation').select('id').where('name', '=', company).executeTakeFirstOrThrow();
  const { id } = await db.selectFrom('project').select('id').where('planId', '=', planId).orderBy('position', 'desc').limit(1).executeTakeFirstOrThrow();
  const { userId: filedBy } = await db.selectFrom('membership').select('userId').where('organisationId', '=', ownerId).executeTakeFirstOrThrow();
  const { editionDigest } = await db.selectFrom('call').select('editionDigest').executeTakeFirstOrThrow();
  const content = { answers: {}, attachments: [] };
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('project').set({ ownerId, state: 'taken' }).where('id', '=', id).execute();
    const filing = { editionDigest, contentDigest: contentDigest(content), filedAt: '2022-03-16T02:00:00.000Z', filedBy };
    await insertProposalVersion(tx, { projectId: id, n: 1, content, ...filing });
  });
}

/** Recommends the newest version as if its city had, so that the intake centre awaits its paper. */
export async function recommendFiled(db: Db, planId: string, n: number, madeAt: string): Promise<void> {
  const plan = (await findPlan(db, planId))!;
  const { userId: madeBy } = await db.selectFrom('membership').select('userId').where('organisationId', '=', plan.cityId).executeTakeFirstOrThrow();
  await db.transaction().execute(async (tx) => {
    const letterDigest = await keepFile(tx, 'application/pdf', new TextEncoder().encode('%PDF'));
    const row = { id: randomUUID(), planId, n, cityId: plan.cityId, documentNumber: '云科函〔2022〕3号', letterDigest, letterPages: 1, madeBy, madeAt };
    await insertLiveRecommendation(tx, row);
    await setPlanState(tx, planId, 'atProvince');
    await awaitPaper(tx, planId);
  });
}
