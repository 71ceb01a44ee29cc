const shape = /^(?<issuer>[^\s〔〕\d]+)〔(?<year>\d{4})〕(?<n>\d{1,5})号$/;
const opening = /[[［(（【{]/g;
const closing = /[\]］)）】}]/g;

/** A document number such as 泰科函〔2022〕8号, whatever brackets and full-width digits it was typed with; undefined where it is none. */
export function readDocumentNumber(text: string): string | undefined {
  const plain = text.replaceAll(/\s+/g, '').replaceAll(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
  const number = plain.replaceAll(opening, '〔').replaceAll(closing, '〕');
  return shape.test(number) ? number : undefined;
}
