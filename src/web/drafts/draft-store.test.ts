import { describe, expect, test } from 'vitest';
import { findDrafts, forgetDraft, keepDraft, type Draft, type DraftPlace, type DraftShelf } from './draft-store.ts';

function shelf(): DraftShelf & { readonly map: Map<string, unknown> } {
  const map = new Map<string, unknown>();
  return {
    map,
    set: async (key, value) => void map.set(key, structuredClone(value)),
    del: async (key) => void map.delete(key),
    entries: async () => [...map],
  };
}

const place: DraftPlace = { user: 'shen', plan: 'p1', document: 'form', block: 'cluster', tab: 't1' };
const draft = (text: string, at: number): Draft => ({ answers: { text }, base: 3, was: { text: '' }, at });

describe('text that the server does not have yet', () => {
  test('is found again by the same person in the same document, newest first', async () => {
    const store = shelf();
    await keepDraft(store, place, draft('一', 10));
    await keepDraft(store, { ...place, tab: 't2' }, draft('二', 20));
    const found = await findDrafts(store, place, new Set());
    expect(found.map((one) => one.draft.answers)).toEqual([{ text: '二' }, { text: '一' }]);
  });

  test('is not shown to another person, another plan or another document, nor taken from a tab that is open', async () => {
    const store = shelf();
    await keepDraft(store, place, draft('一', 10));
    expect(await findDrafts(store, { ...place, user: 'xu' }, new Set())).toEqual([]);
    expect(await findDrafts(store, { ...place, plan: 'p2' }, new Set())).toEqual([]);
    expect(await findDrafts(store, { ...place, document: 'x' }, new Set())).toEqual([]);
    expect(await findDrafts(store, place, new Set(['t1']))).toEqual([]);
  });

  test('two tabs keep their own texts of one block', async () => {
    const store = shelf();
    await keepDraft(store, place, draft('一', 10));
    await keepDraft(store, { ...place, tab: 't2' }, draft('二', 20));
    await forgetDraft(store, { ...place, tab: 't2' });
    expect((await findDrafts(store, place, new Set())).map((one) => one.draft.answers)).toEqual([{ text: '一' }]);
  });

  test('other things in the same store are left alone', async () => {
    const store = shelf();
    store.map.set('theme', 'dark');
    store.map.set('["draft"', draft('坏', 1));
    store.map.set('["draft","shen"]', draft('坏', 1));
    await keepDraft(store, place, draft('一', 10));
    expect(await findDrafts(store, place, new Set())).toHaveLength(1);
    expect(store.map.get('theme')).toBe('dark');
  });
});
