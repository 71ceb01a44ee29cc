import { z } from 'zod';
import { sum } from '#domain/forms/computed.ts';
import { cellAt, numberOf, placeAt, sheetsOf, tableAt } from '#domain/filing/predicates/context.ts';
import { path, predicate } from '#domain/filing/predicates/predicate.ts';
import { labelOf, listed, shown, shownAt, shownRounded } from '#domain/filing/predicates/wording.ts';
import { allowedByShare, askedOfZone, isInside, publicMoney } from '#domain/filing/project-money.ts';

const amounts = {
  province: path.default('proposal.money.province'),
  zone: path.default('proposal.money.zone'),
  newTotal: path.default('proposal.money.newTotal'),
  otherLocal: path.default('proposal.money.otherLocal'),
};

/** Inside the zone: zone's money : province's ≥ parameter matchRatio (R40). Params: province, zone, missing. */
export const match = predicate(
  { province: amounts.province, zone: amounts.zone, location: path.default('proposal.summary.location') },
  function* (args, context) {
    const { edition } = context;
    for (const sheet of sheetsOf(context, args.zone)) {
      const [zone, province, location] = [placeAt(sheet, args.zone), placeAt(sheet, args.province), placeAt(sheet, args.location)];
      const [given, wanted] = [numberOf(zone), numberOf(province)];
      if (given === undefined || wanted === undefined || !isInside(location.field, location.value)) continue;
      const missing = askedOfZone(wanted, edition.parameters.matchRatio) - given;
      if (missing <= 0) continue;
      yield {
        path: zone.pointer,
        block: zone.block,
        also: [province.pointer],
        params: {
          province: shownAt(edition, province),
          zone: shownAt(edition, zone),
          missing: shownRounded(edition, zone.field, missing, 'up'),
        },
      };
    }
  },
);

/** All public money ≤ newTotal × parameter publicShare (R41). What is unfilled adds nothing. Params: public, newTotal, allowed, excess. */
export const publicShare = predicate(amounts, function* (args, context) {
  const { edition } = context;
  for (const sheet of sheetsOf(context, args.newTotal)) {
    const [province, zone, otherLocal, newTotal] = [args.province, args.zone, args.otherLocal, args.newTotal].map((one) => placeAt(sheet, one));
    if (province === undefined || zone === undefined || otherLocal === undefined || newTotal === undefined) continue;
    const total = publicMoney({ province: numberOf(province), zone: numberOf(zone), otherLocal: numberOf(otherLocal), newTotal: undefined });
    const whole = numberOf(newTotal);
    if (total === undefined || whole === undefined) continue;
    const allowed = allowedByShare(whole, edition.parameters.publicShare);
    if (total <= allowed) continue;
    yield {
      path: province.pointer,
      block: province.block,
      also: [zone.pointer, otherLocal.pointer, newTotal.pointer],
      params: {
        public: shown(edition, province.field, total),
        newTotal: shownAt(edition, newTotal),
        allowed: shownRounded(edition, province.field, allowed, 'down'),
        excess: shownRounded(edition, province.field, total - allowed, 'up'),
      },
    };
  }
});

/**
 * The sources add up to `whole`, and each source, and the whole, over the years to its own total (R42), to the fen, judged once every
 * part is filled. The years' columns have the keys of the fields. Params: what, sum, label, value, difference.
 */
export const sources = predicate(
  {
    whole: amounts.newTotal,
    of: z.array(path).default(['province', 'zone', 'otherLocal', 'own', 'social'].map((source) => `proposal.money.${source}`)),
    table: path.default('proposal.money.years'),
  },
  function* (args, context) {
    const { edition } = context;
    for (const sheet of sheetsOf(context, args.whole)) {
      const whole = placeAt(sheet, args.whole);
      const parts = args.of.map((one) => placeAt(sheet, one));
      const { place: years, table, rows } = tableAt(sheet, args.table);
      const columns = [whole, ...parts].flatMap((total) => {
        const column = table.columns.find(({ key }) => key === total.field.key);
        return column === undefined ? [] : [{ total, cells: rows.map((row) => cellAt(row, column.key, years.block)) }];
      });
      for (const { total, cells } of [{ total: whole, cells: parts }, ...columns]) {
        const [value, added] = [numberOf(total), sum(cells.map(numberOf))];
        if (value === undefined || added === undefined || added === value || cells.some((cell) => numberOf(cell) === undefined)) continue;
        yield {
          path: total.pointer,
          block: total.block,
          also: cells.map(({ pointer }) => pointer),
          params: {
            what: cells === parts ? listed(parts.map(({ field }) => labelOf(field))) : labelOf(table),
            sum: shown(edition, total.field, added),
            label: labelOf(total.field),
            value: shownAt(edition, total),
            difference: shown(edition, total.field, Math.abs(added - value)),
          },
        };
      }
    }
  },
);
