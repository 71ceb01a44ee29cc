import { appendAudit } from '#db/audit.ts';
import { keepFile } from '#db/files.ts';
import { findPlanFacts, type PlanFacts } from '#db/plan-facts.ts';
import { setPlanState } from '#db/plans.ts';
import type { Tx } from '#db/pool.ts';
import { chainWaiting } from '#db/sequencer.ts';
import { freezePlanProjects } from '#db/proposal-versions.ts';
import { insertVersionDocuments } from '#db/version-documents.ts';
import { insertVersion, nextVersion } from '#db/versions.ts';
import { renderDocument } from '#documents/render/document.ts';
import { type RenderedPaper, renderForm } from '#documents/render/form.ts';
import type { Pool } from '#documents/render/pool.ts';
import { check } from '#domain/filing/check.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { contentDigest } from '#domain/values/digest.ts';
import { formatDay } from '#domain/values/instant.ts';
import { type LivePlan, loadPlan } from '#usecases/load-plan.ts';
import type { Place } from './seed.ts';

/** The demonstration's own address: what the codes on its papers lead to unless it is told another. */
export const demoAddress = 'http://localhost:8080';

export interface Filing {
  readonly n: number;
  readonly filedAt: string;
  readonly publicUrl: string;
  /** What was filed, where it is not the plan as it stands. */
  readonly as?: (content: PlanContent) => PlanContent;
  /** Papers that are drawn beside the 申报表: each costs the start of the demonstration. */
  readonly papers: readonly ('plan' | 'commitment')[];
  /** The letter under which its city recommended it. */
  readonly letter?: { readonly documentNumber: string; readonly madeAt: string };
}

/** A version as its zone filed it, whose papers are being drawn. */
export interface FiledVersion {
  readonly plan: PlanFacts;
  readonly n: number;
  readonly content: PlanContent;
  readonly digest: string;
  readonly filedAt: string;
  readonly publicUrl: string;
  readonly proposals: LivePlan['proposals'];
  readonly form: Promise<RenderedPaper>;
  readonly documents: Promise<readonly (RenderedPaper & { readonly kind: 'plan' | 'commitment' })[]>;
  readonly letter: Promise<RenderedPaper> | undefined;
}

/** Begins to draw a version's papers, for keepVersion to store: the seeding goes on meanwhile. */
export async function beginVersion(tx: Tx, planId: string, filing: Filing, pool: Pool): Promise<FiledVersion> {
  const { n, filedAt, publicUrl, as = (content) => content, papers, letter } = filing;
  const plan = await findPlanFacts(tx, planId);
  if (plan === undefined) throw new Error('a plan of the demonstration is missing');
  const { edition, content: standing, facts, proposals } = await loadPlan(tx, plan);
  const content = as(standing);
  const digest = contentDigest({ ...content });
  const problems = check(edition, content, 'submit', { ...facts, at: filedAt });
  const mark = { number: plan.number, version: n, digest, publicUrl };
  const request = { edition, plan: content, problems, mark, date: formatDay(Date.parse(filedAt)), demo: true };
  const recommended = letter && { ...request, problems: [], date: formatDay(Date.parse(letter.madeAt)), letterNumber: letter.documentNumber };
  return {
    plan,
    n,
    content,
    digest,
    filedAt,
    publicUrl,
    proposals,
    form: awaited(renderForm(request, pool)),
    documents: awaited(Promise.all(papers.map(async (kind) => ({ kind, ...(await renderDocument(kind, request, pool)) })))),
    letter: recommended && awaited(renderDocument('letter', recommended, pool)),
  };
}

/** Somebody awaits it later: until then its failure must not count as nobody's. */
function awaited<T>(drawing: Promise<T>): Promise<T> {
  drawing.catch(() => {});
  return drawing;
}

/** Freezes a version with its papers; the plan lies with the city. Answers the version's number. */
export async function keepVersion(tx: Tx, version: FiledVersion, by: Place): Promise<number> {
  const { plan, n, content, digest, filedAt, publicUrl, proposals } = version;
  if (n !== (await nextVersion(tx, plan.id))) throw new Error('the versions of the demonstration are out of order');
  const form = await version.form;
  const pdfDigest = await keepFile(tx, 'application/pdf', form.bytes);
  const filing = { editionDigest: plan.editionDigest, contentDigest: digest, pdfDigest, pages: form.pages, publicUrl, filedAt, filedBy: by.userId };
  // The receipt prints the head of the log: what came before stands in it.
  await chainWaiting(tx, 1_000);
  const receipt = await insertVersion(tx, { planId: plan.id, year: plan.callYear, n, content, ...filing });
  const documents = [];
  for (const { kind, bytes, pages } of await version.documents) documents.push({ kind, digest: await keepFile(tx, 'application/pdf', bytes), pages });
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
