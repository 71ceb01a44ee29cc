import { isPrintable } from '#domain/values/printable.ts';

/**
 * Never legal in an answer: controls but the line feed, everything invisible (zero-width, joining, soft hyphen, variation selectors, tags),
 * bidi marks and overrides, line and paragraph separators, private use, noncharacters, lone surrogates.
 */
const FORBIDDEN = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;

/** NFC, with the line ends of every system as line feeds and tabs as spaces. How text is brought in before it is stored. */
export function normaliseText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').normalize('NFC');
}

/** The first character that must not be in an answer: one that nobody sees, or that the paper cannot print. */
export function forbiddenCharacter(text: string): { readonly at: number; readonly character: string } | undefined {
  let at = 0;
  for (const character of text) {
    if (character !== '\n' && (isInvisible(character) || !isPrintable(character.codePointAt(0) ?? 0))) return { at, character };
    at += character.length;
  }
  return undefined;
}

/** True for a control, a mark or another character that leaves nothing on the screen. */
export function isInvisible(character: string): boolean {
  return FORBIDDEN.test(character);
}

/** Characters as people count them for a limit: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}
