import type ExcelJS from 'exceljs';
import type { ScalarField } from '#domain/forms/definition.ts';
import type { Words } from '#domain/forms/kinds/kind.ts';
import { listSheet } from './layout.ts';

export interface DropDowns {
  /** Offers a cell's field its options, where it has any. */
  readonly offer: (cell: ExcelJS.Cell, field: ScalarField) => void;
  /** Writes the lists down, after the sheets that people see. */
  readonly finish: () => void;
}

/** A list written into the rule itself may have at most this many characters; longer ones stand on a hidden sheet. */
const inline = 250;

/** The options of choices, of yes and no, and of codes, as drop-down lists: one list for all cells that share it. */
export function dropDowns(workbook: ExcelJS.Workbook, words: Words): DropDowns {
  const long = new Map<string, readonly string[]>();
  const formulas = new WeakMap<ScalarField, string | undefined>();
  const formulaOf = (field: ScalarField): string | undefined => {
    const options = optionsOf(field, words);
    if (options === undefined || options.length === 0) return undefined;
    const joined = options.join(',');
    if (joined.length <= inline && !options.some((option) => /[,"]/.test(option))) return `"${joined}"`;
    const known = [...long.values()].findIndex((list) => list.join('\n') === options.join('\n'));
    if (known < 0) long.set(String(long.size), options);
    const column = columnName(known < 0 ? long.size : known + 1);
    return `${listSheet}!$${column}$1:$${column}$${options.length}`;
  };
  return {
    offer: (cell, field) => {
      if (!formulas.has(field)) formulas.set(field, formulaOf(field));
      const formula = formulas.get(field);
      if (formula !== undefined) cell.dataValidation = { type: 'list', allowBlank: true, formulae: [formula], showErrorMessage: false };
    },
    finish: () => {
      if (long.size === 0) return;
      const sheet = workbook.addWorksheet(listSheet, { state: 'veryHidden' });
      [...long.values()].forEach((options, column) => options.forEach((option, row) => (sheet.getCell(row + 1, column + 1).value = option)));
    },
  };
}

function optionsOf(field: ScalarField, words: Words): readonly string[] | undefined {
  if (field.kind === 'choice') return field.options;
  if (field.kind === 'yesNo') return [words.yes, words.no];
  if (field.kind !== 'code') return undefined;
  return (words.codeLists[field.list] ?? []).filter((item) => item.level === (field.level ?? item.level)).map((item) => `${item.code} ${item.name}`);
}

/** 1 → A, 27 → AA. */
function columnName(n: number): string {
  return n <= 26 ? String.fromCharCode(64 + n) : `${columnName(Math.floor((n - 1) / 26))}${columnName(((n - 1) % 26) + 1)}`;
}
