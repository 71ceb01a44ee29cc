import { saveBlock as store } from '#db/blocks.ts';
import { now } from '#db/clock.ts';
import { namesOf } from '#db/organisations.ts';
import { unconfirmPartners } from '#db/partners.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import type { Tx } from '#db/pool.ts';
import { findProposalFacts } from '#db/proposal-facts.ts';
import { findSavedAnswers } from '#db/saved-blocks.ts';
import { relationsOf } from '#domain/access/relations.ts';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan, authoriseProposal, proposalSubjectOf } from './authorise.ts';
import type { Ask } from './command.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { pinnedEdition } from './editions.ts';
import { refuseWhileFiling } from './keep-arrival.ts';
import { mayChange, refuseMore, unnamed } from './mending-parts.ts';
import type { Saveable } from './plan-documents.ts';
import { saveable } from './plan-documents.ts';
import type { BlockState } from './read-plan.ts';
import { blockState } from './read-plan.ts';
import { isByPartners, writableBlocks } from './writable-blocks.ts';
import type { Session } from './session.ts';

/** Where a block of the plan itself is: `document` is form, commitment or outline. */
export interface BlockPlace {
  readonly plan: string;
  readonly document: string;
  readonly block: string;
}

export interface BlockSave {
  /** Version that the answers were written on; 0 for a block never saved. */
  readonly base: number;
  readonly answers: BlockAnswers;
}

/** An earlier version of the block, saved once more: what stands now stays in the history. */
export interface BlockRestore {
  readonly base: number;
  readonly restore: number;
}

/** Where a save goes, once it is allowed: `document` as the store knows it, `subject` as the audit does. */
interface Target {
  readonly planId: string;
  readonly document: string;
  readonly definition: Saveable | undefined;
  readonly session: Session;
  readonly subject: string;
  readonly submitBy: string;
  /** A mending is under way that does not name this block: only its notes may be answered. */
  readonly notesOnly: boolean;
}

/**
 * Saves one block of the plan. A stale base is refused with the block as it stands, so that both texts can be shown. What was saved is
 * not kept twice: the key remembers which save it was, and the history has its text.
 */
export function saveBlock(deps: Deps, asker: Session | null, key: string, place: BlockPlace, save: BlockSave | BlockRestore): Promise<BlockState> {
  const { plan: planId, document, block } = place;
  const ask: Ask = { session: asker, key, act: 'plan.edit', says: { plan: planId, document, block, ...save } };
  return saveAt(deps, ask, block, save, async (tx) => {
    const { plan, session } = authorisePlan(asker, 'plan.edit', await findPlanFacts(tx, planId, 'share'));
    const edition = await pinnedEdition(tx, plan.editionDigest);
    const definition = document === 'form' || document === 'commitment' || document === 'outline' ? saveable(edition, document, block) : undefined;
    return { planId, document, definition, session, subject: plan.number, submitBy: plan.submitBy, notesOnly: !(await mayChange(tx, plan, document, block)) };
  });
}

/** Saves one block of a proposal in the same way. */
export function saveProposalBlock(
  deps: Deps,
  asker: Session | null,
  key: string,
  place: { project: string; block: string },
  save: BlockSave | BlockRestore,
): Promise<BlockState> {
  const { project, block } = place;
  const ask: Ask = { session: asker, key, act: 'proposal.edit', says: { project, block, ...save } };
  return saveAt(deps, ask, block, save, async (tx) => {
    const { proposal, session } = authoriseProposal(asker, 'proposal.edit', await findProposalFacts(tx, project, 'share'));
    const edition = await pinnedEdition(tx, proposal.editionDigest);
    const definition = saveable(edition, 'project', block);
    const notesOnly = proposal.mended !== null && !proposal.mended.includes(block);
    if (definition !== undefined && !notesOnly && !writableBlocks(session, proposal, edition).includes(block)) throw new Refusal('notAllowed');
    if (notesOnly && !relationsOf(session, proposalSubjectOf(proposal)).includes('owner')) throw new Refusal('notEditable', unnamed);
    if (isByPartners(edition, block)) await unconfirmPartners(tx, project);
    return { planId: proposal.planId, document: proposal.id, definition, session, subject: proposal.number, submitBy: proposal.submitBy, notesOnly };
  });
}

async function saveAt(deps: Deps, ask: Ask, block: string, save: BlockSave | BlockRestore, find: (tx: Tx) => Promise<Target>): Promise<BlockState> {
  let stored: BlockAnswers | undefined;
  const reply = await command(
    deps,
    ask,
    atOnce(async (tx) => {
      const { planId, document, definition, session, subject, submitBy, notesOnly } = await find(tx);
      if (definition === undefined) throw new Refusal('notFound');
      const answers = 'restore' in save ? await findSavedAnswers(tx, planId, document, block, save.restore) : save.answers;
      if (answers === undefined) throw new Refusal('notFound');
      const faults = definition.faults(answers);
      if (faults.length > 0) throw new Refusal('badRequest', { faults });
      const savedAt = await now(tx);
      await refuseWhileFiling(tx, { id: planId, submitBy }, savedAt);
      const normal = definition.stored(answers);
      if (notesOnly) await refuseMore(tx, { planId, document, block }, normal);
      const result = await store(tx, { planId, document, block, base: save.base, answers: normal, savedAt, savedBy: session.person });
      if ('stale' in result) throw new Refusal('stale', { block: await standing(tx, result.stale) });
      stored = normal;
      const { version } = result.saved;
      return {
        reply: { planId, document, version, savedAt, savedBy: session.name },
        subject,
        detail: { ...('restore' in save && { event: 'restore', restored: save.restore }), document, block, version },
      };
    }),
  );
  const { planId, document, ...state } = reply;
  return { answers: stored ?? (await findSavedAnswers(deps.db, planId, document, block, state.version)) ?? {}, ...state };
}

/** The other's text; an empty block where the writer's base was never saved. */
async function standing(tx: Tx, row: Parameters<typeof blockState>[0] | null): Promise<BlockState> {
  if (row === null) return { answers: {}, version: 0, savedAt: null, savedBy: null };
  return blockState(row, (await namesOf(tx, [row.savedBy])).get(row.savedBy) ?? null);
}
