/**
 * A place in an entry's sentence that a proposal's answer fills: `{money.newTotal}` a field; `{research.tasks.content|;}` a column's cells with
 * what stands between them; `{ip.patents#}` how many rows; `{ip.patents#status=x}` how many with that answer.
 */
export interface EntrySlot {
  readonly whole: string;
  readonly block: string;
  readonly field: string;
  readonly column?: string;
  readonly separator?: string;
  readonly count: boolean;
  readonly is?: string;
}

const SLOT = /\{(\w+)\.(\w+)(?:\.(\w+)(?:\|([^}]+))?|(#)(?:(\w+)=([^}]+))?)?\}/g;

export function entrySlots(sentence: string): readonly EntrySlot[] {
  return Array.from(sentence.matchAll(SLOT), ([whole, block = '', field = '', cells, separator, hash, column = cells, is]) => ({
    whole,
    block,
    field,
    count: hash !== undefined,
    ...(column === undefined ? {} : { column }),
    ...(separator === undefined ? {} : { separator }),
    ...(is === undefined ? {} : { is }),
  }));
}
