import type { CodeItem } from '#domain/programme/edition.ts';

export interface Match {
  readonly item: CodeItem;
  /** Names of what it belongs to, outermost first. */
  readonly within: readonly string[];
}

/** Items of a level whose code begins with the words typed, or whose name or parents' names hold them all. In the list's order. */
export function searchCodes(list: readonly CodeItem[], level: number | undefined, words: string, limit: number): readonly Match[] {
  const byCode = new Map(list.map((item) => [item.code, item]));
  const wanted = words.normalize('NFKC').trim().toLowerCase().split(/\s+/).filter(Boolean);
  const found: Match[] = [];
  for (const item of list) {
    if (level !== undefined && item.level !== level) continue;
    const within = parentsOf(item, byCode);
    const text = [...within, item.name].join(' ').toLowerCase();
    if (!wanted.every((word) => item.code.startsWith(word) || text.includes(word))) continue;
    found.push({ item, within });
    if (found.length === limit) break;
  }
  return found;
}

function parentsOf(item: CodeItem, byCode: ReadonlyMap<string, CodeItem>): readonly string[] {
  const names: string[] = [];
  for (let up = item.parent === undefined ? undefined : byCode.get(item.parent); up; up = up.parent === undefined ? undefined : byCode.get(up.parent))
    names.unshift(up.name);
  return names;
}
