import { now } from '#db/clock.ts';
import { digestOf, keepFile } from '#db/files.ts';
import { findPlanFacts, type PlanFacts } from '#db/plan-facts.ts';
import { fileRenderedPapers, keepRenderedPaper, type KeptPaper, listRenderedPapers, type PaperKind, paperKinds } from '#db/rendered-papers.ts';
import { renderDocument } from '#documents/render/document.ts';
import { type RenderedPaper, renderForm } from '#documents/render/form.ts';
import { programDigest } from '#documents/render/program-digest.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { formatDay } from '#domain/values/instant.ts';
import type { Problem } from '#domain/values/problem.ts';
import { isSettled } from '#domain/values/problem.ts';
import type { Deps } from './deps.ts';
import { loadPlan } from './load-plan.ts';
import { narrativeImages } from './narrative-images.ts';
import { planDigest } from './plan-digest.ts';
import { submitProblems } from './plan-problems.ts';

type PaperDeps = Pick<Deps, 'db' | 'publicUrl' | 'demo'>;

/** The papers of a version of a plan: the 申报表, and 试点方案 and 承诺书 beside it. */
export type PlanPapers = Readonly<Record<PaperKind, KeptPaper>>;

export interface PlanVersionText {
  readonly plan: Pick<PlanFacts, 'number' | 'editionDigest'>;
  readonly n: number;
  readonly edition: Edition;
  readonly content: PlanContent;
  readonly digest: string;
  readonly problems: readonly Problem[];
  /** When it was filed. Only the day is printed. */
  readonly at: string;
}

/**
 * Puts the papers of a version among the files: those that were drawn ahead as they are, the others drawn now. Files stand under their
 * digests and are nobody's until a version names them, so that no transaction need wait for their bytes.
 */
export async function planPapers(deps: PaperDeps, version: PlanVersionText): Promise<PlanPapers> {
  const ahead = await fileRenderedPapers(deps.db, decidedBy(deps, version));
  const paper = async (kind: PaperKind): Promise<KeptPaper> => ahead.get(kind) ?? filed(deps, await draw(deps, version, kind));
  return { form: await paper('form'), plan: await paper('plan'), commitment: await paper('commitment') };
}

async function filed({ db }: PaperDeps, { bytes, pages }: RenderedPaper): Promise<KeptPaper> {
  return { digest: await keepFile(db, 'application/pdf', bytes), pages };
}

async function draw(deps: PaperDeps, { plan, n, edition, content, digest, problems, at }: PlanVersionText, kind: PaperKind): Promise<RenderedPaper> {
  const mark = { number: plan.number, version: n, digest, publicUrl: deps.publicUrl };
  const request = { edition, plan: content, problems, mark, date: formatDay(Date.parse(at)), demo: deps.demo };
  if (kind === 'form') return renderForm(request);
  return renderDocument(kind, kind === 'plan' ? { ...request, images: await narrativeImages(deps.db, content) } : request);
}

/** SM3 of everything that decides the bytes of a version's papers: all that `draw` looks at, and the program. The text names its pictures. */
function decidedBy(deps: PaperDeps, { plan, n, digest, problems, at }: PlanVersionText): string {
  const day = formatDay(Date.parse(at));
  return digestOf(Buffer.from(JSON.stringify([programDigest(), plan.editionDigest, plan.number, n, digest, problems, day, deps.publicUrl, deps.demo])));
}

/**
 * Draws the papers of the version that would be filed if the plan were submitted as it stands today, so that submitting it need not wait
 * for them. A plan that could not be submitted is left alone. `isNew` is asked about the text before it is drawn: papers that could not be
 * drawn are not tried again for the same text.
 */
export async function drawAhead(deps: PaperDeps, planId: string, isNew: (text: string) => boolean): Promise<void> {
  const plan = await findPlanFacts(deps.db, planId);
  if (plan === undefined || (plan.state !== 'drafting' && plan.state !== 'mending')) return;
  const live = await loadPlan(deps.db, plan);
  const { edition, content } = live;
  const at = await now(deps.db);
  const problems = submitProblems(live, at);
  if (!problems.every(isSettled)) return;
  const version = { plan, n: (plan.latest ?? 0) + 1, edition, content, digest: planDigest(content), problems, at };
  const text = decidedBy(deps, version);
  if (!isNew(text)) return;
  const drawn = await listRenderedPapers(deps.db, text);
  for (const kind of paperKinds) {
    if (!drawn.has(kind)) await keepRenderedPaper(deps.db, text, kind, await draw(deps, version, kind));
  }
}
