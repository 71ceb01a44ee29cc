import { now } from '#db/clock.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { renderForm } from '#documents/render/form.ts';
import { formatDay } from '#domain/values/instant.ts';
import { authorisePlan } from './authorise.ts';
import type { Deps } from './deps.ts';
import { loadPlan } from './load-plan.ts';
import { submitProblems } from './plan-problems.ts';
import type { Session } from './session.ts';

export interface PdfFile {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** The form as it stands, marked as a draft on every page. */
export async function draftPdf(deps: Deps, asker: Session | null, id: string): Promise<PdfFile> {
  const { plan } = authorisePlan(asker, 'plan.draftPdf', await findPlanFacts(deps.db, id));
  const live = await loadPlan(deps.db, plan);
  const at = await now(deps.db);
  const { bytes } = await renderForm({
    edition: live.edition,
    plan: live.content,
    problems: submitProblems(live, at),
    mark: { draft: true },
    date: formatDay(Date.parse(at)),
    demo: deps.demo,
  });
  return { bytes, name: `${plan.number}-draft.pdf` };
}
