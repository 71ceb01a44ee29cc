import { useState } from 'react';
import type { TableField } from '#domain/forms/definition.ts';
import { figureAt } from '#domain/narrative/references.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { JsonObject } from '#domain/values/json.ts';
import type { Problem } from '#domain/values/problem.ts';
import { fileUrl } from '#web/api/file-queries.ts';
import type { PlanFile } from '#web/api/queries.ts';
import { Clause } from '#web/components/clause.tsx';
import { Diff, type DiffLine } from '#web/components/diff.tsx';
import { Icon } from '#web/components/icon.tsx';
import { OfficialMarks } from '#web/components/official-marks.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { labelOf } from '#web/fields/field-input.tsx';
import { cityCheck as words } from '#web/messages/city.ts';
import { emptyCell } from '#web/messages/components.ts';
import { NarrativeView } from '#web/narrative/view/narrative-view.tsx';
import { answersOf } from '#web/progress/use-progress.ts';
import { type ContentGroup, type ContentRow, displayed } from './content-model.ts';
import { NoteBox, NoteMark } from './note-mark.tsx';

/** A block with its rows: answers, what changed, exceptions, proofs, marks of official lists, notes. */
export function Group({ group, edition, file }: { readonly group: ContentGroup; readonly edition: Edition; readonly file: PlanFile }) {
  const place = { document: group.document, block: group.block, path: '', label: group.title };
  return (
    <section className="city-group" aria-label={group.title}>
      <div className="city-group-head">
        <h2>{group.title}</h2>
        {group.changes.length > 0 && <span className="city-tag">{words.changes(group.changes.length)}</span>}
        {group.exceptions.length > 0 && (
          <StateMark icon="diamond" tone="warn">
            {words.exceptions(group.exceptions.length)}
          </StateMark>
        )}
        <NoteMark place={place} />
      </div>
      <NoteBox place={place} />
      {group.exceptions.map((problem) => (
        <Exception key={`${problem.rule} ${problem.path}`} problem={problem} edition={edition} />
      ))}
      {group.section !== undefined && <Section group={group} edition={edition} file={file} />}
      {group.rows.map((row) => (
        <Row key={row.pointer} row={row} group={group} edition={edition} file={file} />
      ))}
    </section>
  );
}

function Section({ group, edition, file }: { readonly group: ContentGroup; readonly edition: Edition; readonly file: PlanFile }) {
  const form = answersOf(file.documents.form);
  return (
    <div className="city-section">
      <NarrativeView section={group.section} figure={(path) => figureAt(edition, form, path)} imageUrl={fileUrl} />
      {group.changes.length > 0 && <Changes lines={group.changes} edition={edition} label={group.title} />}
    </div>
  );
}

function Row({ row, group, edition, file }: { readonly row: ContentRow; readonly group: ContentGroup; readonly edition: Edition; readonly file: PlanFile }) {
  const place = { document: group.document, block: group.block, path: row.path, label: row.label };
  const files = file.attachments.filter((attached) => attached.path === row.pointer);
  return (
    <div className={`city-row${row.changes.length > 0 ? ' city-row-changed' : ''}`}>
      <div className="city-label">
        {row.changes.length > 0 && <span className="city-mark">{words.changeMark}</span>}
        {row.label}
      </div>
      <div className="city-value">
        <Value row={row} edition={edition} />
        {files.map((attached) => (
          <FileLink key={attached.id ?? attached.name} name={attached.name} {...(attached.id === undefined ? {} : { id: attached.id })} />
        ))}
        {row.exceptions.map((problem) => (
          <Exception key={`${problem.rule} ${problem.path}`} problem={problem} edition={edition} />
        ))}
        <OfficialMarks pointer={row.pointer} rows={row.table !== undefined} />
      </div>
      <NoteMark place={place} />
      <NoteBox place={place} />
    </div>
  );
}

function Value({ row, edition }: { readonly row: ContentRow; readonly edition: Edition }) {
  const [line] = row.changes;
  if (row.table) return <Table field={row.table.field} rows={row.table.rows} changes={row.changes} edition={edition} label={row.label} />;
  const unit = row.unit === '' ? '' : ` ${row.unit}`;
  if (line?.kind === 'changed') {
    return (
      <p>
        <del>{line.before}</del> <ins>{line.after}</ins>
        {unit}
      </p>
    );
  }
  if (row.value === '') return <p className="faint">{emptyCell}</p>;
  return (
    <p className="kept-lines">
      {row.value}
      {unit}
    </p>
  );
}

/** A table is long: closed at first, what changed in it stands below. */
function Table({
  field,
  rows,
  changes,
  edition,
  label,
}: {
  readonly field: TableField;
  readonly rows: readonly JsonObject[];
  readonly changes: readonly DiffLine[];
  readonly edition: Edition;
  readonly label: string;
}) {
  const [open, setOpen] = useState(rows.length <= 4);
  return (
    <>
      {rows.length > 4 && (
        <button type="button" className="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.rowsCount(rows.length)}　{words.showRows}
        </button>
      )}
      {rows.length === 0 && <p className="faint">{emptyCell}</p>}
      {open && rows.length > 0 && (
        <TableFrame label={label}>
          <table className="table city-table">
            <thead>
              <tr>
                {field.columns.map((column) => (
                  <th key={column.key} scope="col">
                    {labelOf(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={index}>
                  {field.columns.map((column) => (
                    <td key={column.key} className={column.kind === 'money' || column.kind === 'count' || column.kind === 'percent' ? 'number' : undefined}>
                      {displayed(edition, column, row[column.key]) || emptyCell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {changes.length > 0 && <Changes lines={changes} edition={edition} label={label} />}
    </>
  );
}

function Changes({ lines, edition, label }: { readonly lines: readonly DiffLine[]; readonly edition: Edition; readonly label: string }) {
  return (
    <TableFrame label={`${label} ${words.changes(lines.length)}`}>
      <Diff lines={lines} edition={edition} />
    </TableFrame>
  );
}

export function Exception({ problem, edition }: { readonly problem: Problem; readonly edition: Edition }) {
  return (
    <div className="city-exception">
      <Icon name="diamond" />
      <div>
        <p>{problem.message}</p>
        <p className="kept-lines">
          <b>{words.exception}</b>　{problem.justification}
        </p>
        <Clause edition={edition} clause={problem.clause} rule={problem.rule} />
      </div>
    </div>
  );
}

export function FileLink({ id, name }: { readonly id?: string; readonly name: string }) {
  if (id === undefined) return <span className="city-file soft">{name}</span>;
  return (
    <a className="city-file" href={fileUrl(id)} target="_blank" rel="noopener">
      <Icon name="clip" />
      {name}
    </a>
  );
}
