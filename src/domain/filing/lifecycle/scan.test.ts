import { expect, test } from 'vitest';
import { decideScan, type ScanEvent, type ScanFacts, scanStates, scanTable } from './scan.ts';

const zone: ScanFacts = { by: ['zone'], asked: true, files: 1, unread: true };
const sys: ScanFacts = { by: ['sys'], asked: true };
const states = ['new', ...scanStates] as const;
const events = Object.keys(scanTable) as ScanEvent[];

test('each event is done exactly from the states that the table names, by whom it names', () => {
  for (const event of events) {
    for (const state of states) {
      // The zone gives a scan up, and so does a recommendation that is taken back.
      const others = event === 'remove' && scanTable.remove.from.includes(state);
      const [right, wrong] = event === 'finish' || event === 'fail' ? [sys, zone] : [zone, sys];
      expect(decideScan(state, event, right).done, `${event} from ${state}`).toBe(scanTable[event].from.includes(state));
      expect(decideScan(state, event, wrong).done, `${event} from ${state}`).toBe(others);
    }
  }
});

test('nothing is taken while sealed papers are not asked for, read without files, or said of a page that a code tells', () => {
  expect(decideScan('new', 'begin', { ...zone, asked: false })).toEqual({ done: false, code: 'wrongState' });
  expect(decideScan('gathering', 'read', { ...zone, files: 0 })).toEqual({ done: false, code: 'badRequest' });
  for (const event of ['tell', 'photograph'] as const)
    expect(decideScan('read', event, { ...zone, unread: false })).toEqual({ done: false, code: 'wrongState' });
});

test('a removed scan stays removed', () => {
  for (const event of events) expect(decideScan('removed', event, { ...zone, by: ['zone', 'sys'] }).done, event).toBe(false);
});
