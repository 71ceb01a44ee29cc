import * as fc from 'fast-check';
import type { BlockDef, FieldDef, FormDef, ScalarField } from '#domain/forms/definition.ts';
import type { CodeLists } from '#domain/forms/kinds/kind.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';

/** Any content that the server would store for a definition: complete or not, right or wrong, unfilled in every way there is. */
export function anyAnswers(form: FormDef, lists: CodeLists): fc.Arbitrary<{ [block: string]: JsonObject }> {
  return some(form.blocks.map((block) => [block.key, anyBlock(block, lists)]));
}

function anyBlock(block: BlockDef, lists: CodeLists): fc.Arbitrary<JsonObject> {
  const stored = block.fields.filter((field) => field.kind !== 'computed');
  return some([...stored.map((field) => [field.key, unfilledOr(anyValue(field, lists), field)] as const), ['notes', anyNotes]]);
}

/** An object with some of these keys. */
function some<V extends Json>(entries: readonly (readonly [string, fc.Arbitrary<V>])[]): fc.Arbitrary<{ [key: string]: V }> {
  const optional = entries.map(([key, value]) => fc.option(value.map((one) => [key, one] as const)));
  return fc.tuple(...optional).map((found) => Object.fromEntries(found.filter((entry) => entry !== null)));
}

const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '䶮', 'Å', '\u0041\u030a', ' ', 'x', '1', '~', '/'), maxLength: 8 });
const anyNote = some([
  ['justification', word],
  ['confirmed', word],
]);
const anyNotes = some(['R15', 'R20:甲/乙', 'R39'].map((key) => [key, anyNote]));

/** A value that fits the kind, wrong ones among them. */
export function anyValue(field: FieldDef, lists: CodeLists): fc.Arbitrary<Json> {
  if (field.kind === 'table') {
    const row = some(field.columns.map((column) => [column.key, unfilledOr(anyScalar(column, lists), column)]));
    return fc.array(row, { maxLength: Math.min(6, field.maxRows) });
  }
  return field.kind === 'computed' ? fc.constant(null) : anyScalar(field, lists);
}

function unfilledOr(value: fc.Arbitrary<Json>, field: FieldDef): fc.Arbitrary<Json> {
  const unfilled: fc.Arbitrary<Json>[] = [fc.constant(null)];
  if (field.kind === 'text') unfilled.push(fc.constant(''), fc.constant('  '));
  if (field.kind === 'choices') unfilled.push(fc.constant([]));
  return fc.oneof({ weight: 8, arbitrary: value }, ...unfilled.map((arbitrary) => ({ weight: 1, arbitrary })));
}

function anyScalar(field: ScalarField, lists: CodeLists): fc.Arbitrary<Json> {
  const typed = fc.record({ typed: word });
  switch (field.kind) {
    case 'text':
      return word;
    case 'choices':
      return fc.shuffledSubarray([...field.options]);
    default:
      return fc.oneof({ weight: 9, arbitrary: rightValue(field, lists) }, { weight: 1, arbitrary: typed });
  }
}

/** A value that the kind finds nothing wrong with. */
export function rightValue(field: ScalarField, lists: CodeLists): fc.Arbitrary<Json> {
  switch (field.kind) {
    case 'text':
      return fc
        .string({ unit: fc.constantFrom('甲', '乙', '产', 'a', '7', '，'), minLength: 1, maxLength: field.maxLength })
        .filter(() => field.format === undefined);
    case 'count':
      return fc.nat({ max: field.max ?? Number.MAX_SAFE_INTEGER });
    case 'percent':
      return fc.nat({ max: 100 * 10 ** field.places }).map((value) => Number((value / 10 ** field.places).toFixed(field.places)));
    case 'money':
      return fc.oneof(
        fc.maxSafeNat(),
        fc.nat({ max: 9999 }).map((value) => value * 1_000_000),
      );
    case 'yesNo':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.options);
    case 'choices':
      return fc.subarray([...field.options], { minLength: 1 });
    case 'code':
      return fc.constantFrom(...(lists[field.list] ?? []).filter((item) => item.level === (field.level ?? item.level)).map((item) => item.code));
    case 'date':
      return fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  }
}
