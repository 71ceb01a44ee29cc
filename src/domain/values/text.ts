/** True for a code point that the paper's fonts can print. */
export type Covers = (codePoint: number) => boolean;

/**
 * Never legal in an answer: controls but the line feed, everything invisible (zero-width, joining, soft hyphen, variation selectors, tags),
 * bidi marks and overrides, line and paragraph separators, private use, noncharacters, lone surrogates.
 */
const FORBIDDEN = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;

/** NFC, with the line ends of every system as line feeds and tabs as spaces. How text is brought in before it is stored. */
export function normaliseText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').normalize('NFC');
}

/** The first character that must not be in an answer or, where `covers` is given, that the paper cannot print. */
export function forbiddenCharacter(text: string, covers?: Covers): { readonly at: number; readonly character: string } | undefined {
  if (covers === undefined && !FORBIDDEN.test(text)) return undefined;
  let at = 0;
  for (const character of text) {
    if (FORBIDDEN.test(character) || (character !== '\n' && covers?.(character.codePointAt(0) ?? 0) === false)) return { at, character };
    at += character.length;
  }
  return undefined;
}

/** Characters as people count them for a limit: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** True where only white space is there, the ideographic space included. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}
