import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readFileSync } from 'node:fs';
import type { PlanContent } from '#domain/filing/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import type { Autosave } from '#web/drafts/autosave.ts';
import { begin, step } from '#web/drafts/autosave.ts';
import type { Saver } from '#web/drafts/saver.ts';
import { openDocument, type DocumentStore } from './document-store.ts';
import { openReview, type Review } from './review.ts';

const edition = loadEdition(raw);
const sample: PlanContent = JSON.parse(readFileSync(new URL('../../../../programmes/jiangsu-2022/sample/plan.json', import.meta.url), 'utf8'));

/** A saver that never asks a server. */
function quietSaver(state: Autosave, changed: () => void): Saver {
  let current = state;
  const nothing = (): void => {};
  return {
    state: () => current,
    edit: (answers) => {
      current = step(current, { kind: 'edit', answers }).state;
      changed();
    },
    resolve: nothing,
    flush: nothing,
    restore: nothing,
    renew: nothing,
    atRisk: () => false,
    keepNow: async () => {},
  };
}

function openForm(plan: PlanContent): { readonly store: DocumentStore; readonly review: Review } {
  const blocks = Object.fromEntries(Object.entries(plan.form).map(([key, answers]) => [key, { answers, version: 1, savedAt: null, savedBy: null }]));
  const store = openDocument({ document: 'form', pointer: '/form', form: edition.forms.form, editable: true }, blocks, (_, standing, changed) =>
    quietSaver(begin(standing), changed),
  );
  const content = (): PlanContent => ({ ...plan, form: Object.fromEntries(store.form.blocks.map((block) => [block.key, store.answers(block.key)])) });
  const review = openReview(edition, store, content, () => ({ at: '2022-03-11T14:32:00+08:00' }));
  review.start();
  return { store, review };
}

const inventions = '/form/cluster/inventions';

describe('problems beside the fields', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  test('a field is judged when it is left, both sides of a cross-check are marked, and its problem clears while it is typed into', () => {
    const { store, review } = openForm(sample);
    store.edit('cluster', 'inventions', 99_999);
    vi.runAllTimers();
    expect(review.at(inventions)).toEqual([]);
    review.leave(inventions);
    vi.runAllTimers();
    expect(review.at(inventions)).toMatchObject([{ rule: 'R18', severity: 'must' }]);
    expect(review.touches('/form/cluster/patents')).toBe(true);
    expect(review.announced()).toContain('99,999');
    store.edit('cluster', 'inventions', 9999);
    expect(review.at(inventions)).toEqual([]);
  });

  test('an empty field is no problem before its block is left, but is counted as missing', () => {
    const { store, review } = openForm(sample);
    store.edit('zone', 'head', null);
    vi.runAllTimers();
    expect(review.within('/form/zone')).toEqual([]);
    expect(review.progress().find((block) => block.key === 'zone')).toMatchObject({ state: 'filling', missing: 1 });
    expect(review.open().map((problem) => problem.path)).toContain('/form/zone/head');
    review.leaveBlock('/form/zone');
    store.edit('zone', 'address', 'x');
    review.leave('/form/zone/address');
    vi.runAllTimers();
    expect(review.at('/form/zone/head')).toHaveLength(1);
  });

  test('what an earlier visit left undone in a block shows from the start, so that every page calls the block the same', () => {
    const { review } = openForm({ ...sample, form: { ...sample.form, policy: { ...sample.form['policy'], fundAmount: null } } });
    expect(review.within('/form/policy').filter((problem) => problem.severity === 'must')).toMatchObject([{ rule: 'R16' }]);
    expect(review.progress().find((block) => block.key === 'policy')?.state).toBe('problems');
  });

  test('a button is judged at once', () => {
    const { store, review } = openForm(sample);
    store.edit('cluster', 'level', '省内领先');
    vi.runAllTimers();
    expect(review.at('/form/cluster/level')).toMatchObject([{ rule: 'R67', severity: 'principle' }]);
  });

  test('too few projects are a problem of the block that lists them', () => {
    const { review } = openForm({ ...sample, projects: sample.projects.slice(0, 11) });
    expect(review.at('/projects').filter((problem) => problem.severity === 'must')).toMatchObject([{ rule: 'R02' }]);
    expect(review.progress().find((block) => block.key === 'projects')?.state).toBe('problems');
  });
});
