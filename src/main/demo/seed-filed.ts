import { appendAudit } from '#db/audit.ts';
import { keepFile } from '#db/files.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { setPlanState } from '#db/plans.ts';
import type { Tx } from '#db/pool.ts';
import { freezePlanProjects } from '#db/proposal-versions.ts';
import { insertVersionDocuments } from '#db/version-documents.ts';
import { insertVersion, nextVersion } from '#db/versions.ts';
import { renderDocument } from '#documents/render/document.ts';
import { renderForm } from '#documents/render/form.ts';
import { check } from '#domain/filing/check.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { contentDigest } from '#domain/values/digest.ts';
import { formatDay } from '#domain/values/instant.ts';
import { loadPlan } from '#usecases/load-plan.ts';
import type { Place } from './seed.ts';

/** The demonstration's own address: what the codes on its papers lead to unless it is told another. */
export const demoAddress = 'http://localhost:8080';

export interface Filing {
  readonly by: Place;
  readonly filedAt: string;
  readonly publicUrl: string;
  /** What was filed, where it is not the plan as it stands. */
  readonly as?: (content: PlanContent) => PlanContent;
  /** Papers that are drawn beside the 申报表: each costs the start of the demonstration a second. */
  readonly papers: readonly ('plan' | 'commitment')[];
}

/** Freezes the plan's next version as its zone filed it, with its papers; the plan lies with the city. Answers the version's number. */
export async function seedVersion(tx: Tx, planId: string, { by, filedAt, publicUrl, as = (content) => content, papers }: Filing): Promise<number> {
  const plan = await findPlanFacts(tx, planId);
  if (plan === undefined) throw new Error('a plan of the demonstration is missing');
  const { edition, content: standing, facts, proposals } = await loadPlan(tx, plan);
  const content = as(standing);
  const [n, digest] = [await nextVersion(tx, plan.id), contentDigest({ ...content })];
  const problems = check(edition, content, 'submit', { ...facts, at: filedAt });
  const mark = { number: plan.number, version: n, digest, publicUrl };
  const request = { edition, plan: content, problems, mark, date: formatDay(Date.parse(filedAt)), demo: true };
  const form = await renderForm(request);
  const drawn = [];
  for (const kind of papers) drawn.push({ kind, ...(await renderDocument(kind, request)) });
  const pdfDigest = await keepFile(tx, 'application/pdf', form.bytes);
  const filing = { editionDigest: plan.editionDigest, contentDigest: digest, pdfDigest, pages: form.pages, filedAt, filedBy: by.userId };
  const receipt = await insertVersion(tx, { planId: plan.id, year: plan.callYear, n, content, ...filing });
  const documents = [];
  for (const { kind, bytes, pages } of drawn) documents.push({ kind, digest: await keepFile(tx, 'application/pdf', bytes), pages });
  await insertVersionDocuments(
    tx,
    documents.map((document) => ({ planId: plan.id, n, ...document })),
  );
  await freezePlanProjects(
    tx,
    plan.id,
    n,
    proposals.map(({ id, ownerId, latest }) => ({ id, version: ownerId === null ? null : latest })),
  );
  await setPlanState(tx, plan.id, 'atCity');
  const detail = { event: 'submit', version: n, receipt: receipt.number, digest, pdfDigest, documents, demo: true };
  await appendAudit(tx, { actor: by.userId, organisationId: by.organisationId, command: 'plan.submit', subject: plan.number, detail });
  return n;
}
