import { memo } from 'react';
import type { ComputedField, ScalarField } from '#domain/forms/definition.ts';
import type { Problem } from '#domain/values/problem.ts';
import { displayComputed } from '#domain/forms/computed.ts';
import { OfficialMarks } from '#web/components/official-marks.tsx';
import { FieldInput, labelOf } from '#web/fields/field-input.tsx';
import { FieldFrame, hintId } from '#web/fields/field-frame.tsx';
import { CommentMark } from '#web/together/marks.tsx';
import { useAnswers, useForm, useProblems, useTouched, useValue } from './form-context.ts';
import { ProblemItem } from './problem-item.tsx';
import { spanOf } from './rows-of-fields.ts';

export function fieldId(pointer: string): string {
  return `f${pointer.replaceAll('/', '-')}`;
}

/** A field with its value, its input and its problems, unless those stand below its row. */
export const FieldView = memo(function FieldView({
  block,
  field,
  start = false,
}: {
  readonly block: string;
  readonly field: ScalarField;
  readonly start?: boolean;
}) {
  const { store, words } = useForm();
  const pointer = `${store.pointer}/${block}/${field.key}`;
  const problems = useProblems(pointer);
  return (
    <div className={`span-${spanOf(field)}${start ? ' span-start' : ''}`} data-pointer={pointer}>
      <FieldFrame
        field={field}
        id={fieldId(pointer)}
        words={words}
        problems={
          problems.length > 0 && !areBelowRow(field, problems) ? (
            <div id={`${fieldId(pointer)}-problems`} className="field-problems">
              {problems.map((problem) => (
                <ProblemItem key={`${problem.rule} ${problem.note?.key ?? ''} ${problem.message}`} problem={problem} />
              ))}
            </div>
          ) : undefined
        }
      >
        <FieldControl block={block} field={field} />
      </FieldFrame>
      <OfficialMarks pointer={pointer} />
      <CommentMark block={block} path={`/${field.key}`} />
    </div>
  );
});

/** The input alone, for places that lay out label and problems themselves. */
export function FieldControl({ block, field }: { readonly block: string; readonly field: ScalarField }) {
  const { store, words, review } = useForm();
  const pointer = `${store.pointer}/${block}/${field.key}`;
  const id = fieldId(pointer);
  const value = useValue(block, field.key);
  const touched = useTouched(pointer);
  const problems = useProblems(pointer);
  const describedBy = problems.length > 0 ? `${id}-problems` : field.hint ? hintId(id) : undefined;
  return (
    <FieldInput
      field={field}
      words={words}
      id={id}
      value={value}
      onChange={(next) => store.edit(block, field.key, next)}
      onLeave={() => {
        review.leave(pointer);
        store.saver(block).flush();
      }}
      readOnly={!store.writes(block)}
      invalid={touched}
      describedBy={describedBy}
    />
  );
}

/** Read only: added up from other answers. */
export function ComputedView({ block, field, start = false }: { readonly block: string; readonly field: ComputedField; readonly start?: boolean }) {
  const { words } = useForm();
  const answers = useAnswers(block);
  const shown = displayComputed(field, answers, words.units);
  return (
    <div className={`span-${spanOf(field)}${start ? ' span-start' : ''}`}>
      <div className="form-field">
        <span className="form-label">{labelOf(field)}</span>
        <output className="control control-fixed control-figure">{shown === '' ? '—' : shown}</output>
      </div>
    </div>
  );
}

/**
 * A field's problems stand together: below its row where another field shares one of them (cross-checks name the fields that they read),
 * or where the field is too narrow to write a reason under.
 */
export function areBelowRow(field: ScalarField, problems: readonly Problem[]): boolean {
  return problems.some((problem) => (problem.also?.length ?? 0) > 0 || (problem.severity === 'principle' && spanOf(field) < 2));
}
