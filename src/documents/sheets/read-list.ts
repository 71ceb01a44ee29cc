import type { ListHeaders, ListKind } from '#domain/programme/edition.ts';
import type { ReadList } from '#domain/register/list-rows.ts';
import { readListRows } from '#domain/register/list-rows.ts';
import { openWorkbook, textOfCell } from './open-workbook.ts';

/** Reads an official list off a workbook's first sheet. Throws NotAWorkbook. */
export async function readOfficialList(kind: ListKind, bytes: Uint8Array, headers: ListHeaders): Promise<ReadList> {
  const workbook = await openWorkbook(bytes);
  const [sheet] = workbook.worksheets;
  const grid: (string | null)[][] = [];
  for (let row = 1; row <= (sheet?.rowCount ?? 0); row++) {
    const line: (string | null)[] = [];
    for (let column = 1; column <= (sheet?.columnCount ?? 0); column++) {
      const cell = sheet?.findCell(row, column);
      const read = cell === undefined ? { text: '' } : textOfCell(cell);
      line.push('text' in read ? read.text : null);
    }
    grid.push(line);
  }
  return readListRows(kind, grid, headers);
}
