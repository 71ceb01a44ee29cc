import { type Fault, type Kind, plain } from '#domain/forms/kinds/kind.ts';
import { typedText } from '#domain/forms/kinds/numbers.ts';
import type { TextField, TextFormat } from '#domain/forms/definition.ts';
import { type Verdict, checkCreditCode, checkPatentNumber, isEmail, isMobile, isPhone, isPostcode } from '#domain/values/identifiers.ts';
import { forbiddenCharacter, isInvisible, lengthOf, normaliseText } from '#domain/values/text.ts';

export function textKind(field: TextField): Kind {
  const clean = (text: string): string => normaliseText(field.lines === undefined ? text.replace(/\s*[\r\n]+\s*/g, ' ') : text).trim();
  return {
    ...plain,
    parse: (text) => ({ value: tidy(clean(text), field.format) || undefined }),
    display: typedText,
    paper: typedText,
    fits: (value) => typeof value === 'string' && value.length <= storable(field),
    faults: (value) => (typeof value === 'string' ? faultsOfText(field, value) : [{ code: 'unreadable' }]),
    normal: (value) => (typeof value === 'string' ? normaliseText(value).trim() || undefined : value),
  };
}

/** A draft may be far too long, so that nothing pasted is lost; but not without end. */
function storable(field: TextField): number {
  return Math.max(2000, field.maxLength * 4);
}

/** Identifiers are typed with spaces, full-width and small letters; their canonical form has none. */
function tidy(text: string, format: TextFormat | undefined): string {
  if (format === undefined) return text;
  const narrow = text.normalize('NFKC');
  if (format === 'email' || format === 'phone') return narrow;
  const tight = narrow.replace(/\s/g, '');
  return format === 'uscc' || format === 'patentNo' ? tight.toUpperCase() : tight;
}

function faultsOfText(field: TextField, value: string): readonly Fault[] {
  const faults: Fault[] = [];
  if (value.length > field.maxLength && lengthOf(value) > field.maxLength) faults.push({ code: 'tooLong', limit: field.maxLength });
  const forbidden = forbiddenCharacter(value);
  if (forbidden !== undefined)
    faults.push({ code: 'badCharacter', found: isInvisible(forbidden.character) ? codePointName(forbidden.character) : forbidden.character });
  if (field.format !== undefined) {
    const verdict = verdicts[field.format](value.trim());
    if (verdict !== 'valid') faults.push({ code: verdict === 'malformed' ? 'badFormat' : 'checkDigit', format: field.format, found: value });
  }
  return faults;
}

/** `U+200B`: the name of a character that cannot be seen. */
function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const verdicts: Readonly<Record<TextFormat, (text: string) => Verdict>> = {
  mobile: (text) => (isMobile(text) ? 'valid' : 'malformed'),
  email: (text) => (isEmail(text) ? 'valid' : 'malformed'),
  postcode: (text) => (isPostcode(text) ? 'valid' : 'malformed'),
  phone: (text) => (isPhone(text) ? 'valid' : 'malformed'),
  uscc: checkCreditCode,
  patentNo: checkPatentNumber,
};
