import { z } from 'zod';
import { isEmpty } from '#domain/forms/answers.ts';
import type { FieldDef } from '#domain/forms/definition.ts';
import { kindOf } from '#domain/forms/kinds/kind-of.ts';
import type { Fault, FaultCode } from '#domain/forms/kinds/kind.ts';
import type { Place } from '#domain/forms/places.ts';
import type { Context } from '#domain/filing/predicates/context.ts';
import { type Finding, predicate } from '#domain/filing/predicates/predicate.ts';
import { fill, labelOf, shown, unitName } from '#domain/filing/predicates/wording.ts';
import type { Edition } from '#domain/programme/edition.ts';

/** Words or sentences of the edition by fault: what is wrong with an answer in itself has many forms. */
const byFault = z.partialRecord(
  z.enum([
    'unreadable',
    'tooLong',
    'badCharacter',
    'badFormat',
    'notAnOption',
    'notACode',
    'wrongLevel',
    'tooManyRows',
    'negative',
    'tooLarge',
    'notWhole',
    'tooManyDecimals',
  ]),
  z.string(),
);

const ranges: ReadonlySet<FaultCode> = new Set(['negative', 'tooLarge', 'notWhole', 'tooManyDecimals']);

/**
 * Answers that are unreadable, too long, of a wrong format or outside their list (R64). `faults` gives the words for `{fault}`, with
 * `{limit}` and `{found}` in them. Params: label, fault, limit, found, value.
 */
export const format = predicate({ faults: byFault }, function* (args, context) {
  for (const { place, fault } of faultsIn(context)) {
    if (ranges.has(fault.code) || fault.code === 'checkDigit') continue;
    const params = paramsOf(context.edition, place, fault);
    yield { ...findingAt(place), params: { ...params, fault: fill(args.faults[fault.code] ?? '', params, context.edition) } };
  }
});

/**
 * Figures outside what their kind can be (R19): percent 0–100, counts and money not negative, whole counts, decimals. `sentences` replaces
 * the rule's for a fault. Params: label, value, min, max, unit, limit.
 */
export const range = predicate({ sentences: byFault.optional() }, function* (args, context) {
  for (const { place, fault } of faultsIn(context)) {
    if (!ranges.has(fault.code) || fault.code === 'checkDigit') continue;
    const sentence = args.sentences?.[fault.code];
    yield { ...findingAt(place), params: paramsOf(context.edition, place, fault), ...(sentence !== undefined && { sentence }) };
  }
});

/** Codes that are well-formed but whose check digit fails: some legal old ones do (R64c). Params: label, value. */
export const checkDigit = predicate({}, function* (_, context) {
  for (const { place, fault } of faultsIn(context)) {
    if (fault.code !== 'checkDigit') continue;
    const noteKey = place.row === undefined ? place.field.key : `${place.row.name}/${place.field.key}`;
    yield { ...findingAt(place), noteKey, params: paramsOf(context.edition, place, fault) };
  }
});

type FaultyPlace = { readonly place: Place; readonly fault: Fault };
const found = new WeakMap<Context, readonly FaultyPlace[]>();

/** Every fault of every shown answer; found once a check, three predicates read it. */
function faultsIn(context: Context): readonly FaultyPlace[] {
  const known = found.get(context);
  if (known !== undefined) return known;
  const faults: FaultyPlace[] = [];
  for (const { places } of context.blocks) {
    for (const place of places) {
      if (isEmpty(place.value)) continue;
      for (const fault of kindOf(place.field).faults(place.value, context.edition.codeLists)) faults.push({ place, fault });
    }
  }
  found.set(context, faults);
  return faults;
}

function findingAt(place: Place): Finding {
  return { path: place.pointer, block: place.block };
}

function paramsOf(edition: Edition, place: Place, fault: Fault): Readonly<Record<string, string>> {
  const { field, row } = place;
  return {
    label: labelOf(field),
    value: clipped(shown(edition, field, place.value)),
    unit: unitName(edition, field),
    min: '0',
    max: shown(edition, field, maxOf(field)),
    limit: fault.limit === undefined ? '' : String(fault.limit),
    found: clipped(fault.found ?? ''),
    ...(row && { row: row.name }),
  };
}

/** A sentence quotes the beginning of a long answer. */
function clipped(text: string): string {
  const characters = Array.from(text);
  return characters.length > QUOTED ? `${characters.slice(0, QUOTED).join('')}\u2026` : text;
}

const QUOTED = 40;

function maxOf(field: FieldDef): number {
  if (field.kind === 'percent') return 100;
  return (field.kind === 'count' ? field.max : undefined) ?? Number.MAX_SAFE_INTEGER;
}
