import { currentMending } from '#db/mendings.ts';
import { namesOf } from '#db/organisations.ts';
import { listPartners } from '#db/partners.ts';
import type { ProposalFacts, ProposalListRow } from '#db/proposal-facts.ts';
import { findProposalFacts, listProposalRows } from '#db/proposal-facts.ts';
import type { ProposalVersionHead, ProposalVersionRow } from '#db/proposal-versions.ts';
import { findProposalVersion, listProposalVersions, listReviews } from '#db/proposal-versions.ts';
import { findRecommendation } from '#db/recommendations.ts';
import { acts } from '#domain/access/acts.ts';
import { may, textFor } from '#domain/access/may.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise, authoriseProposal, proposalSubjectOf } from './authorise.ts';
import type { Deps } from './deps.ts';
import type { LiveProposal } from './load-proposal.ts';
import { loadProposal, problemsOf, summaryText } from './load-proposal.ts';
import { blockKeys } from './plan-documents.ts';
import { proposalAt, recommendationOf } from './proposal-places.ts';
import type { BlockState } from './read-plan.ts';
import { blockState } from './read-plan.ts';
import type { Session } from './session.ts';
import { writableBlocks } from './writable-blocks.ts';

/** The proposals that this person owns, takes part in, or was asked to recommend. */
export async function listProposals(deps: Deps, asker: Session | null) {
  const session = authorise(asker, 'proposal.list', { kind: 'plans' });
  const rows = await listProposalRows(deps.db, session.organisation, proposalAt);
  return rows.flatMap((row) => {
    const as = standingAs(session, row);
    if (as === undefined || !may(session, 'proposal.read', proposalSubjectOf(row))) return [];
    const { id, number, planId: plan, zone, state, submitBy } = row;
    const filed = as === 'local';
    return [
      {
        id,
        number,
        plan,
        zone,
        as,
        state,
        submitBy,
        title: (filed ? row.filedTitle : row.title) ?? '',
        company: row.owner ?? (filed ? row.filedApplicant : row.applicant) ?? '',
        returned: state === 'drafting' && !filed ? row.returned : null,
        recommendation: recommendationOf(row),
        savedAt: filed ? null : row.savedAt,
        version: filed ? row.localVersion : row.latest,
      },
    ];
  });
}

function standingAs({ organisation }: Session, row: ProposalListRow): 'owner' | 'partner' | 'local' | undefined {
  if (row.ownerId === organisation) return 'owner';
  if (row.partners.includes(organisation)) return 'partner';
  return row.localId === organisation ? 'local' : undefined;
}

/** A proposal with every block: the living text, or for a local authority the version that it was asked about. */
export async function readProposal(deps: Deps, asker: Session | null, id: string) {
  const { db } = deps;
  const { proposal, session } = authoriseProposal(asker, 'proposal.read', await findProposalFacts(db, id));
  const subject = proposalSubjectOf(proposal);
  const isLive = textFor(session, subject) === 'live';
  const live = await loadProposal(db, proposal);
  const shownVersion = isLive ? proposal.latest : proposal.localVersion;
  const version = shownVersion === null ? undefined : await findProposalVersion(db, id, shownVersion);
  const shown = isLive ? await liveText(deps, proposal, live) : filedText(live.edition, required(version));
  const [latest = null] = version === undefined ? [] : await presentVersions(deps, [version]);
  return {
    ...headOf(proposal),
    owner: proposal.owner === null ? null : { name: proposal.owner },
    partners: (await listPartners(db, id)).map(({ organisationId, name, confirmedAt }) => ({ organisation: organisationId, name, confirmedAt })),
    may: acts.filter((act) => may(session, act, subject)),
    writable: writableBlocks(session, proposal, live.edition),
    ...shown,
    latest,
    reviews: isLive
      ? (await listReviews(db, id)).map(({ event, version: of, reason, fields, by, at }) => ({ event, version: of, reason, fields, by, at }))
      : [],
    recommendation: await readRecommendation(deps, proposal),
    mending: isLive ? await mendingOf(deps, proposal) : null,
    facts: isLive ? { claims: live.facts.claims ?? {} } : {},
  };
}

/** What must be mended in this proposal; null where nothing of it is named. The company reads no more of the plan's mending. */
async function mendingOf({ db }: Deps, { planId, id, mended, submitBy: deadline }: ProposalFacts) {
  if (mended === null || mended.length === 0) return null;
  const { parts = [] } = (await currentMending(db, planId)) ?? {};
  return { deadline, parts: parts.filter((part) => part.document === id).map(({ block, text }) => ({ block, text })) };
}

function headOf(proposal: ProposalFacts) {
  const { id, number, position, planId: plan, planNumber, zone, city, callId: call, editionDigest: edition, submitBy, state } = proposal;
  return { id, number, position, plan, planNumber, zone, city, call, edition, submitBy, state };
}

async function liveText(deps: Deps, proposal: ProposalFacts, { edition, blocks, content }: LiveProposal) {
  const names = await namesOf(
    deps.db,
    blocks.map((row) => row.savedBy),
  );
  const states = everyBlock(edition, (key) => {
    const row = blocks.find((one) => one.document === proposal.id && one.block === key);
    return row === undefined ? { answers: {}, version: 0, savedAt: null, savedBy: null } : blockState(row, names.get(row.savedBy) ?? null);
  });
  return { blocks: states, attachments: [...content.attachments] };
}

function filedText(edition: Edition, { content, filedAt }: ProposalVersionRow) {
  const states = everyBlock(edition, (key) => ({ answers: content.answers[key] ?? {}, version: 0, savedAt: filedAt, savedBy: null }));
  return { blocks: states, attachments: [...content.attachments] };
}

function everyBlock(edition: Edition, stateOf: (key: string) => BlockState): { [block: string]: BlockState } {
  return Object.fromEntries(blockKeys(edition, 'project').map((key) => [key, stateOf(key)]));
}

async function readRecommendation(deps: Deps, proposal: ProposalFacts) {
  const row = proposal.localId === null ? undefined : await findRecommendation(deps.db, proposal.id);
  if (row === undefined) return null;
  const { id, authority, version, opinion: text, askedAt, answeredAt } = row;
  const state = version === proposal.latest ? row.state : ('stale' as const);
  return { id, state, authority, version, text, askedAt, answeredAt };
}

function required(version: ProposalVersionRow | undefined): ProposalVersionRow {
  if (version === undefined) throw new Error('a proposal that was to be recommended has no version');
  return version;
}

/** What submitting the proposal now would meet. */
export async function readProblems(deps: Deps, asker: Session | null, id: string): Promise<readonly Problem[]> {
  const { proposal } = authoriseProposal(asker, 'proposal.check', await findProposalFacts(deps.db, id));
  return problemsOf(await loadProposal(deps.db, proposal));
}

/** Frozen versions, newest first; an authority sees the one that it was asked about. */
export async function readProposalVersions(deps: Deps, asker: Session | null, id: string) {
  const { proposal, session } = authoriseProposal(asker, 'proposal.versions', await findProposalFacts(deps.db, id));
  const rows = await listProposalVersions(deps.db, id);
  return presentVersions(
    deps,
    rows.filter((row) => seesVersion(session, proposal, row.n)),
  );
}

export async function readProposalVersion(deps: Deps, asker: Session | null, id: string, n: number) {
  const { proposal, session } = authoriseProposal(asker, 'proposal.versions', await findProposalFacts(deps.db, id));
  const version = n > 2_147_483_647 ? undefined : await findProposalVersion(deps.db, id, n);
  const [row] = version === undefined || !seesVersion(session, proposal, n) ? [] : await presentVersions(deps, [version]);
  if (version === undefined || row === undefined) throw new Refusal('notFound');
  return { row, answers: version.content.answers, attachments: [...version.content.attachments] };
}

function seesVersion(session: Session, proposal: ProposalFacts, n: number): boolean {
  return textFor(session, proposalSubjectOf(proposal)) === 'live' || n === proposal.localVersion;
}

async function presentVersions(deps: Deps, rows: readonly ProposalVersionHead[]) {
  const names = await namesOf(
    deps.db,
    rows.map((row) => row.filedBy),
  );
  return rows.map(({ n, filedAt, filedBy, contentDigest: digest }) => ({ n, filedAt, filedBy: names.get(filedBy) ?? '', digest }));
}

/** What a notice calls the applicant: the owner, or whom the proposal names. */
export function companyOf(proposal: ProposalFacts, { content }: LiveProposal): string {
  return proposal.owner ?? summaryText(content.answers, proposalAt.applicant);
}
