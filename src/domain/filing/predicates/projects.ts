import { z } from 'zod';
import { isArray, isEmpty } from '#domain/forms/answers.ts';
import { placeAt, sheetsOf, textOf } from '#domain/filing/predicates/context.ts';
import { path, predicate } from '#domain/filing/predicates/predicate.ts';
import { labelOf, listed, shown, shownAt } from '#domain/filing/predicates/wording.ts';
import { isOutside } from '#domain/filing/project-money.ts';

/** The plan has at least as many projects as parameter `min` says, those that applicants write counted once they are taken (R02). Params: n, min, missing. */
export const countProjects = predicate({ min: z.string() }, function* (args, { edition, plan, facts }) {
  const min = edition.parameters[args.min];
  if (typeof min !== 'number') throw new Error(`the parameter "${args.min}" is no number`);
  const waiting = (facts.proposals ?? []).filter(({ owner, state }) => owner && state !== 'taken' && state !== 'locked');
  const n = plan.projects.length - waiting.length;
  if (n < min) yield { path: '/projects', params: { n: String(n), min: String(min), missing: String(min - n) } };
});

/** The options chosen in each sheet are among those chosen in the 申报表 (R26), once both are. Params: label, value, allowed. */
export const subset = predicate({ of: path, path }, function* (args, context) {
  const [whole] = sheetsOf(context, args.of).map((sheet) => placeAt(sheet, args.of));
  if (whole === undefined || !isArray(whole.value) || isEmpty(whole.value)) return;
  const allowed = whole.value;
  for (const sheet of sheetsOf(context, args.path)) {
    const place = placeAt(sheet, args.path);
    const foreign = isArray(place.value) ? place.value.filter((option) => !allowed.includes(option)) : [];
    if (foreign.length === 0) continue;
    yield {
      path: place.pointer,
      block: place.block,
      also: [whole.pointer],
      params: { label: labelOf(place.field), value: shown(context.edition, place.field, foreign), allowed: shownAt(context.edition, whole) },
    };
  }
});

/** A division lies in the province of the plan's city: the first two digits of GB/T 2260 are the province (R33). Params: label, value. */
export const inJiangsu = predicate({ path }, function* (args, context) {
  const province = context.plan.city.slice(0, 2);
  for (const sheet of sheetsOf(context, args.path)) {
    const place = placeAt(sheet, args.path);
    const division = textOf(place.value);
    if (division === undefined || division.startsWith(province)) continue;
    yield { path: place.pointer, block: place.block, params: { label: labelOf(place.field), value: shownAt(context.edition, place) } };
  }
});

/**
 * A project outside the zone has the recommendation of the authority where it lies: given here, of the newest version, or, for a company
 * without accounts, attached under its location (R38). Params: company, division.
 */
export const localRecommendation = predicate(
  {
    location: path.default('proposal.summary.location'),
    company: path.default('proposal.summary.applicant'),
    division: path.default('proposal.summary.division'),
  },
  function* (args, context) {
    const attached = new Set(context.plan.attachments.map((attachment) => attachment.path));
    for (const sheet of sheetsOf(context, args.location)) {
      const place = placeAt(sheet, args.location);
      if (!isOutside(place.field, place.value)) continue;
      const known = context.facts.proposals?.[indexOf(sheet.base)];
      if (known?.recommendation === 'given' || (known?.owner !== true && attached.has(place.pointer))) continue;
      const [company, division] = [placeAt(sheet, args.company), placeAt(sheet, args.division)];
      yield {
        path: place.pointer,
        block: place.block,
        params: { company: listed([textOf(company.value) ?? '']), division: shownAt(context.edition, division) || shownAt(context.edition, place) },
      };
    }
  },
);

/** Every proposal that its applicant writes is submitted and taken by the zone (R37). Params: company. */
export const proposalTaken = predicate({}, function* (_, { facts, plan }) {
  if (facts.proposals === undefined && plan.projects.length > 0) yield { path: '/projects', unknown: true };
  for (const [index, { owner, state, company }] of (facts.proposals ?? []).entries()) {
    if (owner && state !== 'taken' && state !== 'locked') yield { path: `/projects/${index}`, params: { company } };
  }
});

/** The N of `/projects/N`. */
function indexOf(base: string): number {
  return Number(base.slice('/projects/'.length));
}
