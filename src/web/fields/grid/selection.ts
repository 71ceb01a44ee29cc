/** A cell by display position: `row` counts through all segments, `column` over the visible columns. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** A rectangle between the cell where it began and the one that moves; the moving one has the focus. */
export interface Selection {
  readonly anchor: Position;
  readonly active: Position;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

export interface Bounds {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function at(row: number, column: number): Selection {
  const position = { row, column };
  return { anchor: position, active: position };
}

export function boundsOf({ anchor, active }: Selection): Bounds {
  return {
    top: Math.min(anchor.row, active.row),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  };
}

export function isSingle({ anchor, active }: Selection): boolean {
  return anchor.row === active.row && anchor.column === active.column;
}

/** One step by arrow or Enter; stays inside the grid. `extend` keeps the anchor (Shift). */
export function move(selection: Selection, size: Size, rows: number, columns: number, extend = false): Selection {
  const active = {
    row: clamp(selection.active.row + rows, size.rows),
    column: clamp(selection.active.column + columns, size.columns),
  };
  return { anchor: extend ? selection.anchor : active, active };
}

/** One step by Tab through rows; nothing where it leaves the grid, so that the focus goes on by itself. */
export function tab(selection: Selection, size: Size, back: boolean): Selection | undefined {
  const next = selection.active.row * size.columns + selection.active.column + (back ? -1 : 1);
  if (next < 0 || next >= size.rows * size.columns) return undefined;
  return at(Math.floor(next / size.columns), next % size.columns);
}

/** Back inside after rows went away. */
export function fit(selection: Selection, size: Size): Selection {
  const inside = (position: Position): Position => ({ row: clamp(position.row, size.rows), column: clamp(position.column, size.columns) });
  return { anchor: inside(selection.anchor), active: inside(selection.active) };
}

function clamp(value: number, length: number): number {
  return Math.max(0, Math.min(value, length - 1));
}
