import type { RefusalCode } from '#domain/values/refusal.ts';

/** One event of a lifecycle. `from` may hold `new`: the thing does not exist yet. */
export interface Transition<State extends string, Who extends string, Guard extends string, Effect extends string> {
  readonly from: readonly (State | 'new')[];
  /** `same` keeps the state. */
  readonly to: State | 'same';
  /** Each inner list acts together (zone + city); any one list is enough. `sys`: the clock or another event's effect. */
  readonly who: readonly (readonly Who[])[];
  /** Judged in order; the first that refuses decides. */
  readonly guards: readonly Guard[];
  readonly effects: readonly Effect[];
}

export type Table<State extends string, Event extends string, Who extends string, Guard extends string, Effect extends string> = Readonly<
  Record<Event, Transition<State, Who, Guard, Effect>>
>;

/** A guard reads facts and answers why it refuses, or nothing. */
export type Guards<Guard extends string, Facts> = Readonly<Record<Guard, (facts: Facts) => RefusalCode | undefined>>;

export type Decision<State extends string, Effect extends string> =
  | { readonly done: true; readonly to: State; readonly effects: readonly Effect[] }
  | { readonly done: false; readonly code: RefusalCode };

/** Facts that every decision needs: who acts. */
export interface ActingFacts<Who extends string> {
  readonly by: readonly Who[];
}

/** Asks a table what an event does from a state. Pure: the same question has the same answer, and every question has one. */
export function decideBy<
  State extends string,
  Event extends string,
  Who extends string,
  Guard extends string,
  Effect extends string,
  Facts extends ActingFacts<Who>,
>(table: Table<State, Event, Who, Guard, Effect>, guards: Guards<Guard, Facts>, state: State | 'new', event: Event, facts: Facts): Decision<State, Effect> {
  const transition = table[event];
  const to = transition.to === 'same' ? state : transition.to;
  if (!transition.from.includes(state) || to === 'new') return { done: false, code: 'wrongState' };
  if (!transition.who.some((together) => together.every((who) => facts.by.includes(who)))) return { done: false, code: 'notAllowed' };
  for (const guard of transition.guards) {
    const code = guards[guard](facts);
    if (code !== undefined) return { done: false, code };
  }
  return { done: true, to, effects: transition.effects };
}

/** The state that a row of audited events leads to; undefined where the row could not have happened. */
export function replay<State extends string, Event extends string, Who extends string, Guard extends string, Effect extends string>(
  table: Table<State, Event, Who, Guard, Effect>,
  events: readonly Event[],
): State | 'new' | undefined {
  let state: State | 'new' = 'new';
  for (const event of events) {
    const { from, to } = table[event];
    if (!from.includes(state)) return undefined;
    state = to === 'same' ? state : to;
  }
  return state;
}
