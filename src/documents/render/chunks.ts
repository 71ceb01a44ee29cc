import { type Drawing, page, type Piece, type RowMark, type Span } from './drawing.ts';

/** Inset below the text of a cell, in millimetres; form.typ has the same. */
export const inset = 1.4;

interface Extent {
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
}

/** Extents of every row and repeated header, by `table:row`, as the first pass set them. */
function extents(marks: readonly RowMark[]): ReadonlyMap<string, readonly Extent[]> {
  const found = new Map<string, Extent[]>();
  const key = (mark: RowMark): string => `${mark.table}:${mark.row}`;
  const ends = new Map<string, RowMark>();
  for (const mark of marks) {
    const last = ends.get(key(mark));
    if (mark.edge === 'end' && (last === undefined || mark.page > last.page || (mark.page === last.page && mark.y > last.y))) {
      ends.set(key(mark), mark);
    }
  }
  const tops = marks.filter((mark) => mark.edge === 'top');
  const bottoms = marks.filter((mark) => mark.edge === 'bottom');
  for (const top of tops) {
    const list = found.get(key(top)) ?? [];
    found.set(key(top), list);
    const end = ends.get(key(top));
    if (end !== undefined && end.page > top.page) {
      list.push({ page: top.page, top: top.y, bottom: page.height - page.bottom });
      for (let between = top.page + 1; between < end.page; between += 1) {
        list.push({ page: between, top: page.top, bottom: page.height - page.bottom });
      }
      list.push({ page: end.page, top: page.top, bottom: end.y + inset });
      continue;
    }
    const bottom = bottoms.find((mark) => mark.table === top.table && mark.row === top.row && mark.page === top.page && mark.y >= top.y);
    if (bottom !== undefined) {
      list.push({ page: top.page, top: top.y, bottom: bottom.y });
    }
  }
  return found;
}

interface Gathered {
  readonly span: Span;
  readonly table: number;
  readonly pages: Map<number, { top: number; bottom: number; anchor?: { table: number; row: number; top: number } }>;
}

function widen(gathered: Gathered, extent: Extent, row?: { table: number; row: number }): void {
  const chunk = gathered.pages.get(extent.page) ?? { top: extent.top, bottom: extent.bottom };
  gathered.pages.set(extent.page, chunk);
  chunk.top = Math.min(chunk.top, extent.top);
  chunk.bottom = Math.max(chunk.bottom, extent.bottom);
  if (row !== undefined && chunk.anchor === undefined) {
    chunk.anchor = { ...row, top: extent.top };
  }
}

/** Splits the vertical headers at the page breaks of the first pass: one piece a page, each centred in the rows it heads there. */
export function splitSides(drawing: Drawing, marks: readonly RowMark[]): readonly Piece[] {
  const rows = extents(marks);
  const groups = new Map<string, Gathered>();
  drawing.tables.forEach((table, tableIndex) => {
    for (const span of table.spans) {
      const gathered = groups.get(span.group) ?? { span, table: tableIndex, pages: new Map() };
      groups.set(span.group, gathered);
      for (let row = span.from; row < span.to; row += 1) {
        const parts = rows.get(`${tableIndex}:${row}`) ?? [];
        parts.forEach((extent, index) => widen(gathered, extent, index === 0 ? { table: tableIndex, row } : undefined));
      }
      if (span.header) {
        for (const extent of rows.get(`${tableIndex}:-1`) ?? []) {
          widen(gathered, extent);
        }
      }
    }
  });
  return [...groups.values()].flatMap((gathered) => pieces(drawing, gathered));
}

function pieces(drawing: Drawing, gathered: Gathered): readonly Piece[] {
  const { span } = gathered;
  const columns = drawing.tables[gathered.table]?.columns ?? [];
  const x = page.left + columns.slice(0, span.column).reduce((sum, width) => sum + width, 0);
  const width = columns[span.column] ?? 0;
  return [...gathered.pages.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([number, chunk], index) => ({
      page: number,
      column: span.column,
      x,
      y: chunk.top,
      width,
      height: chunk.bottom - chunk.top,
      text: span.text,
      ...(span.note === undefined ? {} : { note: span.note }),
      vertical: span.vertical,
      // Only the first piece belongs to the text; a screen reader need not hear the repetitions.
      ...(index === 0 && chunk.anchor !== undefined ? { anchor: { table: chunk.anchor.table, row: chunk.anchor.row, dy: chunk.top - chunk.anchor.top } } : {}),
    }));
}
