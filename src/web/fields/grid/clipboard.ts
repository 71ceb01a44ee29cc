/** A rectangle of cell texts, as spreadsheets put it on the clipboard: tabs between cells, line ends between rows. */
export type Cells = readonly (readonly string[])[];

/**
 * Reads text/plain from Excel or WPS. A cell that holds a tab, a quote or a line end comes quoted, with quotes doubled;
 * a quote in the middle of a cell is an ordinary character. The last line end closes the last row and starts none.
 */
export function parseCells(text: string): Cells {
  const source = text.replace(/\r\n?/g, '\n');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < source.length) {
    const cell = source[at] === '"' ? readQuoted(source, at) : undefined;
    const end = cell ? cell.end : endOfPlain(source, at);
    row.push(cell ? cell.text : source.slice(at, end));
    const stop = source[end];
    at = end + 1;
    if (stop === '\t') {
      if (at === source.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function endOfPlain(source: string, from: number): number {
  let end = from;
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') end += 1;
  return end;
}

/** The quoted cell that starts at `from`, or nothing where the quote does not close before a cell's end: then it is text. */
function readQuoted(source: string, from: number): { text: string; end: number } | undefined {
  let text = '';
  for (let at = from + 1; at < source.length; at += 1) {
    if (source[at] !== '"') {
      text += source[at];
      continue;
    }
    if (source[at + 1] === '"') {
      text += '"';
      at += 1;
      continue;
    }
    const stop = source[at + 1];
    return stop === undefined || stop === '\t' || stop === '\n' ? { text, end: at + 1 } : undefined;
  }
  return undefined;
}

/** The inverse of parseCells, for copying out. */
export function formatCells(cells: Cells): string {
  return cells.map((row) => row.map(quoteWhereNeeded).join('\t')).join('\r\n');
}

function quoteWhereNeeded(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** More than one cell: such a paste is previewed first. */
export function isRectangle(cells: Cells): boolean {
  return cells.length > 1 || (cells[0]?.length ?? 0) > 1;
}
