import type { Act } from './acts.ts';
import type { Actor, Relation, Subject } from './relations.ts';
import { relationsOf } from './relations.ts';
import type { Grant } from './table.ts';
import { seeing, table, textSeen } from './table.ts';

/**
 * yes; wrongState: would be allowed in another state of the plan; no: sees the subject, but this is not for them;
 * hidden: must not even learn that the subject exists; signIn: nobody is signed in, and it is not open to all.
 */
export type Answer = 'yes' | 'wrongState' | 'no' | 'hidden' | 'signIn';

/** Whether the actor may do this to the subject, now. */
export function may(actor: Actor | null, act: Act, subject: Subject): boolean {
  return judge(actor, act, subject) === 'yes';
}

/** The same, with the reason why not. */
export function judge(actor: Actor | null, act: Act, subject: Subject): Answer {
  const held = relationsOf(actor, subject);
  const grants = grantsOf(held, act);
  if (grants.some((grant) => holds(grant, actor, subject) && inState(grant, subject))) return 'yes';
  if (actor === null) return 'signIn';
  if (subject.kind === 'plan' && !sees(actor, subject, held)) return 'hidden';
  return grants.some((grant) => holds(grant, actor, subject)) ? 'wrongState' : 'no';
}

/** Which text of the plan the actor reads; undefined where the plan is hidden. */
export function textFor(actor: Actor | null, subject: Subject): 'live' | 'filed' | undefined {
  if (!may(actor, seeing, subject)) return undefined;
  const seen = relationsOf(actor, subject).map((relation) => textSeen[relation]);
  return seen.includes('live') ? 'live' : seen.find((text) => text !== undefined);
}

function sees(actor: Actor, subject: Subject, held: readonly Relation[]): boolean {
  return grantsOf(held, seeing).some((grant) => holds(grant, actor, subject));
}

function grantsOf(held: readonly Relation[], act: Act): readonly Grant[] {
  return held.flatMap((relation) => table[act][relation] ?? []);
}

function holds(grant: Grant, actor: Actor | null, subject: Subject): boolean {
  if (grant.right !== undefined && actor?.rights[grant.right] !== true) return false;
  return grant.once === undefined || (subject.kind === 'plan' && subject[grant.once]);
}

function inState(grant: Grant, subject: Subject): boolean {
  return grant.states === undefined || (subject.kind === 'plan' && grant.states.includes(subject.state));
}
