import { findBlock } from '#db/blocks.ts';
import { currentMending } from '#db/mendings.ts';
import type { PlanFacts } from '#db/plan-facts.ts';
import type { Db } from '#db/pool.ts';
import { isNamed } from '#domain/filing/mending.ts';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import { canonicalJson } from '#domain/values/canonical.ts';
import { Refusal } from '#domain/values/refusal.ts';

/** Why a block cannot be changed although its plan can. */
export const unnamed = { why: 'mending' } as const;

/** Blocks of the plan's own documents that may change while it is being mended; null where it is not. */
export async function mendedBlocks(db: Db, plan: Pick<PlanFacts, 'id' | 'state'>): Promise<{ readonly [document: string]: readonly string[] } | null> {
  if (plan.state !== 'mending') return null;
  const { parts = [] } = (await currentMending(db, plan.id)) ?? {};
  return Object.fromEntries(parts.map(({ document }) => [document, parts.filter((part) => part.document === document).map(({ block }) => block)]));
}

/** What a plan must mend now, as its own pages show it; null while it is not being mended. */
export async function openMending(db: Db, plan: Pick<PlanFacts, 'id' | 'state'>) {
  const row = plan.state === 'mending' ? await currentMending(db, plan.id) : undefined;
  if (row === undefined) return null;
  const { n, deadline, reason, parts, paper } = row;
  return { n, deadline, reason, parts: parts.map(({ document, block, text }) => ({ document, block, text })), paper: [...paper] };
}

/** Whether the block may change as far as a mending is concerned: only the parts that were named may. */
export async function mayChange(db: Db, plan: Pick<PlanFacts, 'id' | 'state'>, document: string, block: string): Promise<boolean> {
  if (plan.state !== 'mending') return true;
  return isNamed((await currentMending(db, plan.id))?.parts ?? [], document, block);
}

/** Refuses more than an answered note in a block that was not named: a figure mended elsewhere may ask for one here. */
export async function refuseMore(db: Db, { planId, document, block }: { planId: string; document: string; block: string }, next: BlockAnswers): Promise<void> {
  const standing = await findBlock(db, planId, document, block);
  if (canonicalJson(withoutNotes(standing?.answers ?? {})) !== canonicalJson(withoutNotes(next))) throw new Refusal('notEditable', unnamed);
}

function withoutNotes(answers: BlockAnswers): BlockAnswers {
  const { notes: _, ...rest } = answers;
  return rest;
}
