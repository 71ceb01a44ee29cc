import { now } from '#db/clock.ts';
import { findPlanFacts, type PlanFacts } from '#db/plan-facts.ts';
import type { Db } from '#db/pool.ts';
import { findRenderedPaper, keepRenderedPaper } from '#db/rendered-papers.ts';
import { renderDocument } from '#documents/render/document.ts';
import { drawingDigest } from '#documents/render/drawing-digest.ts';
import { type RenderedPaper, renderForm, renderers } from '#documents/render/form.ts';
import type { Pool } from '#documents/render/pool.ts';
import { check } from '#domain/filing/check.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { contentDigest } from '#domain/values/digest.ts';
import { formatDay } from '#domain/values/instant.ts';
import type { Problem } from '#domain/values/problem.ts';
import { isSettled } from '#domain/values/problem.ts';
import type { Deps } from './deps.ts';
import { loadPlan } from './load-plan.ts';
import { narrativeImages } from './narrative-images.ts';
import type { FrozenDocument } from './read-versions.ts';

/** The papers of a version of a plan: the 申报表, and 试点方案 and 承诺书 beside it. */
export interface PlanPapers {
  readonly form: RenderedPaper;
  readonly documents: readonly (RenderedPaper & Pick<FrozenDocument, 'kind'>)[];
}

export interface PlanVersionText {
  readonly plan: Pick<PlanFacts, 'number'>;
  readonly n: number;
  readonly edition: Edition;
  readonly content: PlanContent;
  readonly digest: string;
  readonly problems: readonly Problem[];
  /** When it was filed. Only the day is printed. */
  readonly at: string;
}

/** Takes each paper from those that were drawn ahead, and draws what is not among them. */
export async function planPapers(
  deps: Pick<Deps, 'db' | 'publicUrl' | 'demo'>,
  version: PlanVersionText,
  pool: Pick<Pool, 'render'> = keptPapers(deps.db),
): Promise<PlanPapers> {
  const { plan, n, edition, content, digest, problems, at } = version;
  const mark = { number: plan.number, version: n, digest, publicUrl: deps.publicUrl };
  const request = { edition, plan: content, problems, mark, date: formatDay(Date.parse(at)), demo: deps.demo };
  const form = await renderForm(request, pool);
  const images = await narrativeImages(deps.db, content);
  const documents = [
    { kind: 'plan' as const, ...(await renderDocument('plan', { ...request, images }, pool)) },
    { kind: 'commitment' as const, ...(await renderDocument('commitment', request, pool)) },
  ];
  return { form, documents };
}

/** Renderers that draw only what is not kept yet. */
function keptPapers(db: Db): Pick<Pool, 'render'> {
  return { render: async (drawing) => (await findRenderedPaper(db, drawingDigest(drawing))) ?? renderers.render(drawing) };
}

/** The same, which keep what they have drawn. */
function keepingPapers(db: Db): Pick<Pool, 'render'> {
  return {
    render: async (drawing) => {
      const digest = drawingDigest(drawing);
      const kept = await findRenderedPaper(db, digest);
      if (kept !== undefined) return kept;
      const drawn = await renderers.render(drawing);
      await keepRenderedPaper(db, digest, drawn);
      return drawn;
    },
  };
}

/**
 * Draws the papers of the version that would be filed if the plan were submitted as it stands today, so that submitting it need not wait
 * for them. A plan that could not be submitted is left alone. `isNew` is asked about the text before it is drawn: papers that could not be
 * drawn are not tried again for the same text.
 */
export async function drawAhead(deps: Pick<Deps, 'db' | 'publicUrl' | 'demo'>, planId: string, isNew: (text: string) => boolean): Promise<void> {
  const plan = await findPlanFacts(deps.db, planId);
  if (plan === undefined || (plan.state !== 'drafting' && plan.state !== 'mending')) return;
  const { edition, content, facts } = await loadPlan(deps.db, plan);
  const at = await now(deps.db);
  const problems = check(edition, content, 'submit', { ...facts, at });
  if (!problems.every(isSettled)) return;
  const n = (plan.latest ?? 0) + 1;
  const digest = contentDigest({ ...content });
  if (!isNew(`${digest} ${n} ${formatDay(Date.parse(at))}`)) return;
  await planPapers(deps, { plan, n, edition, content, digest, problems, at }, keepingPapers(deps.db));
}
