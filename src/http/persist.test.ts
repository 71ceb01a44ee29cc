import { expect, test } from 'vitest';
import { Refusal } from '#domain/values/refusal.ts';
import { persist } from './persist.ts';

/** Fails so many times in this way; each rest is a second. */
async function failing(times: number, error: Error): Promise<{ readonly outcome: unknown; readonly tries: number; readonly seconds: number }> {
  let tries = 0;
  let seconds = 0;
  const work = async (): Promise<string> => {
    tries += 1;
    if (tries <= times) throw error;
    return 'done';
  };
  const rest = async (): Promise<void> => void (seconds += 1);
  const outcome = await persist(() => seconds * 1_000, work, rest).catch((thrown: unknown) => thrown);
  return { outcome, tries, seconds };
}

test('a request that came while the database was away is carried out when it is back', async () => {
  const away = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  expect(await failing(7, away)).toEqual({ outcome: 'done', tries: 8, seconds: 7 });
});

test('it is sent home after half a minute, and at once for every other reason', async () => {
  expect(await failing(1_000, new Refusal('busy'))).toMatchObject({ outcome: { code: 'busy' }, seconds: 31 });
  expect(await failing(1, new Refusal('tooLate'))).toMatchObject({ outcome: { code: 'tooLate' }, tries: 1, seconds: 0 });
});
