import type ExcelJS from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { zipEntries } from '#domain/files/zip-directory.ts';
import { newWorkbook } from './new-workbook.ts';

/** Far more than any list or form of ours needs. */
const mostInflated = 48 * 1_048_576;
const mostCells = 2_000_000;

/** The file is no workbook that may be opened: another kind of file, protected by a password, with macros, or far too large inside. */
export class NotAWorkbook extends Error {
  constructor() {
    super('not a workbook');
    this.name = 'NotAWorkbook';
  }
}

/**
 * Opens an .xlsx that somebody sent. What it would inflate to is judged by its directory first, and it is inflated to those sizes only: a
 * directory that lies cuts its own file short. Formulas are never computed.
 */
export async function openWorkbook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const entries = zipEntries(bytes) ?? [];
  const names = new Set(entries.map((entry) => entry.name));
  const inflated = entries.reduce((sum, entry) => sum + entry.size, 0);
  const isWhole = names.has('[Content_Types].xml') && names.has('xl/workbook.xml') && !entries.some((entry) => entry.encrypted);
  if (!isWhole || inflated > mostInflated || names.has('xl/vbaProject.bin')) throw new NotAWorkbook();
  const workbook = await newWorkbook();
  try {
    const parts = unzipSync(bytes, { filter: ({ name }) => /^(\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/)/.test(name) });
    const flat = zipSync(parts, { level: 0 });
    await workbook.xlsx.load(flat.buffer.slice(flat.byteOffset, flat.byteOffset + flat.byteLength));
  } catch {
    throw new NotAWorkbook();
  }
  const cells = workbook.worksheets.reduce((sum, sheet) => sum + sheet.rowCount * sheet.columnCount, 0);
  if (cells > mostCells) throw new NotAWorkbook();
  return workbook;
}

/** What a spreadsheet itself shows for them. */
const asShown = { yes: 'TRUE', no: 'FALSE' } as const;

/** What stands in a cell: its text, or that it holds a formula or an error, which are read by nobody. */
export type CellText = { readonly text: string } | { readonly refused: 'formula' | 'error' };

/** The text of a cell as a person would type it: numbers in plain digits, days as 2022-03-01, true and false in these words. */
export function textOfCell(cell: ExcelJS.Cell, { yes, no }: { readonly yes: string; readonly no: string } = asShown): CellText {
  const { value } = cell;
  if (value === null || value === undefined) return { text: '' };
  if (typeof value === 'string') return { text: value };
  if (typeof value === 'number') return { text: plainNumber(value) };
  if (typeof value === 'boolean') return { text: value ? yes : no };
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10) };
  if ('richText' in value) return { text: value.richText.map((part) => part.text).join('') };
  if ('text' in value) return { text: textOfLink(value.text) };
  if ('formula' in value || 'sharedFormula' in value) return { refused: 'formula' };
  return { refused: 'error' };
}

/** A link's text may itself be rich. */
function textOfLink(text: unknown): string {
  if (typeof text === 'string') return text;
  const rich = (text as { richText?: readonly { text: string }[] } | null)?.richText;
  return rich === undefined ? '' : rich.map((part) => part.text).join('');
}

/** Never in exponent form: 1e21 is what nobody typed. */
function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 17 }) : text;
}
