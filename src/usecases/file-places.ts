import { now } from '#db/clock.ts';
import { findPlanFacts, type Hold } from '#db/plan-facts.ts';
import type { Db } from '#db/pool.ts';
import { findProposalFacts } from '#db/proposal-facts.ts';
import { relationsOf } from '#domain/access/relations.ts';
import type { FileLimits } from '#domain/files/judge-file.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { blockAt, formOf, outlineKeys } from '#domain/programme/look-up.ts';
import { parsePointer } from '#domain/values/pointer.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan, authoriseProposal, proposalSubjectOf } from './authorise.ts';
import { pinnedEdition } from './editions.ts';
import { refuseWhileFiling } from './keep-arrival.ts';
import { mendedBlocks, unnamed } from './mending-parts.ts';
import type { Session } from './session.ts';

/** Whose files are meant: the plan's own, or a proposal's. */
export type FilesOf = { readonly plan: string } | { readonly project: string };

/** Where files may be changed, once it is allowed. */
export interface FileTarget {
  readonly session: Session;
  readonly planId: string;
  /** The project whose files they are; null for the plan's own documents. */
  readonly projectId: string | null;
  readonly edition: Edition;
  /** What the audit calls it. */
  readonly subject: string;
  /** A partner adds files to a proposal, but changes only what they added themselves. */
  readonly onlyOwn: boolean;
  /** Blocks to which a mending under way confines every change; null where there is none. */
  readonly mended: { readonly [document: string]: readonly string[] } | null;
}

export function editAct(of: FilesOf): 'plan.edit' | 'proposal.edit' {
  return 'plan' in of ? 'plan.edit' : 'proposal.edit';
}

/** Refuses whoever may not change these files now. */
export async function editTarget(db: Db, asker: Session | null, of: FilesOf, hold?: Hold): Promise<FileTarget> {
  if ('plan' in of) {
    const { plan, session } = authorisePlan(asker, 'plan.edit', await findPlanFacts(db, of.plan, hold));
    if (hold === 'update') await refuseWhileFiling(db, plan, await now(db));
    const [edition, mended] = [await pinnedEdition(db, plan.editionDigest), await mendedBlocks(db, plan)];
    return { session, planId: plan.id, projectId: null, edition, subject: plan.number, onlyOwn: false, mended };
  }
  const { proposal, session } = authoriseProposal(asker, 'proposal.edit', await findProposalFacts(db, of.project, hold));
  if (hold === 'update') await refuseWhileFiling(db, { id: proposal.planId, submitBy: proposal.submitBy }, await now(db));
  const edition = await pinnedEdition(db, proposal.editionDigest);
  const onlyOwn = !relationsOf(session, proposalSubjectOf(proposal)).includes('owner');
  const mended = proposal.mended === null ? null : { [proposal.id]: proposal.mended };
  return { session, planId: proposal.planId, projectId: proposal.id, edition, subject: proposal.number, onlyOwn, mended };
}

/** Refuses a file at a place that the mending under way does not name. */
export function refuseUnnamedFile({ mended }: Pick<FileTarget, 'mended'>, document: string, path: string): void {
  if (mended !== null && mended[document]?.includes(parsePointer(path)?.[0] ?? '') !== true) throw new Refusal('notEditable', unnamed);
}

/** True where a document stands for these files: the plan's own three, or the one proposal. */
export function isDocumentOf({ projectId }: Pick<FileTarget, 'projectId'>, document: string): boolean {
  return projectId === null ? ['form', 'commitment', 'outline'].includes(document) : document === projectId;
}

/** True for a block or field that the document has, or the whole document; of the outline, a heading. */
export function isFilePlace(edition: Edition, document: string, path: string): boolean {
  const tokens = parsePointer(path);
  if (tokens === undefined) return false;
  const [block, field, ...rest] = tokens;
  if (document === 'outline') return block !== undefined && field === undefined && outlineKeys(edition).includes(block);
  if (block === undefined) return true;
  const form = formOf(edition, document === 'form' || document === 'commitment' ? document : 'proposal');
  const found = blockAt(form, block);
  return found !== undefined && rest.length === 0 && (field === undefined || found.fields.some((one) => one.key === field));
}

const pictures: readonly string[] = ['png', 'jpg'];

/** What the edition takes at a document; a narrative takes pictures. */
export function fileLimits(edition: Edition, document: string): FileLimits {
  const { attachmentTypes, maxAttachmentBytes } = edition.parameters;
  const kinds = Array.isArray(attachmentTypes) ? attachmentTypes.map(String) : pictures;
  return {
    bytes: typeof maxAttachmentBytes === 'number' ? maxAttachmentBytes : defaultBytes,
    kinds: document === 'outline' ? kinds.filter((kind) => pictures.includes(kind)) : kinds,
  };
}

/** How many bytes all files of a plan may have together. */
export function planLimit(edition: Edition): number {
  const { maxPlanAttachmentBytes } = edition.parameters;
  return typeof maxPlanAttachmentBytes === 'number' ? maxPlanAttachmentBytes : 15 * defaultBytes;
}

const defaultBytes = 20_971_520;
