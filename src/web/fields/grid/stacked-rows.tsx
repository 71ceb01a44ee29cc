import type { ScalarField, TableField } from '#domain/forms/definition.ts';
import type { Words } from '#domain/forms/kinds/kind.ts';
import { gridText } from '#web/messages/form.ts';
import type { ReactNode } from 'react';
import { labelOf, cellText, unitOf } from '../field-input.tsx';
import { sectionsOf, segmentsOf, type Rows, type Section } from './rows.ts';

/** The table on a phone: read only, one row below another. */
export function StackedRows({
  table,
  rows,
  columns,
  words,
  badOf,
  sectionHead,
}: {
  readonly table: TableField;
  readonly rows: Rows;
  readonly columns: readonly ScalarField[];
  readonly words: Words;
  readonly badOf: (index: number) => string;
  readonly sectionHead: (section: Section) => ReactNode;
}) {
  return (
    <div className="stacked">
      <p className="soft">{gridText.phone}</p>
      {sectionsOf(rows, segmentsOf(table)).map((section) => (
        <section key={section.name ?? ''}>
          {table.segments && <div className="stacked-section">{sectionHead(section)}</div>}
          <ol start={section.from + 1}>
            {section.rows.map((row, nth) => (
              <li key={row.id} className="stacked-row">
                <p className="strong">
                  {gridText.numbered(section.from + nth + 1, String(row.values[table.fixed?.column ?? table.rowKey] ?? gridText.unnamed))}
                </p>
                <dl>
                  {columns
                    .filter((column) => column.key !== table.rowKey)
                    .map((column) => {
                      const text = cellText(column, row.values[column.key], words);
                      const unit = unitOf(column, words);
                      if (text === '') return null;
                      return (
                        <div key={column.key} className={badOf(section.from + nth).includes(`|${column.key}|`) ? 'stacked-bad' : undefined}>
                          <dt>{labelOf(column)}</dt>
                          <dd>{unit && !labelOf(column).includes(unit) ? `${text} ${unit}` : text}</dd>
                        </div>
                      );
                    })}
                </dl>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
