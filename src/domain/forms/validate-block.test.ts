import { describe, expect, it } from 'vitest';
import type { BlockDef } from '#domain/forms/definition.ts';
import { everyKind } from '#domain/forms/every-kind.test-support.ts';
import { validateBlock } from '#domain/forms/validate-block.ts';
import type { Json } from '#domain/values/json.ts';

function block(key: string): BlockDef {
  const found = everyKind.blocks.find((one) => one.key === key);
  if (found === undefined) throw new Error(key);
  return found;
}

describe('answers to a block', () => {
  it.each<[string, Json]>([
    ['nothing at all', {}],
    ['nulls', { name: null, firms: null, groups: null }],
    ['wrong figures and unreadable ones', { firms: -1.5, share: 900, revenue: { typed: 'abc' } }],
    ['an option and a code that do not exist', { level: '一般', industry: '99' }],
    ['notes', { notes: { R15: { justification: '理由' }, 'R20:甲': { confirmed: '甲' } } }],
  ])('may be stored with %s', (_, answers) => {
    expect(validateBlock(block('facts'), answers)).toEqual([]);
  });

  it.each<[string, Json, string, string]>([
    ['are no object', [], '', 'notAnObject'],
    ['are null', null, '', 'notAnObject'],
    ['have a key that the block lacks', { 'a/b': 1 }, '/a~1b', 'unknownKey'],
    ['have a key of the prototype', JSON.parse('{"__proto__":1}'), '/__proto__', 'unknownKey'],
    ['have a value of another type', { firms: '3' }, '/firms', 'wrongShape'],
    ['have notes that are no notes', { notes: { R15: { said: 'x' } } }, '/notes', 'wrongShape'],
    ['have a note without end', { notes: { R15: { justification: '长'.repeat(5001) } } }, '/notes', 'wrongShape'],
  ])('may not be stored where they %s', (_, answers, path, code) => {
    expect(validateBlock(block('facts'), answers)).toEqual([{ path, code }]);
  });

  it('never hold what is computed, not even as unfilled', () => {
    expect(validateBlock(block('chain'), { total: null, count: 3 })).toEqual([
      { path: '/total', code: 'unknownKey' },
      { path: '/count', code: 'unknownKey' },
    ]);
  });

  it('hold at most twice the rows of a table, so that a paste that is too long is not lost', () => {
    const rows = (n: number): Json => ({ rows: Array.from({ length: n }, () => ({ name: '甲' })) });
    expect([16, 17].map((n) => validateBlock(block('chain'), rows(n)).length)).toEqual([0, 1]);
  });
});
