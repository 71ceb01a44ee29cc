import { expect, test } from 'vitest';
import { judgeScan, type FiledPapers, type ScannedPage } from './judge-scan.ts';

const digest = 'ab'.repeat(32);
const old = 'cd'.repeat(32);
const filed: FiledPapers = {
  number: 'JQ2022-0123',
  version: 2,
  digest,
  papers: [
    { kind: 'form', pages: 3 },
    { kind: 'plan', pages: 2 },
    { kind: 'commitment', pages: 2 },
  ],
  earlier: [{ version: 1, digest: old }],
};

type Letter = 'F' | 'P' | 'C' | 'L';

function page(
  letter: Letter,
  at: number,
  of: number,
  changes: { readonly number?: string; readonly version?: number; readonly digest?: string } = {},
): ScannedPage {
  const { number = 'JQ2022-0123', version = 2, digest: hash = digest } = changes;
  return { codes: [`HTTPS://JIQUN.EXAMPLE.CN/V/${number}/${version}/${hash.toUpperCase()}/${letter}/${at}/${of}`] };
}

const whole = [page('F', 1, 3), page('F', 2, 3), page('F', 3, 3), page('P', 1, 2), page('P', 2, 2), page('C', 1, 2), page('C', 2, 2)];

test('a whole scan in order is what was filed, and says which page is which', () => {
  const verdict = judgeScan(whole, filed);
  expect(verdict).toMatchObject({ ok: true, faults: [] });
  expect(verdict.found.map(({ scan, kind, page: at }) => `${scan} ${kind} ${at}`)).toEqual([
    '1 form 1',
    '2 form 2',
    '3 form 3',
    '4 plan 1',
    '5 plan 2',
    '6 commitment 1',
    '7 commitment 2',
  ]);
});

test('blank backs of sheets are no fault', () => {
  expect(
    judgeScan(
      whole.flatMap((one) => [one, { codes: [], blank: true }]),
      filed,
    ).ok,
  ).toBe(true);
});

test('two pages on one picture are both seen', () => {
  const first = { codes: [...(whole[0]?.codes ?? []), ...(whole[1]?.codes ?? [])] };
  expect(judgeScan([first, ...whole.slice(2)], filed).ok).toBe(true);
});

test.each<[string, readonly ScannedPage[], readonly object[]]>([
  ['a missing page', whole.toSpliced(1, 1), [{ fault: 'missing', kind: 'form', page: 2 }]],
  ['a page without a code', whole.toSpliced(3, 0, { codes: [] }), [{ fault: 'unreadable', scan: 4 }]],
  ["another product's code", [{ codes: ['https://example.cn/pay'] }, ...whole], [{ fault: 'unreadable', scan: 1 }]],
  ['a page twice', whole.toSpliced(1, 0, page('F', 1, 3)), [{ fault: 'doubled', scan: 2, kind: 'form', page: 1 }]],
  ["another file's page", [...whole, page('F', 1, 3, { number: 'JQ2022-0124' })], [{ fault: 'foreign', scan: 8 }]],
  ['a page of a paper that was not filed', [...whole, page('L', 1, 1)], [{ fault: 'foreign', scan: 8 }]],
  ['a page that no paper has', [...whole, page('F', 1, 9)], [{ fault: 'foreign', scan: 8 }]],
  ['a version that never was', [...whole, page('F', 1, 3, { version: 7 })], [{ fault: 'foreign', scan: 8 }]],
  [
    'a page of the version before',
    whole.with(1, page('F', 2, 3, { version: 1, digest: old })),
    [
      { fault: 'superseded', scan: 2 },
      { fault: 'missing', kind: 'form', page: 2 },
    ],
  ],
  [
    'a forged digest',
    whole.with(2, page('F', 3, 3, { digest: 'ef'.repeat(32) })),
    [
      { fault: 'forged', scan: 3 },
      { fault: 'missing', kind: 'form', page: 3 },
    ],
  ],
  ['a forged digest of the version before', [...whole, page('F', 1, 3, { version: 1, digest: 'ef'.repeat(32) })], [{ fault: 'forged', scan: 8 }]],
  [
    'one page out of its place',
    [whole[1] ?? page('F', 2, 3), whole[2] ?? page('F', 3, 3), page('F', 1, 3), ...whole.slice(3)],
    [{ fault: 'misplaced', scan: 3, kind: 'form', page: 1 }],
  ],
  [
    'papers of equally many pages that stand in the wrong order',
    [...whole.slice(0, 3), ...whole.slice(5), ...whole.slice(3, 5)],
    [
      { fault: 'misplaced', scan: 6, kind: 'plan', page: 1 },
      { fault: 'misplaced', scan: 7, kind: 'plan', page: 2 },
    ],
  ],
  ['nothing at all', [], filed.papers.flatMap(({ kind, pages }) => Array.from({ length: pages }, (_, at) => ({ fault: 'missing', kind, page: at + 1 })))],
])('%s is named', (_, scan, faults) => {
  const verdict = judgeScan(scan, filed);
  expect(verdict.ok).toBe(false);
  expect(verdict.faults).toMatchObject(faults);
  expect(verdict.faults).toHaveLength(faults.length);
});

test('a page whose code cannot be read counts as the page that a person says it is, and is marked so', () => {
  const verdict = judgeScan(whole.with(3, { codes: [], told: { kind: 'plan', page: 1 } }), filed);
  expect(verdict).toMatchObject({ ok: true, faults: [] });
  expect(verdict.found.filter(({ told }) => told)).toEqual([{ scan: 4, kind: 'plan', page: 1, told: true }]);
});

test('what a code says, no person can say otherwise', () => {
  const forged = page('F', 3, 3, { digest: 'ef'.repeat(32) });
  const verdict = judgeScan(whole.with(2, { ...forged, told: { kind: 'form', page: 3 } }), filed);
  expect(verdict.faults).toMatchObject([
    { fault: 'forged', scan: 3 },
    { fault: 'missing', kind: 'form', page: 3 },
  ]);
});

test('a page photographed by itself fills its gap from anywhere', () => {
  const late = { ...page('F', 2, 3), loose: true };
  expect(judgeScan([...whole.toSpliced(1, 1), late], filed)).toMatchObject({ ok: true, faults: [] });
});

test('a letter may carry the version that it was written for, and no other paper may', () => {
  const mended: FiledPapers = { ...filed, papers: [{ kind: 'letter', pages: 1, version: 1 }, ...filed.papers] };
  const first = { version: 1, digest: old };
  expect(judgeScan([page('L', 1, 1, first), ...whole], mended).ok).toBe(true);
  expect(judgeScan([page('L', 1, 1, first), page('F', 1, 3, first), ...whole.slice(1)], mended).faults).toMatchObject([
    { fault: 'superseded', scan: 2 },
    { fault: 'missing', kind: 'form', page: 1 },
  ]);
});
