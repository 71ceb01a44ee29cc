import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnswerFacts, answerStates, answerTable, decideAnswer } from './answer.ts';
import { decideLocal, type LocalFacts, localStates, localTable } from './local.ts';
import { decideProposal, type ProposalFacts, proposalStates, proposalTable } from './proposal.ts';
import { decideSolicitation, type SolicitationFacts, solicitationStates, solicitationTable } from './solicitation.ts';
import { replay } from './table.ts';

const proposal: ProposalFacts = { by: ['owner', 'zone', 'sys'], reason: '缺页', openProblems: 0 };
const answer: AnswerFacts = { by: ['zone', 'owner'], open: true, arrivedAt: 1, until: 2, reason: '不符', locked: false };
const local: LocalFacts = { by: ['zone', 'local', 'sys'], outside: true, submitted: true, newest: true, text: '同意' };
const solicitation: SolicitationFacts = { by: ['zone'], missing: [], now: 1, until: 2 };

/** Each lifecycle as the laws below see it. */
const lives = {
  proposal: life(proposalTable, proposalStates, (state, event) => decideProposal(state, event, proposal)),
  answer: life(answerTable, answerStates, (state, event) => decideAnswer(state, event, answer)),
  local: life(localTable, localStates, (state, event) => decideLocal(state, event, local)),
  solicitation: life(solicitationTable, solicitationStates, (state, event) => decideSolicitation(state, event, solicitation)),
};

type Outcome = { readonly done: true; readonly to: string } | { readonly done: false; readonly code: string };

interface Life {
  readonly events: readonly string[];
  readonly states: readonly string[];
  readonly happensFrom: (event: string, state: string) => boolean;
  readonly decide: (state: string, event: string) => Outcome;
  readonly replay: (events: readonly string[]) => string | undefined;
}

function life<State extends string, Event extends string>(
  table: Readonly<
    Record<
      Event,
      {
        from: readonly (State | 'new')[];
        to: State | 'same';
        who: readonly never[] | readonly (readonly string[])[];
        guards: readonly string[];
        effects: readonly string[];
      }
    >
  >,
  states: readonly State[],
  decide: (state: State | 'new', event: Event) => Outcome,
): Life {
  const events = Object.keys(table) as Event[];
  const all = ['new', ...states] as const;
  const eventOf = (name: string): Event => events.find((event) => event === name)!;
  const stateOf = (name: string): State | 'new' => all.find((state) => state === name)!;
  return {
    events,
    states: all,
    happensFrom: (event, state) => table[eventOf(event)].from.includes(stateOf(state)),
    decide: (state, event) => decide(stateOf(state), eventOf(event)),
    replay: (happened) => replay<State, Event, string, string, string>(table, happened.map(eventOf)),
  };
}

describe.each(Object.entries(lives))('the life of a %s', (_, { events, states, happensFrom, decide, replay: replayed }) => {
  test('answers every event from every state: it happens exactly from the states named for it', () => {
    for (const state of states) {
      for (const event of events) {
        const outcome = decide(state, event);
        expect(outcome.done, `${event} from ${state}`).toBe(happensFrom(event, state));
        if (!outcome.done) expect(outcome.code).toBe('wrongState');
      }
    }
  });

  test('is told by its events alone: replaying them gives the state they led to', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 30 }), (tried) => {
        let state = 'new';
        const happened: string[] = [];
        for (const event of tried) {
          const outcome = decide(state, event);
          if (!outcome.done) continue;
          state = outcome.to;
          happened.push(event);
        }
        expect(replayed(happened)).toBe(state);
      }),
    );
  });

  test('reaches every state', () => {
    // A set is walked through what is added to it on the way, too.
    const reached = new Set(['new']);
    for (const state of reached) {
      for (const event of events) {
        const outcome = decide(state, event);
        if (outcome.done) reached.add(outcome.to);
      }
    }
    expect([...reached].toSorted()).toEqual([...states].toSorted());
  });
});

test('a proposal with open problems is not submitted, and is returned with a reason only, by the zone only', () => {
  expect(decideProposal('drafting', 'submit', { by: ['owner'], openProblems: 1 })).toEqual({ done: false, code: 'problemsOpen' });
  expect(decideProposal('drafting', 'submit', { by: ['owner'] })).toEqual({ done: false, code: 'problemsOpen' });
  expect(decideProposal('taken', 'return', { by: ['zone'], reason: ' ' })).toEqual({ done: false, code: 'badRequest' });
  expect(decideProposal('atZone', 'take', { by: ['owner'] })).toEqual({ done: false, code: 'notAllowed' });
  expect(decideProposal('taken', 'recall', { by: ['owner'] })).toEqual({ done: false, code: 'wrongState' });
});

test('an offer is in time before the closing instant and late from it; a no has a reason; a filed project stays', () => {
  expect(decideAnswer('new', 'offer', { ...answer, arrivedAt: 2 })).toEqual({ done: false, code: 'tooLate' });
  expect(decideAnswer('invited', 'offer', { ...answer, open: false })).toEqual({ done: false, code: 'wrongState' });
  expect(decideAnswer('offered', 'decline', { by: ['zone'], reason: '' })).toEqual({ done: false, code: 'badRequest' });
  expect(decideAnswer('accepted', 'withdraw', { by: ['owner'], reason: '另有安排', locked: true })).toEqual({ done: false, code: 'notEditable' });
  expect(decideAnswer('offered', 'accept', { by: ['owner'] })).toEqual({ done: false, code: 'notAllowed' });
});

test('only an outside project with a version is recommended, and only its newest version', () => {
  expect(decideLocal('new', 'ask', { ...local, outside: false })).toEqual({ done: false, code: 'badRequest' });
  expect(decideLocal('new', 'ask', { ...local, submitted: false })).toEqual({ done: false, code: 'wrongState' });
  expect(decideLocal('asked', 'give', { ...local, newest: false })).toEqual({ done: false, code: 'wrongState' });
  expect(decideLocal('asked', 'give', { ...local, by: ['zone'] })).toEqual({ done: false, code: 'notAllowed' });
  expect(decideLocal('declined', 'stale', local)).toEqual({ done: false, code: 'wrongState' });
});

test('a solicitation is published complete, with its closing instant ahead', () => {
  expect(decideSolicitation('draft', 'publish', { ...solicitation, missing: ['title'] })).toEqual({ done: false, code: 'badRequest' });
  expect(decideSolicitation('draft', 'publish', { ...solicitation, now: 2 })).toEqual({ done: false, code: 'tooLate' });
});
