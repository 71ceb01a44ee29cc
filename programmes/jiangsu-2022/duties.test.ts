import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Duty } from '#domain/programme/edition.ts';
import { clauses } from './clauses.ts';
import { duties } from './duties.ts';
import { guideClauses, modalWords } from './guide-text.test-support.ts';
import { rules } from './rules.ts';

/** The official text is not part of this repository; where it lies beside it, the duties are counted against it. */
const guide = '../shared/spec/guide-2022.zh.txt';
const ambiguities = '../shared/spec/ambiguities.csv';

describe.skipIf(!existsSync(guide))(`the duties beside the guide's own text (skipped where ${guide} is not there)`, () => {
  const texts = existsSync(guide) ? guideClauses(readFileSync(guide, 'utf8')) : new Map<string, string>();

  test('the text is read clause by clause, every clause of it', () => {
    expect([...texts.keys()]).toEqual(clauses.map((clause) => clause.id).filter((id) => /^(G|C|O)\d/.test(id)));
  });

  test('every modal word of every clause is covered by exactly as many duties as it stands there', () => {
    const counted = Object.fromEntries([...texts].map(([clause, text]) => [clause, sorted(modalWords(text))]));
    const covered = Object.fromEntries([...texts.keys()].map((clause) => [clause, sorted(coveredWords(duties.filter((duty) => duty.clause === clause)))]));
    expect(covered).toEqual(counted);
  });

  test('a duty names a word that stands in its clause', () => {
    const strangers = duties.filter((duty) => duty.word.split('…').some((piece) => !(texts.get(duty.clause) ?? piece).includes(piece)));
    expect(strangers.map((duty) => duty.id)).toEqual([]);
  });
});

test.skipIf(!existsSync(ambiguities))(`every ambiguity listed for the guide has a reading (skipped where ${ambiguities} is not there)`, () => {
  const listed = existsSync(ambiguities) ? [...readFileSync(ambiguities, 'utf8').matchAll(/^(A\d\d),/gm)].map((match) => match[1]) : [];
  const answered = duties.flatMap((duty) => duty.reading?.ambiguity ?? []);
  expect([...new Set(answered)].toSorted()).toEqual(listed);
});

test('every rule of a clause of the guide or the letter carries out at least one duty', () => {
  const idle = rules.filter((rule) => /^(G|C)\d/.test(rule.clause) && rule.duties === undefined);
  expect(idle.map((rule) => rule.id)).toEqual([]);
});

test('every clause of the guide, the letter and the opinions has a duty, and duties stand in the order of their numbers', () => {
  const empty = clauses.filter(({ id }) => /^(G|C|O)\d/.test(id) && !duties.some((duty) => duty.clause === id));
  expect(empty.map((clause) => clause.id)).toEqual([]);
  expect(duties.map((duty) => duty.id)).toEqual(duties.map((duty) => duty.id).toSorted());
});

test('compound words that only look modal are not counted', () => {
  expect(modalWords('相应的供应商应在期限内响应要求，必须完整，重要的不得遗漏')).toEqual(
    new Map([
      ['应', 1],
      ['必须', 1],
      ['不得', 1],
    ]),
  );
});

function coveredWords(of: readonly Duty[]): ReadonlyMap<string, number> {
  const total = new Map<string, number>();
  for (const duty of of) {
    for (const [word, count] of modalWords(duty.word)) {
      const covers = count * (duty.covers ?? 1);
      if (covers > 0) total.set(word, (total.get(word) ?? 0) + covers);
    }
  }
  return total;
}

function sorted(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
