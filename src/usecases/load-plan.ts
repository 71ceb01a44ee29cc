import { listClaims } from '#db/claims.ts';
import { currentMending } from '#db/mendings.ts';
import type { PlanFacts } from '#db/plan-facts.ts';
import type { Db } from '#db/pool.ts';
import type { PlanProposalRow } from '#db/proposal-facts.ts';
import { listPlanProposals } from '#db/proposal-facts.ts';
import { findSoliciting } from '#db/solicitations.ts';
import type { ProjectRow } from '#db/projects.ts';
import { findRegistered } from '#db/zone-register.ts';
import { answerTo, blockOf } from '#domain/forms/answers.ts';
import type { Facts, PlanContent, ProposalFact } from '#domain/filing/plan.ts';
import { type PlanText, readPlanText } from './plan-text.ts';
import { proposalAt, recommendationOf } from './proposal-places.ts';

/** A plan as it stands, with everything that checking, rendering and freezing need. */
export interface LivePlan extends PlanText {
  readonly plan: PlanFacts;
  /** Aligned with the projects. */
  readonly proposals: readonly PlanProposalRow[];
  /** Facts beyond the plan itself, all but the clock. */
  readonly facts: Omit<Facts, 'at'> & Required<Pick<Facts, 'submitBy'>>;
}

/** Where a proposal keeps its applicant's credit code. */
const applicantAt = [proposalAt.block, proposalAt.code] as const;

export async function loadPlan(db: Db, plan: PlanFacts): Promise<LivePlan> {
  const text = await readPlanText(db, plan);
  return { plan, ...text, ...(await loadPlanFacts(db, { plan, ...text })) };
}

/** What is known beyond the plan's own text, for a text that was loaded before. */
export async function loadPlanFacts(
  db: Db,
  { plan, zone, projects, content }: Pick<LivePlan, 'plan' | 'zone' | 'projects' | 'content'>,
): Promise<Pick<LivePlan, 'facts' | 'proposals'>> {
  const claims = await listClaims(db, plan, applicantsOf(content), applicantAt);
  const proposals = await listPlanProposals(db, plan.id);
  const soliciting = await findSoliciting(db, plan.callId, plan.zoneId);
  const registered = await findRegistered(db, zone.name);
  const facts = {
    submitBy: plan.submitBy,
    ...(registered && { zone: registered.content }),
    claims,
    proposals: proposals.map(proposalFact),
    ...soliciting,
    ...(await asFiled(db, plan, projects)),
  };
  return { facts, proposals };
}

/** While a plan is being mended: the projects that were not named. */
async function asFiled(db: Db, plan: PlanFacts, projects: readonly ProjectRow[]): Promise<Pick<Facts, 'asFiled'>> {
  if (plan.state !== 'mending') return {};
  const { parts = [] } = (await currentMending(db, plan.id)) ?? {};
  return { asFiled: projects.flatMap(({ id }, index) => (parts.some((part) => part.document === id) ? [] : [index])) };
}

function proposalFact(row: PlanProposalRow): ProposalFact {
  return { state: row.state, owner: row.ownerId !== null, company: row.owner ?? '', recommendation: recommendationOf(row) };
}

/** Credit codes of the projects' applicants, as far as they are filled in. */
function applicantsOf(content: PlanContent): readonly string[] {
  const codes = content.projects.map((project) => answerTo(blockOf(project, applicantAt[0]), applicantAt[1]));
  return [...new Set(codes.filter((code): code is string => typeof code === 'string' && code !== ''))];
}
