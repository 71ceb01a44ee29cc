import { answerTo } from '#domain/forms/answers.ts';
import type { TableField } from '#domain/forms/definition.ts';
import { canonicalJson } from '#domain/values/canonical.ts';
import type { JsonObject } from '#domain/values/json.ts';

/**
 * For each row of `after`, the index of the row of `before` that it was, or undefined where it is new. Rows are the same where they are
 * equal, then where their names (rowKey) are, then, for renamed rows, where at least half of their other filled cells are. Each is used once,
 * the earliest first.
 */
export function matchRows(table: TableField | undefined, before: readonly JsonObject[], after: readonly JsonObject[]): readonly (number | undefined)[] {
  const matches: (number | undefined)[] = after.map(() => undefined);
  const free = new Set(before.keys());
  const pairBy = (keyOf: (row: JsonObject) => string | undefined): void => {
    const waiting = Map.groupBy([...free], (index) => keyOf(before[index] ?? {}));
    for (const [at, row] of after.entries()) {
      const key = keyOf(row);
      if (matches[at] !== undefined || key === undefined) continue;
      const index = waiting.get(key)?.shift();
      if (index === undefined) continue;
      matches[at] = index;
      free.delete(index);
    }
  };
  pairBy(canonicalJson);
  pairBy((row) => nameOf(table, row));
  for (const [at, row] of after.entries()) {
    if (matches[at] !== undefined) continue;
    const index = [...free].find((one) => isAlike(table, before[one] ?? {}, row));
    if (index === undefined) continue;
    matches[at] = index;
    free.delete(index);
  }
  return matches;
}

function nameOf(table: TableField | undefined, row: JsonObject): string | undefined {
  const name = table === undefined ? undefined : answerTo(row, table.rowKey);
  return typeof name === 'string' ? name : undefined;
}

/** Alike apart from the name: a company renamed, a typing error in it mended. */
function isAlike(table: TableField | undefined, a: JsonObject, b: JsonObject): boolean {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => key !== table?.rowKey);
  const same = keys.filter((key) => Object.hasOwn(a, key) && Object.hasOwn(b, key) && canonicalJson(a[key] ?? null) === canonicalJson(b[key] ?? null));
  return same.length > 0 && same.length * 2 >= keys.length;
}
