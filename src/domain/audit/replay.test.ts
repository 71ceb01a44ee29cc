import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planTable, type PlanEvent } from '#domain/filing/lifecycle/plan.ts';
import { replay } from '#domain/filing/lifecycle/table.ts';
import { replayStates, type AuditedEvent, type Replayed } from './replay.ts';

const plan = 'JQ2022-0001';
const project = 'XM2022-0001';
const did = (command: string, detail: AuditedEvent['detail'] = {}, subject = plan): AuditedEvent => {
  const event = command.split('.')[1] ?? '';
  return { command, subject, detail: { event, ...detail } };
};
const states = (entries: readonly AuditedEvent[]) => {
  const found = replayStates(entries);
  return (thing: Replayed, name = plan) => found.get(thing)?.get(name)?.state;
};

const filed = [did('plan.create'), did('project.add', { project }), did('plan.submit', { version: 1 })];
const recommended = [...filed, did('recommendation.recommend')];
const received = [...recommended, did('intake.receive')];
const mending = [...received, did('intake.mend')];
const admitted = did('intake.decide', { event: 'admit' });

test('a file that is filed, mended in its text, confirmed and admitted leads to where it stands, step by step', () => {
  const mended = [...mending, did('plan.submit', { event: 'resubmit' }), did('recommendation.confirm'), did('intake.receive', { event: 'receiveMended' })];
  const path = [filed, recommended, received, mending, mended, [...mended, admitted]].map((entries) => {
    const state = states(entries);
    return [state('plan'), state('recommendation'), state('intake')];
  });
  expect(path).toEqual([
    ['atCity', undefined, undefined],
    ['atProvince', 'active', 'awaitingPaper'],
    ['atProvince', 'active', 'checking'],
    ['mending', 'active', 'mending'],
    ['atProvince', 'active', 'checking'],
    ['admitted', 'active', 'admitted'],
  ]);
});

test('where only paper was mended, receiving it brings the plan back', () => {
  const state = states([...mending, did('intake.receive', { event: 'receiveMended' }), admitted]);
  expect([state('plan'), state('intake')]).toEqual(['admitted', 'admitted']);
});

test('a recommendation taken back and given again is a new one; so is a local one asked for after a no; a new version makes the old one stale', () => {
  const again = states([...recommended, did('recommendation.withdraw'), did('recommendation.recommend')]);
  expect([again('plan'), again('recommendation'), again('intake')]).toEqual(['atProvince', 'active', 'awaitingPaper']);
  const local = (event: string, version = 1) => did(`local.${event}`, { version }, project);
  const submit = did('proposal.submit', {}, project);
  const asked = [...filed.slice(0, 2), submit, local('ask'), local('decline'), local('ask'), local('give')];
  expect(states(asked)('local', `${project}/1`)).toBe('given');
  expect(states([...asked, did('proposal.recall', {}, project), submit])('local', `${project}/1`)).toBe('stale');
});

test('a refused attempt moves nothing, and what could not have happened is named', () => {
  expect(states([...filed, did('plan.recall', { refused: 'tooLate' })])('plan')).toBe('atCity');
  const broken = did('intake.decide', { event: 'admit' });
  expect(
    replayStates([...filed, broken])
      .get('plan')
      ?.get(plan),
  ).toEqual({ state: 'atCity', broken });
});

const moves = {
  begin: did('plan.create'),
  submit: did('plan.submit'),
  recall: did('plan.recall'),
  return: did('plan.return'),
  decline: did('plan.decline'),
  lapse: did('plan.lapse'),
} satisfies Partial<Record<PlanEvent, AuditedEvent>>;

test('for any row of events the log leads to the state that the table itself leads to', () => {
  const events = fc.array(fc.constantFrom(...(Object.keys(moves) as (keyof typeof moves)[])), { maxLength: 12 });
  fc.assert(
    fc.property(events, (row) => {
      const found = replayStates(row.map((event) => moves[event]))
        .get('plan')
        ?.get(plan);
      const expected = replay(planTable, row);
      expect(found === undefined ? 'new' : found.broken === null ? found.state : undefined).toBe(expected);
    }),
  );
});
