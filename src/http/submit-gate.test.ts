import { expect, test } from 'vitest';
import type { Session } from '#usecases/session.ts';
import { defaultLanes, openDoor } from './door.ts';
import { submitGate } from './submit-gate.ts';

function someoneOf(organisation: string): Session {
  return {
    person: 'someone',
    username: 'someone',
    name: '',
    organisation,
    organisationName: organisation,
    kind: 'zone',
    rights: { write: true, submit: true, manage: false },
    must: null,
  };
}

test('whoever asks again and again waits for itself alone, and is let in as its own leave', async () => {
  const admit = submitGate(openDoor({ ...defaultLanes, submit: { room: 8, queue: 0, patience: 0 } }));
  const log: string[] = [];
  const ask = async (organisation: string) => {
    const admitted = await admit(async () => someoneOf(organisation));
    log.push(admitted.actor.organisation);
    return admitted.leave;
  };
  const greedy = Array.from({ length: 30 }, () => ask('a'));
  await greedy[3];
  const other = await ask('b');
  expect(log.toSorted()).toEqual(['a', 'a', 'a', 'a', 'b']);
  other();
  for (const [index, one] of greedy.entries()) {
    (await one)();
    expect(log.filter((name) => name === 'a').length, `after ${index}`).toBeLessThanOrEqual(Math.min(30, index + 5));
  }
  expect(log.filter((name) => name === 'a')).toHaveLength(30);
});

test('nobody who is not signed in gets as far as the lane, and a session that cannot be looked up holds nothing', async () => {
  const admit = submitGate(openDoor({ ...defaultLanes, submit: { room: 1, queue: 0, patience: 0 } }));
  await expect(admit(async () => null)).rejects.toMatchObject({ code: 'notSignedIn' });
  for (let i = 0; i < 5; i++) await expect(admit(() => Promise.reject(new Error('the database is away')))).rejects.toThrow('away');
  const { leave } = await admit(async () => someoneOf('a'));
  // The lane is full: whoever is turned away there is no longer counted among their own.
  for (let i = 0; i < 5; i++) await expect(admit(async () => someoneOf('b'))).rejects.toMatchObject({ code: 'busy' });
  leave();
  (await admit(async () => someoneOf('b'))).leave();
});
