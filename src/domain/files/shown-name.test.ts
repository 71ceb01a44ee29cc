import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namedAs, shownName } from './shown-name.ts';

test.each([
  ['C:\\Users\\李\\批复.pdf', '批复.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['证明\u202Efdp.exe', '证明fdp.exe'],
  ['a\u0000b\nc.pdf', 'abc.pdf'],
  ['  .hidden.pdf ', 'hidden.pdf'],
  ['con.pdf', '_con.pdf'],
  ['LPT1', '_LPT1'],
  ['a<b>:"c"|?*.pdf', 'a_b___c____.pdf'],
  ['……', '……'],
  ['...', 'file'],
  ['', 'file'],
  ['“十四五”规划（节选）.pdf', '“十四五”规划（节选）.pdf'],
])('%j is shown as %j', (raw, shown) => {
  expect(shownName(raw)).toBe(shown);
});

test('a shown name is shown as itself, has no folder and no hidden sign, and is no longer than the screen takes', () => {
  const names = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 400 }));
  fc.assert(
    fc.property(names, (raw) => {
      const shown = shownName(raw);
      expect(shownName(shown)).toBe(shown);
      expect(shown).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u);
      expect(shown.length).toBeGreaterThan(0);
      expect(Array.from(shown).length).toBeLessThanOrEqual(120);
      expect(shownName(namedAs(shown, 'pdf'))).toBe(namedAs(shown, 'pdf'));
      expect(namedAs(shown, 'pdf')).toMatch(/\.pdf$/i);
    }),
    { numRuns: 500 },
  );
});
