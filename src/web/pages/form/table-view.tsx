import { Link, useParams } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { isArray, isObject, rowsOf } from '#domain/forms/answers.ts';
import type { BlockDef, ComputedField, TableField } from '#domain/forms/definition.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import { isSettled, type Problem } from '#domain/values/problem.ts';
import { OfficialMarks } from '#web/components/official-marks.tsx';
import { GridField } from '#web/fields/grid/grid-field.tsx';
import { labelOf } from '#web/fields/field-input.tsx';
import { TableSheet } from '#web/sheets/table-sheet.tsx';
import { collect } from '#web/messages/collect.ts';
import { gridText, problemText } from '#web/messages/form.ts';
import { CommentMark } from '#web/together/marks.tsx';
import { fieldId } from './field-view.tsx';
import { useAnswers, useForm, useProblems } from './form-context.ts';
import { ProblemItem } from './problem-item.tsx';

/** A table of a block with the totals that the block counts over it, and below it every problem of its cells. */
export function TableView({ block, table, titled }: { readonly block: BlockDef; readonly table: TableField; readonly titled: boolean }) {
  const { store, words, review, jumps, snapshot } = useForm();
  const pointer = `${store.pointer}/${block.key}/${table.key}`;
  const answers = useAnswers(block.key);
  const problems = useProblems(pointer, 'within');
  const onWay = useCallback((way: (row: number, column: string) => void) => jumps.onTable(pointer, way), [jumps, pointer]);

  const stored = answers[table.key];
  const rows = useMemo(() => asRows(stored), [stored]);
  const totals = block.fields.filter((field): field is ComputedField => field.kind === 'computed' && overTable(field) === table.key);
  const bad = badColumns(pointer, problems);
  const id = `${fieldId(pointer)}-problems`;
  return (
    <div className="span-4 table-view" data-pointer={pointer}>
      {titled && <h3 className="table-title">{labelOf(table)}</h3>}
      <CommentMark block={block.key} path={`/${table.key}`} />
      {table.hint && <p className="hint">{table.hint}</p>}
      <GridField
        table={table}
        rows={rows}
        totals={totals}
        words={words}
        readOnly={!store.writes(block.key)}
        onChange={(next) => store.edit(block.key, table.key, next)}
        onLeave={() => {
          review.leave(pointer);
          store.saver(block.key).flush();
        }}
        badOf={(index) => bad.get(index) ?? ''}
        describedBy={problems.length > 0 ? id : undefined}
        onWay={onWay}
        tools={
          <>
            {store.document === 'form' && !table.fixed && <CollectLink block={block.key} field={table.key} />}
            <TableSheet
              edition={snapshot}
              form={formKind(store.document)}
              block={block}
              table={table}
              readOnly={!store.writes(block.key)}
              rows={() => asRows(store.answers(block.key)[table.key])}
              onRows={(next) => {
                store.edit(block.key, table.key, [...next]);
                review.leave(pointer);
                store.saver(block.key).flush();
              }}
            />
          </>
        }
        segmentName={(name) => {
          const own = answers[table.segments?.names[name] ?? ''];
          return typeof own === 'string' ? own.trim() : '';
        }}
        onRename={(name, title) => {
          const field = table.segments?.names[name];
          if (field !== undefined) store.edit(block.key, field, title === '' ? null : title);
        }}
      >
        {problems.length > 0 && (
          <div className="grid-problems" id={id}>
            {problems.map((problem) => (
              <TableProblem
                key={`${problem.rule} ${problem.path} ${problem.message}`}
                problem={problem}
                pointer={pointer}
                onJump={() => jumps.to(problem.path)}
              />
            ))}
          </div>
        )}
      </GridField>
      <OfficialMarks pointer={pointer} rows />
    </div>
  );
}

function TableProblem({ problem, pointer, onJump }: { readonly problem: Problem; readonly pointer: string; readonly onJump: () => void }) {
  const cell = problem.path.length > pointer.length;
  const row = Number(problem.path.slice(pointer.length + 1).split('/')[0]);
  return (
    <div className="grid-problem">
      {cell && !Number.isNaN(row) && <span className="grid-problem-row">{problemText.row(row + 1, '')}</span>}
      <ProblemItem problem={problem} />
      {cell && (
        <button type="button" className="text-button" onClick={onJump}>
          {gridText.jump}
        </button>
      )}
    </div>
  );
}

/** To where the enterprises of the rows are asked to fill them in themselves. */
function CollectLink({ block, field }: { readonly block: string; readonly field: string }) {
  const { plan = '' } = useParams({ strict: false });
  return (
    <Link className="button button-small desk-only" to="/plans/$plan/collect/$block/$field" params={{ plan, block, field }}>
      {collect.open}
    </Link>
  );
}

/** Which form of the edition a document is filled in on. */
function formKind(document: string): 'form' | 'proposal' | 'commitment' {
  return document === 'form' || document === 'commitment' ? document : 'proposal';
}

/** The stored array itself where it is one: the grid knows its own changes by it. */
function asRows(value: Json | undefined): readonly JsonObject[] {
  return isArray(value) && value.every(isObject) ? value : rowsOf(value);
}

function overTable(field: ComputedField): string | undefined {
  if ('rows' in field.of) return field.of.rows;
  return 'column' in field.of ? field.of.sum : undefined;
}

/** Keys of the bad columns of each row, between bars; both sides of a cross-check. */
function badColumns(pointer: string, problems: readonly Problem[]): ReadonlyMap<number, string> {
  const bad = new Map<number, string>();
  for (const problem of problems) {
    if (isSettled(problem) || problem.severity === 'principle') continue;
    for (const path of [problem.path, ...(problem.severity === 'must' ? (problem.also ?? []) : [])]) {
      if (!path.startsWith(`${pointer}/`)) continue;
      const [row, column] = path.slice(pointer.length + 1).split('/');
      if (column !== undefined) bad.set(Number(row), `${bad.get(Number(row)) ?? '|'}${column}|`);
    }
  }
  return bad;
}
