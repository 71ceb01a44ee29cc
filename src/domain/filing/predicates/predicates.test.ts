import { describe, expect, it } from 'vitest';
import { judged } from '#domain/filing/predicates/case.test-support.ts';
import { contentCases } from '#domain/filing/predicates/content-cases.test-support.ts';
import { figureCases } from '#domain/filing/predicates/figure-cases.test-support.ts';
import { narrativeCases } from '#domain/filing/predicates/narrative-cases.test-support.ts';
import { projectCases } from '#domain/filing/predicates/project-cases.test-support.ts';
import { recommendingCases } from '#domain/filing/predicates/recommending-cases.test-support.ts';
import { predicateArguments, predicates } from '#domain/filing/predicates/registry.ts';
import type { CheckDef } from '#domain/programme/edition.ts';

const cases = { ...figureCases, ...contentCases, ...narrativeCases, ...projectCases, ...recommendingCases };
const entries = Object.entries(cases);

function fits(definition: CheckDef): boolean {
  return predicateArguments[definition.kind]?.safeParse(definition).success ?? false;
}

const breaks = entries.flatMap(([name, one]) => one.breaks.map(([plan, ...said]) => ({ name, ...one, plan, said })));
const holds = entries.flatMap(([name, one]) => one.holds.map((plan) => ({ name, ...one, plan })));
const unjudged = entries.flatMap(([name, { unjudged: plans = [], ...one }]) => plans.map((plan) => ({ name, ...one, plan })));

describe('each kind of check', () => {
  it.each(breaks)('says what is wrong, where and by how much: $name', ({ check, sentence, plan, said, facts = {} }) => {
    expect(judged(check, sentence, plan, facts)).toEqual(said);
  });

  it.each(holds)('is silent where it holds, up to its very limit: $name', ({ check, sentence, plan, facts = {} }) => {
    expect(judged(check, sentence, plan, facts)).toEqual([]);
  });

  it.each(unjudged)('is not judged while a side is unfilled or unreadable: $name', ({ check, sentence, plan, facts = {} }) => {
    expect(judged(check, sentence, plan, facts)).toEqual([]);
  });
});

describe('the registry', () => {
  it('has every kind in the table of cases above', () => {
    const tried = new Set(Object.values(cases).map((one) => one.check.kind));
    expect([...predicates.keys()].filter((kind) => !tried.has(kind))).toEqual([]);
  });

  it('refuses arguments that are missing, misspelt or of another type', () => {
    const inventions = { kind: 'parts', parts: ['cluster.inventions'], whole: 'cluster.patents' };
    expect([inventions, { kind: 'range' }, { ...inventions, sentence: '错' }].every(fits)).toBe(true);
    expect(
      [
        { kind: 'parts', whole: 'a.b' },
        { ...inventions, sums: true },
        { kind: 'cap', path: 3, parameter: 'x' },
      ].some(fits),
    ).toBe(false);
  });
});
