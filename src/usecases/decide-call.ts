import type { DecisionRow, NewDecision } from '#db/call-decisions.ts';
import { findDecision, insertDecision, insertSecond } from '#db/call-decisions.ts';
import type { CallRow } from '#db/calls.ts';
import { countPlans, findDeadlines, listHearers, updateCall } from '#db/calls.ts';
import { now } from '#db/clock.ts';
import { keepEdition } from '#db/editions.ts';
import type { Tx } from '#db/pool.ts';
import { citiesBeyond } from '#db/quotas.ts';
import type { Act } from '#domain/access/acts.ts';
import type { CallEvent, CallFacts } from '#domain/filing/lifecycle/call.ts';
import { personsNeeded } from '#domain/filing/lifecycle/call.ts';
import type { CallValues } from '#domain/programme/call-values.ts';
import { areInOrder, valueFaults, withCallValues } from '#domain/programme/call-values.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { decided, holdCall } from './call-access.ts';
import { tellDecision } from './call-notices.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { jsonOf } from './draft-call.ts';
import { pinnedEdition } from './editions.ts';
import type { Session } from './session.ts';

export interface Extension {
  readonly zone: string | null;
  readonly submitBy: string | null;
  readonly recommendBy: string | null;
  readonly paperBy: string | null;
  readonly reason: string;
}

type Decided = { id: string; inForce: boolean };

/** Gives everybody, or one zone, more time. Once a deadline is over, a second person must sign. */
export function extendCall(deps: Deps, asker: Session | null, key: string, id: string, extension: Extension): Promise<Decided> {
  const { zone, submitBy, recommendBy, paperBy, reason } = extension;
  return decideOn(deps, asker, key, id, 'extend', { ...extension }, async (tx, call) => {
    if (zone !== null && !(await listHearers(tx)).some((one) => one.kind === 'zone' && one.id === zone)) throw new Refusal('notFound');
    const facts = await extensionFacts(tx, call, { zoneId: zone, submitBy, recommendBy, paperBy });
    return { row: { zoneId: zone, submitBy, recommendBy, paperBy }, facts: { ...facts, reason } };
  });
}

/** Says something more about a published call, and changes its numbers or rules; takes effect with a second person's signature. */
export function supplementCall(deps: Deps, asker: Session | null, key: string, id: string, text: string, values: CallValues, reason: string): Promise<Decided> {
  return decideOn(deps, asker, key, id, 'supplement', { text, values: jsonOf(values), reason }, async (tx, call) => {
    const edition = await pinnedEdition(tx, call.editionDigest);
    // Deadlines move by extensions, which a zone can have of its own.
    const faults = [...valueFaults(edition, values), ...(['submitBy', 'recommendBy', 'paperBy'] as const).filter((name) => values[name] !== undefined)];
    if (faults.length > 0 || text.trim() === '') throw new Refusal('badRequest', { at: faults.length > 0 ? faults : ['/text'] });
    await refuseBelowHeld(tx, call, values);
    return { row: { text, values, beforeDigest: call.editionDigest }, facts: { inOrder: true, reason } };
  });
}

export function cancelCall(deps: Deps, asker: Session | null, key: string, id: string, reason: string): Promise<Decided> {
  return decideOn(deps, asker, key, id, 'cancel', { reason }, async () => ({ row: {}, facts: { inOrder: true, reason, nothingReleased: true } }));
}

export function finishCall(deps: Deps, asker: Session | null, key: string, id: string, reason: string): Promise<Decided> {
  return decideOn(deps, asker, key, id, 'finish', { reason }, async (tx, call) => {
    const { live } = await countPlans(tx, call.id);
    return { row: {}, facts: { inOrder: true, reason, allEnded: live === 0 } };
  });
}

/** The second signature; whoever asked for it cannot give it. Everything is judged again as it stands now. */
export async function secondDecision(deps: Deps, asker: Session | null, key: string, id: string, decisionId: string): Promise<Decided> {
  return command(
    deps,
    { session: asker, key, act: 'call.second', says: { call: id, decision: decisionId } },
    atOnce(async (tx) => {
      const { call, session } = await holdCall(tx, asker, 'call.second', id);
      const decision = await findDecision(tx, call.id, decisionId);
      if (decision === undefined) throw new Refusal('notFound');
      if (decision.inForceAt !== null) throw new Refusal('wrongState');
      const persons = decision.person === session.person ? 1 : 2;
      const { afterDigest = null } = await takeEffect(tx, call, decision, persons);
      await insertSecond(tx, { decisionId: decision.id, person: session.person, afterDigest });
      await tellDecision(tx, call, { ...decision, afterDigest }, session.person);
      return { reply: { id: decision.id, inForce: true }, subject: call.id, detail: { event: decision.kind, decision: decision.id, second: true } };
    }),
  );
}

type Row = Partial<Pick<NewDecision, 'zoneId' | 'submitBy' | 'recommendBy' | 'paperBy' | 'text' | 'values' | 'beforeDigest'>>;
type Judged = Omit<CallFacts, 'by' | 'persons'>;

async function decideOn(
  deps: Deps,
  asker: Session | null,
  key: string,
  id: string,
  event: 'extend' | 'supplement' | 'cancel' | 'finish',
  says: JsonObject & { reason: string },
  judge: (tx: Tx, call: CallRow) => Promise<{ readonly row: Row; readonly facts: Judged }>,
): Promise<Decided> {
  const act: Act = `call.${event}`;
  return command(
    deps,
    { session: asker, key, act, says: { call: id, ...says } },
    atOnce(async (tx) => {
      const { call, session } = await holdCall(tx, asker, act, id);
      const { row, facts } = await judge(tx, call);
      const persons = personsNeeded(event, facts.past === true);
      // Asked for by one person: everything but the second signature must hold already.
      decided(call.state, event, { ...facts, persons });
      const decision = await insertDecision(tx, { callId: call.id, kind: event, reason: says.reason.trim(), persons, person: session.person, ...row });
      if (persons === 1) {
        const made = await findDecision(tx, call.id, decision);
        if (made === undefined) throw new Error('a decision just made is missing');
        await moveState(tx, call, event, { ...facts, persons });
        await tellDecision(tx, call, made, session.person);
      }
      return { reply: { id: decision, inForce: persons === 1 }, subject: call.id, detail: { event, decision, reason: says.reason, inForce: persons === 1 } };
    }),
  );
}

async function takeEffect(tx: Tx, call: CallRow, decision: DecisionRow, persons: number): Promise<{ afterDigest?: string }> {
  const { kind, reason } = decision;
  const facts: Judged = { inOrder: true, reason, nothingReleased: true };
  if (kind === 'extend') {
    await moveState(tx, call, kind, { ...(await extensionFacts(tx, call, decision)), reason, persons });
    return {};
  }
  await moveState(tx, call, kind, { ...facts, persons });
  if (kind !== 'supplement') return {};
  await refuseBelowHeld(tx, call, decision.values ?? {});
  // Two supplements that wait are added one to the other, in the order of their second signatures.
  const edition = withCallValues(await pinnedEdition(tx, call.editionDigest), decision.values ?? {});
  const afterDigest = await keepEdition(tx, edition);
  await updateCall(tx, call.id, { editionDigest: afterDigest, title: edition.title });
  return { afterDigest };
}

/** A city's quota is not lowered below what it has recommended already. The call is held: nobody recommends meanwhile. */
async function refuseBelowHeld(tx: Tx, call: CallRow, { parameters = {} }: CallValues): Promise<void> {
  const { zonesPerCity } = parameters;
  const cities = typeof zonesPerCity === 'number' ? await citiesBeyond(tx, call.id, zonesPerCity) : [];
  if (cities.length > 0) throw new Refusal('slotsHeld', { cities: [...cities] });
}

async function moveState(tx: Tx, call: CallRow, event: CallEvent, facts: Omit<CallFacts, 'by'>): Promise<void> {
  const state = decided(call.state, event, facts);
  if (state !== call.state) await updateCall(tx, call.id, { state });
}

interface NewInstants {
  readonly zoneId: string | null;
  readonly submitBy: string | null;
  readonly recommendBy: string | null;
  readonly paperBy: string | null;
}

/** What an extension would make of the deadlines in force, as the clock stands. */
async function extensionFacts(tx: Tx, call: CallRow, asked: NewInstants): Promise<Judged> {
  const standing = await findDeadlines(tx, call.id, asked.zoneId);
  const at = Date.parse(await now(tx));
  const named = (['submitBy', 'recommendBy', 'paperBy'] as const).filter((name) => asked[name] !== null);
  const after = Object.fromEntries((['submitBy', 'recommendBy', 'paperBy'] as const).map((name) => [name, asked[name] ?? standing[name]])) as Record<
    keyof typeof standing,
    string
  >;
  return {
    inOrder: areInOrder(after),
    later: named.length > 0 && named.every((name) => Date.parse(after[name]) > Date.parse(standing[name]) && Date.parse(after[name]) > at),
    past: named.some((name) => Date.parse(standing[name]) <= at),
  };
}
