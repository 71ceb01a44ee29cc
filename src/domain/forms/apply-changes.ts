import { isArray, isObject } from '#domain/forms/answers.ts';
import type { Answers, BlockAnswers } from '#domain/forms/definition.ts';
import type { Change } from '#domain/forms/diff.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import { parsePointer } from '#domain/values/pointer.ts';

/** Puts the changes of diffAnswers on the content that they were made from. Throws where a changed row is not there: it was another content. */
export function applyChanges(answers: Answers, changes: readonly Change[]): Answers {
  const blocks = new Map<string, BlockAnswers>(Object.entries(answers));
  for (const [key, ofField] of Map.groupBy(changes, (change) => (parsePointer(change.path) ?? []).slice(0, 2).join('\n'))) {
    const [block = '', field = ''] = key.split('\n');
    const before = blocks.get(block) ?? {};
    blocks.set(block, put(before, field, applyToField(before[field], ofField)));
  }
  return Object.fromEntries([...blocks].filter(([, block]) => Object.keys(block).length > 0));
}

function applyToField(value: Json | undefined, changes: readonly Change[]): Json | undefined {
  if (changes.some((change) => change.kind !== 'answer')) return applyToTable(rowsIn(value), changes);
  return changes.reduce<Json | undefined>((now, change) => {
    const after = 'after' in change ? change.after : undefined;
    const [, , key] = parsePointer(change.path) ?? [];
    return key === undefined ? after : put(isObject(now) ? now : {}, key, after);
  }, value);
}

/** First what went and where the kept rows stand, by their earlier places; then, by their later ones, what came and what changed. */
function applyToTable(before: readonly JsonObject[], changes: readonly Change[]): readonly JsonObject[] {
  const removed = new Set(changes.flatMap((change) => (change.kind === 'rowRemoved' ? [indexIn(change)] : [])));
  const moved = changes.find((change) => change.kind === 'rowsMoved');
  const order = moved?.order ?? [...before.keys()].filter((index) => !removed.has(index));
  const rows = order.map((index) => rowAt(before, index));
  for (const change of changes) if (change.kind === 'rowAdded') rows.splice(indexIn(change), 0, change.after);
  for (const change of changes) {
    if (change.kind !== 'cell') continue;
    const [, , , column = ''] = parsePointer(change.path) ?? [];
    rows[indexIn(change)] = put(rowAt(rows, indexIn(change)), column, change.after);
  }
  return rows;
}

function indexIn(change: Change): number {
  return Number(parsePointer(change.path)?.[2]);
}

function rowAt(rows: readonly JsonObject[], index: number): JsonObject {
  const row = rows[index];
  if (row === undefined) throw new Error(`there is no row ${index}`);
  return row;
}

function rowsIn(value: Json | undefined): readonly JsonObject[] {
  return isArray(value) ? value.filter(isObject) : [];
}

function put(object: JsonObject, key: string, value: Json | undefined): JsonObject {
  const { [key]: _, ...rest } = object;
  return value === undefined ? rest : { ...rest, [key]: value };
}
