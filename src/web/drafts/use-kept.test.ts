import { expect, test } from 'vitest';
import { readTexts } from './use-kept.ts';

test('kept texts are read where all of them are there as texts, and anything else is nothing', () => {
  const read = readTexts({ title: '', day: '' });
  expect(read({ title: '补报表', day: '' })).toEqual({ title: '补报表', day: '' });
  for (const kept of [undefined, null, '补报表', [], {}, { title: '补报表' }, { title: '补报表', day: 3 }]) expect(read(kept)).toBeUndefined();
});
