import './merge.css';
import { useState } from 'react';
import { isArray, isObject, isTyped } from '#domain/forms/answers.ts';
import type { BlockDef, FieldDef } from '#domain/forms/definition.ts';
import { kindOf } from '#domain/forms/kinds/kind-of.ts';
import type { Words } from '#domain/forms/kinds/kind.ts';
import type { Json } from '#domain/values/json.ts';
import { Notice } from '#web/components/notice.tsx';
import type { Standing } from '#web/drafts/autosave.ts';
import { bothOf, differences, merged, type Difference, type Side } from '#web/drafts/merge.ts';
import { sameAnswers } from '#web/drafts/same-answers.ts';
import { labelOf } from '#web/fields/field-input.tsx';
import { clockTime } from '#web/messages/formats.ts';
import { mergeText } from '#web/messages/form.ts';
import { arranged } from './document-store.ts';
import { useForm } from './form-context.ts';

type Choice = Side | 'both';

/** Two texts of one block: both are shown field by field, and nothing is saved before the person has chosen. */
export function MergeView({
  block,
  mine,
  was,
  theirs,
}: {
  readonly block: BlockDef;
  readonly mine: Standing['answers'];
  readonly was: Standing['answers'];
  readonly theirs: Standing;
}) {
  const { store, words, review } = useForm();
  const found = differences(
    block.fields.map((field) => field.key),
    was,
    mine,
    theirs.answers,
  );
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const chosen = (difference: Difference): Choice | undefined => choices[difference.field] ?? difference.suggested;
  const open = found.filter((difference) => chosen(difference) === undefined).length;
  const who = theirs.savedBy ?? mergeText.someone;

  const save = (): void => {
    const values = Object.fromEntries(
      found.map((difference) => [
        difference.field,
        valueOf(difference, chosen(difference) ?? 'mine', betweenIn(block.fields.find((one) => one.key === difference.field))),
      ]),
    );
    store.saver(block.key).resolve(arranged(block.fields, merged(mine, values)));
    store.saver(block.key).flush();
    review.leave(`${store.pointer}/${block.key}`);
  };
  return (
    <div className="merge">
      <Notice tone="warn" icon="sheets" live>
        {mergeText.title(who, theirs.savedAt ? clockTime(theirs.savedAt) : '')}
      </Notice>
      {found.map((difference) => {
        const field = block.fields.find((one) => one.key === difference.field);
        const both = mayKeepBoth(field) ? bothOf(difference.mine, difference.theirs) : undefined;
        const label = field ? labelOf(field) : mergeText.notes;
        const pick = (choice: Choice): void => setChoices({ ...choices, [difference.field]: choice });
        return (
          <fieldset key={difference.field} className="merge-field">
            <legend>{label}</legend>
            <div className="merge-sides">
              <SideView title={mergeText.mine} chosen={chosen(difference) === 'mine'} act={mergeText.useMine} onPick={() => pick('mine')}>
                <ValueText field={field} value={difference.mine} other={difference.theirs} words={words} />
              </SideView>
              <SideView
                title={mergeText.theirs(theirs.savedBy)}
                chosen={chosen(difference) === 'theirs'}
                act={mergeText.useTheirs}
                onPick={() => pick('theirs')}
              >
                <ValueText field={field} value={difference.theirs} other={difference.mine} words={words} />
              </SideView>
            </div>
            {both !== undefined && (
              <button type="button" className="button button-small" aria-pressed={chosen(difference) === 'both'} onClick={() => pick('both')}>
                {mergeText.useBoth}
              </button>
            )}
          </fieldset>
        );
      })}
      <div className="row">
        <button type="button" className="button" disabled={open > 0} onClick={save}>
          {mergeText.save}
        </button>
        {open > 0 && <span className="faint">{mergeText.open(open)}</span>}
      </div>
    </div>
  );
}

function SideView({
  title,
  chosen,
  act,
  onPick,
  children,
}: {
  readonly title: string;
  readonly chosen: boolean;
  readonly act: string;
  readonly onPick: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <div className={chosen ? 'merge-side merge-chosen' : 'merge-side'}>
      <b>{title}</b>
      <div className="merge-text">{children}</div>
      <button type="button" className="button button-small" aria-pressed={chosen} onClick={onPick}>
        {act}
      </button>
    </div>
  );
}

/** Two postcodes one after the other are no postcode. */
function mayKeepBoth(field: FieldDef | undefined): boolean {
  return !(field?.kind === 'text' && field.format) && field?.kind !== 'choice' && field?.kind !== 'code' && field?.kind !== 'date';
}

function betweenIn(field: FieldDef | undefined): string {
  return field?.kind === 'text' && (field.lines ?? 1) === 1 ? ' ' : '\n';
}

function valueOf(difference: Difference, choice: Choice, between: string): Json {
  if (choice === 'both') return bothOf(difference.mine, difference.theirs, between) ?? difference.mine;
  return difference[choice];
}

const shownRows = 12;

/** A value as people read it; of a table, the rows that the other side does not have. */
function ValueText({
  field,
  value,
  other,
  words,
}: {
  readonly field: FieldDef | undefined;
  readonly value: Json;
  readonly other: Json;
  readonly words: Words;
}) {
  if (field?.kind === 'table' && isArray(value)) {
    const own = value.filter((row) => !isArray(other) || !other.some((one) => sameAnswers(one, row)));
    return (
      <>
        <p>
          {mergeText.rows(value.length)}
          {own.length > 0 && `，${mergeText.onlyHere(own.length)}`}
        </p>
        <ul>
          {own.slice(0, shownRows).map((row, index) => (
            <li key={index}>
              <ins>{kindOf(field).display([row], words).split('\t').filter(Boolean).join(' · ')}</ins>
            </li>
          ))}
        </ul>
      </>
    );
  }
  const text = plainText(field, value, words);
  return text === '' ? <span className="faint">{mergeText.empty}</span> : <p className="merge-plain">{text}</p>;
}

function plainText(field: FieldDef | undefined, value: Json, words: Words): string {
  if (value === null) return '';
  if (isTyped(value)) return value.typed;
  if (field) return kindOf(field).display(value, words);
  return isObject(value)
    ? Object.values(value)
        .flatMap((note) => (isObject(note) ? Object.values(note) : []))
        .join('\n')
    : String(value);
}
