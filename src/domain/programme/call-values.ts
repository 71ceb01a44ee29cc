import { formatPointer } from '#domain/values/pointer.ts';
import { parseInstant } from '#domain/values/instant.ts';
import type { Json } from '#domain/values/json.ts';
import type { Edition, Instants } from './edition.ts';

/** What the province settles for one call, over what its edition has. Absent: as the edition has it. */
export interface CallValues {
  readonly title?: string;
  /** Instants, all but that of publishing, which is the clock's. */
  readonly submitBy?: string;
  readonly recommendBy?: string;
  readonly paperBy?: string;
  /** By name, of a shape like the edition's own value. */
  readonly parameters?: { readonly [name: string]: Json };
  /** Rules switched on, or off, by number. */
  readonly rules?: { readonly [id: string]: boolean };
}

/** The edition as this call has it. Years were put in already. */
export function withCallValues(edition: Edition, values: CallValues, published?: string): Edition {
  const { title, parameters = {}, rules = {} } = values;
  return {
    ...edition,
    ...(title === undefined ? {} : { title }),
    instants: { ...instantsOf(edition, values), ...(published === undefined ? {} : { published }) },
    parameters: { ...edition.parameters, ...parameters },
    rules: edition.rules.map((rule) => {
      const on = rules[rule.id];
      if (on === undefined) return rule;
      const { off: _, ...rest } = rule;
      return on ? rest : { ...rest, off: true as const };
    }),
  };
}

export function instantsOf(edition: Edition, { submitBy, recommendBy, paperBy }: CallValues): Instants {
  const own = edition.instants;
  return { ...own, submitBy: submitBy ?? own.submitBy, recommendBy: recommendBy ?? own.recommendBy, paperBy: paperBy ?? own.paperBy };
}

/** Online before paper, the zone not after the city; each an instant. */
export function areInOrder({ submitBy, recommendBy, paperBy }: Pick<Instants, 'submitBy' | 'recommendBy' | 'paperBy'>): boolean {
  const [submit, recommend, paper] = [submitBy, recommendBy, paperBy].map(parseInstant);
  return submit !== undefined && recommend !== undefined && paper !== undefined && submit <= recommend && recommend < paper;
}

/** Pointers of values that the edition cannot take: an unknown parameter or rule, a value of another shape, levels that no zone has. */
export function valueFaults(edition: Edition, values: CallValues): readonly string[] {
  const faults: string[] = [];
  for (const key of ['submitBy', 'recommendBy', 'paperBy'] as const) {
    if (values[key] !== undefined && parseInstant(values[key]) === undefined) faults.push(`/${key}`);
  }
  if (values.title !== undefined && values.title.trim() === '') faults.push('/title');
  for (const [name, value] of Object.entries(values.parameters ?? {})) {
    const own = Object.hasOwn(edition.parameters, name) ? edition.parameters[name] : undefined;
    if (own === undefined || !isLike(own, value)) faults.push(formatPointer(['parameters', name]));
  }
  const levels = values.parameters?.['zoneLevels'];
  const known = new Set(edition.zones.map((zone) => zone.level));
  if (Array.isArray(levels) && (levels.length === 0 || levels.some((level) => typeof level !== 'string' || !known.has(level))))
    faults.push('/parameters/zoneLevels');
  for (const id of Object.keys(values.rules ?? {})) {
    if (!edition.rules.some((rule) => rule.id === id)) faults.push(formatPointer(['rules', id]));
  }
  return [...new Set(faults)];
}

/** Numbers for numbers, never below zero and whole where the edition's is; lists for lists of the same; objects with the same keys. */
function isLike(own: Json, value: Json): boolean {
  if (typeof own === 'number') return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && (own === 0 || value > 0);
  if (Array.isArray(own)) return Array.isArray(value) && value.every((item) => typeof item === typeof own[0]);
  if (typeof own !== 'object' || own === null) return typeof value === typeof own && value !== '';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(own);
  return (
    keys.length === Object.keys(value).length &&
    keys.every((key) => isLike((own as { [key: string]: Json })[key] ?? null, (value as { [key: string]: Json })[key] ?? null))
  );
}
