import { expect, test } from 'vitest';
import { emptyPlan, smallEdition } from '#domain/filing/small-edition.test-support.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { readListRows } from './list-rows.ts';
import { type ListFacts, markQuestions, marksOf } from './marks.ts';

const headers = { name: ['企业名称', '专利权人'], code: ['统一社会信用代码'], area: ['所在高新区'], number: ['专利号'] };

test('a list is read below its titles, and what is wrong is named cell by cell while the good rows stay', () => {
  const read = readListRows(
    'hiTech',
    [
      ['2021年名单', '', ''],
      ['序号', '企业 名称', '统一社会信用代码', '所在高新区'],
      ['1', ' 甲 公司(集团) ', '91321203TXT001138Y', '甲高新区'],
      ['2', '', '', '甲高新区'],
      ['3', '乙公司', '123', ''],
      ['4', null, '', ''],
      ['', '', '', ''],
      ['5', '甲公司（集团）', '91321203TXT001138Y', '甲高新区'],
      ['6', '丙公司', '', ''],
    ],
    headers,
  );
  expect(read.rows.map((row) => [row.name, row.code, row.area])).toEqual([
    ['甲公司（集团）', '91321203TXT001138Y', '甲高新区'],
    ['丙公司', null, null],
  ]);
  expect(read.faults.map(({ cell, fault }) => `${cell} ${fault}`)).toEqual(['B4 missing', 'C5 badCode', 'B6 formula', 'C8 twice']);
  expect(read.hasArea).toBe(true);
});

test('a sheet without the columns it needs says which are lacking', () => {
  const { rows, faults } = readListRows('patent', [['企业名称'], ['甲']], headers);
  expect(rows).toEqual([]);
  expect(faults.map(({ cell, column, fault }) => [cell, column, fault])).toEqual([
    [null, 'name', 'noColumn'],
    [null, 'number', 'noColumn'],
  ]);
});

const edition: Edition = {
  ...smallEdition(),
  listed: [
    { list: 'hiTech', count: 'zone.hiTech' },
    { list: 'hiTech', table: 'chain.rows', yesNo: 'hiTech', company: 'company' },
    { list: 'patent', table: 'proposal.ip.patents', number: 'patentNo' },
  ],
};
const plan = {
  ...emptyPlan,
  form: {
    zone: { hiTech: 3 },
    chain: {
      rows: [{ company: '甲 公司(集团)', hiTech: true }, { company: '乙公司', hiTech: true }, { company: '丙公司', hiTech: false }, { company: '丁公司' }],
    },
  },
  projects: [{ ip: { patents: [{ patentNo: 'ZL 2019 1 0123456.7' }, { patentNo: '201910000000.0' }, { patentNo: '' }] } }],
};
const list: ListFacts = {
  asOf: '2021-12-31',
  source: '名单',
  inZone: 3,
  names: new Set(['甲公司（集团）', '丙公司']),
  codes: new Set(),
  holders: new Map([['2019101234567', '甲公司']]),
};

test('an answer is confirmed or contradicted by the list that speaks of it; an unfilled one is not marked', () => {
  const said = marksOf(edition, plan, { hiTech: list, patent: list }).map(({ path, mark, counted, holder }) =>
    `${path} ${mark} ${counted ?? holder ?? ''}`.trim(),
  );
  expect(said).toEqual([
    '/form/zone/hiTech confirmed 3',
    '/form/chain/rows/0/hiTech confirmed',
    '/form/chain/rows/1/hiTech contradicted',
    '/form/chain/rows/2/hiTech contradicted',
    '/projects/0/ip/patents/0/patentNo confirmed 甲公司',
    '/projects/0/ip/patents/1/patentNo contradicted',
  ]);
});

test('without a list, or where it does not say which zone a company lies in, nothing is claimed', () => {
  expect(new Set(marksOf(edition, plan, {}).map((mark) => mark.mark))).toEqual(new Set(['unknown']));
  const [count] = marksOf(edition, plan, { hiTech: { ...list, inZone: null } });
  expect(count).toMatchObject({ path: '/form/zone/hiTech', mark: 'unknown', counted: null });
});

test('only what the plan names is looked up', () => {
  expect(markQuestions(edition, plan)).toEqual({ names: ['甲公司（集团）', '乙公司', '丙公司'], codes: [], numbers: ['2019101234567', '2019100000000'] });
});
