import { saveBlock as store } from '#db/blocks.ts';
import { now } from '#db/clock.ts';
import { namesOf } from '#db/organisations.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import type { Tx } from '#db/pool.ts';
import { findProject } from '#db/projects.ts';
import { findSavedAnswers } from '#db/saved-blocks.ts';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { pinnedEdition } from './editions.ts';
import type { Saveable } from './plan-documents.ts';
import { saveable } from './plan-documents.ts';
import type { BlockState } from './read-plan.ts';
import { blockState } from './read-plan.ts';
import type { Session } from './session.ts';

/** Where a block is: `document` is form, commitment, outline or a project's id. */
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

/**
 * Saves one block. A stale base is refused with the block as it stands, so that both texts can be shown. What was saved is not kept
 * twice: the key remembers which save it was, and the history has its text.
 */
export async function saveBlock(deps: Deps, asker: Session | null, key: string, place: BlockPlace, save: BlockSave): Promise<BlockState> {
  const { plan: planId, document, block } = place;
  let stored: BlockAnswers | undefined;
  const work = atOnce(async (tx) => {
    const { plan, session } = authorisePlan(asker, 'plan.edit', await findPlanFacts(tx, planId, 'share'));
    const target = await findTarget(tx, await pinnedEdition(tx, plan.editionDigest), place);
    const faults = target.faults(save.answers);
    if (faults.length > 0) throw new Refusal('badRequest', { faults });
    const savedAt = await now(tx);
    const answers = target.stored(save.answers);
    const result = await store(tx, { planId, document, block, base: save.base, answers, savedAt, savedBy: session.person });
    if ('stale' in result) throw new Refusal('stale', { block: await standing(tx, result.stale) });
    stored = answers;
    const { version } = result.saved;
    return { reply: { version, savedAt, savedBy: session.name }, subject: plan.number, detail: { document, block, version } };
  });
  const reply = await command(deps, { session: asker, key, act: 'plan.edit', says: { ...place, base: save.base, answers: save.answers } }, work);
  const answers = stored ?? (await findSavedAnswers(deps.db, planId, document, block, reply.version));
  return { answers: answers ?? {}, ...reply };
}

async function findTarget(tx: Tx, edition: Edition, { plan, document, block }: BlockPlace): Promise<Saveable> {
  const fixed = document === 'form' || document === 'commitment' || document === 'outline';
  const target = saveable(edition, fixed ? document : 'project', block);
  const project = fixed ? undefined : await findProject(tx, plan, document);
  if (target === undefined || (!fixed && (project === undefined || project.removedAt !== null))) throw new Refusal('notFound');
  return target;
}

/** The other's text; an empty block where the writer's base was never saved. */
async function standing(tx: Tx, row: Parameters<typeof blockState>[0] | null): Promise<BlockState> {
  if (row === null) return { answers: {}, version: 0, savedAt: null, savedBy: null };
  return blockState(row, (await namesOf(tx, [row.savedBy])).get(row.savedBy) ?? null);
}
