import type ExcelJS from 'exceljs';
import { isArray, isObject, rowsOf } from '#domain/forms/answers.ts';
import type { Answers, FormDef, ScalarField } from '#domain/forms/definition.ts';
import { kindOf } from '#domain/forms/kinds/kind-of.ts';
import type { Words } from '#domain/forms/kinds/kind.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import { dropDowns, type DropDowns } from './drop-downs.ts';
import { headRows, identitySheet, sheetsOf, type SheetPlan } from './layout.ts';
import { newWorkbook } from './new-workbook.ts';

/** Words that a workbook is printed with. */
export interface SheetWords extends Words {
  readonly item: string;
  readonly answer: string;
  readonly note: string;
  /** Above each sheet: how to fill it in. */
  readonly howTo: string;
  readonly demo: string;
}

export interface WorkbookRequest {
  readonly form: FormDef;
  readonly answers: Answers;
  readonly words: SheetWords;
  /** What the workbook is about, above every sheet. */
  readonly title: string;
  /** Comes back with the workbook: where its answers belong. */
  readonly identity: JsonObject;
  /** One table of one block, instead of the whole form. */
  readonly only?: { readonly block: string; readonly field: string };
  readonly demo?: boolean;
}

const ink = { head: 'FFEEF0F3', line: 'FFCBD0D7' } as const;
/** Empty rows that a table offers beyond those that are filled. */
const spare = 30;

/** A form, or one of its tables, as a workbook to fill in: labels with units, drop-downs from the edition's lists, the answers that stand. */
export async function writeFormWorkbook(request: WorkbookRequest): Promise<Uint8Array> {
  const { form, words, identity, only } = request;
  const workbook = await newWorkbook();
  const sheets = sheetsOf(form, only);
  const lists = dropDowns(workbook, words);
  for (const plan of sheets) {
    const sheet = workbook.addWorksheet(plan.name, { views: [{ state: 'frozen', ySplit: headRows, xSplit: 'table' in plan ? 1 : 0 }] });
    const answers = request.answers[plan.block] ?? {};
    if ('table' in plan) writeTable(sheet, plan, rowsOf(answers[plan.table.key]), lists, words);
    else writeFields(sheet, plan, answers, lists, words);
    const title = sheet.getCell(2, 1);
    title.value = `${request.title}　${plan.name}${request.demo === true ? `　${words.demo}` : ''}\n${words.howTo}`;
    title.alignment = { wrapText: true, vertical: 'middle' };
    sheet.mergeCells(2, 1, 2, Math.max(2, sheet.columnCount));
    sheet.getRow(2).height = 44;
  }
  lists.finish();
  const about = workbook.addWorksheet(identitySheet, { state: 'veryHidden' });
  about.getCell(1, 1).value = JSON.stringify({
    ...identity,
    form: form.key,
    sheets: sheets.map((plan) => [plan.name, plan.block, 'table' in plan ? plan.table.key : '']),
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Keys stand in the hidden first row: rows and columns may be moved, and still come back to their fields. */
function writeTable(
  sheet: ExcelJS.Worksheet,
  { table }: Extract<SheetPlan, { table: unknown }>,
  rows: readonly JsonObject[],
  lists: DropDowns,
  words: Words,
): void {
  const given = table.fixed?.values ?? [];
  const shown =
    table.fixed === undefined
      ? rows
      : given.map((value) => ({ ...rows.find((row) => row[table.fixed?.column ?? ''] === value), [table.fixed?.column ?? '']: value }));
  const last = headRows + (table.fixed === undefined ? Math.min(table.maxRows, shown.length + spare) : given.length);
  table.columns.forEach((column, index) => {
    const at = index + 1;
    sheet.getCell(1, at).value = column.key;
    head(sheet.getCell(headRows, at), column.label);
    sheet.getColumn(at).width = widthOf(column);
    for (let row = headRows + 1; row <= last; row++) lists.offer(sheet.getCell(row, at), column);
  });
  shown.forEach((row, index) => {
    table.columns.forEach((column, at) => write(sheet.getCell(headRows + 1 + index, at + 1), column, row[column.key] ?? null, words));
  });
  sheet.getRow(1).hidden = true;
}

function writeFields(sheet: ExcelJS.Worksheet, plan: Extract<SheetPlan, { fields: unknown }>, answers: JsonObject, lists: DropDowns, words: SheetWords): void {
  [words.item, words.answer, words.note].forEach((text, index) => head(sheet.getCell(headRows, index + 1), text));
  plan.fields.forEach((field, index) => {
    const row = headRows + 1 + index;
    sheet.getCell(row, 1).value = field.label;
    sheet.getCell(row, 1).alignment = { wrapText: true, vertical: 'top' };
    write(sheet.getCell(row, 2), field, answers[field.key] ?? null, words);
    lists.offer(sheet.getCell(row, 2), field);
    sheet.getCell(row, 3).value = field.hint ?? '';
    sheet.getCell(row, 4).value = field.key;
  });
  [36, 60, 40, 10].forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  sheet.getColumn(4).hidden = true;
  sheet.getRow(1).hidden = true;
}

function head(cell: ExcelJS.Cell, text: string): void {
  cell.value = text;
  cell.font = { bold: true };
  cell.alignment = { wrapText: true, vertical: 'middle' };
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: ink.head } };
  cell.border = { bottom: { style: 'thin', color: { argb: ink.line } } };
}

/**
 * Figures of up to 15 digits stand as numbers, so that a spreadsheet can add them up; everything else as text, and text is marked as such:
 * nothing that a person typed ever becomes a formula.
 */
function write(cell: ExcelJS.Cell, field: ScalarField, value: Json, words: Words): void {
  cell.alignment = { wrapText: true, vertical: 'top' };
  const isFigure = field.kind === 'count' || field.kind === 'percent' || field.kind === 'money';
  cell.numFmt = isFigure ? '#,##0.##########' : '@';
  if (value === null || (isArray(value) && value.length === 0) || (isObject(value) && !('typed' in value))) return;
  const text = kindOf(field).display(value, words);
  const digits = text.replaceAll(',', '');
  if (isFigure && typeof value === 'number' && digits.replace(/\D/g, '').length <= 15) cell.value = Number(digits);
  else {
    cell.value = text;
    cell.numFmt = '@';
    if (/^[=+\-@]/.test(text)) cell.style = { ...cell.style, quotePrefix: true } as ExcelJS.Style;
  }
}

function widthOf(field: ScalarField): number {
  if (field.kind === 'text') return Math.min(48, Math.max(14, field.maxLength / 2));
  return field.kind === 'code' || field.kind === 'choices' ? 28 : 16;
}
