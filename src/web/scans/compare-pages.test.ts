import { expect, test } from 'vitest';
import type { ScanView } from '#web/api/scan-queries.ts';
import { comparePages } from './compare-pages.ts';

const papers = [
  { kind: 'letter', pages: 1 },
  { kind: 'form', pages: 2 },
] as const;
const page = (blank = false) => ({ file: 'a', page: 1, blank });
const scan: ScanView = {
  state: 'read',
  files: [],
  pages: [page(), page(), page(true), page()],
  ok: false,
  found: [
    { scan: 1, kind: 'letter', page: 1 },
    { scan: 2, kind: 'form', page: 2, told: true, by: '甲' },
  ],
  faults: [
    { fault: 'unreadable', scan: 4 },
    { fault: 'missing', kind: 'form', page: 1 },
  ],
  failure: null,
  readAt: null,
  madeBy: '',
};

test('each filed page stands beside the scanned one, a missing one beside nothing, and what shows no filed page comes last', () => {
  expect(comparePages(papers, scan)).toEqual([
    { filed: { kind: 'letter', page: 1 }, scan: 1, told: false, fault: false },
    { filed: { kind: 'form', page: 1 }, told: false, fault: true },
    { filed: { kind: 'form', page: 2 }, scan: 2, told: true, fault: false },
    { scan: 4, told: false, fault: true },
  ]);
});

test('without a scan only the filed pages are there, and none of them is at fault', () => {
  expect(comparePages(papers, null).map(({ scan: at, fault }) => [at, fault])).toEqual([
    [undefined, false],
    [undefined, false],
    [undefined, false],
  ]);
});
