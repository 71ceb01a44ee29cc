import { z } from 'zod';
import { sum } from '#domain/forms/computed.ts';
import type { Place } from '#domain/forms/places.ts';
import { type Context, cellAt, numberOf, placeAt, sheetsOf, tableAt } from '#domain/filing/predicates/context.ts';
import { type Finding, path, predicate } from '#domain/filing/predicates/predicate.ts';
import { labelOf, listed, shown, shownAt } from '#domain/filing/predicates/wording.ts';

/**
 * Parts never exceed their whole, each, or with `sum` all together (R18). A part that is unfilled adds nothing, which can only understate.
 * Params: part, partValue, whole, wholeValue, excess.
 */
export const parts = predicate({ parts: z.array(path).min(1), whole: path, sum: z.boolean().optional() }, function* (args, context) {
  for (const sheet of sheetsOf(context, args.whole)) {
    const whole = placeAt(sheet, args.whole);
    const places = args.parts.map((part) => placeAt(sheet, part));
    if (args.sum === true) {
      yield* exceeding(context, whole, places, whole.pointer);
    } else {
      for (const part of places) yield* exceeding(context, whole, [part], part.pointer);
    }
  }
});

/** One figure does not exceed another of the same sheet (R65). Params as for `parts`. */
export const atMost = predicate({ path, whole: path }, function* (args, context) {
  for (const sheet of sheetsOf(context, args.path)) {
    const part = placeAt(sheet, args.path);
    yield* exceeding(context, placeAt(sheet, args.whole), [part], part.pointer);
  }
});

function* exceeding({ edition }: Context, whole: Place, places: readonly Place[], at: string): Generator<Finding> {
  const limit = numberOf(whole);
  const total = sum(places.map(numberOf));
  if (limit === undefined || total === undefined || total <= limit) return;
  yield {
    path: at,
    block: whole.block,
    also: [whole, ...places].map(({ pointer }) => pointer).filter((pointer) => pointer !== at),
    params: {
      part: listed(places.map(({ field }) => labelOf(field))),
      partValue: shown(edition, whole.field, total),
      whole: labelOf(whole.field),
      wholeValue: shownAt(edition, whole),
      excess: shown(edition, whole.field, total - limit),
    },
  };
}

/** In each row, one column does not exceed another (R20). Params: row, small, smallValue, large, largeValue, excess. */
export const rowAtMost = predicate({ table: path, small: z.string(), large: z.string() }, function* (args, context) {
  for (const sheet of sheetsOf(context, args.table)) {
    const { place, rows } = tableAt(sheet, args.table);
    for (const row of rows) {
      const [small, large] = [cellAt(row, args.small, place.block), cellAt(row, args.large, place.block)];
      const [value, limit] = [numberOf(small), numberOf(large)];
      if (value === undefined || limit === undefined || value <= limit) continue;
      yield {
        path: small.pointer,
        block: place.block,
        noteKey: row.name,
        also: [large.pointer],
        params: {
          row: row.name,
          small: labelOf(small.field),
          smallValue: shownAt(context.edition, small),
          large: labelOf(large.field),
          largeValue: shownAt(context.edition, large),
          excess: shown(context.edition, small.field, value - limit),
        },
      };
    }
  }
});

/** A column's sum does not exceed a figure of the same sheet (R21). Params: column, sum, limit, limitValue, excess. */
export const sumAtMost = predicate({ table: path, column: z.string(), limit: path }, function* (args, context) {
  for (const sheet of sheetsOf(context, args.table)) {
    const { place, rows } = tableAt(sheet, args.table);
    const cells = rows.map((row) => cellAt(row, args.column, place.block));
    const limit = placeAt(sheet, args.limit);
    const [total, most] = [sum(cells.map(numberOf)), numberOf(limit)];
    const column = cells[0]?.field;
    if (column === undefined || total === undefined || most === undefined || total <= most) continue;
    yield {
      path: limit.pointer,
      block: limit.block,
      also: [place.pointer],
      params: {
        column: labelOf(column),
        sum: shown(context.edition, column, total),
        limit: labelOf(limit.field),
        limitValue: shownAt(context.edition, limit),
        excess: shown(context.edition, column, total - most),
      },
    };
  }
});

/** A figure, once filled, is above zero (R13). Params: label, value. */
export const positive = predicate({ path }, function* (args, context) {
  for (const sheet of sheetsOf(context, args.path)) {
    const place = placeAt(sheet, args.path);
    const value = numberOf(place);
    if (value === undefined || value > 0) continue;
    yield { path: place.pointer, block: place.block, params: { label: labelOf(place.field), value: shownAt(context.edition, place) } };
  }
});

/** A figure does not exceed a parameter of the call (R39). Params: label, value, cap, excess. */
export const cap = predicate({ path, parameter: z.string() }, function* (args, context) {
  const most = context.edition.parameters[args.parameter];
  if (typeof most !== 'number') throw new Error(`the parameter "${args.parameter}" is no number`);
  for (const sheet of sheetsOf(context, args.path)) {
    const place = placeAt(sheet, args.path);
    const value = numberOf(place);
    if (value === undefined || value <= most) continue;
    yield {
      path: place.pointer,
      block: place.block,
      params: {
        label: labelOf(place.field),
        value: shownAt(context.edition, place),
        cap: shown(context.edition, place.field, most),
        excess: shown(context.edition, place.field, value - most),
      },
    };
  }
});
