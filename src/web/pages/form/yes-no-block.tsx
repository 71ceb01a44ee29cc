import type { BlockDef, ScalarField, YesNoField } from '#domain/forms/definition.ts';
import { isVisible } from '#domain/forms/visibility.ts';
import { FieldHint } from '#web/fields/field-frame.tsx';
import { labelOf, unitOf } from '#web/fields/field-input.tsx';
import { fieldText, problemText } from '#web/messages/form.ts';
import { FieldProofs } from '#web/pages/evidence/field-proofs.tsx';
import { CommentMark } from '#web/together/marks.tsx';
import { FieldControl, fieldId } from './field-view.tsx';
import { useAnswers, useForm, useProblems } from './form-context.ts';
import { ProblemItem } from './problem-item.tsx';

/** One question a line: yes or no, what goes with a yes, and the proof that is attached. */
export function YesNoBlock({ block }: { readonly block: BlockDef }) {
  const scalars = block.fields.filter((field): field is ScalarField => field.kind !== 'table' && field.kind !== 'computed');
  const questions = scalars.filter((field): field is YesNoField => field.kind === 'yesNo');
  return (
    <div className="questions">
      {questions.map((question) => (
        <Question key={question.key} block={block} question={question} details={scalars.filter((field) => field.visibleWhen?.field === question.key)} />
      ))}
    </div>
  );
}

function Question({ block, question, details }: { readonly block: BlockDef; readonly question: YesNoField; readonly details: readonly ScalarField[] }) {
  const { store, attachments } = useForm();
  const answers = useAnswers(block.key);
  const pointer = `${store.pointer}/${block.key}/${question.key}`;
  const id = fieldId(pointer);
  const own = useProblems(pointer);
  const shown = details.filter((detail) => isVisible(detail, block.fields, answers));
  const files = attachments.filter((file) => file.path === pointer).length;
  const isProved = question.proof === true && answers[question.key] === true;
  return (
    <div className="question" data-pointer={pointer}>
      <div className="question-line">
        <div className="question-label">
          <span id={`${id}-label`}>{labelOf(question)}</span>
          <CommentMark block={block.key} path={`/${question.key}`} />
          {question.hint && <FieldHint id={id}>{question.hint}</FieldHint>}
        </div>
        <FieldControl block={block.key} field={question} />
        <div className="question-details">
          {shown.map((detail) => (
            <Detail key={detail.key} block={block.key} field={detail} />
          ))}
        </div>
        <div className="question-proof">
          {isProved && files === 0 && <span className="faint">{problemText.noAttachment}</span>}
          {(isProved || files > 0) && <FieldProofs block={block.key} field={question} />}
        </div>
      </div>
      {own.length > 0 && (
        <div id={`${id}-problems`} className="question-problems">
          {own.map((problem) => (
            <ProblemItem key={`${problem.rule} ${problem.message}`} problem={problem} />
          ))}
        </div>
      )}
    </div>
  );
}

function Detail({ block, field }: { readonly block: string; readonly field: ScalarField }) {
  const { store, words } = useForm();
  const pointer = `${store.pointer}/${block}/${field.key}`;
  const id = fieldId(pointer);
  const problems = useProblems(pointer);
  const unit = unitOf(field, words);
  return (
    <div className="question-detail" data-pointer={pointer}>
      <label className="form-label" htmlFor={id}>
        {labelOf(field)}
        {field.optional && <span className="faint">{fieldText.optional}</span>}
        {unit && <span className="unseen">{fieldText.unit(unit)}</span>}
      </label>
      <FieldControl block={block} field={field} />
      {problems.length > 0 && (
        <div id={`${id}-problems`} className="field-problems">
          {problems.map((problem) => (
            <ProblemItem key={`${problem.rule} ${problem.message}`} problem={problem} />
          ))}
        </div>
      )}
    </div>
  );
}
