import { isArray, isEmpty } from '#domain/forms/answers.ts';
import type { ChoiceField, ChoicesField, YesNoField } from '#domain/forms/definition.ts';
import { type Kind, plain, unreadable } from '#domain/forms/kinds/kind.ts';
import { fitsTyped, typedText } from '#domain/forms/kinds/numbers.ts';
import type { Json } from '#domain/values/json.ts';

const MARKS: Readonly<Record<string, boolean>> = { '\u221a': true, '\u2713': true, '\u2611': true, Y: true, '\u00d7': false, '\u2717': false, N: false };

export function yesNoKind(_field: YesNoField): Kind {
  return {
    ...plain,
    parse(text, words) {
      const typed = text.trim();
      if (typed === '') return { value: undefined };
      if (typed === words.yes || typed === words.no) return { value: typed === words.yes };
      const marked = MARKS[typed.toUpperCase()];
      return marked === undefined ? unreadable(text) : { value: marked };
    },
    display: (value, words) => (typeof value === 'boolean' ? (value ? words.yes : words.no) : typedText(value)),
    paper: (value, words) => (typeof value === 'boolean' ? (value ? words.yes : words.no) : typedText(value)),
    fits: (value) => typeof value === 'boolean' || fitsTyped(value),
    faults: (value) => (typeof value === 'boolean' ? [] : [{ code: 'unreadable', found: typedText(value) }]),
  };
}

export function choiceKind(field: ChoiceField): Kind {
  const place = (value: Json): number => field.options.findIndex((option) => option === value);
  return {
    ...plain,
    parse(text) {
      const typed = text.trim();
      if (typed === '') return { value: undefined };
      const option = matching(field.options, typed);
      return option === undefined ? unreadable(text) : { value: option };
    },
    display: typedText,
    paper: typedText,
    fits: (value) => (typeof value === 'string' && value.length <= 200) || fitsTyped(value),
    faults(value) {
      if (typeof value !== 'string') return [{ code: 'unreadable', found: typedText(value) }];
      return place(value) < 0 ? [{ code: 'notAnOption', found: value }] : [];
    },
    normal: (value) => (isEmpty(value) ? undefined : value),
  };
}

export function choicesKind(field: ChoicesField): Kind {
  const place = (option: string): number => (field.options.includes(option) ? field.options.indexOf(option) : field.options.length);
  const ordered = (value: readonly string[]): string[] => [...new Set(value)].toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return {
    ...plain,
    parse(text, words) {
      const typed = text.split(words.separator).flatMap((part) => part.split(/[,;\uff0c\uff1b\n]/));
      const found = typed.map((part) => part.trim()).filter((part) => part !== '');
      if (found.length === 0) return { value: undefined };
      const value = ordered(found.map((part) => matching(field.options, part) ?? part));
      return value.every((option) => field.options.includes(option)) ? { value } : { value, fault: 'notAnOption' };
    },
    display: (value, words) => texts(value).join(words.separator),
    paper: (value, words) => texts(value).join(words.separator),
    fits: (value) => isArray(value) && value.length <= 100 && value.every((item) => typeof item === 'string' && item.length <= 200),
    faults(value) {
      if (!isArray(value) || texts(value).length !== value.length) return [{ code: 'unreadable', found: typedText(value) }];
      const foreign = texts(value).find((option) => !field.options.includes(option));
      return foreign === undefined ? [] : [{ code: 'notAnOption', found: foreign }];
    },
    normal(value) {
      if (!isArray(value)) return value;
      return value.length === 0 ? undefined : ordered(texts(value));
    },
  };
}

function texts(value: Json): readonly string[] {
  return isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

/** The option typed, whatever its width, brackets' width or spacing. */
function matching(options: readonly string[], typed: string): string | undefined {
  return options.find((option) => option === typed) ?? options.find((option) => fold(option) === fold(typed));
}
