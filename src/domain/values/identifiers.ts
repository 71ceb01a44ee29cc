import { isDay } from '#domain/values/instant.ts';

/**
 * What an identifier typed by a person is. `malformed` has the wrong length or characters; `unchecked` is well-formed but its check digit
 * fails: some legal old codes do, so that is a question to the filer, never a refusal.
 */
export type Verdict = 'valid' | 'malformed' | 'unchecked';

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Unified social credit code, GB 32100-2015: 18 characters without I, O, S, V, Z; weights 3^i mod 31. */
export function checkCreditCode(code: string): Verdict {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return 'malformed';
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += CREDIT_ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return verdict(CREDIT_ALPHABET[(31 - (sum % 31)) % 31] === code[17]);
}

/** Organisation code, GB 11714-1997: eight characters and a check character, with or without its hyphen. */
export function checkOrganisationCode(code: string): Verdict {
  const match = /^([0-9A-Z]{8})-?([0-9X])$/.exec(code);
  if (match?.[1] === undefined) return 'malformed';
  const rest = 11 - (weigh(Array.from(match[1], digitOf36), ORGANISATION_WEIGHTS) % 11);
  return verdict((rest === 10 ? 'X' : rest === 11 ? '0' : String(rest)) === match[2]);
}

/** Patent or application number, ZC 0006-2003: 12 digits (8 before October 2003), a check character; `CN`, `ZL` and the point may be left out. */
export function checkPatentNumber(number: string): Verdict {
  const match = /^(?:CN|ZL)?(\d{4}[12389]\d{7}|\d{2}[12389]\d{5})\.?([0-9X])$/.exec(number.toUpperCase().replaceAll(' ', ''));
  if (match?.[1] === undefined) return 'malformed';
  const rest = weigh(Array.from(match[1], Number), [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11;
  return verdict((rest === 10 ? 'X' : String(rest)) === match[2]);
}

/** Citizen's identity number, GB 11643-1999. The area is not looked up: areas merge and are renamed, numbers stay. */
export function checkIdentityNumber(number: string): Verdict {
  const match = /^(\d{6}(\d{4})(\d{2})(\d{2})\d{3})([0-9X])$/.exec(number);
  if (match?.[1] === undefined || !isDay(`${match[2]}-${match[3]}-${match[4]}`)) return 'malformed';
  return verdict('10X98765432'[weigh(Array.from(match[1], Number), IDENTITY_WEIGHTS) % 11] === match[5]);
}

export function isMobile(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(text);
}

/** Fixed line, fax or mobile: area code, extension and country code may be written. */
export function isPhone(text: string): boolean {
  return isMobile(text) || /^(\+86[- ]?)?(\(?0\d{2,3}\)?[- ]?)?\d{7,8}([-x\u8f6c]\d{1,6})?$/.test(text);
}

export function isPostcode(text: string): boolean {
  return /^\d{6}$/.test(text);
}

/** Deliberately loose: one @, a host with a point. Only a delivered mail proves an address. */
export function isEmail(text: string): boolean {
  return /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
}

function weigh(digits: readonly number[], weights: readonly number[]): number {
  return digits.reduce((sum, digit, at) => sum + digit * (weights[at] ?? 0), 0);
}

function digitOf36(character: string): number {
  return Number.parseInt(character, 36);
}

function verdict(checks: boolean): Verdict {
  return checks ? 'valid' : 'unchecked';
}
