import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planStates } from '#domain/filing/lifecycle/plan.ts';
import { acts } from './acts.ts';
import { judge, may, textFor } from './may.ts';
import type { Actor, OrganisationKind, PlanSubject } from './relations.ts';
import { relationsOf } from './relations.ts';
import { table } from './table.ts';

const kinds = [
  'province',
  'intake',
  'city',
  'zone',
  'local',
  'company',
  'institute',
  'expert',
  'auditor',
  'admin',
] as const satisfies readonly OrganisationKind[];
const organisations = ['甲高新区', '乙高新区', '甲市局', '乙市局'];
const codes = ['A', 'B'];
const persons = ['p1', 'p2', 'p3'];

/** Acts that are done to one plan. */
const planActs = acts.filter((act) => /^(plan|project|version)\./.test(act) && act !== 'plan.list' && act !== 'plan.create');

const actor: fc.Arbitrary<Actor> = fc.record({
  person: fc.constantFrom(...persons),
  organisation: fc.constantFrom(...organisations),
  kind: fc.constantFrom(...kinds),
  rights: fc.record({ write: fc.boolean(), submit: fc.boolean(), manage: fc.boolean() }),
  creditCode: fc.constantFrom(...codes),
});

const plan: fc.Arbitrary<PlanSubject> = fc.record({
  kind: fc.constant('plan' as const),
  zone: fc.constantFrom(...organisations),
  city: fc.constantFrom(...organisations),
  state: fc.constantFrom(...planStates),
  submitted: fc.boolean(),
  recommended: fc.boolean(),
  closed: fc.boolean(),
  applicants: fc.subarray(codes),
  conflicted: fc.subarray(persons),
});

test('a conflicted person may do nothing with the plan and does not learn of it, whatever else they are', () => {
  fc.assert(
    fc.property(actor, plan, fc.constantFrom(...acts), (who, subject, act) => {
      const conflicted = { ...subject, conflicted: [...subject.conflicted, who.person] };
      expect(relationsOf(who, conflicted)).toEqual(['conflicted']);
      expect(may(who, act, conflicted)).toBe(false);
      expect(judge(who, act, conflicted)).toBe('hidden');
      expect(textFor(who, conflicted)).toBeUndefined();
    }),
  );
});

test('every act on a plan that is hidden from a person is answered as hidden, so that absence looks the same', () => {
  fc.assert(
    fc.property(actor, plan, (who, subject) => {
      const answers = planActs.map((act) => judge(who, act, subject));
      if (may(who, 'plan.read', subject)) expect(answers).not.toContain('hidden');
      else expect(new Set(answers)).toEqual(new Set(['hidden']));
    }),
  );
});

test('another zone, another city, a reviewer and an administrator never see a plan', () => {
  fc.assert(
    fc.property(actor, plan, (who, subject) => {
      const stranger =
        (who.kind === 'zone' && who.organisation !== subject.zone) ||
        (who.kind === 'city' && who.organisation !== subject.city) ||
        ['expert', 'admin', 'local', 'company'].includes(who.kind);
      if (stranger) expect(may(who, 'plan.read', subject)).toBe(false);
    }),
  );
});

test('only the zone reads living text; a city reads nothing before the first submission, the province nothing before the recommendation', () => {
  fc.assert(
    fc.property(actor, plan, (who, subject) => {
      const text = textFor(who, subject);
      if (text === 'live') expect(who.kind).toBe('zone');
      if (who.kind === 'city' && !subject.submitted) expect(text).toBeUndefined();
      if ((who.kind === 'province' || who.kind === 'intake') && !subject.recommended) expect(text).toBeUndefined();
    }),
  );
});

test('a right that a person lacks closes every act that asks for it', () => {
  fc.assert(
    fc.property(actor, plan, fc.constantFrom(...acts), (who, subject, act) => {
      const without = { ...who, rights: { write: false, submit: false, manage: false } };
      if (!Object.values(table[act]).some((grant) => grant.right === undefined)) expect(may(without, act, subject)).toBe(false);
    }),
  );
});

test('nobody signed in is asked to sign in for everything that is not public, whether or not the subject exists', () => {
  for (const act of acts) {
    const open = table[act].public !== undefined && table[act].public.once === undefined;
    expect(judge(null, act, { kind: 'plans' })).toBe(open ? 'yes' : 'signIn');
  }
});

test('writers write and submitters submit, each only in the states that have it', () => {
  const zone = (rights: { write: boolean; submit: boolean }): Actor => ({
    person: 'p',
    organisation: '甲高新区',
    kind: 'zone',
    rights: { ...rights, manage: false },
  });
  const subject = (state: PlanSubject['state']): PlanSubject => ({
    kind: 'plan',
    zone: '甲高新区',
    city: '甲市局',
    state,
    submitted: true,
    recommended: false,
    closed: false,
    conflicted: [],
  });
  const writer = zone({ write: true, submit: false });
  const submitter = zone({ write: false, submit: true });
  expect(judge(writer, 'plan.edit', subject('drafting'))).toBe('yes');
  expect(judge(writer, 'plan.edit', subject('atCity'))).toBe('wrongState');
  expect(judge(writer, 'plan.submit', subject('drafting'))).toBe('no');
  expect(judge(submitter, 'plan.submit', subject('drafting'))).toBe('yes');
  expect(judge(submitter, 'plan.edit', subject('drafting'))).toBe('no');
  expect(judge(submitter, 'plan.recall', subject('atCity'))).toBe('yes');
  expect(judge(submitter, 'plan.recall', subject('drafting'))).toBe('wrongState');
});
