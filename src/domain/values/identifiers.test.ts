import { describe, expect, it } from 'vitest';
import {
  checkCreditCode,
  checkIdentityNumber,
  checkOrganisationCode,
  checkPatentNumber,
  isEmail,
  isMobile,
  isPhone,
  isPostcode,
} from '#domain/values/identifiers.ts';

describe('a unified social credit code', () => {
  it.each([
    '91350200MA2YJ1XR9G',
    '91350200776049653A',
    '91350500798359476R',
    '91350503MA31DKY80A',
    '91350200MA31E12PXF',
    '91440101MA5CJQ4N59',
    '913502000728319549',
    '123502001549897397',
    '91350503MA31DNG762',
    '913502115628130384',
    '9135021359498494XQ',
    // Well-formed codes made for the sample: they belong to nobody.
    '91320214TXT0000A6L',
    '91320505TXT0000B4X',
    '91321203TXT0000C2Q',
    '91320281TXT0000D06',
  ])('%s is valid', (code) => {
    expect(checkCreditCode(code)).toBe('valid');
  });

  it.each(['91350203M0001QAY9B', '91350100M0001TGQXM', '91350211M0000XUF46', '91350203M0001FUE2P'])('%s is well-formed, its check digit fails', (code) => {
    expect(checkCreditCode(code)).toBe('unchecked');
  });

  it.each(['91350200MA2YJ1XR9', '91350200MA2YJ1XR9GG', '9135020OMA2YJ1XR9G', '91350200ma2yj1xr9g', ''])('“%s” is malformed', (code) => {
    expect(checkCreditCode(code)).toBe('malformed');
  });
});

describe('an organisation code', () => {
  it.each([
    ['77604965-3', 'valid'],
    ['776049653', 'valid'],
    ['59498494X', 'valid'],
    ['776049654', 'unchecked'],
    ['7760496', 'malformed'],
  ])('%s is %s', (code, verdict) => {
    expect(checkOrganisationCode(code)).toBe(verdict);
  });

  it('is found in every credit code, as its ninth to seventeenth character', () => {
    for (const code of ['91350200776049653A', '9135021359498494XQ', '123502001549897397', '91320214TXT0000A6L']) {
      expect(checkOrganisationCode(code.slice(8, 17))).toBe('valid');
    }
  });
});

describe('a patent number', () => {
  it.each([
    ['CN201410234381.X', 'valid'],
    ['ZL201819900137.8', 'valid'],
    ['201819900137.8', 'valid'],
    ['2018199001378', 'valid'],
    ['zl 201819900137.8', 'valid'],
    ['201819900137.9', 'unchecked'],
    ['201849900137.8', 'malformed'],
    ['一种方法', 'malformed'],
  ])('%s is %s', (number, verdict) => {
    expect(checkPatentNumber(number)).toBe(verdict);
  });
});

describe('an identity number', () => {
  it.each([
    ['34052419800101001X', 'valid'],
    ['340524198001010013', 'unchecked'],
    ['34052419800230001X', 'malformed'],
    ['3405241980010100', 'malformed'],
  ])('%s is %s', (number, verdict) => {
    expect(checkIdentityNumber(number)).toBe(verdict);
  });
});

describe('what reaches a person', () => {
  it.each([
    [isMobile, ['13900000012'], ['12900000012', '1390000001', '139000000123']],
    [isPhone, ['0523-80000000', '(0523)80000000', '80000000', '+86 0523-80000000', '0523-80000000-801', '13900000012'], ['8000', '0523-', 'abc']],
    [isPostcode, ['225300'], ['22530', '2253000', '22530a']],
    [isEmail, ['jiqun@zone.example', 'a.b+c@x-y.gov.cn'], ['a@b', 'a b@c.cn', '@c.cn', 'a@@c.cn', 'a@c..cn']],
  ] as const)('%o', (is, right, wrong) => {
    expect(right.filter((text) => !is(text))).toEqual([]);
    expect(wrong.filter((text) => is(text))).toEqual([]);
  });
});
