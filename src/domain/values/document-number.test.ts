import { expect, test } from 'vitest';
import { readDocumentNumber } from './document-number.ts';

test('a document number is read whatever brackets, spaces and digits it was typed with', () => {
  for (const typed of [
    '泰科函〔2022〕8号',
    '泰科函[2022]8号',
    '泰科函（2022） 8 号',
    '泰科函【２０２２】８号',
    '\u3000泰科函［2022］８号\n',
    '泰科函〖2022〗8号',
  ]) {
    expect(readDocumentNumber(typed)).toBe('泰科函〔2022〕8号');
  }
});

test.each(['泰高新管〔2022〕15号', '苏科高发〔2022〕15号', '宁科〔1999〕12345号'])('%s is kept as it is written', (written) => {
  expect(readDocumentNumber(written)).toBe(written);
});

test.each([
  '',
  'abc',
  '文号',
  '8号',
  '科函1号',
  '〔2022〕8号',
  '泰科函2022年8号',
  '泰科函〔2022〕号',
  '泰科函〔22〕8号',
  '泰科函〔3022〕8号',
  '泰科函〔2022〕第8号',
  '泰科函〔2022〕08号',
  '泰科函〔2022〕0号',
  '泰科函〔2022〕8号附件',
  '泰科函‮〔2022〕8号',
  '<b>〔2022〕8号',
])('%o is not taken for a document number', (typed) => {
  expect(readDocumentNumber(typed)).toBeUndefined();
});
