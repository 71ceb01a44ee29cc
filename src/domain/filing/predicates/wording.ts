import type { FieldDef } from '#domain/forms/definition.ts';
import { codesOf } from '#domain/forms/kinds/code.ts';
import { kindOf } from '#domain/forms/kinds/kind-of.ts';
import { formatNumber } from '#domain/forms/kinds/numbers.ts';
import type { Place } from '#domain/forms/places.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json } from '#domain/values/json.ts';
import { formatMoney, roundMoney } from '#domain/values/money.ts';

/** The Chinese enumeration comma: punctuation between values of the edition's own words. */
const LIST_COMMA = '\u3001';

export function listed(words: readonly string[]): string {
  return words.join(LIST_COMMA);
}

/**
 * A field as a sentence names it: its screen label, else the printed one, without what leads it in (其中：) and, for figures, without the
 * unit in brackets, which stands behind the value.
 */
export function labelOf(field: FieldDef): string {
  const label = (field.short ?? field.label).replace(/^.{0,4}\uff1a/, '');
  return unitOf(field) === undefined ? label : label.replace(/[(\uff08][^()\uff08\uff09]*[)\uff09]$/, '');
}

function unitOf(field: FieldDef): string | undefined {
  if (field.kind === 'percent') return '%';
  if (field.kind === 'count') return field.unit;
  return field.kind === 'money' ? field.unit : undefined;
}

/** The printed unit of a figure, or nothing. */
export function unitName(edition: Edition, field: FieldDef): string {
  return field.kind === 'money' ? edition.units[field.unit] : (unitOf(field) ?? '');
}

/** A value as a sentence shows it: figures with commas and unit, codes by name, options as printed. */
export function shown(edition: Edition, field: FieldDef, value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (field.kind === 'money' && typeof value === 'number') return `${formatMoney(value, field.unit, { grouped: true })} ${edition.units[field.unit]}`;
  if (field.kind === 'count' && typeof value === 'number') return `${formatNumber(value)} ${field.unit}`;
  if (field.kind === 'percent' && typeof value === 'number') return `${formatNumber(value)}%`;
  if (field.kind === 'code' && typeof value === 'string') return codesOf(edition.codeLists, field.list).get(value)?.name ?? value;
  return kindOf(field).paper(value, { yes: '', no: '', separator: LIST_COMMA, units: edition.units, codeLists: edition.codeLists });
}

export function shownAt(edition: Edition, place: Place): string {
  return shown(edition, place.field, place.value);
}

/** A figure that was divided, in a money field's unit at two decimals: an allowance is rounded down, an excess up. */
export function shownRounded(edition: Edition, field: FieldDef, value: number, direction: 'down' | 'up'): string {
  return shown(edition, field, field.kind === 'money' ? roundMoney(value, field.unit, direction) : value);
}

/** Puts `{name}` and `{param:name}` into a sentence. A name that nothing fills stays as it is, so that it is seen. */
export function fill(sentence: string, params: Readonly<Record<string, string>>, edition: Edition): string {
  return sentence.replace(/\{(param:)?([A-Za-z0-9]+)\}/g, (whole, param: string | undefined, name: string) => {
    if (param === undefined) return Object.hasOwn(params, name) ? (params[name] ?? '') : whole;
    return Object.hasOwn(edition.parameters, name) ? shownParameter(edition, name) : whole;
  });
}

/** A parameter whose name ends in `Fen` is money and is shown in wanYuan. */
function shownParameter(edition: Edition, name: string): string {
  const value: Json | undefined = edition.parameters[name];
  if (typeof value === 'number' && name.endsWith('Fen')) return `${formatMoney(value, 'wanYuan', { grouped: true })} ${edition.units.wanYuan}`;
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? listed(value.map(String)) : JSON.stringify(value);
}
