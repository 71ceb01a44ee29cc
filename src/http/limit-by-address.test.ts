import { expect, test } from 'vitest';
import { limitByAddress } from './limit-by-address.ts';

const from = (address: string) => new Headers({ 'x-real-ip': address });

test('an address that asks too often is refused until the minute is over; another is not', () => {
  let at = 0;
  const ask = limitByAddress(2, () => at);
  ask(from('192.0.2.1'));
  ask(from('192.0.2.1'));
  expect(() => ask(from('192.0.2.1'))).toThrow('tooOften');
  ask(from('192.0.2.2'));
  at = 60_000;
  ask(from('192.0.2.1'));
});

test('the addresses of one IPv6 network count as one, however they are written', () => {
  const ask = limitByAddress(2, () => 0);
  ask(from('2001:db8::1'));
  ask(from('2001:db8:0:0:7::1'));
  expect(() => ask(from('2001:db8::ffff:1'))).toThrow('tooOften');
  ask(from('2001:db8:0:1::1'));
});
