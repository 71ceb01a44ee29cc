import type { Edition } from '#domain/programme/edition.ts';
import type { Json } from '#domain/values/json.ts';
import { parameterWord } from '#web/messages/calls.ts';

const fenPerWan = 1_000_000;

/** Parameters that are one number and have a name that people know. */
export function numberNames(edition: Edition): readonly string[] {
  return Object.keys(edition.parameters).filter((name) => typeof edition.parameters[name] === 'number' && parameterWord[name] !== undefined);
}

/** A parameter as it is typed: amounts in 万元. */
export function typedNumber(name: string, value: Json | undefined): string {
  return typeof value === 'number' ? String(name.endsWith('Fen') ? value / fenPerWan : value) : '';
}

/** As the edition holds it; undefined where what is typed is no whole number. */
export function storedNumber(name: string, typed: string): number | undefined {
  if (!/^\d{1,9}$/.test(typed.trim())) return undefined;
  return name.endsWith('Fen') ? Number(typed) * fenPerWan : Number(typed);
}
