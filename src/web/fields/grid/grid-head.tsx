import type { ScalarField, TableField } from '#domain/forms/definition.ts';
import type { Words } from '#domain/forms/kinds/kind.ts';
import { gridText } from '#web/messages/form.ts';
import { labelOf, unitOf } from '../field-input.tsx';

/** Widths and heads of the columns. */
export function GridHead({ table, columns, words }: { readonly table: TableField; readonly columns: readonly ScalarField[]; readonly words: Words }) {
  return (
    <>
      <colgroup>
        <col className="grid-col-number" />
        {columns.map((column) => (
          <col key={column.key} className={`grid-col-${widthOf(table, columns, column)}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className={table.fixed ? 'grid-number grid-given-name' : 'grid-number'}>
            {table.fixed ? headOf(table, words) : <span className="unseen">{gridText.rowNumber}</span>}
          </th>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={unitOf(column, words) ? 'grid-figure' : undefined}>
              <HeadText column={column} words={words} />
              {column.optional && <span className="faint nowrap">{gridText.optional}</span>}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

/** Columns of figures and options are as wide as they need, texts share the rest; the row's name is wider only beside other texts. */
function widthOf(table: TableField, columns: readonly ScalarField[], column: ScalarField): string {
  if (column.kind !== 'text') return column.kind;
  if (column.format === 'uscc') return 'uscc';
  const others = columns.some((one) => one.kind === 'text' && one !== column && one.format !== 'uscc');
  return column.key === table.rowKey && others ? 'name' : 'text';
}

/** The name breaks between characters, its unit stays whole. */
function HeadText({ column, words }: { readonly column: ScalarField; readonly words: Words }) {
  const text = headText(column, words);
  const unit = /（[^（）]{1,4}）$/u.exec(text)?.[0] ?? '';
  return (
    <>
      {text.slice(0, text.length - unit.length)}
      {unit !== '' && <span className="nowrap">{unit}</span>}
    </>
  );
}

/** The unit in the head, where the printed label does not say it. */
function headText(column: ScalarField, words: Words): string {
  const unit = unitOf(column, words);
  const label = labelOf(column);
  return unit && !label.includes(unit) ? gridText.withUnit(label, unit) : label;
}

function headOf(table: TableField, words: Words): string {
  const column = table.columns.find((one) => one.key === table.fixed?.column);
  return column ? headText(column, words) : '';
}
