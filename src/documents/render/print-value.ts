import { isArray, isEmpty, isTyped } from '#domain/forms/answers.ts';
import { displayComputed } from '#domain/forms/computed.ts';
import type { BlockAnswers, CountField, FieldDef, MoneyField } from '#domain/forms/definition.ts';
import { formatNumber } from '#domain/forms/kinds/numbers.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json } from '#domain/values/json.ts';
import { formatMoney, group } from '#domain/values/money.ts';
import type { DrawnLine, Run } from './drawing.ts';

export type Words = Edition['papers']['form']['words'];

/** What printing a value needs of the edition. */
export type PrintEdition = Pick<Edition, 'units' | 'codeLists'> & { readonly words: Words };

/** Lines of one value; boxes stand there even while nothing is chosen. `perLine` options stand on a line. `beside`: its block's, or its row's answers. */
export function printValue(edition: PrintEdition, field: FieldDef, beside: BlockAnswers, perLine?: number): readonly DrawnLine[] {
  const value = beside[field.key];
  switch (field.kind) {
    case 'yesNo':
      return options([edition.words.yes, edition.words.no], typeof value === 'boolean' ? [value ? edition.words.yes : edition.words.no] : [], perLine);
    case 'choice':
      return options(field.options, typeof value === 'string' ? [value] : [], perLine);
    case 'choices':
      return options(field.options, isArray(value) ? value.map(String) : [], perLine);
    case 'table':
      return [];
    case 'computed':
      return lines(displayComputed(field, beside, edition.units));
    case 'text':
    case 'count':
    case 'percent':
    case 'money':
    case 'code':
    case 'date':
      return isEmpty(value) ? [] : lines(worded(edition, field, value));
  }
}

function options(all: readonly string[], chosen: readonly string[], perLine = all.length): readonly DrawnLine[] {
  const drawn: DrawnLine[] = [];
  for (let at = 0; at < all.length; at += perLine) {
    const runs = all
      .slice(at, at + perLine)
      .flatMap((option, index): Run[] => [...(index === 0 ? [] : [{ text: '　' }]), { text: option, box: chosen.includes(option) }]);
    drawn.push({ runs });
  }
  return drawn;
}

type WordedField = Exclude<FieldDef, { kind: 'yesNo' | 'choice' | 'choices' | 'table' | 'computed' }>;

/** What cannot be read as the field's kind (a draft holds it as typed) is printed as it was typed. */
function worded(edition: PrintEdition, field: WordedField, value: Json): string {
  if (isTyped(value)) {
    return value.typed;
  }
  if (typeof value === 'number') {
    switch (field.kind) {
      case 'money':
        return formatMoney(value, field.unit, { grouped: true }) + unitOf(edition, field);
      case 'count':
        return group(String(value)) + unitOf(edition, field);
      case 'percent':
        return formatNumber(value) + (field.label.includes('%') ? '' : '%');
    }
  }
  return field.kind === 'code' ? codeName(edition, field.list, String(value)) : String(value);
}

function lines(value: string): readonly DrawnLine[] {
  return value === ''
    ? []
    : value
        .replaceAll('\t', ' ')
        .split(/\r\n|\r|\n/)
        .map(text);
}

export function text(value: string): DrawnLine {
  return { runs: [{ text: value }] };
}

function codeName(edition: PrintEdition, list: string, code: string): string {
  const item = edition.codeLists[list]?.find((candidate) => candidate.code === code);
  return item === undefined ? code : `${item.code} ${item.name}`;
}

/** The unit is printed after the value where the label does not name it (资金规模：5亿元). */
function unitOf(edition: PrintEdition, field: MoneyField | CountField): string {
  const unit = field.kind === 'money' ? edition.units[field.unit] : field.unit;
  return field.label.includes(unit) ? '' : unit;
}
