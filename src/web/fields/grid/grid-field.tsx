import { useEffect, useState, type ReactNode } from 'react';
import type { BlockAnswers, ComputedField, TableField } from '#domain/forms/definition.ts';
import { computedValue } from '#domain/forms/computed.ts';
import type { Words } from '#domain/forms/kinds/kind.ts';
import { formatNumber } from '#domain/forms/kinds/numbers.ts';
import { formatMoney } from '#domain/values/money.ts';
import { gridText } from '#web/messages/form.ts';
import { labelOf } from '../field-input.tsx';
import { usePhone } from '../use-phone.ts';
import { isRectangle, type Cells } from './clipboard.ts';
import { GridTable } from './grid-table.tsx';
import { PasteBox, PastePreview } from './paste-dialog.tsx';
import type { PastePlan, PasteStart } from './paste.ts';
import type { RowValues, Section } from './rows.ts';
import { SectionHead } from './section-head.tsx';
import { StackedRows } from './stacked-rows.tsx';
import { useGrid } from './use-grid.ts';
import { useStable } from './use-stable.ts';

interface GridFieldProps {
  readonly table: TableField;
  readonly rows: readonly RowValues[];
  /** Counts and sums of this table that the block shows; each segment shows its own too. */
  readonly totals: readonly ComputedField[];
  readonly words: Words;
  readonly readOnly: boolean;
  readonly onChange: (rows: readonly RowValues[]) => void;
  readonly onLeave: () => void;
  /** Bad columns of a row between bars, and the id of the sentences below the grid. */
  readonly badOf: (index: number) => string;
  readonly describedBy: string | undefined;
  /** Hands out the way to a cell; gives back how to take it back. */
  readonly onWay: (way: (row: number, column: string) => void) => () => void;
  /** The filer's own name of a segment, or nothing. */
  readonly segmentName: (name: string) => string;
  readonly onRename: (name: string, title: string) => void;
  /** Further tools, beside the table's own. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A table to be filled in: toolbar, rows by segment, and below them its problems (`children`). */
export function GridField({
  table,
  rows,
  totals,
  words,
  readOnly,
  onChange,
  onLeave,
  badOf,
  describedBy,
  onWay,
  segmentName,
  onRename,
  tools,
  children,
}: GridFieldProps) {
  const grid = useGrid(table, rows, words, onChange);
  const phone = usePhone();
  const [preview, setPreview] = useState<PastePlan>();
  const [box, setBox] = useState(false);
  const [removed, setRemoved] = useState(0);
  const way = useStable(grid.focusOn);
  useEffect(() => onWay(way), [onWay, way]);
  useEffect(() => {
    if (removed === 0) return undefined;
    const timer = setTimeout(() => setRemoved(0), 10_000);
    return () => clearTimeout(timer);
  }, [removed]);

  const open = !readOnly && !table.fixed;
  const firstColumn = grid.columns[0]?.key ?? '';
  const summary = (some: readonly RowValues[]): string => {
    const answers: BlockAnswers = { [table.key]: some };
    return totals.map((total) => gridText.total(total.show, labelOf(total), totalText(total, answers, words))).join(gridText.between);
  };
  const segmentTitle = (name: string): string => gridText.segment(name, segmentName(name));
  const add = (segment: string | undefined): void => grid.focusOn(grid.addRow(segment), firstColumn);
  const planned = (start: PasteStart, cells: Cells): void => setPreview(grid.plan(start, cells));
  const sectionHead = (section: Section): ReactNode => (
    <SectionHead
      name={section.name}
      title={section.name === undefined ? gridText.noSegment : segmentTitle(section.name)}
      own={section.name === undefined ? '' : segmentName(section.name)}
      summary={summary(section.rows.map((row) => row.values))}
      onAdd={open && !phone ? () => add(section.name) : undefined}
      onRename={readOnly || phone || section.name === undefined ? undefined : (title) => section.name !== undefined && onRename(section.name, title)}
    />
  );

  return (
    <div className="grid-field" data-grid="">
      <div className="grid-tools">
        {!phone && open && (
          <>
            <button type="button" className="button button-small" data-grid-exit="" onClick={() => setBox(true)}>
              {gridText.paste}
            </button>
            {!table.segments && (
              <button type="button" className="button button-small" onClick={() => add(undefined)}>
                {gridText.add}
              </button>
            )}
            <button type="button" className="button button-small" disabled={grid.rows.length === 0} onClick={() => setRemoved(grid.removeSelected())}>
              {gridText.remove}
            </button>
          </>
        )}
        {!phone && !readOnly && (
          <>
            <button type="button" className="button button-small" {...(open ? {} : { 'data-grid-exit': '' })} disabled={!grid.canUndo} onClick={grid.undo}>
              {gridText.undo}
            </button>
            <button type="button" className="button button-small" disabled={!grid.canRedo} onClick={grid.redo}>
              {gridText.redo}
            </button>
          </>
        )}
        {!phone && tools}
        <span className="faint">{totals.length > 0 ? gridText.all(summary(rows)) : gridText.rows(rows.length)}</span>
        <span className="grid-said" role="status">
          {removed > 0 && gridText.removed(removed)}
        </span>
      </div>
      {phone ? (
        <StackedRows table={table} rows={grid.rows} columns={grid.columns} words={words} badOf={badOf} sectionHead={sectionHead} />
      ) : (
        <div className="grid-frame">
          {grid.rows.length === 0 && !table.segments ? (
            <p className="grid-empty faint">{readOnly ? gridText.none : gridText.start}</p>
          ) : (
            <GridTable
              table={table}
              grid={grid}
              words={words}
              label={labelOf(table)}
              readOnly={readOnly}
              badOf={badOf}
              describedBy={describedBy}
              onPaste={(cells) => isRectangle(cells) && planned({ over: grid.selection.active }, cells)}
              onLeave={onLeave}
              sectionHead={sectionHead}
            />
          )}
        </div>
      )}
      {children}
      {box && (
        <PasteBox
          table={table}
          segmentTitle={segmentTitle}
          onCancel={() => setBox(false)}
          onCells={(segment, cells) => {
            setBox(false);
            planned({ atEndOf: segment }, cells);
          }}
        />
      )}
      {preview && (
        <PastePreview
          plan={preview}
          onCancel={() => setPreview(undefined)}
          onPaste={() => {
            grid.paste(preview);
            setPreview(undefined);
            grid.go(grid.selection);
            onLeave();
          }}
        />
      )}
    </div>
  );
}

/** A total over some of the rows, with its unit; without needless zeros, as in the cells. */
function totalText(total: ComputedField, answers: BlockAnswers, words: Words): string {
  const value = computedValue(total, answers);
  if (value === undefined) return '';
  if ('money' in total.show) return `${formatMoney(value, total.show.money, { grouped: true })} ${words.units[total.show.money]}`;
  return `${formatNumber(value)} ${total.show.count}`;
}
