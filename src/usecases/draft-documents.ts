import { readBlocks } from '#db/blocks.ts';
import { now } from '#db/clock.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { findProposalFacts, type ProposalFacts } from '#db/proposal-facts.ts';
import { findProposalVersion } from '#db/proposal-versions.ts';
import { renderDocument } from '#documents/render/document.ts';
import type { PaperMark } from '#documents/render/form.ts';
import { textFor } from '#domain/access/may.ts';
import type { ProposalContent } from '#domain/filing/check-proposal.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { formatDay } from '#domain/values/instant.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan, authoriseProposal, proposalSubjectOf } from './authorise.ts';
import type { Deps } from './deps.ts';
import type { PdfFile } from './draft-pdf.ts';
import { loadPlan } from './load-plan.ts';
import { loadProposal } from './load-proposal.ts';
import { narrativeImages } from './narrative-images.ts';
import { answersOf } from './plan-documents.ts';
import { submitProblems } from './plan-problems.ts';
import type { Session } from './session.ts';

/** The 试点方案 or the 承诺书 as it stands, marked as a draft on every page. */
export async function draftDocument(deps: Deps, asker: Session | null, planId: string, kind: 'plan' | 'commitment'): Promise<PdfFile> {
  const { plan } = authorisePlan(asker, 'plan.draftPdf', await findPlanFacts(deps.db, planId));
  const live = await loadPlan(deps.db, plan);
  const { edition, content } = live;
  const at = await now(deps.db);
  const problems = kind === 'plan' ? submitProblems(live, at) : [];
  const images = kind === 'plan' ? await narrativeImages(deps.db, content) : new Map();
  const date = formatDay(Date.parse(at));
  const { bytes } = await renderDocument(kind, { edition, plan: content, problems, mark: { draft: true }, date, demo: deps.demo, images });
  return { bytes, name: `${plan.number}-${kind}-draft.pdf` };
}

/** A proposal: the living text as a draft, or what was submitted, for those who read only that and while it is not being drafted. */
export async function proposalPdf(deps: Deps, asker: Session | null, projectId: string): Promise<PdfFile> {
  const { proposal, session } = authoriseProposal(asker, 'proposal.pdf', await findProposalFacts(deps.db, projectId));
  const isLive = textFor(session, proposalSubjectOf(proposal)) === 'live';
  const n = isLive ? (proposal.state === 'drafting' ? null : proposal.latest) : proposal.localVersion;
  const { edition, content: living } = await loadProposal(deps.db, proposal);
  const version = n === null ? undefined : await findProposalVersion(deps.db, proposal.id, n);
  if (!isLive && version === undefined) throw new Refusal('notFound');
  const mark: PaperMark = version === undefined ? { draft: true } : { number: proposal.number, version: version.n, digest: version.contentDigest };
  const plan = await around(deps, proposal, edition.id, version?.content ?? living);
  const date = formatDay(Date.parse(version?.filedAt ?? (await now(deps.db))));
  const { bytes } = await renderDocument('proposal', { edition, plan, problems: [], mark, date, demo: deps.demo, project: 0 });
  return { bytes, name: version === undefined ? `${proposal.number}-draft.pdf` : `${proposal.number}-v${version.n}.pdf` };
}

/** A plan with this project alone: its title page names the cluster, and nothing else of the plan is told to the applicant. */
async function around(deps: Deps, proposal: ProposalFacts, edition: string, { answers, attachments }: ProposalContent): Promise<PlanContent> {
  const { callId: call, zone, city, planId } = proposal;
  const form = answersOf(await readBlocks(deps.db, planId, 'form'), 'form');
  const placed = attachments.map((file) => ({ ...file, path: `/projects/0${file.path}` }));
  return { edition, call, zone, city, form, outline: {}, commitment: {}, projects: [answers], attachments: placed };
}
