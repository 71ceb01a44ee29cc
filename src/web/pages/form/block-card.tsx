import { memo } from 'react';
import type { BlockDef, ScalarField } from '#domain/forms/definition.ts';
import { visibleFields } from '#domain/forms/visibility.ts';
import { Clause } from '#web/components/clause.tsx';
import { Icon } from '#web/components/icon.tsx';
import { BlockMark } from '#web/components/state-mark.tsx';
import { MendHere } from '#web/pages/mending/mend-here.tsx';
import { BlockTools } from '#web/together/marks.tsx';
import type { BlockProgress } from '#domain/filing/progress.ts';
import { areBelowRow, ComputedView, fieldId, FieldView } from './field-view.tsx';
import { useDerived, useForm, useProblems, useSaving } from './form-context.ts';
import { MergeView } from './merge-view.tsx';
import { ProblemItem } from './problem-item.tsx';
import { rowsOfFields, type FieldRow } from './rows-of-fields.ts';
import { TableView } from './table-view.tsx';
import { YesNoBlock } from './yes-no-block.tsx';

export function blockId(key: string): string {
  return `block-${key}`;
}

/** A block of the form: head with its state, fields in the paper's order, what is wrong with the block as a whole. `children` come after its fields. */
export const BlockCard = memo(function BlockCard({
  block,
  progress,
  children,
}: {
  readonly block: BlockDef;
  readonly progress: BlockProgress | undefined;
  readonly children?: React.ReactNode;
}) {
  const { store, edition } = useForm();
  const { clash, current, saved } = useSaving(block.key);
  const pointer = `${store.pointer}/${block.key}`;
  const state = store.writes(block.key) ? (progress?.state ?? 'empty') : 'locked';
  return (
    <section
      className="card block"
      id={blockId(block.key)}
      data-pointer={pointer}
      data-block={block.key}
      tabIndex={-1}
      aria-labelledby={`${blockId(block.key)}-title`}
    >
      <header className="card-head">
        <Icon name="form" />
        <h2 id={`${blockId(block.key)}-title`}>{block.title}</h2>
        <BlockMark state={state} count={progress?.problems ?? 0} />
        <BlockTools block={block.key} />
        <span className="more tiny">
          {block.clause && <Clause edition={edition} clause={block.clause} />} {block.note}
        </span>
      </header>
      <MendHere block={block.key} />
      {clash ? (
        <MergeView key={clash.version} block={block} mine={current} was={saved.answers} theirs={clash} />
      ) : (
        <>
          {block.screen === 'yesNo' ? <YesNoBlock block={block} /> : <FieldRows block={block} />}
          <BlockProblems block={block} pointer={pointer} />
          {children}
        </>
      )}
    </section>
  );
});

function FieldRows({ block }: { readonly block: BlockDef }) {
  const visible = useDerived((store) =>
    visibleFields(block.fields, store.answers(block.key))
      .map((field) => field.key)
      .join(' '),
  ).split(' ');
  const tables = block.fields.filter((field) => field.kind === 'table');
  // Names of segments and totals over a table stand in the table itself.
  const inTable = new Set(tables.flatMap((table) => Object.values(table.segments?.names ?? {})));
  const fields = block.fields.filter((field) => {
    if (!visible.includes(field.key) || inTable.has(field.key)) return false;
    return !(field.kind === 'computed' && ('rows' in field.of || 'column' in field.of) && field.unprinted);
  });
  if (fields.length === 0) return null;
  return (
    <div className={fields.every((field) => field.kind === 'table') && fields.length === 1 ? 'block-grid block-bare' : 'block-grid'}>
      {rowsOfFields(fields).map((row) => (
        <Row key={row.fields[0]?.key} block={block} row={row} titled={tables.length > 1 || fields.length > 1} />
      ))}
    </div>
  );
}

function Row({ block, row, titled }: { readonly block: BlockDef; readonly row: FieldRow<BlockDef['fields'][number]>; readonly titled: boolean }) {
  return (
    <>
      {row.group && <h3 className="span-4 group-title">{row.group}</h3>}
      {row.fields.map((field, index) => {
        if (field.kind === 'table') return <TableView key={field.key} block={block} table={field} titled={titled} />;
        if (field.kind === 'computed') return <ComputedView key={field.key} block={block.key} field={field} start={index === 0} />;
        return <FieldView key={field.key} block={block.key} field={field} start={index === 0} />;
      })}
      <RowProblems block={block.key} fields={row.fields.filter((field): field is ScalarField => field.kind !== 'table' && field.kind !== 'computed')} />
    </>
  );
}

function RowProblems({ block, fields }: { readonly block: string; readonly fields: readonly ScalarField[] }) {
  return fields.map((field) => <ProblemsBelow key={field.key} block={block} field={field} />);
}

function ProblemsBelow({ block, field }: { readonly block: string; readonly field: ScalarField }) {
  const { store } = useForm();
  const pointer = `${store.pointer}/${block}/${field.key}`;
  const problems = useProblems(pointer);
  if (!areBelowRow(field, problems)) return null;
  return (
    <div className="span-4 row-problems" id={`${fieldId(pointer)}-problems`}>
      {problems.map((problem) => (
        <ProblemItem key={`${problem.rule} ${problem.message}`} problem={problem} />
      ))}
    </div>
  );
}

/** Problems of the block itself, or of a place in it that is not on screen. */
function BlockProblems({ block, pointer }: { readonly block: BlockDef; readonly pointer: string }) {
  const problems = useProblems(pointer, 'within').filter((problem) => {
    const field = problem.path.slice(pointer.length + 1).split('/')[0];
    return problem.path === pointer || !block.fields.some((one) => one.key === field);
  });
  if (problems.length === 0) return null;
  return (
    <div className="block-problems">
      {problems.map((problem) => (
        <ProblemItem key={`${problem.rule} ${problem.path} ${problem.message}`} problem={problem} />
      ))}
    </div>
  );
}
