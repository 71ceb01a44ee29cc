import { answerTo, rowsOf } from '#domain/forms/answers.ts';
import type { BlockAnswers, ComputedField, MoneyUnit } from '#domain/forms/definition.ts';
import { formatNumber } from '#domain/forms/kinds/numbers.ts';
import type { Json } from '#domain/values/json.ts';
import { formatMoney } from '#domain/values/money.ts';

/**
 * A computed field's value from its block: minor units where it shows money, else a count. What is empty or unreadable adds nothing;
 * undefined where nothing at all is there to add up. Integers stay exact.
 */
export function computedValue(field: ComputedField, block: BlockAnswers): number | undefined {
  const { of } = field;
  if ('rows' in of) return rowsOf(answerTo(block, of.rows)).length;
  if ('column' in of) return sum(rowsOf(answerTo(block, of.sum)).map((row) => answerTo(row, of.column)));
  return sum(of.sumFields.map((key) => answerTo(block, key)));
}

/** Shown with its unit: units' printed names are the edition's. */
export function displayComputed(field: ComputedField, block: BlockAnswers, units: Readonly<Record<MoneyUnit, string>>): string {
  const value = computedValue(field, block);
  if (value === undefined) return '';
  if ('money' in field.show) return `${formatMoney(value, field.show.money, { grouped: true, decimals: 2 })} ${units[field.show.money]}`;
  return `${formatNumber(value)} ${field.show.count}`;
}

/** The sum of the numbers among the values, or undefined where there is none. */
export function sum(values: readonly (Json | undefined)[]): number | undefined {
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length === 0 ? undefined : numbers.reduce((total, value) => total + value, 0);
}
