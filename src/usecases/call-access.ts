import type { CallRow } from '#db/calls.ts';
import { findCall } from '#db/calls.ts';
import type { Tx } from '#db/pool.ts';
import type { Act } from '#domain/access/acts.ts';
import type { CallEvent, CallFacts, CallState } from '#domain/filing/lifecycle/call.ts';
import { decideCall } from '#domain/filing/lifecycle/call.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise } from './authorise.ts';
import type { Session } from './session.ts';

/** Refuses what the access table does not allow; whoever may not look into calls is answered alike whether there is one or not. */
export function authoriseCall(session: Session | null, act: Act, call: CallRow | undefined): { readonly session: Session; readonly call: CallRow } {
  if (call === undefined) {
    authorise(session, 'call.list', { kind: 'callFile', state: 'draft' });
    throw new Refusal('notFound');
  }
  return { session: authorise(session, act, { kind: 'callFile', state: call.state }), call };
}

/** The same, with everybody else's events waiting until the transaction ends. */
export async function holdCall(tx: Tx, session: Session | null, act: Act, id: string): Promise<{ readonly session: Session; readonly call: CallRow }> {
  return authoriseCall(session, act, await findCall(tx, id, 'update'));
}

/** The state that an event leads to; refused where it may not happen. */
export function decided(state: CallState | 'new', event: CallEvent, facts: Omit<CallFacts, 'by'>): CallState {
  const decision = decideCall(state, event, { by: ['officer'], ...facts });
  if (!decision.done) throw new Refusal(decision.code);
  return decision.to;
}
