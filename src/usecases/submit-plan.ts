import type { PlanFacts } from '#db/plan-facts.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { planStamp } from '#db/plan-stamp.ts';
import { setPlanState } from '#db/plans.ts';
import type { Tx } from '#db/pool.ts';
import { freezePlanProjects } from '#db/proposal-versions.ts';
import type { ReceiptRow } from '#db/versions.ts';
import { insertVersionDocuments } from '#db/version-documents.ts';
import { insertVersion } from '#db/versions.ts';
import type { PlanFacts as LifecycleFacts } from '#domain/filing/lifecycle/plan.ts';
import { decidePlan } from '#domain/filing/lifecycle/plan.ts';
import { typedCode } from '#domain/filing/verify-code.ts';
import { isSettled } from '#domain/values/problem.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { arrivalOf } from './arrival.ts';
import { authorisePlan } from './authorise.ts';
import type { Done } from './command.ts';
import { command } from './command.ts';
import type { Deps } from './deps.ts';
import { askedOf, keptArrival } from './keep-arrival.ts';
import { type LivePlan, loadPlan, loadPlanFacts } from './load-plan.ts';
import { refuseBeyondMending } from './resubmit-plan.ts';
import { tellFiled } from './tell-filed.ts';
import { planDigest } from './plan-digest.ts';
import { type PlanPapers, planPapers } from './plan-papers.ts';
import { submitProblems } from './plan-problems.ts';
import type { FrozenDocument } from './read-versions.ts';
import type { Session } from './session.ts';

/** What the filer keeps. */
export interface SubmitReceipt {
  readonly [key: string]: string | number | FrozenDocument[] | { readonly seq: number; readonly hash: string };
  readonly number: string;
  readonly plan: string;
  readonly version: number;
  readonly arrivedAt: string;
  readonly digest: string;
  readonly pdfDigest: string;
  readonly pages: number;
  /** 试点方案 and 承诺书, frozen with the form. */
  readonly documents: FrozenDocument[];
  readonly auditHead: { readonly seq: number; readonly hash: string };
  readonly code: string;
}

/** A filing made ready: what will be frozen if the plan is still exactly this. */
interface Prepared {
  readonly event: 'submit' | 'resubmit';
  readonly n: number;
  readonly live: LivePlan;
  readonly digest: string;
  readonly judged: LifecycleFacts;
  readonly arrivedAt: string;
  readonly papers: PlanPapers;
}

/**
 * Submits the plan to the city, or submits it again where it was sent back to be mended: then by the mending's own deadline, and only the
 * parts that were named may differ (R43). `elapsed` is how long ago the request had arrived in full: reading, checking, rendering and
 * waiting for locks cost nobody the deadline. The papers are rendered, and their bytes stored, before the transaction opens; a plan that
 * changed meanwhile is made ready again.
 */
export async function submitPlan(deps: Deps, asker: Session | null, key: string, planId: string, elapsed: () => number): Promise<SubmitReceipt> {
  let arrival: string | undefined;
  return command(
    deps,
    { session: asker, key, act: 'plan.submit', says: { plan: planId } },
    {
      prepare: async () => {
        arrival ??= await arrivalOf(deps.db, elapsed);
        return prepare(deps, asker, key, planId, arrival);
      },
      within: (tx, prepared) => freeze(deps, tx, asker, planId, prepared),
    },
  );
}

async function prepare(deps: Deps, asker: Session | null, key: string, planId: string, came: string): Promise<Prepared> {
  const { plan, session } = authorisePlan(asker, 'plan.submit', await findPlanFacts(deps.db, planId));
  const event = plan.state === 'mending' ? 'resubmit' : 'submit';
  const live = await loadPlan(deps.db, plan);
  const { edition, content } = live;
  const n = (plan.latest ?? 0) + 1;
  const digest = planDigest(content);
  const { at: arrivedAt, keep } = await keptArrival(deps.db, askedOf(session.person, key, { plan: plan.id, n, digest }), came);
  const problems = submitProblems(live, arrivedAt);
  const open = problems.filter((problem) => !isSettled(problem));
  const judged = { by: ['zone'], arrivedAt: Date.parse(arrivedAt), deadline: Date.parse(plan.submitBy), openProblems: open.length, checkBegun: false } as const;
  const decision = decidePlan(plan.state, event, judged);
  if (!decision.done && decision.code !== 'problemsOpen') throw new Refusal(decision.code, { submitBy: plan.submitBy, arrivedAt });
  if (event === 'resubmit') await refuseBeyondMending(deps.db, live);
  if (!decision.done) throw new Refusal(decision.code, { problems: open });
  await keep();
  const papers = await planPapers(deps, { plan, n, edition, content, digest, problems, at: arrivedAt });
  return { event, n, live, digest, judged, arrivedAt, papers };
}

async function freeze(deps: Deps, tx: Tx, asker: Session | null, planId: string, ready: Prepared): Promise<Done<SubmitReceipt> | 'again'> {
  const { plan, session } = authorisePlan(asker, 'plan.submit', await findPlanFacts(tx, planId, 'update'));
  const decision = decidePlan(plan.state, ready.event, ready.judged);
  if (!decision.done) throw new Refusal(decision.code);
  const { n } = ready;
  if ((plan.latest ?? 0) + 1 !== n || plan.editionDigest !== ready.live.plan.editionDigest || (await planStamp(tx, plan)) !== ready.live.stamp) return 'again';
  const { facts, proposals } = await loadPlanFacts(tx, { ...ready.live, plan });
  if (!stillHolds(ready, facts)) return 'again';
  await setPlanState(tx, plan.id, decision.to);
  await deps.enqueue(tx, 'version-verify', { planId: plan.id, n });
  await tellFiled(tx, plan, session, ready.live.zone.name, ready.event);
  const { form, ...others } = ready.papers;
  const documents = [
    { kind: 'plan' as const, ...others.plan },
    { kind: 'commitment' as const, ...others.commitment },
  ];
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
  // From here on every other filing waits for this one: receipts are numbered without a gap.
  const row = await insertVersion(tx, {
    planId: plan.id,
    year: plan.callYear,
    n,
    content: ready.live.content,
    editionDigest: plan.editionDigest,
    contentDigest: ready.digest,
    pdfDigest: form.digest,
    pages: form.pages,
    publicUrl: deps.publicUrl,
    filedAt: ready.arrivedAt,
    filedBy: session.person,
  });
  const reply = receiptOf(plan, row, ready, documents);
  const detail = { event: ready.event, version: n, receipt: row.number, digest: ready.digest, pdfDigest: form.digest, documents };
  return { reply, subject: plan.number, detail };
}

/** Whether the text that was made ready may still be filed: a proposal may have been handed back while the papers were drawn. */
function stillHolds({ live, arrivedAt }: Prepared, facts: LivePlan['facts']): boolean {
  return submitProblems({ ...live, facts }, arrivedAt).every(isSettled);
}

function receiptOf(plan: PlanFacts, row: ReceiptRow, { n: version, digest, papers }: Prepared, documents: FrozenDocument[]): SubmitReceipt {
  return {
    number: row.number,
    plan: plan.number,
    version,
    arrivedAt: row.arrivedAt,
    digest,
    pdfDigest: papers.form.digest,
    pages: papers.form.pages,
    documents,
    auditHead: { seq: row.auditSeq, hash: row.auditHash },
    code: typedCode(plan.number, version, digest),
  };
}
