import type { FlowCell, FlowPart, FlowTable } from './flow.ts';

/** A cell as it was written, before it has a place. */
export interface WrittenCell {
  readonly parts: readonly FlowPart[];
  readonly cols?: number;
  readonly rows?: number;
  readonly head?: boolean;
  readonly align?: FlowCell['align'];
  /** Names a group of rows: never the last on a page. */
  readonly opens?: true;
}

export interface TableRequest {
  readonly rows: readonly (readonly WrittenCell[])[];
  readonly caption?: string;
  readonly note?: string;
  /** Rows repeated on every page; the leading rows of heads alone when absent. */
  readonly headRows?: number;
  /** Widths in millimetres, where they are given. */
  readonly columns?: readonly number[];
  /** Only this size, portrait. */
  readonly size?: number;
}

const millimetresPerPoint = 0.3528;
const insets = 2.6;
const portrait = 156;
const landscape = 245;
/** Sizes tried in turn, and the most lines that a cell may take at each before the next is tried. */
const tries = [
  { width: portrait, size: 12, lines: 4 },
  { width: portrait, size: 10.5, lines: 5 },
  { width: portrait, size: 9, lines: 5 },
  { width: landscape, size: 10.5, lines: 7 },
  { width: landscape, size: 9, lines: 16 },
] as const;
/** A cell taller than this, in millimetres, may run over the page's end. */
const tallest = 110;
/** Columns beyond which no paper is wide enough. */
const mostColumns = 60;

/**
 * A table with every cell in its place: merged cells are kept, whatever they overlap gives way, holes are filled. The type is the
 * largest at which the cells stay low; a table that is too wide for the page at any size lies down on pages of its own.
 */
export function layTable(request: TableRequest): FlowTable {
  const { cells, columns } = place(request.rows);
  const headRows = request.headRows ?? leadingHeads(cells, request.rows.length);
  const chosen = request.columns === undefined ? fit(cells, columns) : { widths: request.columns, size: request.size ?? 10.5, lying: false };
  const { widths, size, lying } = chosen;
  const widthOf = (cell: FlowCell): number => sum(widths.slice(cell.x, cell.x + cell.cols));
  const rowsBroken = new Set<number>();
  const heights = request.rows.map(() => 0);
  for (const cell of cells) {
    const height = linesIn(cell, widthOf(cell), size) * size * millimetresPerPoint * 1.4 + 3;
    if (cell.rows === 1) heights[cell.y] = Math.max(heights[cell.y] ?? 0, height);
    if (height > tallest) for (let y = cell.y; y < cell.y + cell.rows; y += 1) rowsBroken.add(y);
  }
  return {
    part: 'table',
    ...(request.caption === undefined ? {} : { caption: request.caption }),
    ...(request.note === undefined ? {} : { note: request.note }),
    columns: widths,
    size,
    headRows: headRows < request.rows.length ? headRows : 0,
    rows: request.rows.length,
    ties: tie(request, headRows < request.rows.length ? headRows : 0, rowsBroken, mergedRows(cells, heights), heights),
    // A merged cell breaks between its rows; one that holds a single row breaks only where the row is too tall for a page.
    cells: cells.map((cell) => ({
      ...cell,
      ...(cell.y >= headRows && (rowsBroken.has(cell.y) || cell.rows > 1) ? { long: true as const } : {}),
      parts: cell.parts.map((part) => breakable(part, widthOf(cell), size)),
    })),
    ...(lying ? { landscape: true as const } : {}),
  };
}

/** Each cell at the first free place of its row. */
function place(rows: readonly (readonly WrittenCell[])[]): { readonly cells: readonly FlowCell[]; readonly columns: number } {
  const taken = new Set<string>();
  const cells: Placed[] = [];
  let columns = 1;
  rows.forEach((row, y) => {
    let x = 0;
    for (const written of row) {
      while (taken.has(`${x}:${y}`)) x += 1;
      if (x >= mostColumns) break;
      let cols = 1;
      while (cols < Math.min(written.cols ?? 1, mostColumns - x) && !taken.has(`${x + cols}:${y}`)) cols += 1;
      const down = Math.min(written.rows ?? 1, rows.length - y);
      for (let i = x; i < x + cols; i += 1) for (let j = y; j < y + down; j += 1) taken.add(`${i}:${j}`);
      cells.push({ x, y, cols, rows: down, align: written.align, ...(written.head === true ? { head: true } : {}), parts: written.parts });
      x += cols;
      columns = Math.max(columns, x);
    }
  });
  for (let y = 0; y < rows.length; y += 1) {
    for (let x = 0; x < columns; x += 1) if (!taken.has(`${x}:${y}`)) cells.push({ x, y, cols: 1, rows: 1, align: undefined, parts: [] });
  }
  return { cells: align(cells.toSorted((a, b) => a.y - b.y || a.x - b.x)), columns };
}

/** A merged cell no higher than this, in millimetres, keeps its rows on one page, so that its words stand beside all of them. */
const mergedWhole = 75;
/** Rows that stay together are never higher than this. */
const tiedMost = 140;

/** Rows, each of which a low merged cell joins with the next. */
function mergedRows(cells: readonly FlowCell[], heights: readonly number[]): readonly number[] {
  const low = cells.filter((cell) => cell.rows > 1 && sum(heights.slice(cell.y, cell.y + cell.rows)) <= mergedWhole);
  return low.flatMap((cell) => Array.from({ length: cell.rows - 1 }, (_, index) => cell.y + index));
}

/** Rows that stay together: those of a low merged cell, a named group's head with its first row, the first two rows, and the last two with the note. */
function tie(
  { rows, note }: TableRequest,
  headRows: number,
  broken: ReadonlySet<number>,
  merged: readonly number[],
  heights: readonly number[],
): readonly (readonly [number, number])[] {
  const end = rows.length + (note === undefined ? 0 : 1);
  const bound = new Set<number>();
  const bind = (row: number): void => {
    if (row >= headRows && row + 1 < end && !broken.has(row) && !broken.has(row + 1)) bound.add(row);
  };
  bind(headRows);
  merged.forEach(bind);
  rows.forEach((row, index) => {
    if (row.some((cell) => cell.opens === true)) bind(index);
  });
  for (let row = end - 2; row > rows.length - 3; row -= 1) bind(row);
  const ties: (readonly [number, number])[] = [];
  for (let row = headRows; row < end; row += 1) {
    const from = row;
    while (bound.has(row) && sum(heights.slice(from, row + 2)) <= tiedMost) row += 1;
    if (row > from) ties.push([from, row - from + 1]);
  }
  return ties;
}

type Placed = Omit<FlowCell, 'align'> & { readonly align: FlowCell['align'] | undefined };

const figure = /^[-+−]?[\d,]+(\.\d+)?%?$/;

/** Heads stand in the middle; a column of figures at the right, one of short words in the middle, any other at the left. */
function align(cells: readonly Placed[]): readonly FlowCell[] {
  const columns = Map.groupBy(
    cells.filter((cell) => cell.head !== true && cell.cols === 1),
    (cell) => cell.x,
  );
  const natural = new Map(
    [...columns].map(([x, column]): [number, FlowCell['align']] => {
      const texts = column.map((cell) => textsOf(cell.parts).join('\n')).filter((text) => text !== '');
      if (texts.length > 0 && texts.every((text) => figure.test(text) || text.length === 1))
        return [x, texts.some((text) => text.length > 2) ? 'right' : 'center'];
      return [x, texts.every((text) => ems(text) <= 8) ? 'center' : 'left'];
    }),
  );
  return cells.map((cell) => ({ ...cell, align: cell.align ?? (cell.head === true || cell.cols > 1 ? 'center' : (natural.get(cell.x) ?? 'left')) }));
}

/** Leading rows in which nothing but heads begins, as long as none of them reaches below. */
function leadingHeads(cells: readonly FlowCell[], rows: number): number {
  let head = 0;
  while (head < rows && cells.filter((cell) => cell.y === head).every((cell) => cell.head === true)) head += 1;
  const reach = Math.max(0, ...cells.filter((cell) => cell.y < head).map((cell) => cell.y + cell.rows));
  return reach > head || head > 4 ? 0 : head;
}

function fit(cells: readonly FlowCell[], columns: number): { readonly widths: readonly number[]; readonly size: number; readonly lying: boolean } {
  for (const { width, size, lines } of tries) {
    const widths = widthsFor(cells, columns, width, size);
    const fits = widths !== undefined && cells.every((cell) => linesIn(cell, sum(widths.slice(cell.x, cell.x + cell.cols)), size) <= lines * cell.rows);
    if (fits) return { widths, size, lying: width === landscape };
  }
  const last = columns > 12;
  const width = last ? landscape : portrait;
  const size = columns > 24 ? 5 : columns > 16 ? 7 : 9;
  return { widths: widthsFor(cells, columns, width, size) ?? Array.from({ length: columns }, () => round(width / columns)), size, lying: last };
}

/** Every column as wide as its longest word asks, what is left shared by how much stands in each; undefined where the words alone are too wide. */
function widthsFor(cells: readonly FlowCell[], columns: number, whole: number, size: number): readonly number[] | undefined {
  const em = size * millimetresPerPoint;
  const least = Array.from({ length: columns }, () => 2.2);
  const wanted = Array.from({ length: columns }, () => 2.2);
  for (const cell of cells) {
    if (cell.cols > 1) continue;
    const texts = textsOf(cell.parts);
    const longest = Math.max(0, ...texts.map(ems));
    const head = cell.head === true;
    least[cell.x] = Math.max(least[cell.x] ?? 0, Math.min(6, Math.max(Math.min(longest, head ? 2.2 : 3.2), ...texts.map(longestWord))));
    wanted[cell.x] = Math.max(wanted[cell.x] ?? 0, longest <= 8 ? Math.min(longest + 0.5, head ? 4 : 9) : head ? 4 : 8 + (longest - 8) ** 0.85);
  }
  const room = whole / em - (columns * insets) / em;
  const needed = sum(least);
  if (needed > room) return undefined;
  const extra = least.map((width, index) => Math.max(0, (wanted[index] ?? 0) - width));
  const asked = sum(extra);
  const spread = room - needed;
  return least.map((width, index) => round((width + (asked === 0 ? spread / columns : (spread * (extra[index] ?? 0)) / asked)) * em + insets));
}

function linesIn(cell: FlowCell, width: number, size: number): number {
  const room = Math.max(1, (width - insets) / (size * millimetresPerPoint));
  return textsOf(cell.parts).reduce((lines, text) => lines + Math.max(1, Math.ceil(ems(text) / room)), 0);
}

/** The texts of a cell, a line each. */
function textsOf(parts: readonly FlowPart[]): readonly string[] {
  return parts.flatMap((part) => {
    if (part.part === 'paragraph') return part.lines.map((line) => line.map((run) => run.text + (run.box === undefined ? '' : '□')).join(''));
    if (part.part === 'list') return part.items.flatMap((item) => textsOf(item).map((text) => `　　${text}`));
    return part.part === 'heading' ? [part.text] : [];
  });
}

/** Lets a word that is wider than its cell break anywhere. */
function breakable(part: FlowPart, width: number, size: number): FlowPart {
  const room = Math.max(2, Math.floor((width - insets) / (size * millimetresPerPoint) / 0.75));
  if (part.part === 'paragraph') return { ...part, lines: part.lines.map((line) => line.map((run) => ({ ...run, text: breakWords(run.text, room) }))) };
  if (part.part === 'list') return { ...part, items: part.items.map((item) => item.map((inner) => breakable(inner, width - 8, size))) };
  return part;
}

/** A zero-width space within each stretch of Latin letters and digits longer than `room` characters. */
export function breakWords(text: string, room: number): string {
  const long = new RegExp(`[\\u0021-\\u2e7f]{${room + 1},}`, 'gu');
  const split = (word: string): string => word.replace(new RegExp(`.{${room}}(?=.)`, 'gu'), '$&\u200b');
  return text.replace(long, split);
}

function longestWord(text: string): number {
  return Math.max(0, ...(text.match(/[\u0021-\u2e7f]+/gu) ?? []).map(ems));
}

function ems(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.58;
  return width;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function round(width: number): number {
  return Math.floor(width * 1000) / 1000;
}
