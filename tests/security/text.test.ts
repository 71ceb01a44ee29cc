import { expect, test } from 'vitest';
import { renderForm } from '#documents/render/form.ts';
import { readPaper, request, samplePlan, squeeze, withBlock } from '#documents/render/paper.test-support.ts';
import { readFormWorkbook } from '#documents/sheets/read-form.ts';
import { writeFormWorkbook, type SheetWords } from '#documents/sheets/write-form.ts';
import type { FieldDef } from '#domain/forms/definition.ts';
import { everyKind, scalars, words as plainWords } from '#domain/forms/every-kind.test-support.ts';
import { kindOf } from '#domain/forms/kinds/kind-of.ts';
import type { Json } from '#domain/values/json.ts';
import { canonicalJson } from '#domain/values/canonical.ts';

const words: SheetWords = { ...plainWords, item: '栏目', answer: '填写', note: '说明', howTo: '只填白格', demo: '演示' };

function fieldOf(key: string): FieldDef {
  const found = scalars.find((field) => field.key === key);
  if (found === undefined) throw new Error(key);
  return found;
}

const text = kindOf(fieldOf('goal'));
const code = (value: string): readonly string[] => text.faults(value, words.codeLists).map((fault) => fault.code);

/** Text that a screen, a paper or a workbook may show as another. */
const hidden: readonly [what: string, text: string][] = [
  ['a right-to-left override', '甲\u202E公司'],
  ['an isolate', '甲\u2067公司'],
  ['a zero-width space', '甲\u200B公司'],
  ['a zero-width joiner', '甲\u200D公司'],
  ['a byte order mark', '\uFEFF甲公司'],
  ['a soft hyphen', '甲\u00AD公司'],
  ['a variation selector', '葛\u{E0100}公司'],
  ['a tag', '甲\u{E0041}公司'],
  ['a private character', '甲\uE000公司'],
  ['a blank that is a letter', '甲\u3164公司'],
  ['a line separator', '甲\u2028公司'],
  ['an escape', '甲\u001B[31m公司'],
  ['a noncharacter', '甲\uFFFF公司'],
];

test.each(hidden)('%s is refused where it is typed, by its name', (_, typed) => {
  expect(text.faults(typed, words.codeLists)).toEqual([{ code: 'badCharacter', found: expect.stringMatching(/^U\+[0-9A-F]{4,6}$/) }]);
});

/** Rare, but a person may mean it: 4-byte characters, 〇, extension A, what NFC leaves, full-width digits, and what is markup elsewhere. */
const meant: readonly string[] = [
  '𠮷野家',
  '㐀䶵',
  '龘靐',
  '〇八',
  '䶮𬭎㛃',
  '１２３ＡＢ',
  '①㎡',
  '<b>粗</b>&amp;',
  '#set page(1pt) $x$ *b* _i_ @a <l> `c` // d \\ e /* f */',
  '=1+1',
  "'--",
  '{{x}}',
  '%00',
  'A\u0301é',
];

test('what is allowed is the same on screen, on paper and in the workbook, to the character', async () => {
  const allowed = meant.filter((one) => code(one).length === 0);
  // Every other one is refused for a character that the paper cannot print, and says which.
  for (const one of meant.filter((typed) => !allowed.includes(typed))) expect(code(one), one).toEqual(['badCharacter']);
  expect(meant.filter((typed) => !allowed.includes(typed))).toEqual(['𠮷野家']);
  const kept = allowed.map((one) => text.normal(one));
  expect(kept.map((one) => text.display(one as string, words))).toEqual(kept);
  const address = kept.join('、');
  const { bytes } = await renderForm(request({ plan: withBlock(samplePlan(), 'zone', { address }) }));
  expect((await readPaper(bytes)).text).toContain(squeeze(address));
  for (const one of kept) {
    const workbook = await writeFormWorkbook({
      form: everyKind,
      answers: { facts: { goal: one as Json } },
      words,
      title: '小表',
      identity: { plan: 'JQ2022-0001' },
    });
    expect((await readFormWorkbook(workbook, everyKind, words)).answers['facts']).toMatchObject({ goal: one });
  }
});

const numbers = Object.entries({ money: 'revenue', percent: 'share', count: 'firms' }).map(([kind, key]) => [kind, kindOf(fieldOf(key))] as const);

test.each(numbers)('as %s, what is no number of its own is kept as typed and told, never turned into another', (_, kind) => {
  for (const typed of ['NaN', 'Infinity', '-Infinity', '1e308', '1e-7', '0x10', '1_000', '١٢٣', '一百', '1.2.3', '--1', '9'.repeat(60)]) {
    const { value } = kind.parse(typed, words);
    expect(value, typed).toEqual({ typed });
    expect(kind.display(value as Json, words), typed).toBe(typed);
    expect(kind.faults(value as Json, words.codeLists), typed).toMatchObject([{ code: 'unreadable' }]);
  }
});

test.each(numbers)('as %s, full-width digits are the digits, and there is one zero', (_, kind) => {
  expect(kind.parse('１２', words)).toEqual(kind.parse('12', words));
  for (const zero of ['-0', '０', '0.0', '-0.00']) expect(Object.is(kind.parse(zero, words).value, 0), zero).toBe(true);
  expect(Object.is(kind.normal(-0), 0)).toBe(true);
});

test('money adds without a rest and ends where whole numbers do', () => {
  const [, money] = numbers[0]!;
  const [tenth, fifth, both] = ['0.1', '0.2', '0.3'].map((typed) => money.parse(typed, words).value);
  expect(Number(tenth) + Number(fifth)).toBe(both);
  for (const number of [2 ** 53, 1e308, 0.5, Number.POSITIVE_INFINITY, Number.NaN]) expect(money.fits(number), String(number)).toBe(false);
  expect(money.fits(Number.MAX_SAFE_INTEGER)).toBe(true);
  expect(money.parse('9'.repeat(20), words).value).toEqual({ typed: '9'.repeat(20) });
});

test('a number that a form can hold is the same after it went out as JSON and came back', () => {
  for (const [name, kind] of numbers) {
    for (const number of [0, 0.1 + 0.2, 1e-7, 5e-324, 1e21, 1e308, Number.MAX_SAFE_INTEGER]) {
      if (!kind.fits(number)) continue;
      expect(JSON.parse(canonicalJson(number)), name).toBe(number);
      expect(kind.display(number, words), name).not.toMatch(/e/i);
    }
  }
});
