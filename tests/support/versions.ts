import { changeAnswer, insertAnswer } from '#db/answers.ts';
import { keepFile } from '#db/files.ts';
import type { PlanRow } from '#db/plans.ts';
import type { Tx } from '#db/pool.ts';
import { insertProject } from '#db/projects.ts';
import { freezePlanProjects, insertProposalVersion, insertReview } from '#db/proposal-versions.ts';
import { insertRecommendation } from '#db/recommendations.ts';
import { insertSolicitation } from '#db/solicitations.ts';
import { insertVersion, nextVersion, type ReceiptRow } from '#db/versions.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { contentDigest } from '#domain/values/digest.ts';
import type { Json } from '#domain/values/json.ts';

/** The smallest content that has the shape of a plan. */
export const emptyContent = {
  edition: 'test',
  call: 'test',
  zone: '泰州',
  city: '321200',
  form: {},
  outline: {},
  commitment: {},
  projects: [],
  attachments: [],
} satisfies PlanContent & Json;

/** Freezes `content` as the next version of the plan, with four bytes for its PDF; `digest` may be another than the content has. */
export async function freeze(tx: Tx, plan: PlanRow, filedBy: string, content = emptyContent, digest = contentDigest(content)): Promise<ReceiptRow> {
  const pdfDigest = await keepFile(tx, 'application/pdf', new TextEncoder().encode('%PDF'));
  return insertVersion(tx, {
    planId: plan.id,
    year: 2022,
    n: await nextVersion(tx, plan.id),
    content,
    editionDigest: '1'.repeat(64),
    contentDigest: digest,
    pdfDigest,
    pages: 6,
    filedAt: '2022-03-11T06:32:00.000Z',
    filedBy,
  });
}

/** One row in each table that keeps what happened to proposals and answers. */
export async function freezeProposal(tx: Tx, plan: PlanRow, person: string): Promise<void> {
  const project = await insertProject(tx, plan.id, 2022);
  const content = { answers: {}, attachments: [] };
  const version = { projectId: project.id, n: 1, content, editionDigest: '1'.repeat(64), contentDigest: contentDigest(content) };
  const at = '2022-03-11T06:32:00.000Z';
  await insertProposalVersion(tx, { ...version, filedAt: at, filedBy: person });
  await insertReview(tx, { projectId: project.id, version: 1, event: 'take', reason: null, fields: [], byPerson: person });
  await insertRecommendation(tx, { projectId: project.id, version: 1, authorityId: plan.cityId, askedAt: at, by: person });
  await freezePlanProjects(tx, plan.id, 1, [{ id: project.id, version: 1 }]);
  const solicitationId = await insertSolicitation(tx, plan.callId, plan.zoneId);
  const answer = await insertAnswer(tx, { solicitationId, companyId: null, companyName: '甲公司', companyCode: null, state: 'invited', token: null });
  await changeAnswer(tx, answer, { invitedAt: at }, { event: 'invite', content: {}, by: person });
}
