import type { CellFault } from './read-form.ts';
import { openWorkbook } from './open-workbook.ts';

/** The workbook as it was sent, with every cell that is wrong in red and a note saying why, to be sent back. */
export async function markFaults(bytes: Uint8Array, faults: readonly CellFault[], sentence: (fault: CellFault) => string): Promise<Uint8Array> {
  const workbook = await openWorkbook(bytes);
  for (const fault of faults) {
    const cell = workbook.getWorksheet(fault.sheet)?.getCell(fault.cell);
    if (cell === undefined) continue;
    // A style may be shared with other cells: the mark is this cell's own.
    cell.style = { ...cell.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2F0' } }, border: mark };
    cell.note = { texts: [{ text: sentence(fault) }] };
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const red = { style: 'medium', color: { argb: 'FFCF1322' } } as const;
const mark = { top: red, left: red, bottom: red, right: red };
