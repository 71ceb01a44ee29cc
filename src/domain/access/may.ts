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
  const sight = seeing[subject.kind];
  if (sight !== undefined && !grantsOf(held, sight).some((grant) => holds(grant, actor, subject))) return 'hidden';
  return grants.some((grant) => holds(grant, actor, subject)) ? 'wrongState' : 'no';
}

/** Which text of the subject the actor reads; undefined where it is hidden. */
export function textFor(actor: Actor | null, subject: Subject): 'live' | 'filed' | undefined {
  const sight = seeing[subject.kind];
  if (sight === undefined || !may(actor, sight, subject)) return undefined;
  const seen = relationsOf(actor, subject).map((relation) => textSeen[relation]);
  return seen.includes('live') ? 'live' : seen.find((text) => text !== undefined);
}

/** Acts that open to the auditor once a call is finished: each of them is on record (model §3: the rest after close, logged). */
export function isLoggedRead(act: Act): boolean {
  return table[act].auditor?.once === 'closed';
}

function grantsOf(held: readonly Relation[], act: Act): readonly Grant[] {
  return held.flatMap((relation) => table[act][relation] ?? []);
}

function holds(grant: Grant, actor: Actor | null, subject: Subject): boolean {
  if (grant.right !== undefined && actor?.rights[grant.right] !== true) return false;
  return grant.once === undefined || (grant.once in subject && (subject as Readonly<Record<string, unknown>>)[grant.once] === true);
}

function inState(grant: Grant, subject: Subject): boolean {
  return grant.states === undefined || ('state' in subject && grant.states.includes(subject.state));
}
