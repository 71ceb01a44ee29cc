/** 机关代字 in Chinese characters, the year in full, a serial of the year without zeros before it: as GB/T 9704 has a 发文字号. */
const shape = /^\p{Script=Han}{2,20}〔(?:19|20)\d{2}〕[1-9]\d{0,4}号$/u;
const opening = /[[［(（【{｛〔〖]/g;
const closing = /[\]］)）】}｝〕〗]/g;

/** A document number such as 泰科函〔2022〕8号, whatever brackets and full-width digits it was typed with; undefined where it is none. */
export function readDocumentNumber(text: string): string | undefined {
  const plain = text.replaceAll(/\s+/g, '').replaceAll(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
  const number = plain.replaceAll(opening, '〔').replaceAll(closing, '〕');
  return shape.test(number) ? number : undefined;
}
