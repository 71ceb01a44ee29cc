import { z } from 'zod';
import { predicate } from '#domain/filing/predicates/predicate.ts';
import { listed } from '#domain/filing/predicates/wording.ts';

/** The city has a recommendation left to give (R03): others hold fewer than `parameter` says. Params: city, zone. */
export const slotLeft = predicate({ parameter: z.string() }, function* (args, { edition, facts, plan }) {
  const limit = edition.parameters[args.parameter];
  if (typeof limit !== 'number') throw new Error(`the parameter "${args.parameter}" is no number`);
  if (facts.recommended === undefined) yield { path: '/zone', unknown: true };
  else if (facts.recommended.length >= limit)
    yield { path: '/zone', params: { city: nameOfCity(edition.codeLists, plan.city), zone: listed(facts.recommended) } };
});

/** The bureau has signed its opinion under each paper (R08); `names` is what a sentence calls them. Params: part. */
export const opinionsSigned = predicate({ names: z.strictObject({ plan: z.string(), form: z.string() }) }, function* ({ names }, { facts }) {
  if (facts.opinions === undefined) return yield { path: '', unknown: true };
  const missing = (['plan', 'form'] as const).filter((kind) => facts.opinions?.includes(kind) !== true);
  if (missing.length > 0) yield { path: '', params: { part: listed(missing.map((kind) => names[kind])) } };
});

function nameOfCity(lists: Readonly<Record<string, readonly { readonly code: string; readonly name: string }[]>>, code: string): string {
  return (
    Object.values(lists)
      .flat()
      .find((item) => item.code === code)?.name ?? code
  );
}
