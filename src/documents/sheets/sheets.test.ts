import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { isObject, rowsOf } from '#domain/forms/answers.ts';
import { anyAnswers } from '#domain/forms/arbitrary.test-support.ts';
import { normalise } from '#domain/forms/content.ts';
import type { Answers } from '#domain/forms/definition.ts';
import { everyKind, words as plainWords } from '#domain/forms/every-kind.test-support.ts';
import type { Json } from '#domain/values/json.ts';
import { markFaults } from './mark-faults.ts';
import { NotAWorkbook, openWorkbook } from './open-workbook.ts';
import { readFormWorkbook } from './read-form.ts';
import { writeFormWorkbook, type SheetWords } from './write-form.ts';

const words: SheetWords = { ...plainWords, item: '栏目', answer: '填写', note: '说明', howTo: '只填白格', demo: '演示' };
const request = (answers: Answers) => ({ form: everyKind, answers, words, title: '小表', identity: { plan: 'JQ2022-0001' } });

async function there(answers: Answers): Promise<ReadonlyArray<unknown>> {
  const read = await readFormWorkbook(await writeFormWorkbook(request(answers)), everyKind, words);
  return [read.identity['plan'], comparable(read.answers)];
}

/** What a workbook can say: what is unfilled is not there, and rows in which nothing stands are not either. */
function comparable(answers: Answers): Json {
  const { chain, facts } = normalise(everyKind, answers);
  const rows = (value: Json | undefined) =>
    rowsOf(value)
      .map((row) => filled(row))
      .filter((row) => Object.keys(row).length > 0);
  return {
    facts: filled(facts ?? {}),
    rows: rows(chain?.['rows']),
    years: rows(chain?.['years']).filter((row) => Object.keys(row).length > 1),
  };
}

function filled(values: { readonly [key: string]: Json }): { readonly [key: string]: Json } {
  const kept = Object.entries(values).filter(
    ([key, value]) => key !== 'notes' && value !== null && !(typeof value === 'string' && value.trim() === '') && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, typeof value === 'string' ? value.normalize('NFC').trim() : value]));
}

/** Answers whose given rows are the form's own, each once, and whose unreadable texts are not readable after all. */
function fits(answers: Answers): boolean {
  const years = rowsOf(answers['chain']?.['years']).map((row) => row['year']);
  const typed = JSON.stringify(answers).includes('"typed"');
  return !typed && years.every((year, index) => (year === '2022' || year === '2023') && years.indexOf(year) === index);
}

test('whatever stands in a form comes back from its workbook as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyAnswers(everyKind, words.codeLists).filter(fits), async (answers) => {
      expect(await there(answers)).toEqual(['JQ2022-0001', comparable(answers)]);
    }),
    { numRuns: 150 },
  );
}, 120_000);

test('text that looks like a formula stays text, on the way out and back', async () => {
  const answers = { facts: { name: '=1+1', goal: '@SUM(A1)\n+2\n-3' } };
  const bytes = await writeFormWorkbook(request(answers));
  const sheet = (await openWorkbook(bytes)).getWorksheet('基本情况')!;
  const cells = [4, 5].map((row) => sheet.getCell(row, 2));
  expect(cells.map((cell) => cell.type)).toEqual([ExcelJS.ValueType.String, ExcelJS.ValueType.String]);
  expect((await readFormWorkbook(bytes, everyKind, words)).answers['facts']).toMatchObject(answers.facts);
});

/** The workbook after somebody changed cells of a sheet by address. */
async function changed(sheet: string, cells: Readonly<Record<string, ExcelJS.CellValue>>): Promise<Uint8Array> {
  const workbook = await openWorkbook(await writeFormWorkbook(request({ chain: { rows: [{ name: '甲公司', firms: 3 }] } })));
  for (const [address, value] of Object.entries(cells)) workbook.getWorksheet(sheet)!.getCell(address).value = value;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

test('a formula that somebody typed is told by its cell, and not computed', async () => {
  const read = await readFormWorkbook(await changed('产业链 企业', { C4: { formula: '1+2', result: 3 } }), everyKind, words);
  expect(read.faults).toEqual([{ sheet: '产业链 企业', cell: 'C4', label: '企业数（家）', code: 'formula', found: '' }]);
  expect(rowsOf(read.answers['chain']?.['rows'])[0]).toEqual({ name: '甲公司' });
});

test('every cell that cannot be read, or is wrong, is named; what was typed is kept', async () => {
  const read = await readFormWorkbook(await changed('产业链 企业', { C4: '三家', D5: 120, I5: '很先进', A5: '乙公司' }), everyKind, words);
  expect(read.faults.map(({ cell, code, found }) => [cell, code, found])).toEqual([
    ['C4', 'unreadable', '三家'],
    ['D5', 'tooLarge', '120'],
    ['I5', 'unreadable', '很先进'],
  ]);
  expect(rowsOf(read.answers['chain']?.['rows'])).toEqual([
    { name: '甲公司', firms: { typed: '三家' } },
    { name: '乙公司', share: 120, level: { typed: '很先进' } },
  ]);
});

test('the copy that goes back has each wrong cell marked, and a note that says why', async () => {
  const bytes = await changed('产业链 企业', { C4: '三家' });
  const { faults } = await readFormWorkbook(bytes, everyKind, words);
  const cell = (await openWorkbook(await markFaults(bytes, faults, ({ found }) => `“${found}”不是数字`))).getWorksheet('产业链 企业')!.getCell('C4');
  expect([cell.value, JSON.stringify(cell.note).includes('“三家”不是数字'), JSON.stringify(cell.fill).includes('FFFFF2F0')]).toEqual(['三家', true, true]);
});

test('rows and columns may be moved about: keys lead every cell back to its field', async () => {
  const workbook = await openWorkbook(await writeFormWorkbook(request({ chain: { rows: [{ name: '甲公司', firms: 3 }] }, facts: { name: '集群' } })));
  workbook.getWorksheet('产业链 企业')!.spliceColumns(2, 1);
  workbook.getWorksheet('基本情况')!.insertRow(4, []);
  const read = await readFormWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()), everyKind, words);
  expect([rowsOf(read.answers['chain']?.['rows'])[0], read.answers['facts']?.['name']]).toEqual([{ name: '甲公司', firms: 3 }, '集群']);
});

test('rows beyond the table’s limit are told, not cut in silence', async () => {
  const cells = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`A${4 + index}`, `企业${index}`]));
  const read = await readFormWorkbook(await changed('产业链 企业', cells), everyKind, words);
  expect(rowsOf(read.answers['chain']?.['rows'])).toHaveLength(8);
  expect(read.faults).toMatchObject([{ code: 'tooManyRows', found: '12', limit: 8 }]);
});

test('drop-downs offer the edition’s options and codes', async () => {
  const sheet = (await openWorkbook(await writeFormWorkbook(request({})))).getWorksheet('基本情况')!;
  const offered = Array.from({ length: 13 }, (_, index) => sheet.getCell(4 + index, 2).dataValidation?.formulae?.[0]).filter(
    (formula) => formula !== undefined,
  );
  expect(offered).toEqual(['"是,否"', '"国际先进,国内领先,其他"', '"4.1 生物医药产业,4.2 生物医学工程产业"']);
});

const parts = { '[Content_Types].xml': new Uint8Array(10), 'xl/workbook.xml': new Uint8Array(10) };

test.each([
  ['no archive at all', new TextEncoder().encode('name,firms\n甲,3')],
  ['an archive of something else', zipSync({ 'a.txt': new Uint8Array(3) })],
  ['a workbook with nothing inside', zipSync(parts)],
  ['a bomb', zipSync({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(60 * 1_048_576) })],
  ['macros', zipSync({ ...parts, 'xl/vbaProject.bin': new Uint8Array(3) })],
])('%s is refused before anything is read', async (_name, bytes) => {
  await expect(openWorkbook(bytes)).rejects.toThrow(NotAWorkbook);
});

test('a workbook that is not of this form is refused', async () => {
  const bytes = await writeFormWorkbook(request({}));
  await expect(readFormWorkbook(bytes, { ...everyKind, key: 'other' }, words)).rejects.toThrow(NotAWorkbook);
  const foreign = new ExcelJS.Workbook();
  foreign.addWorksheet('名单').getCell('A1').value = '甲公司';
  await expect(readFormWorkbook(new Uint8Array(await foreign.xlsx.writeBuffer()), everyKind, words)).rejects.toThrow(NotAWorkbook);
  expect(isObject((await readFormWorkbook(bytes, everyKind, words)).identity)).toBe(true);
});
