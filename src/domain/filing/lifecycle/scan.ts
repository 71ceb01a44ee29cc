import type { Decision, Guards, Table } from './table.ts';
import { decideBy } from './table.ts';

export const scanStates = ['gathering', 'reading', 'read', 'failed', 'removed'] as const;
export type ScanState = (typeof scanStates)[number];

export type ScanEvent = 'begin' | 'change' | 'read' | 'finish' | 'fail' | 'amend' | 'photograph' | 'tell' | 'remove';
type ScanWho = 'zone' | 'sys';
type ScanGuard = 'asked' | 'hasFiles' | 'unread';

/**
 * A scan of the sealed papers: files are gathered, then read by a job. Afterwards a page may be photographed anew by itself or told by
 * hand; everything else takes the scan back to its files. Scans are asked for once the city has recommended (model R08), and a
 * recommendation that is taken back takes its scan with it.
 */
export const scanTable: Table<ScanState, ScanEvent, ScanWho, ScanGuard, never> = {
  begin: { from: ['new'], to: 'gathering', who: [['zone']], guards: ['asked'], effects: [] },
  change: { from: ['gathering'], to: 'same', who: [['zone']], guards: ['asked'], effects: [] },
  read: { from: ['gathering'], to: 'reading', who: [['zone']], guards: ['asked', 'hasFiles'], effects: [] },
  finish: { from: ['reading'], to: 'read', who: [['sys']], guards: [], effects: [] },
  fail: { from: ['reading'], to: 'failed', who: [['sys']], guards: [], effects: [] },
  amend: { from: ['reading', 'read', 'failed'], to: 'gathering', who: [['zone']], guards: ['asked'], effects: [] },
  photograph: { from: ['read'], to: 'reading', who: [['zone']], guards: ['asked', 'unread'], effects: [] },
  tell: { from: ['read'], to: 'same', who: [['zone']], guards: ['asked', 'unread'], effects: [] },
  remove: { from: ['gathering', 'reading', 'read', 'failed'], to: 'removed', who: [['zone'], ['sys']], guards: ['asked'], effects: [] },
};

export interface ScanFacts {
  readonly by: readonly ScanWho[];
  /** The version is the one in force, recommended or confirmed, and the intake centre is not done with it. */
  readonly asked: boolean;
  readonly files?: number;
  /** The page it is about carries no readable code, or is missing: what a code says, nobody overrides. */
  readonly unread?: boolean;
}

const guards: Guards<ScanGuard, ScanFacts> = {
  asked: (facts) => (facts.asked ? undefined : 'wrongState'),
  hasFiles: (facts) => ((facts.files ?? 0) > 0 ? undefined : 'badRequest'),
  unread: (facts) => (facts.unread === true ? undefined : 'wrongState'),
};

/** What this event does to a scan in this state, given the facts. */
export function decideScan(state: ScanState | 'new', event: ScanEvent, facts: ScanFacts): Decision<ScanState, never> {
  return decideBy(scanTable, guards, state, event, facts);
}
