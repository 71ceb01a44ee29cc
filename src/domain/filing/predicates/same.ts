import { z } from 'zod';
import { rowsOf, answerTo } from '#domain/forms/answers.ts';
import { sum } from '#domain/forms/computed.ts';
import { type Context, cellAt, numberOf, placeAt, sheetsOf, tableAt, textOf } from '#domain/filing/predicates/context.ts';
import { type Finding, path, predicate } from '#domain/filing/predicates/predicate.ts';
import { labelOf, listed, shown, shownAt } from '#domain/filing/predicates/wording.ts';
import type { Place } from '#domain/forms/places.ts';

/**
 * A text that two forms hold says the same in both, whatever its width or spacing (R25). `endings` are left aside, the longest first: one
 * form prints them behind the name, the other has them in it. Params: label, value, other, otherValue.
 */
export const same = predicate({ path, as: path, endings: z.array(z.string()).default([]) }, function* (args, context) {
  const core = (text: string): string => {
    const whole = folded(text);
    const ending = args.endings.map(folded).find((one) => whole.endsWith(one));
    return ending === undefined ? whole : whole.slice(0, -ending.length);
  };
  for (const { here, there } of pairs(context, args.path, args.as)) {
    const [value, other] = [textOf(here.value), textOf(there.value)];
    if (value === undefined || other === undefined || core(value) === core(other)) continue;
    yield { ...at(here, there), params: { label: labelOf(here.field), value, other: labelOf(there.field), otherValue: other } };
  }
});

/** A field names the zone that files (R25). Params: label, value, filed. */
export const asFiled = predicate({ path }, function* (args, context) {
  for (const sheet of sheetsOf(context, args.path)) {
    const here = placeAt(sheet, args.path);
    const value = textOf(here.value);
    if (value === undefined || folded(value) === folded(context.plan.zone)) continue;
    yield { path: here.pointer, block: here.block, also: ['/zone'], params: { label: labelOf(here.field), value, filed: context.plan.zone } };
  }
});

/** A text that lists names, or says that there are `none`, lists those of a table (R25). Params: label, value, other, otherValue. */
export const sameNames = predicate({ path, table: path, column: z.string(), none: z.array(z.string()).default([]) }, function* (args, context) {
  for (const { here, there } of pairs(context, args.path, args.table)) {
    const text = textOf(here.value);
    if (text === undefined) continue;
    const named = text.split(/[\u3001,\uff0c;\uff1b\n]/).filter((name) => name.trim() !== '' && !args.none.includes(name.trim()));
    const rows = rowsOf(there.value).flatMap((row) => textOf(answerTo(row, args.column)) ?? []);
    const [ofText, ofTable] = [new Set(named.map(folded)), new Set(rows.map(folded))];
    const [onlyText, onlyTable] = [named.filter((name) => !ofTable.has(folded(name))), rows.filter((name) => !ofText.has(folded(name)))];
    if (onlyText.length === 0 && onlyTable.length === 0) continue;
    const params = { label: labelOf(here.field), value: text, other: labelOf(there.field), otherValue: listed(rows) || (args.none[0] ?? '') };
    yield { ...at(here, there), params };
  }
});

/** A figure is what a table's column adds up to, judged once a row is filled (R25). Params: label, value, other, sum, difference. */
export const sameSum = predicate({ path, table: path, column: z.string() }, function* (args, context) {
  for (const sheet of sheetsOf(context, args.path)) {
    const here = placeAt(sheet, args.path);
    const { place, rows } = tableAt(sheet, args.table);
    const value = numberOf(here);
    const added = sum(rows.map((row) => numberOf(cellAt(row, args.column, place.block))));
    if (value === undefined || added === undefined || value === added) continue;
    yield {
      ...at(place, here),
      params: {
        label: labelOf(here.field),
        value: shownAt(context.edition, here),
        other: labelOf(place.field),
        sum: shown(context.edition, here.field, added),
        difference: shown(context.edition, here.field, Math.abs(value - added)),
      },
    };
  }
});

/** The same fact's two places: in every sheet of one form, or in one sheet each of two. */
function pairs(context: Context, one: string, other: string): readonly { readonly here: Place; readonly there: Place }[] {
  const others = sheetsOf(context, other);
  return sheetsOf(context, one).flatMap((sheet) => {
    const partner = others.includes(sheet) ? sheet : others[0];
    return partner === undefined ? [] : [{ here: placeAt(sheet, one), there: placeAt(partner, other) }];
  });
}

function at(here: Place, there: Place): Finding {
  return { path: here.pointer, block: here.block, also: [there.pointer] };
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
