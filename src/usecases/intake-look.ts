import { insertFormalItem } from '#db/intakes.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { isHuman } from '#domain/intake/formal-check.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { loadIntakeFile, readFormalCheck } from './intake-file.ts';
import type { Session } from './session.ts';

/** What a person found out about a human item; nobody can answer an automatic one. A fault needs a note; `open` takes a tick back. */
export function lookAtItem(
  deps: Deps,
  asker: Session | null,
  key: string,
  planId: string,
  item: string,
  { result, note }: { readonly result: 'met' | 'broken' | 'open'; readonly note: string },
): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'intake.look', says: { plan: planId, item, result, note } },
    atOnce(async (tx) => {
      const { plan, session } = authorisePlan(asker, 'intake.look', await findPlanFacts(tx, planId, 'share'));
      const file = await loadIntakeFile(tx, plan);
      if (file.intake.state !== 'checking') throw new Refusal('wrongState');
      if (!isHuman(await readFormalCheck(tx, file), item)) throw new Refusal('badRequest', { at: ['item'] });
      if (result === 'broken' && note.trim() === '') throw new Refusal('badRequest', { at: ['note'] });
      await insertFormalItem(tx, { intakeId: file.intake.id, planVersion: file.version.n, item, result, note: note.trim(), clerk: session.person });
      return { reply: { done: true }, subject: plan.number, detail: { event: 'formalItem', item, result } };
    }),
  );
}
