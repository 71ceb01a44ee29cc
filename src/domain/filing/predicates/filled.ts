import { z } from 'zod';
import { isEmpty } from '#domain/forms/answers.ts';
import { isNeeded } from '#domain/forms/needed.ts';
import type { Place } from '#domain/forms/places.ts';
import { isBlankNarrative } from '#domain/narrative/text.ts';
import { outlineHeadings } from '#domain/programme/look-up.ts';
import { type Context, placeAt, sheetsOf } from '#domain/filing/predicates/context.ts';
import { type Finding, path, predicate } from '#domain/filing/predicates/predicate.ts';
import { labelOf } from '#domain/filing/predicates/wording.ts';

/** Everything visible and not optional is filled (R24, R37). Params: label. */
export const required = predicate({ scope: z.enum(['form', 'proposal', 'outline', 'commitment']) }, function* ({ scope }, context) {
  if (scope === 'outline') {
    yield* requiredSections(context);
    return;
  }
  for (const { of, places } of context.blocks) {
    if (of !== scope) continue;
    for (const place of places) if (isNeeded(place) && isEmpty(place.value)) yield { ...missing(place), missing: 'generally' };
  }
});

function* requiredSections({ edition, plan }: Context): Generator<Finding> {
  for (const { key, title } of outlineHeadings(edition)) {
    // The project entries are drawn, not written: with one project the heading is no longer bare.
    if (key === edition.projectEntries?.section && plan.projects.length > 0) continue;
    if (isBlankNarrative(Object.hasOwn(plan.outline, key) ? plan.outline[key] : undefined)) {
      yield { path: `/outline/${key}`, params: { label: title }, missing: 'generally' };
    }
  }
}

/** One field is filled (R28, R65; R27 for an optional one). Params: label. */
export const present = predicate({ path }, function* (args, context) {
  for (const sheet of sheetsOf(context, args.path)) {
    const place = placeAt(sheet, args.path);
    if (isEmpty(place.value)) yield { ...missing(place), missing: 'specifically' };
  }
});

/** A field is filled while another has a value (`is`), or any value. Params: label, when. */
export const presentIf = predicate({ path, when: path, is: z.json().optional() }, function* (args, context) {
  for (const sheet of sheetsOf(context, args.path)) {
    const [place, when] = [placeAt(sheet, args.path), placeAt(sheet, args.when)];
    const asked = args.is === undefined ? !isEmpty(when.value) : when.value === args.is;
    if (!asked || !isEmpty(place.value)) continue;
    const finding = missing(place);
    yield { ...finding, also: [when.pointer], params: { ...finding.params, when: labelOf(when.field) }, missing: 'specifically' };
  }
});

/** A yes has its name or amount (R16): what is shown only under a yes, and is not optional, is filled. Params: label, detail. */
export const yesDetail = predicate({}, function* (_, context) {
  for (const { block, places } of context.blocks) {
    for (const { field, value, pointer, block: at, row } of places) {
      if (field.visibleWhen?.is !== true || field.optional === true || row !== undefined || !isEmpty(value)) continue;
      const question = block.fields.find((one) => one.key === field.visibleWhen?.field);
      if (question?.kind !== 'yesNo') continue;
      yield {
        path: pointer,
        block: at,
        also: [`${at}/${question.key}`],
        params: { label: labelOf(question), detail: labelOf(field) },
        missing: 'specifically',
      };
    }
  }
});

/** What is answered has its proof among the attachments, under the field's own pointer (R16c). Params: label. */
export const proof = predicate({}, function* (_, context) {
  const attached = new Set(context.plan.attachments.map((attachment) => attachment.path));
  for (const place of context.blocks.flatMap(({ places }) => places)) {
    const claims = place.field.kind === 'yesNo' ? place.value === true : !isEmpty(place.value);
    if (place.field.proof !== true || !claims || attached.has(place.pointer)) continue;
    yield { ...missing(place), noteKey: place.row === undefined ? place.field.key : `${place.row.name}/${place.field.key}` };
  }
});

/** Ticked, and nothing but yes will do (R69). Params: label. */
export const declared = predicate({ paths: z.array(path) }, function* (args, context) {
  for (const one of args.paths) {
    for (const sheet of sheetsOf(context, one)) {
      const place = placeAt(sheet, one);
      if (place.value !== true) yield { ...missing(place), missing: 'specifically' };
    }
  }
});

function missing(place: Place): Finding {
  return { path: place.pointer, block: place.block, params: { label: labelOf(place.field), ...(place.row && { row: place.row.name }) } };
}
