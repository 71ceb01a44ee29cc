import type { BlockRow } from '#db/blocks.ts';
import { readBlocks } from '#db/blocks.ts';
import { listClaims } from '#db/claims.ts';
import { currentMending } from '#db/mendings.ts';
import type { OrganisationRow } from '#db/organisations.ts';
import { findOrganisation } from '#db/organisations.ts';
import type { PlanFacts } from '#db/plan-facts.ts';
import type { Db } from '#db/pool.ts';
import type { PlanProposalRow } from '#db/proposal-facts.ts';
import { listPlanProposals } from '#db/proposal-facts.ts';
import { findSoliciting } from '#db/solicitations.ts';
import type { ProjectRow } from '#db/projects.ts';
import { listProjects } from '#db/projects.ts';
import { findRegistered } from '#db/zone-register.ts';
import { answerTo, blockOf } from '#domain/forms/answers.ts';
import type { Facts, PlanContent, ProposalFact } from '#domain/filing/plan.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { pinnedEdition } from './editions.ts';
import { planManifest } from './file-manifest.ts';
import { answersOf, outlineOf, projectsOf } from './plan-documents.ts';
import { proposalAt, recommendationOf } from './proposal-places.ts';

/** A plan as it stands, with everything that checking, rendering and freezing need. */
export interface LivePlan {
  readonly plan: PlanFacts;
  readonly edition: Edition;
  readonly zone: OrganisationRow;
  readonly blocks: readonly BlockRow[];
  readonly projects: readonly ProjectRow[];
  readonly content: PlanContent;
  /** Aligned with the projects. */
  readonly proposals: readonly PlanProposalRow[];
  /** Facts beyond the plan itself, all but the clock. */
  readonly facts: Omit<Facts, 'at'>;
}

/** Where a proposal keeps its applicant's credit code. */
const applicantAt = [proposalAt.block, proposalAt.code] as const;

export async function loadPlan(db: Db, plan: PlanFacts): Promise<LivePlan> {
  const edition = await pinnedEdition(db, plan.editionDigest);
  const blocks = await readBlocks(db, plan.id);
  const projects = await listProjects(db, plan.id);
  const attachments = await planManifest(db, plan.id, projects);
  const zone = await organisation(db, plan.zoneId);
  const city = await organisation(db, plan.cityId);
  const content: PlanContent = {
    edition: edition.id,
    call: plan.callId,
    zone: zone.name,
    city: city.cityCode ?? '',
    form: answersOf(blocks, 'form'),
    outline: outlineOf(blocks),
    commitment: answersOf(blocks, 'commitment'),
    projects: projectsOf(blocks, projects),
    attachments,
  };
  return { plan, edition, zone, blocks, projects, content, ...(await loadPlanFacts(db, { plan, zone, projects, content })) };
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

async function organisation(db: Db, id: string): Promise<OrganisationRow> {
  const row = await findOrganisation(db, id);
  if (row === undefined) throw new Error('an organisation of a plan is missing');
  return row;
}

function proposalFact(row: PlanProposalRow): ProposalFact {
  return { state: row.state, owner: row.ownerId !== null, company: row.owner ?? '', recommendation: recommendationOf(row) };
}

/** Credit codes of the projects' applicants, as far as they are filled in. */
function applicantsOf(content: PlanContent): readonly string[] {
  const codes = content.projects.map((project) => answerTo(blockOf(project, applicantAt[0]), applicantAt[1]));
  return [...new Set(codes.filter((code): code is string => typeof code === 'string' && code !== ''))];
}
