import { isArray, isObject } from '#domain/forms/answers.ts';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import type { Json } from '#domain/values/json.ts';
import { sameAnswers } from './same-answers.ts';

export type Side = 'mine' | 'theirs';

/** A field in which two texts of one block differ. `suggested` where only one side changed it since both began. */
export interface Difference {
  readonly field: string;
  readonly mine: Json;
  readonly theirs: Json;
  readonly suggested?: Side;
}

/** Every field that differs, in the order of `fields`; `was` is the text that both began with. */
export function differences(fields: readonly string[], was: BlockAnswers, mine: BlockAnswers, theirs: BlockAnswers): readonly Difference[] {
  const all = [...new Set([...fields, ...Object.keys(mine), ...Object.keys(theirs)])];
  return all
    .filter((field) => !sameAnswers(mine[field], theirs[field]))
    .map((field) => {
      const untouched: Side | undefined = sameAnswers(was[field], mine[field]) ? 'theirs' : sameAnswers(was[field], theirs[field]) ? 'mine' : undefined;
      const sides = { field, mine: mine[field] ?? null, theirs: theirs[field] ?? null };
      return untouched ? { ...sides, suggested: untouched } : sides;
    });
}

/** Both kept, to be edited afterwards: texts one after the other, lists with every item of the other side that differs; nothing where that makes no sense. */
export function bothOf(mine: Json, theirs: Json, between = '\n'): Json | undefined {
  if (typeof mine === 'string' && typeof theirs === 'string') return mine === '' || theirs === '' ? mine || theirs : `${mine}${between}${theirs}`;
  if (isArray(mine) && isArray(theirs)) return [...mine, ...theirs.filter((item) => !mine.some((own) => sameAnswers(own, item)))];
  if (isObject(mine) && isObject(theirs)) return { ...theirs, ...mine };
  return undefined;
}

/** The block with the chosen values; fields that do not differ stay as they are on both sides. */
export function merged(mine: BlockAnswers, chosen: Readonly<Record<string, Json>>): BlockAnswers {
  return { ...mine, ...chosen };
}
