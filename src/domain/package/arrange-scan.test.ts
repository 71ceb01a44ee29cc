import { expect, test } from 'vitest';
import { arrangeScan, type ScanFile } from './arrange-scan.ts';

const page = (code: string) => ({ codes: code === '' ? [] : [code] });
const file = (id: string, codes: readonly string[], more: Partial<ScanFile> = {}): ScanFile => ({
  id,
  loose: false,
  insteadOf: null,
  reading: codes.map(page),
  ...more,
});
const seen = (...given: Parameters<typeof arrangeScan>) => arrangeScan(...given).map(({ file: id, page: at, scanned }) => `${id}${at} ${scanned.codes.join()}`);

test('pages follow one another in the order of their files', () => {
  expect(seen([file('a', ['1', '2']), file('b', ['3'])], [])).toEqual(['a1 1', 'a2 2', 'b1 3']);
});

test('a photo stands in the place of its page, the newest of two; one that stands for none comes last and in no order', () => {
  const instead = { loose: true, insteadOf: { file: 'a', page: 2 } };
  const files = [file('a', ['1', '', '3']), file('b', ['blurred'], instead), file('c', ['2'], instead), file('d', ['4'], { loose: true })];
  expect(seen(files, [])).toEqual(['a1 1', 'c1 2', 'a3 3', 'd1 4']);
  expect(arrangeScan(files, []).map(({ scanned }) => scanned.loose)).toEqual([undefined, undefined, undefined, true]);
});

test('a photo that was not read yet leaves the page as it was', () => {
  expect(seen([file('a', ['', '2']), file('b', [], { loose: true, insteadOf: { file: 'a', page: 1 }, reading: null })], [])).toEqual(['a1 ', 'a2 2']);
});

test('what a person said of a page goes with that page, wherever its file stands', () => {
  const says = { kind: 'form', page: 7 } as const;
  const arranged = arrangeScan([file('b', ['1']), file('a', ['', '2'])], [{ file: 'a', page: 1, says }]);
  expect(arranged.map(({ scanned }) => scanned.told)).toEqual([undefined, says, undefined]);
});
