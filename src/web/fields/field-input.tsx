import type { ScalarField } from '#domain/forms/definition.ts';
import { kindOf } from '#domain/forms/kinds/kind-of.ts';
import type { Words } from '#domain/forms/kinds/kind.ts';
import type { Json } from '#domain/values/json.ts';
import { CodeInput } from './code-input.tsx';
import type { ControlProps } from './control.ts';
import { ChoiceInput, ChoicesInput, DateInput, YesNoInput } from './option-inputs.tsx';
import { TypedInput } from './typed-input.tsx';

/** Characters that fit into the narrowest box. */
const wide = 30;

/** The input of a field, by its kind alone. */
export function FieldInput({ field, words, ...control }: ControlProps & { readonly field: ScalarField; readonly words: Words }) {
  const text = {
    ...control,
    parse: (typed: string): Json => readText(field, typed, words),
    display: (value: Json): string => showText(field, value, words),
  };
  switch (field.kind) {
    case 'text':
      return (
        <TypedInput
          {...text}
          lines={field.lines ?? 1}
          grows={field.format === undefined && field.maxLength > wide}
          {...(field.format === 'email' ? { inputMode: 'email' as const } : {})}
        />
      );
    case 'count':
      return <TypedInput {...text} numeric inputMode="numeric" unit={field.unit} />;
    case 'percent':
      return <TypedInput {...text} numeric inputMode="decimal" unit="%" />;
    case 'money':
      return <TypedInput {...text} numeric inputMode="decimal" unit={words.units[field.unit]} />;
    case 'yesNo':
      return <YesNoInput {...control} />;
    case 'choice':
      return <ChoiceInput {...control} options={field.options} />;
    case 'choices':
      return <ChoicesInput {...control} options={field.options} />;
    case 'code':
      return <CodeInput {...control} list={words.codeLists[field.list] ?? []} level={field.level} />;
    case 'date':
      return <DateInput {...control} />;
  }
}

/** What a text typed or pasted into a field stores; null where it was cleared. */
export function readText(field: ScalarField, text: string, words: Words): Json {
  return kindOf(field).parse(text, words).value ?? null;
}

export function showText(field: ScalarField, value: Json | undefined, words: Words): string {
  return value === undefined || value === null ? '' : kindOf(field).display(value, words);
}

/** In a table's cells money has no needless zeros: the columns are narrow, as the paper's are. */
export function cellText(field: ScalarField, value: Json | undefined, words: Words): string {
  if (field.kind !== 'money') return showText(field, value, words);
  return value === undefined || value === null ? '' : kindOf(field).paper(value, words);
}

/** Kinds whose input is a group of buttons: named by a label element beside it, not by `for`. */
export function isGroup(field: ScalarField): boolean {
  return field.kind === 'yesNo' || field.kind === 'choice' || field.kind === 'choices';
}

/** Label on screen: the short one where there is one. */
export function labelOf(field: { readonly label: string; readonly short?: string }): string {
  return field.short ?? field.label;
}

/** The unit that stands inside the input. */
export function unitOf(field: ScalarField, words: Words): string | undefined {
  if (field.kind === 'count') return field.unit;
  if (field.kind === 'percent') return '%';
  return field.kind === 'money' ? words.units[field.unit] : undefined;
}
