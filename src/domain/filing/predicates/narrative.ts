import { z } from 'zod';
import type { FieldDef, MoneyUnit } from '#domain/forms/definition.ts';
import { type Context, numberOf, placeAt } from '#domain/filing/predicates/context.ts';
import { path, predicate } from '#domain/filing/predicates/predicate.ts';
import { labelOf, shownAt, unitName } from '#domain/filing/predicates/wording.ts';
import { figureAt, referencesIn, showFigures } from '#domain/narrative/references.ts';
import { contradicts, figureFinder, type UnitWord } from '#domain/narrative/stated-figures.ts';
import { narrativeText, proseLines } from '#domain/narrative/text.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { outlineHeadings, outlineKeys } from '#domain/programme/look-up.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { forbiddenCharacter } from '#domain/values/text.ts';

const words = z.array(z.string().min(1));

/** Money in the smallest unit of its currency. */
const worth: Readonly<Record<MoneyUnit, number>> = { wanYuan: 1e6, yiYuan: 1e10, wanDollar: 1e6 };

/**
 * A number that the narrative states for a figure of the form is the form's (R25n). Read outside tables, by the words that the arguments give;
 * only for the year before the call's. `planned`: sections that speak of goals, judged only where they name that year.
 * Params: section, found, label, value.
 */
export const statedFigures = predicate(
  {
    figures: z.array(z.strictObject({ path, cues: words.min(1), needs: words.optional(), unless: words.optional() })),
    connectors: words,
    about: words,
    over: words,
    notBefore: words,
    future: words,
    year: z.string().min(1),
    scales: z.record(z.string(), z.number()),
    counts: words,
    planned: words,
  },
  function* (args, context) {
    const { edition } = context;
    const sheet = context.sheets.form[0];
    const sections = [...writtenSections(context)].map(([key, section]) => ({
      key,
      lines: proseLines(section, showFigures(edition, context.plan.form)),
      scope: { year: edition.year - 1, onlyWithYear: args.planned.includes(key) },
    }));
    if (sheet === undefined || sections.length === 0) return;
    for (const figure of args.figures) {
      const place = placeAt(sheet, figure.path);
      const form = numberOf(place);
      if (form === undefined) continue;
      const find = figureFinder(figure, args, unitWords(edition, place.field, args.counts));
      for (const { key, lines, scope } of sections) {
        for (const stated of lines.flatMap((line) => find(line, scope))) {
          if (!contradicts(stated, form)) continue;
          yield {
            path: `/outline/${key}`,
            noteKey: figure.path,
            also: [place.pointer],
            params: { section: titleOf(edition, key), found: stated.found, label: labelOf(place.field), value: shownAt(edition, place) },
          };
        }
      }
    }
  },
);

/** What a section holds can be shown and printed (R64n): its references lead to filled figures, its characters are printable. Params: section, label, found. */
export const narrativeSound = predicate({ unfilled: z.string(), badCharacter: z.string() }, function* (args, context) {
  const { edition, plan } = context;
  for (const [key, section] of writtenSections(context)) {
    const at = { path: `/outline/${key}` };
    const params = { section: titleOf(edition, key) };
    for (const reference of new Set(referencesIn(section))) {
      const figure = figureAt(edition, plan.form, reference);
      if (figure.state === 'gone') yield { ...at, params };
      if (figure.state === 'unfilled') yield { ...at, also: [reference], params: { ...params, label: figure.label }, sentence: args.unfilled };
    }
    const bad = forbiddenCharacter(narrativeText(section).replaceAll('\t', ' '));
    if (bad !== undefined) yield { ...at, params: { ...params, found: bad.character }, sentence: args.badCharacter };
  }
});

/** The sections that are written, in order. */
function* writtenSections({ edition, plan }: Context): Generator<readonly [string, JsonObject]> {
  for (const key of outlineKeys(edition)) {
    const section = Object.hasOwn(plan.outline, key) ? plan.outline[key] : undefined;
    if (section !== undefined) yield [key, section];
  }
}

function titleOf(edition: Edition, key: string): string {
  return outlineHeadings(edition).find((one) => one.key === key)?.title ?? key;
}

/** How text may write the unit: any unit of the same currency, any of the counting words, the percent sign. */
function unitWords(edition: Edition, field: FieldDef, counts: readonly string[]): readonly UnitWord[] {
  if (field.kind === 'percent') return [{ word: unitName(edition, field), worth: 1 }];
  if (field.kind !== 'money') return [...new Set([unitName(edition, field), ...counts])].map((word) => ({ word, worth: 1 }));
  const units: readonly MoneyUnit[] = field.unit === 'wanDollar' ? ['wanDollar'] : ['wanYuan', 'yiYuan'];
  return units.map((unit) => ({ word: edition.units[unit], worth: worth[unit] }));
}
