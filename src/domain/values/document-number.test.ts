import { expect, test } from 'vitest';
import { readDocumentNumber } from './document-number.ts';

test('a document number is read whatever brackets, spaces and digits it was typed with', () => {
  for (const typed of ['泰科函〔2022〕8号', '泰科函[2022]8号', '泰科函（2022） 8 号', '泰科函【２０２２】８号']) {
    expect(readDocumentNumber(typed)).toBe('泰科函〔2022〕8号');
  }
});

test.each(['', 'abc', '8号', '泰科函2022年8号', '泰科函〔2022〕号', '泰科函〔22〕8号'])('%o is not taken for a document number', (typed) => {
  expect(readDocumentNumber(typed)).toBeUndefined();
});
