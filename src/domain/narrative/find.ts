import { isObject } from '#domain/forms/answers.ts';
import { nodes } from '#domain/narrative/schema.ts';
import { childrenOf } from '#domain/narrative/text.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';

/** Stands in a line for a figure, a break or a picture, which no search finds. */
export const LEAF = '\ufffc';

/** Places at which `what` begins in a line, from left to right, none over another. */
export function matchesIn(line: string, what: string): readonly number[] {
  const found: number[] = [];
  if (what === '') return found;
  for (let at = line.indexOf(what); at >= 0; at = line.indexOf(what, at + what.length)) found.push(at);
  return found;
}

/** How often a section's own words hold `what`. */
export function countMatches(section: Json | undefined, what: string): number {
  if (!isObject(section)) return 0;
  if (isLine(section)) return matchesIn(lineOf(section), what).length;
  return childrenOf(section).reduce<number>((sum, child) => sum + countMatches(child, what), 0);
}

/** The section with every `what` replaced; the new words look like the first of those they replace. */
export function replaceAll(section: JsonObject, what: string, by: string): JsonObject {
  if (what === '' || section['content'] === undefined) return section;
  if (isLine(section)) return { ...section, content: replacedInline(section, what, by) };
  return { ...section, content: childrenOf(section).map((child) => (isObject(child) ? replaceAll(child, what, by) : child)) };
}

function replacedInline(line: JsonObject, what: string, by: string): readonly Json[] {
  const starts = matchesIn(lineOf(line), what);
  let at = 0;
  const found: Json[] = [];
  for (const child of childrenOf(line)) {
    const text = textOf(child);
    if (text === undefined || !isObject(child)) {
      found.push(child);
      at += 1;
      continue;
    }
    let kept = '';
    for (let index = 0; index < text.length; index++) {
      const start = starts.findLast((one) => one <= at + index);
      if (start === at + index) kept += by;
      if (start === undefined || at + index >= start + what.length) kept += text[index] ?? '';
    }
    at += text.length;
    if (kept !== '') found.push({ ...child, text: kept });
  }
  return found;
}

function lineOf(line: JsonObject): string {
  return childrenOf(line)
    .map((child) => textOf(child) ?? LEAF)
    .join('');
}

function textOf(node: Json): string | undefined {
  return isObject(node) && typeof node['text'] === 'string' ? node['text'] : undefined;
}

function isLine({ type }: JsonObject): boolean {
  return typeof type === 'string' && nodes.get(type)?.line === true;
}
