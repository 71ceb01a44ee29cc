import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanEvent, PlanFacts, PlanState } from './plan.ts';
import { decidePlan, planStates, planTable } from './plan.ts';
import type { ProjectEvent } from './project.ts';
import { decideProject, projectStates, projectTable } from './project.ts';
import { replay } from './table.ts';

const planEvents = Object.keys(planTable) as PlanEvent[];
const projectEvents = Object.keys(projectTable) as ProjectEvent[];
const everyone = ['zone', 'city', 'officer', 'sys'] as const;
const facts: PlanFacts = { by: everyone, arrivedAt: 1_000, deadline: 2_000, openProblems: 0, checkBegun: false, reason: '更正', requestsUntil: 500 };

test('every event on a plan is answered from every state: it happens exactly from the states named for it', () => {
  for (const state of ['new', ...planStates] as const) {
    for (const event of planEvents) {
      const decision = decidePlan(state, event, facts);
      if (planTable[event].from.includes(state)) expect(decision, `${event} from ${state}`).toMatchObject({ done: true });
      else expect(decision, `${event} from ${state}`).toEqual({ done: false, code: 'wrongState' });
    }
  }
});

test('every event on a project is answered from every state', () => {
  for (const state of ['new', ...projectStates] as const) {
    for (const event of projectEvents) {
      const decision = decideProject(state, event, {
        by: ['zone', 'owner', 'secretary', 'officer', 'sys'],
        planDrafting: true,
        room: true,
        reason: '更正',
        persons: 2,
      });
      expect(decision.done, `${event} from ${state}`).toBe(projectTable[event].from.includes(state));
    }
  }
});

test('every state can be reached and every state but the last has a way on', () => {
  for (const state of planStates) {
    expect(
      Object.values(planTable).some((transition) => transition.to === state),
      state,
    ).toBe(true);
    if (!['supported', 'ended'].includes(state))
      expect(
        Object.values(planTable).some((transition) => transition.from.includes(state)),
        state,
      ).toBe(true);
  }
  for (const state of projectStates)
    expect(
      Object.values(projectTable).some((transition) => transition.to === state),
      state,
    ).toBe(true);
});

test('replaying the events that happened gives the state they led to', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...planEvents), { maxLength: 40 }), (tried) => {
      let state: PlanState | 'new' = 'new';
      const happened: PlanEvent[] = [];
      for (const event of tried) {
        const decision = decidePlan(state, event, facts);
        if (!decision.done) continue;
        state = decision.to;
        happened.push(event);
      }
      expect(replay(planTable, happened)).toBe(state);
    }),
  );
});

test('a row of events that could not have happened has no state', () => {
  expect(replay(planTable, ['begin', 'recall'])).toBeUndefined();
});

test('submitting is in time before the deadline and late from its very instant', () => {
  expect(decidePlan('drafting', 'submit', { ...facts, arrivedAt: 1_999 })).toMatchObject({ done: true, to: 'atCity' });
  expect(decidePlan('drafting', 'submit', { ...facts, arrivedAt: 2_000 })).toEqual({ done: false, code: 'tooLate' });
});

test('open problems, a missing reason, a check already begun and a missing party each stop their event', () => {
  expect(decidePlan('drafting', 'submit', { ...facts, openProblems: 1 })).toEqual({ done: false, code: 'problemsOpen' });
  expect(decidePlan('atCity', 'recall', { ...facts, reason: '  ' })).toEqual({ done: false, code: 'badRequest' });
  expect(decidePlan('atCity', 'recall', { ...facts, checkBegun: true })).toEqual({ done: false, code: 'wrongState' });
  expect(decidePlan('drafting', 'submit', { ...facts, by: ['city'] })).toEqual({ done: false, code: 'notAllowed' });
  expect(decidePlan('atProvince', 'withdraw', { ...facts, by: ['zone'] })).toEqual({ done: false, code: 'notAllowed' });
  expect(decidePlan('drafting', 'lapse', { ...facts, requestsUntil: 5_000 })).toEqual({ done: false, code: 'wrongState' });
});

test('projects are gathered and removed only while the plan is drafting, and only as many as it may hold', () => {
  const zone = { by: ['zone'], planDrafting: true, room: true } as const;
  expect(decideProject('new', 'add', zone)).toMatchObject({ done: true, to: 'gathered' });
  expect(decideProject('new', 'add', { ...zone, planDrafting: false })).toEqual({ done: false, code: 'notEditable' });
  expect(decideProject('new', 'add', { ...zone, room: false })).toEqual({ done: false, code: 'tooLarge' });
  expect(decideProject('removed', 'restore', zone)).toMatchObject({ done: true, to: 'gathered' });
});
