import { z } from 'zod';
import { type CodeLists } from '#domain/forms/kinds/kind.ts';
import { codesOf } from '#domain/forms/kinds/code.ts';
import { isEmpty, isTyped } from '#domain/forms/answers.ts';
import { placeAt, sheetsOf, textOf } from '#domain/filing/predicates/context.ts';
import { path, predicate } from '#domain/filing/predicates/predicate.ts';
import { labelOf, listed, shown, shownAt } from '#domain/filing/predicates/wording.ts';

/** Every yes/no of the list is a yes, judged once all are answered (R15). Params: n, missing. */
export const allYes = predicate({ paths: z.array(path).min(1) }, function* (args, context) {
  for (const sheet of sheetsOf(context, args.paths[0] ?? '')) {
    const places = args.paths.map((one) => placeAt(sheet, one));
    const no = places.filter(({ value }) => value === false);
    const [first, ...more] = no;
    if (first === undefined || places.some(({ value }) => typeof value !== 'boolean')) continue;
    yield {
      path: first.pointer,
      block: first.block,
      also: more.map(({ pointer }) => pointer),
      params: { n: String(places.length - no.length), missing: listed(no.map(({ field }) => labelOf(field))) },
    };
  }
});

/** An answer, once given, is one of these (R67). Params: label, value, values. */
export const oneOf = predicate({ path, values: z.array(z.json()).min(1) }, function* (args, context) {
  for (const sheet of sheetsOf(context, args.path)) {
    const place = placeAt(sheet, args.path);
    if (isEmpty(place.value) || isTyped(place.value) || args.values.some((value) => value === place.value)) continue;
    // Outside its own options it is wrong in itself.
    if (place.field.kind === 'choice' && !place.field.options.some((option) => option === place.value)) continue;
    yield {
      path: place.pointer,
      block: place.block,
      params: {
        label: labelOf(place.field),
        value: shownAt(context.edition, place),
        values: listed(args.values.map((value) => shown(context.edition, place.field, value))),
      },
    };
  }
});

/**
 * The code chosen is, lies in, or contains one of the industries that the register has for the zone (R09). A zone that is not in the
 * register, or whose industries are not coded, makes it unknown. Params: value, zone, industries.
 */
export const inZoneIndustries = predicate({ path }, function* (args, context) {
  const { edition, zone, plan } = context;
  for (const sheet of sheetsOf(context, args.path)) {
    const place = placeAt(sheet, args.path);
    const code = textOf(place.value);
    if (code === undefined || place.field.kind !== 'code') continue;
    const { list } = place.field;
    // Outside its list it is wrong in itself.
    if (!codesOf(edition.codeLists, list).has(code)) continue;
    const at = { path: place.pointer, block: place.block };
    if (zone === undefined || zone.industries.length === 0) {
      yield { ...at, unknown: true, params: { value: shownAt(edition, place), zone: plan.zone, industries: '' } };
      continue;
    }
    const lies = (inner: string, outer: string): boolean => ancestry(edition.codeLists, list, inner).includes(outer);
    if (zone.industries.some((industry) => lies(code, industry) || lies(industry, code))) continue;
    const industries = zone.industries.map((industry) => codesOf(edition.codeLists, list).get(industry)?.name ?? industry);
    yield { ...at, params: { value: shownAt(edition, place), zone: zone.name, industries: listed(industries) } };
  }
});

/** A code and everything above it. The list's own length bounds the walk, should a register hold a circle. */
function ancestry(lists: CodeLists, list: string, code: string): readonly string[] {
  const codes = codesOf(lists, list);
  const found = [code];
  for (let at = codes.get(code)?.parent; at !== undefined && found.length <= codes.size; at = codes.get(at)?.parent) found.push(at);
  return found;
}

/**
 * What speaks for a plan (R10): the items that are a yes, and with `sunan` that the zone lies in that belt, named by `sunanLabel`.
 * Params: label, all of them.
 */
export const flagYes = predicate(
  { items: z.array(z.object({ path, label: z.string() })), sunan: z.boolean().optional(), sunanLabel: z.string().optional() },
  function* (args, context) {
    const yes = args.items.flatMap(({ path: one, label }) =>
      sheetsOf(context, one).flatMap((sheet) => {
        const place = placeAt(sheet, one);
        return place.value === true ? [{ path: place.pointer, label }] : [];
      }),
    );
    const belt = args.sunan === true && context.zone?.sunan === true ? [{ path: '/zone', label: args.sunanLabel ?? context.zone.name }] : [];
    const [first, ...more] = [...yes, ...belt];
    if (first === undefined) return;
    yield { path: first.path, also: more.map((one) => one.path), params: { label: listed([first, ...more].map(({ label }) => label)) } };
  },
);
