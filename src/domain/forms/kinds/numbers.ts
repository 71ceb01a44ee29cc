import { isTyped } from '#domain/forms/answers.ts';
import type { CountField, MoneyField, PercentField } from '#domain/forms/definition.ts';
import { type Fault, type Kind, TYPED_LIMIT, plain, unreadable } from '#domain/forms/kinds/kind.ts';
import type { Json } from '#domain/values/json.ts';
import { formatMoney, group, parseMoney } from '#domain/values/money.ts';

export function countKind(field: CountField): Kind {
  return numberKind({
    read: (text) => readNumber(strip(text, field.unit)),
    show: (value) => formatNumber(value),
    faults: (value) => [...(Number.isInteger(value) ? [] : [{ code: 'notWhole' as const }]), ...outside(value, field.max)],
  });
}

export function percentKind(field: PercentField): Kind {
  return numberKind({
    read: (text) => readNumber(strip(text, '%')),
    show: (value) => formatNumber(value),
    faults: (value) => [...(decimalsOf(value) > field.places ? [{ code: 'tooManyDecimals' as const, limit: field.places }] : []), ...outside(value, 100)],
  });
}

export function moneyKind(field: MoneyField): Kind {
  return {
    ...numberKind({
      read: (text) => parseMoney(text, field.unit),
      show: (value) => formatMoney(value, field.unit, { grouped: true, decimals: 2 }),
      faults: (value) => outside(value),
    }),
    paper: (value) => (typeof value === 'number' ? formatMoney(value, field.unit, { grouped: true }) : typedText(value)),
    fits: (value) => (typeof value === 'number' ? Number.isSafeInteger(value) : fitsTyped(value)),
  };
}

interface NumberSpec {
  readonly read: (text: string) => number | undefined;
  readonly show: (value: number) => string;
  readonly faults: (value: number) => readonly Fault[];
}

function numberKind(spec: NumberSpec): Kind {
  const display = (value: Json): string => (typeof value === 'number' ? spec.show(value) : typedText(value));
  return {
    ...plain,
    parse(text) {
      if (text.trim() === '') return { value: undefined };
      const value = spec.read(text);
      return value === undefined ? unreadable(text) : { value };
    },
    display,
    paper: display,
    fits: (value) => (typeof value === 'number' ? Number.isFinite(value) : fitsTyped(value)),
    faults: (value) => (typeof value === 'number' ? spec.faults(value) : [{ code: 'unreadable', found: typedText(value) }]),
    // JSON has a negative zero, which would be another digest.
    normal: (value) => (value === 0 ? 0 : value),
  };
}

/** What was typed where it could not be read; foreign shapes as JSON. */
export function typedText(value: Json): string {
  if (isTyped(value)) return value.typed;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function fitsTyped(value: Json): boolean {
  return isTyped(value) && value.typed.length <= TYPED_LIMIT;
}

/** `1,234.5`, full-width digits. Undefined too where a JSON number would not be what was typed: beyond 2^53, or beyond 15 digits with decimals. */
function readNumber(text: string): number | undefined {
  const narrow = text.normalize('NFKC').replace(/\s/g, '');
  if (!/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(narrow)) return undefined;
  const digits = narrow.replaceAll(',', '').replace(/^(-?)0+(?=\d)/, '$1');
  const value = Number(digits);
  const exact = digits.includes('.') ? digits.replace(/\D/g, '').length <= 15 : Number.isSafeInteger(value);
  return exact ? value || 0 : undefined;
}

function strip(text: string, unit: string): string {
  const narrow = text.normalize('NFKC').trim();
  return narrow.endsWith(unit) ? narrow.slice(0, -unit.length) : narrow;
}

/** With thousands commas, never in exponent form. */
export function formatNumber(value: number): string {
  const [whole = '', fraction] = plainDigits(Math.abs(value)).split('.');
  return `${value < 0 ? '-' : ''}${group(whole)}${fraction === undefined ? '' : `.${fraction}`}`;
}

function plainDigits(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return value >= 1 ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '');
}

function decimalsOf(value: number): number {
  return plainDigits(Math.abs(value)).split('.')[1]?.length ?? 0;
}

function outside(value: number, max = Number.MAX_SAFE_INTEGER): readonly Fault[] {
  if (value < 0) return [{ code: 'negative' }];
  return value > max ? [{ code: 'tooLarge', limit: max }] : [];
}
