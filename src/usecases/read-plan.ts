import type { BlockRow } from '#db/blocks.ts';
import { findDeadlines } from '#db/calls.ts';
import { findCheck } from '#db/city-checks.ts';
import { namesOf } from '#db/organisations.ts';
import type { PlanFacts } from '#db/plan-facts.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import type { PlanProposalRow } from '#db/proposal-facts.ts';
import type { VersionRow } from '#db/versions.ts';
import { findVersion } from '#db/versions.ts';
import { acts } from '#domain/access/acts.ts';
import { may, textFor } from '#domain/access/may.ts';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { authorisePlan, subjectOf } from './authorise.ts';
import type { Deps } from './deps.ts';
import type { LivePlan } from './load-plan.ts';
import { loadPlan } from './load-plan.ts';
import { openMending } from './mending-parts.ts';
import { blockKeys } from './plan-documents.ts';
import type { Session } from './session.ts';

/** One block as it stands. */
export interface BlockState {
  readonly answers: BlockAnswers;
  readonly version: number;
  readonly savedAt: string | null;
  /** The person's name. */
  readonly savedBy: string | null;
}

type Blocks = { [block: string]: BlockState };

/** A project in the plan's file: its proposal, and where that stands. */
interface PlanProject extends ReturnType<typeof standingOf> {
  readonly id: string;
  readonly number: string;
  readonly blocks: Blocks;
}

interface Documents {
  readonly documents: { readonly form: Blocks; readonly commitment: Blocks; readonly outline: Blocks };
  readonly projects: readonly PlanProject[];
  readonly attachments: PlanContent['attachments'];
}

/** A plan with every block: the living text for its zone, the last submitted one for those who read it afterwards. */
export async function readPlan(deps: Deps, asker: Session | null, id: string) {
  const { plan, session } = authorisePlan(asker, 'plan.read', await findPlanFacts(deps.db, id));
  const live = await loadPlan(deps.db, plan);
  const newest = plan.latest === null ? undefined : await findVersion(deps.db, plan.id, plan.latest);
  const subject = subjectOf(plan);
  const isLive = textFor(session, subject) === 'live';
  const shown = isLive ? liveDocuments(live, await savers(deps, live.blocks)) : filedDocuments(live, required(newest));
  const { submitBy: _, ...facts } = live.facts;
  const cityCheck = await findCheck(deps.db, plan.id, plan.latest);
  return {
    ...header(plan, live),
    ...(await laterDeadlines(deps, plan)),
    may: acts.filter((act) => may(session, act, subject)),
    ...shown,
    latest: newest === undefined ? null : { n: newest.n, filedAt: newest.filedAt, digest: newest.contentDigest },
    facts: isLive ? facts : {},
    checkBegun: cityCheck !== undefined,
    returned: plan.state === 'drafting' && cityCheck?.state === 'returned' ? (cityCheck.reason ?? '') : null,
    mending: isLive ? await openMending(deps.db, plan) : null,
  };
}

/** What is due after submitting, as it is in force for this zone. */
async function laterDeadlines({ db }: Deps, { callId, zoneId }: PlanFacts) {
  const { recommendBy, paperBy } = await findDeadlines(db, callId, zoneId);
  return { recommendBy, paperBy };
}

function header(plan: PlanFacts, live: LivePlan) {
  const { id, number, state, callId: call, editionDigest: edition, submitBy } = plan;
  return { id, number, state, call, edition, submitBy, zone: live.zone.name, city: live.content.city };
}

function liveDocuments({ edition, blocks, projects, proposals, content }: LivePlan, names: ReadonlyMap<string, string>): Documents {
  const state = (document: string, kind: 'form' | 'commitment' | 'outline' | 'project') =>
    everyBlock(edition, kind, (key) => {
      const row = blocks.find((one) => one.document === document && one.block === key);
      return row === undefined ? unsaved : blockState(row, names.get(row.savedBy) ?? null);
    });
  return {
    documents: { form: state('form', 'form'), commitment: state('commitment', 'commitment'), outline: state('outline', 'outline') },
    projects: projects.map(({ id, number }, index) => ({ id, number, ...standingOf(proposals[index]), blocks: state(id, 'project') })),
    attachments: content.attachments,
  };
}

/** While nothing can change, the plan's projects are the version's. A recalled plan's may have changed: then they are only counted. */
function filedDocuments({ edition, plan, projects, proposals }: LivePlan, version: VersionRow): Documents {
  const { content } = version;
  const state = (kind: 'form' | 'commitment' | 'outline' | 'project', answers: { readonly [block: string]: BlockAnswers } | undefined) =>
    everyBlock(edition, kind, (key) => ({ answers: answers?.[key] ?? {}, version: 0, savedAt: version.filedAt, savedBy: null }));
  return {
    documents: { form: state('form', content.form), commitment: state('commitment', content.commitment), outline: state('outline', content.outline) },
    projects: content.projects.map((answers, index) => {
      const project = plan.state === 'drafting' ? undefined : projects[index];
      const standing = standingOf(project === undefined ? undefined : proposals[index]);
      return { id: project?.id ?? String(index + 1), number: project?.number ?? '', ...standing, blocks: state('project', answers) };
    }),
    attachments: content.attachments,
  };
}

/** Where a project's proposal stands; one that is known from a version only is locked. */
function standingOf(row: PlanProposalRow | undefined) {
  const { state = 'locked', owner = null, local = null, localState = null, localVersion = null, returned = null } = row ?? {};
  const stale = row === undefined || localVersion !== row.latest;
  return {
    state,
    owner: owner === null ? null : { name: owner },
    returned: state === 'drafting' ? returned : null,
    recommendation:
      local === null || localState === null || localVersion === null
        ? null
        : { state: stale ? ('stale' as const) : localState, authority: local, version: localVersion },
  };
}

const unsaved: BlockState = { answers: {}, version: 0, savedAt: null, savedBy: null };

function everyBlock(edition: Edition, kind: 'form' | 'commitment' | 'outline' | 'project', stateOf: (key: string) => BlockState): Blocks {
  return Object.fromEntries(blockKeys(edition, kind).map((key) => [key, stateOf(key)]));
}

/** A stored block as it is shown. */
export function blockState(row: BlockRow, savedBy: string | null): BlockState {
  return { answers: row.answers, version: row.version, savedAt: row.savedAt, savedBy };
}

function savers(deps: Deps, blocks: readonly BlockRow[]): Promise<ReadonlyMap<string, string>> {
  return namesOf(deps.db, [...new Set(blocks.map((row) => row.savedBy))]);
}

function required(version: VersionRow | undefined): VersionRow {
  if (version === undefined) throw new Error('a submitted plan has no version');
  return version;
}
