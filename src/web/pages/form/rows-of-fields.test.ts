import { describe, expect, test } from 'vitest';
import type { CountField } from '#domain/forms/definition.ts';
import { rowsOfFields } from './rows-of-fields.ts';

const field = (key: string, more: Partial<CountField> = {}): CountField => ({ key, kind: 'count', unit: '家', label: key, ...more });
const keys = (fields: readonly CountField[]) => rowsOfFields(fields).map((row) => row.fields.map((one) => one.key).join(''));

describe('fields on the four columns', () => {
  test('fill a row and go on in the next when they no longer fit', () => {
    expect(keys([field('a', { span: 2 }), field('b'), field('c', { span: 2 }), field('d')])).toEqual(['ab', 'cd']);
    expect(keys([field('a', { span: 4 }), field('b')])).toEqual(['a', 'b']);
  });

  test('a group starts a row under its heading, and so does what comes after it', () => {
    const fields = [field('a'), field('b', { group: '联系人' }), field('c', { group: '联系人' }), field('d')];
    expect(keys(fields)).toEqual(['a', 'bc', 'd']);
    expect(rowsOfFields(fields).map((row) => row.group)).toEqual([undefined, '联系人', undefined]);
  });
});
