import type { ScalarField } from '#domain/forms/definition.ts';
import type { Json } from '#domain/values/json.ts';
import type { Cells } from './clipboard.ts';
import { endOfSegment, insertRows, setCell, type Rows, type Segments } from './rows.ts';
import type { Position } from './selection.ts';

/** The table that is pasted into. */
export interface PasteTarget {
  readonly rows: Rows;
  /** The columns on screen, in their order. */
  readonly columns: readonly ScalarField[];
  readonly segments?: Segments | undefined;
  /** No more rows than this; where `rowsGiven`, no rows but those that stand. */
  readonly maxRows: number;
  readonly rowsGiven: boolean;
  /** Reads a text as a column's value; what it cannot read comes back as `unread`. */
  readonly read: (column: ScalarField, text: string) => Json;
  readonly unread: (value: Json) => boolean;
  readonly nextId: () => number;
}

/** Where the paste begins: over the cells from a position, or as new rows at the end of a segment. */
export type PasteStart = { readonly over: Position } | { readonly atEndOf: string | undefined };

export interface PastePlan {
  /** The table as it will be. */
  readonly rows: Rows;
  readonly height: number;
  readonly width: number;
  readonly added: number;
  /** Cells that are kept as typed and marked: the row within the paste, from 1. */
  readonly unreadable: readonly { readonly row: number; readonly column: ScalarField; readonly text: string }[];
  /** Rows and columns for which there is no room. */
  readonly droppedRows: number;
  readonly droppedColumns: number;
  readonly headerSkipped: boolean;
}

/** What a paste would do, for the preview; nothing is lost silently. */
export function planPaste(target: PasteTarget, start: PasteStart, cells: Cells): PastePlan {
  const left = 'over' in start ? start.over.column : 0;
  const headerSkipped = isHeader(cells[0], target.columns.slice(left));
  const body = headerSkipped ? cells.slice(1) : cells;
  const columns = target.columns.slice(left);
  const widest = Math.max(0, ...body.map((row) => row.length));
  const { rows, places, droppedRows } = makeRoom(target, start, body.length);

  const unreadable: PastePlan['unreadable'][number][] = [];
  let next = rows;
  places.forEach((place, nth) => {
    columns.slice(0, body[nth]?.length ?? 0).forEach((column, offset) => {
      const text = body[nth]?.[offset] ?? '';
      const value = text.trim() === '' ? null : target.read(column, text);
      if (target.unread(value)) unreadable.push({ row: nth + 1, column, text });
      next = setCell(next, place, column.key, value);
    });
  });
  return {
    rows: next,
    height: places.length,
    width: Math.min(widest, columns.length),
    added: next.length - target.rows.length,
    unreadable,
    droppedRows,
    droppedColumns: Math.max(0, widest - columns.length),
    headerSkipped,
  };
}

/** Index of the row that each pasted row goes to; what goes past the end of the segment becomes new rows of it. */
function makeRoom(target: PasteTarget, start: PasteStart, wanted: number): { rows: Rows; places: readonly number[]; droppedRows: number } {
  const { segments } = target;
  const startRow = 'over' in start ? target.rows[start.over.row] : undefined;
  const segment = 'atEndOf' in start ? start.atEndOf : segmentOf(startRow?.values[segments?.column ?? ''], segments);
  const end = endOfSegment(target.rows, segments, segment);
  const first = 'over' in start && startRow ? start.over.row : end;
  const standing = Math.min(wanted, end - first);
  const room = target.rowsGiven ? 0 : Math.max(0, target.maxRows - target.rows.length);
  const added = Math.min(wanted - standing, room);
  const blank = Array.from({ length: added }, () => ({
    id: target.nextId(),
    values: segments && segment !== undefined ? { [segments.column]: segment } : {},
  }));
  return {
    rows: insertRows(target.rows, end, blank),
    places: Array.from({ length: standing + added }, (_, nth) => first + nth),
    droppedRows: wanted - standing - added,
  };
}

function segmentOf(value: Json | undefined, segments: Segments | undefined): string | undefined {
  return segments && typeof value === 'string' && segments.names.includes(value) ? value : undefined;
}

/** People copy the head along: every cell of the first row names its column. */
function isHeader(row: readonly string[] | undefined, columns: readonly ScalarField[]): boolean {
  if (!row || row.length < 2) return false;
  return row.every((text, index) => {
    const column = columns[index];
    const plain = bare(text);
    return column !== undefined && plain !== '' && (bare(column.label) === plain || bare(column.short ?? '') === plain);
  });
}

function bare(text: string): string {
  return text.replace(/[(（][^()（）]*[)）]/g, '').replace(/\s/g, '');
}
