import { memo } from 'react';
import type { ScalarField } from '#domain/forms/definition.ts';
import type { Words } from '#domain/forms/kinds/kind.ts';
import { gridText } from '#web/messages/form.ts';
import { labelOf, cellText, unitOf } from '../field-input.tsx';
import { GridCell } from './grid-cell.tsx';
import type { GridRow } from './rows.ts';

export interface RowProps {
  readonly row: GridRow;
  readonly index: number;
  readonly name: string | undefined;
  readonly columns: readonly ScalarField[];
  readonly words: Words;
  /** Column whose cell has the input, where this is the active row. */
  readonly active: number | undefined;
  /** First and last selected column as `1-3`, empty where none is: a text, so that other rows need not be drawn again. */
  readonly selected: string;
  /** Keys of the bad columns between bars: `|revenue|share|`. */
  readonly bad: string;
  readonly readOnly: boolean;
  readonly describedBy: string | undefined;
  /** See GridCell; 0 in rows that have no input. */
  readonly revision: number;
  readonly onCommit: (index: number, column: ScalarField, text: string, typing: boolean) => void;
}

/** Only the active cell is an input, all others are text, so that hundreds of rows stay quick. */
export const GridRowView = memo(function GridRowView({
  row,
  index,
  name,
  columns,
  words,
  active,
  selected,
  bad,
  readOnly,
  describedBy,
  revision,
  onCommit,
}: RowProps) {
  const [from = -1, to = -1] = selected === '' ? [] : selected.split('-').map(Number);
  return (
    <tr data-row={index} className={active === undefined ? undefined : 'grid-active'}>
      <th scope="row" className={name === undefined ? 'grid-number' : 'grid-number grid-given-name'}>
        {name ?? index + 1}
      </th>
      {columns.map((column, at) => {
        const text = cellText(column, row.values[column.key], words);
        const isBad = bad.includes(`|${column.key}|`);
        const unit = unitOf(column, words);
        const isInput = active === at && !readOnly;
        return (
          <td
            key={column.key}
            data-at={at}
            className={classOf(column, isBad, at >= from && at <= to, isInput)}
            aria-selected={at >= from && at <= to ? true : undefined}
          >
            {isInput ? (
              <GridCell
                column={column}
                text={text}
                label={gridText.cell(index + 1, labelOf(column), unit)}
                invalid={isBad}
                revision={revision}
                describedBy={isBad ? describedBy : undefined}
                onCommit={(typed, typing) => onCommit(index, column, typed, typing)}
              />
            ) : (
              text
            )}
            {isBad && <span className="grid-corner" aria-hidden="true" />}
          </td>
        );
      })}
    </tr>
  );
});

function classOf(column: ScalarField, bad: boolean, selected: boolean, isInput: boolean): string {
  const figure = column.kind === 'count' || column.kind === 'money' || column.kind === 'percent';
  return [figure && 'grid-figure', column.kind === 'yesNo' && 'grid-centre', bad && 'grid-bad', selected && 'grid-selected', isInput && 'grid-edit']
    .filter(Boolean)
    .join(' ');
}
