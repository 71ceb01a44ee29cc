import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('everything has a default', () => {
  expect(readConfig({})).toEqual({
    port: 8080,
    dataFolder: `${process.cwd()}/data`,
    databaseUrl: undefined,
    publicUrl: undefined,
    mail: undefined,
    sms: undefined,
  });
});

test('a public address loses the slash at its end, so that paths can follow it', () => {
  expect(readConfig({ PUBLIC_URL: 'https://jiqun.example.cn/' }).publicUrl).toBe('https://jiqun.example.cn');
});

test.each([
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '80a'],
  ['PORT', '1e3'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['DATABASE_URL', 'localhost'],
  ['PUBLIC_URL', 'jiqun.example.cn'],
  ['SMTP_URL', 'http://mail'],
  ['CLAMD_ADDRESS', 'scanner'],
  ['CLAMD_ADDRESS', 'scanner:99999'],
  ['SMS_GATEWAY_URL', 'ftp://sms'],
])('%s=%s is refused by its name', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(name);
});
