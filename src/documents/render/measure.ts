import type { DrawnLine } from './drawing.ts';

const millimetresPerPoint = 0.3528;
/** Inset on both sides of a cell. */
const insets = 2.4;

/** A Latin capital, in ems, nearly the widest there is. */
const widest = 0.75;

/** Width in ems, a little generous: a Han character is one, anything else about six tenths. */
function ems(text: string): number {
  let sum = 0;
  for (const character of text) {
    sum += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.6;
  }
  return sum;
}

function perLine(width: number, size: number): number {
  return Math.max(1, (width - insets) / (size * millimetresPerPoint));
}

/** Height of a cell's text in millimetres, estimated on the tall side: decides only whether a cell may be split. */
export function estimateHeight(lines: readonly DrawnLine[], width: number, size: number): number {
  const wrapped = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(ems(line.runs.map((run) => run.text).join('')) / perLine(width, size))), 0);
  return wrapped * size * millimetresPerPoint * 1.7;
}

/** Lets a word wider than its cell (an address, a product number) break: a zero-width space within each stretch that would not fit. */
export function breakLongWords(line: DrawnLine, width: number, size: number): DrawnLine {
  const room = Math.max(2, Math.floor(perLine(width, size) / widest));
  const long = new RegExp(`[\\u0021-\\u2e7f]{${room + 1},}`, 'gu');
  const split = (word: string): string => word.replace(new RegExp(`.{${room}}(?=.)`, 'gu'), '$&\u200b');
  return { ...line, runs: line.runs.map((run) => ({ ...run, text: run.text.replace(long, split) })) };
}
