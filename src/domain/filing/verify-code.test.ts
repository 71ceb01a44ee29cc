import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paperKinds } from './intake.ts';
import { paperLetters, parsePageCode, parseVerifyCode, speaksOf, typedCode } from './verify-code.ts';

const digest = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const number = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 99_999 }))
  .map(([year, serial]) => `JQ${year}-${String(serial).padStart(4, '0')}`);
const version = fc.integer({ min: 1, max: 999 });

test('a printed code reads back as the plan, version and digest it was made from, however it is typed', () => {
  fc.assert(
    fc.property(number, version, digest, fc.constantFrom('upper', 'lower', 'blanks', 'wide', 'parted'), (no, n, sm3, how) => {
      const code = typedCode(no, n, sm3);
      const typed = {
        upper: code,
        lower: code.toLowerCase(),
        blanks: ` ${code.replaceAll('-', ' - ')} `,
        wide: code.replaceAll('-', '－'),
        parted: code.replace('JQ', 'JQ-'),
      }[how];
      const read = parseVerifyCode(typed);
      expect(read).toMatchObject({ number: no, version: n });
      expect(read !== undefined && speaksOf(read, sm3)).toBe(true);
    }),
  );
});

test('a scanned address reads the same with its site, without it, and with the page it stood on', () => {
  fc.assert(
    fc.property(number, version, digest, (no, n, sm3) => {
      const path = `${no}/${n}/${sm3.toUpperCase()}`;
      for (const text of [path, `V/${path}`, `/V/${path}/3/14`, `HTTPS://JIQUN.EXAMPLE/V/${path}/F/3/14`, `http://127.0.0.1:8080/V/${path}/L/1/1`]) {
        expect(parseVerifyCode(text), text).toEqual({ number: no, version: n, begins: sm3, ends: '' });
      }
    }),
  );
});

test('one wrong digit of a scanned digest is noticed', () => {
  fc.assert(
    fc.property(digest, fc.integer({ min: 0, max: 63 }), (sm3, at) => {
      const other = `${sm3.slice(0, at)}${sm3[at] === '0' ? '1' : '0'}${sm3.slice(at + 1)}`;
      const read = parseVerifyCode(`V/JQ2022-0001/1/${other}`);
      expect(read !== undefined && speaksOf(read, sm3)).toBe(false);
    }),
  );
});

test('one wrong digit among the eight that are typed is noticed', () => {
  fc.assert(
    fc.property(digest, fc.constantFrom(0, 1, 2, 3, 60, 61, 62, 63), (sm3, at) => {
      const other = `${sm3.slice(0, at)}${sm3[at] === '0' ? '1' : '0'}${sm3.slice(at + 1)}`;
      const read = parseVerifyCode(typedCode('JQ2022-0001', 1, other));
      expect(read !== undefined && speaksOf(read, sm3)).toBe(false);
    }),
  );
});

test('other text is no code', () => {
  for (const text of ['', 'JQ2022-0001', 'JQ2022-0001-1-5F2A', 'JQ2022-0001-1-5F2G-C91E', 'V/JQ2022-0001/1/abc', '验'])
    expect(parseVerifyCode(text)).toBeUndefined();
});

test("a page's code says which page of which paper it stands on", () => {
  fc.assert(
    fc.property(number, version, digest, fc.constantFrom(...paperKinds), fc.integer({ min: 1, max: 400 }), (no, n, sm3, paper, page) => {
      const text = `HTTPS://JIQUN.EXAMPLE/V/${no}/${n}/${sm3.toUpperCase()}/${paperLetters[paper]}/${page}/400`;
      expect(parsePageCode(text)).toEqual({ number: no, version: n, digest: sm3, paper, page, pages: 400 });
    }),
  );
});

test("a code without its paper, of an unknown one or of a page beyond its last is no page's code", () => {
  const path = `V/JQ2022-0001/1/${'AB'.repeat(32)}`;
  for (const text of [path, `${path}/1/2`, `${path}/X/1/2`, `${path}/F/3/2`, `${path}/F/0/2`]) expect(parsePageCode(text), text).toBeUndefined();
});
