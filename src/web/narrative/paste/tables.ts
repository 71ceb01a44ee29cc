const MOST = 100;
/** Between the cells of a row that became text. */
const GAP = '\u3000';

/** Tables inside a cell become lines of text, innermost first. Says how many. */
export function flattenInner(body: HTMLElement): number {
  const inner = [...body.querySelectorAll<HTMLTableElement>('td table, th table')].toReversed();
  for (const table of inner) {
    const lines = [...table.rows].map((row) => {
      const line = body.ownerDocument.createElement('p');
      line.textContent = [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()).join(GAP);
      return line;
    });
    table.replaceWith(...lines);
  }
  return inner.length;
}

/** Spans as whole numbers, header cells where the program repeats them, without the invisible row that Word puts under misaligned columns. */
export function tidyTables(body: HTMLElement): void {
  for (const row of body.querySelectorAll('tr')) {
    if (row.getAttribute('height') === '0' || row.cells.length === 0) row.remove();
  }
  for (const cell of body.querySelectorAll('td,th')) {
    for (const name of ['colspan', 'rowspan']) {
      const given = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
      if (given > 1) cell.setAttribute(name, String(Math.min(MOST, given)));
      else cell.removeAttribute(name);
    }
    if (cell.localName === 'td' && cell.closest('thead')) rename(cell, 'th');
  }
}

function rename(cell: Element, tag: string): void {
  const own = cell.ownerDocument.createElement(tag);
  for (const { name, value } of cell.attributes) own.setAttribute(name, value);
  own.append(...cell.childNodes);
  cell.replaceWith(own);
}
