import { z } from 'zod';
import { rowsOf } from '#domain/forms/answers.ts';
import type { Place } from '#domain/forms/places.ts';
import { type Context, placeIfAny, sheetsOf, textOf } from '#domain/filing/predicates/context.ts';
import { type Finding, path, predicate } from '#domain/filing/predicates/predicate.ts';
import { listed } from '#domain/filing/predicates/wording.ts';
import { formatDeadline, parseInstant } from '#domain/values/instant.ts';

/** In time is strictly before the deadline in force (R04). Params: t. */
export const deadline = predicate({}, function* (_, { edition, facts }) {
  const end = parseInstant(facts.submitBy ?? edition.instants.submitBy);
  const at = facts.at === undefined ? undefined : parseInstant(facts.at);
  if (end === undefined) throw new Error('the deadline is no instant');
  const params = { t: formatDeadline(end) };
  if (at === undefined) yield { path: '', unknown: true, params };
  else if (at >= end) yield { path: '', params };
});

/** The zone's level is one that the call admits (R01). Unknown for a zone that the register lacks. Params: zone, level, levels. */
export const zoneLevel = predicate({}, function* (_, { edition, plan, zone }) {
  const levels = edition.parameters.zoneLevels;
  const params = { zone: plan.zone, level: zone?.level ?? '', levels: listed(levels) };
  if (zone === undefined) yield { path: '/zone', unknown: true, params };
  else if (!levels.includes(zone.level)) yield { path: '/zone', params };
});

/**
 * A fact of the registers. `claims`: the applicant has other live projects (R30; params company, numbers). `breaches`: a party is under a
 * current integrity effect (R32; params party). `solicitation`: answers to what the zone published have a decision (R29; params company). Any other fact, and these where they were not looked up, is unknown.
 */
export const fact = predicate(
  {
    fact: z.string(),
    code: path.default('proposal.summary.applicantCode'),
    company: path.default('proposal.summary.applicant'),
    parties: z
      .array(path)
      .default(['summary.applicant', 'summary.applicantCode', 'summary.partners', 'partners.members', 'team.name'].map((one) => `proposal.${one}`)),
  },
  function* (args, context) {
    const { claims, breaches } = context.facts;
    if (args.fact === 'claims' && claims !== undefined) yield* claimed(context, args.code, args.company, claims);
    else if (args.fact === 'solicitation' && context.facts.solicited === true) yield* undecided(context.facts.openAnswers ?? []);
    else if (args.fact === 'breaches' && breaches !== undefined) yield* inBreach(context, args.parties, new Set(breaches));
    else yield { path: args.fact === 'breaches' ? '' : '/projects', unknown: true };
  },
);

function* claimed(context: Context, code: string, company: string, claims: Readonly<Record<string, readonly string[]>>): Generator<Finding> {
  for (const sheet of sheetsOf(context, code)) {
    const place = placeIfAny(sheet, code);
    const applicant = textOf(place?.value);
    const numbers = applicant !== undefined && Object.hasOwn(claims, applicant) ? (claims[applicant] ?? []) : [];
    if (place === undefined || numbers.length === 0) continue;
    const name = textOf(placeIfAny(sheet, company)?.value) ?? applicant ?? '';
    yield { path: place.pointer, block: place.block, params: { company: name, numbers: listed(numbers) } };
  }
}

/** One finding for each company that waits. */
function* undecided(companies: readonly string[]): Generator<Finding> {
  for (const company of companies) yield { path: '/projects', params: { company } };
}

function* inBreach(context: Context, parties: readonly string[], breaches: ReadonlySet<string>): Generator<Finding> {
  if (breaches.has(context.plan.zone)) yield { path: '/zone', params: { party: context.plan.zone } };
  for (const one of parties) {
    for (const sheet of sheetsOf(context, one)) {
      const place = placeIfAny(sheet, one);
      if (place === undefined) continue;
      for (const { party, pointer } of namesIn(place)) {
        if (breaches.has(party)) yield { path: pointer, block: place.block, params: { party } };
      }
    }
  }
}

/** The names and codes that a place holds: a text may list several, a table has them in its cells. */
function namesIn(place: Place): readonly { readonly party: string; readonly pointer: string }[] {
  if (place.field.kind === 'table') {
    return rowsOf(place.value).flatMap((row, index) =>
      Object.entries(row).flatMap(([column, cell]) => {
        const party = textOf(cell);
        return party === undefined ? [] : [{ party, pointer: `${place.pointer}/${index}/${column}` }];
      }),
    );
  }
  const names = (textOf(place.value) ?? '').split(/[\u3001,\uff0c;\uff1b\n]/).map((name) => name.trim());
  return names.map((party) => ({ party, pointer: place.pointer }));
}

/** What only people judge: an item for the named person at `stage` (R31, R66). */
export const human = predicate(
  {
    stage: z.enum(['edit', 'submit', 'recommend', 'intake', 'appraisal', 'selection', 'award', 'contract', 'delivery', 'completion']).default('intake'),
    path: z.string().optional(),
  },
  function* (args, context) {
    const places = args.path === undefined ? [] : sheetsOf(context, args.path).map((sheet) => placeIfAny(sheet, args.path ?? ''));
    if (places.length === 0) yield { path: '', stage: args.stage };
    for (const place of places) if (place !== undefined) yield { path: place.pointer, block: place.block, stage: args.stage };
  },
);
