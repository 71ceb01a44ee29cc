import type { ReactNode } from 'react';
import { StateMark } from '#web/components/state-mark.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';

export interface ListRow {
  readonly key: string;
  /** Marked, beside its words. */
  readonly failed?: boolean;
  readonly cells: readonly ReactNode[];
}

/** A table in a card; the first column names the row. */
export function ListCard({
  id,
  title,
  columns,
  rows,
  none,
  note,
}: {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly ListRow[];
  readonly none: string;
  readonly note?: string | undefined;
}) {
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{title}</h2>
        {note !== undefined && <span className="more">{note}</span>}
      </div>
      {rows.length === 0 ? (
        <p className="card-body soft">{none}</p>
      ) : (
        <TableFrame label={title}>
          <table className="table phone-rows" aria-labelledby={id}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, failed = false, cells }) => (
                <tr key={key}>
                  {cells.map((cell, index) => (
                    <td key={columns[index]} {...(index === 0 ? {} : { 'data-label': columns[index] })}>
                      {failed && index === 0 && typeof cell === 'string' ? (
                        <StateMark icon="bad" tone="error">
                          {cell}
                        </StateMark>
                      ) : (
                        cell
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </section>
  );
}
