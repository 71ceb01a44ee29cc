import { expect, test } from 'vitest';
import { checkHistory, type Law } from './check-history.ts';
import type { History, Stored } from './history.ts';

const deadline = '2022-05-31T09:00:00.000Z';
const attempt = { operation: 'save', client: 'a', key: 'k1', from: 0, to: 1, status: 200, code: undefined } as const;
const place = { plan: 'p', document: 'form', block: 'goal' };
const recommend = { city: '3212', plan: 'A', event: 'recommend' } as const;

const history: History = {
  attempts: [attempt, { ...attempt, status: 503, code: 'busy' }, { ...attempt, status: 0 }],
  acknowledged: [
    { kind: 'save', key: 'k1', ...place, base: 0, version: 1, digest: 'd1' },
    { kind: 'save', key: 'k2', ...place, base: 1, version: 2, digest: 'd2' },
    { kind: 'upload', key: 'k3', plan: 'p', file: 'f', digest: 'b1' },
    { kind: 'submit', key: 'k4', plan: 'A', receipt: 'HZ2022-000001', version: 1, digest: 'c1', papers: ['b2'], arrivedAt: '2022-05-31T08:59:59.999Z' },
    { kind: 'paper', plan: 'A', version: 1, expected: 'b2', digest: 'b2' },
    { kind: 'recommend', key: 'k5', plan: 'A', city: '3212' },
  ],
  late: [{ plan: 'B', key: 'k6', arrivedAt: deadline }],
};

const stored: Stored = {
  deadline,
  saves: [1, 2].map((version) => ({ ...place, version, digest: `d${version}` })),
  blocks: [{ ...place, version: 2 }],
  files: [{ id: 'f', plan: 'p', digest: 'b1' }],
  versions: [{ plan: 'A', n: 1, digest: 'c1', receipt: 'HZ2022-000001', filedAt: '2022-05-31T08:59:59.999Z' }],
  bytes: ['b1', 'b2'],
  receipts: [{ number: 'HZ2022-000001', plan: 'A', version: 1, arrivedAt: '2022-05-31T08:59:59.999Z' }],
  effects: ['k1', 'k2', 'k3', 'k4', 'k5'].map((key) => ({ key, command: 'x', subject: 'A' })),
  slots: [recommend, { ...recommend, event: 'unrecommend' }, { ...recommend, plan: 'B' }],
  auditOk: true,
};

test('a history that agrees with the database breaks no law', () => {
  expect(checkHistory(history, stored)).toEqual([]);
});

const [version] = stored.versions;
const [receipt] = stored.receipts;
const planted: readonly [name: string, law: Law, history: Partial<History>, stored: Partial<Stored>][] = [
  ['an acknowledged save with other content', 'acknowledged is stored', {}, { saves: stored.saves.map((one) => ({ ...one, digest: 'other' })) }],
  ['an acknowledged upload that is gone', 'acknowledged is stored', {}, { files: [] }],
  ['an upload whose bytes are others', 'acknowledged is stored', {}, { bytes: ['b2'] }],
  ['a receipt that was given out for nothing', 'acknowledged is stored', {}, { versions: [], receipts: [] }],
  ['a paper that reads differently', 'acknowledged is stored', { acknowledged: [{ kind: 'paper', plan: 'A', version: 1, expected: 'b2', digest: 'b3' }] }, {}],
  ['a recommendation that is not there', 'acknowledged is stored', {}, { slots: [] }],
  ['a save that was done twice', 'one effect a key', {}, { effects: [...stored.effects, stored.effects[0]!] }],
  ['a save without an audit row', 'one effect a key', {}, { effects: stored.effects.slice(1) }],
  [
    'one key, two receipts',
    'one effect a key',
    { acknowledged: [...history.acknowledged, { kind: 'upload', key: 'k3', plan: 'p', file: 'g', digest: 'b1' }] },
    {},
  ],
  [
    'two plans of a city at once, if only for a moment',
    'one recommendation a city',
    {},
    { slots: [recommend, { ...recommend, plan: 'B' }, { ...recommend, event: 'unrecommend' }] },
  ],
  ['a gap in the receipts', 'receipts unique and without gaps', {}, { receipts: [receipt!, { ...receipt!, number: 'HZ2022-000003' }] }],
  ['a receipt twice', 'receipts unique and without gaps', {}, { receipts: [receipt!, receipt!] }],
  ['a receipt of another version', 'receipts unique and without gaps', {}, { versions: [version!, { ...version!, n: 2 }] }],
  ['a block whose history has a hole', 'versions linear', {}, { saves: stored.saves.map((one) => ({ ...one, version: one.version * 2 - 1 })) }],
  ['a block that stands elsewhere than its history ends', 'versions linear', {}, { blocks: [{ ...place, version: 3 }] }],
  ['filed in the second after', 'filed has arrived in time', {}, { versions: [{ ...version!, filedAt: deadline }] }],
  ['refused a moment too early', 'refused as late has arrived late', { late: [{ plan: 'B', key: 'k6', arrivedAt: '2022-05-31T08:59:59.999Z' }] }, {}],
  ['a broken chain', 'audit chain whole', {}, { auditOk: false }],
  ['an answer that was a bug', 'no answer 500', { attempts: [{ ...attempt, status: 500 }] }, {}],
];

test.each(planted)('%s is found', (_, law, badHistory, badStored) => {
  const found = checkHistory({ ...history, ...badHistory }, { ...stored, ...badStored });
  expect(found.map((one) => one.law)).toContain(law);
});
