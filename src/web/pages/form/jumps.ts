/** Brings the person to a place of the form: its field, or a cell of a table that has no input until it is active. */
export interface Jumps {
  readonly to: (pointer: string) => void;
  /** Where it last led. */
  readonly last: () => string | undefined;
  /** A table takes the jumps into it; gives back how to stop. */
  readonly onTable: (pointer: string, take: (row: number, column: string) => void) => () => void;
}

export function openJumps(): Jumps {
  let last: string | undefined;
  const tables = new Map<string, (row: number, column: string) => void>();
  return {
    onTable: (pointer, take) => {
      tables.set(pointer, take);
      return () => tables.delete(pointer);
    },
    last: () => last,
    to: (pointer) => {
      last = pointer;
      for (const [table, take] of tables) {
        if (!pointer.startsWith(`${table}/`)) continue;
        const [row = '0', column = ''] = pointer.slice(table.length + 1).split('/');
        elementAt(table)?.scrollIntoView({ block: 'nearest' });
        return take(Number(row), column);
      }
      for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
        const element = elementAt(place);
        if (element) return arrive(element);
      }
    },
  };
}

function elementAt(pointer: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(pointer)}"]`);
}

function arrive(element: HTMLElement): void {
  // Of what is taller than half a window the beginning is what one came for.
  element.scrollIntoView({ block: element.offsetHeight > innerHeight / 2 ? 'start' : 'center' });
  const control = element.querySelector<HTMLElement>(
    'input:not([type=radio]):not(:disabled), textarea, select, input[type=radio]:checked, input[type=radio], button',
  );
  (control ?? element).focus({ preventScroll: true });
}
