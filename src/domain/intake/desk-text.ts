/**
 * What a scanner typed, in the characters that stand on the paper. A scanner is a keyboard: with a Chinese input method switched on its
 * `/`, `.` and `:` arrive as full-width or Chinese punctuation (U+3001, U+3002), and some send other control characters around the text.
 */
export function deskText(raw: string): string {
  return raw
    .normalize('NFKC')
    .replaceAll(/[\u3001\u00f7]/g, '/')
    .replaceAll('\u3002', '.')
    .replaceAll(/[\u2010-\u2015\u2212\u30fc]/g, '-')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
}

const planNumber = /^(JQ)[- ]?(\d{4})[- ]?(\d{4,})$/;

/** The plan's number where the text is one, in any case and with or without its hyphens: `JQ2022-0117`. */
export function planNumberIn(text: string): string | undefined {
  const found = planNumber.exec(text.toUpperCase());
  return found === null ? undefined : `${found[1]}${found[2]}-${found[3]}`;
}
