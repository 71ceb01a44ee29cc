import { childrenOf } from '#domain/narrative/text.ts';
import { normaliseNarrative } from '#domain/narrative/normal.ts';
import { canonicalJson } from '#domain/values/canonical.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';

/** A stretch of two texts of one section: the same in both, or what each has in that place. */
export type Hunk =
  | { readonly kind: 'same'; readonly nodes: readonly Json[] }
  | {
      readonly kind: 'differs';
      readonly mine: readonly Json[];
      readonly theirs: readonly Json[];
      /** Where only one side changed what both began with. */
      readonly suggested?: HunkSide;
    };

export type HunkSide = 'mine' | 'theirs';
export type HunkChoice = HunkSide | 'both';

/** Two texts block by block: a paragraph, a list, a table or a picture is one. `was` is what both began with. */
export function hunksOf(was: JsonObject, mine: JsonObject, theirs: JsonObject): readonly Hunk[] {
  const [a, b] = [keyed(mine), keyed(theirs)];
  const began = new Set(keyed(was).map(({ key }) => key));
  const hunks: Hunk[] = [];
  let [left, right] = [0, 0];
  const differ = (toLeft: number, toRight: number): void => {
    if (toLeft === left && toRight === right) return;
    const [own, other] = [a.slice(left, toLeft), b.slice(right, toRight)];
    const suggested = suggestion(own, other, began);
    hunks.push({ kind: 'differs', mine: own.map(({ node }) => node), theirs: other.map(({ node }) => node), ...(suggested ? { suggested } : {}) });
  };
  for (const [i, j] of commonPlaces(a, b)) {
    differ(i, j);
    const last = hunks.at(-1);
    const node = a[i]?.node ?? null;
    if (last?.kind === 'same') hunks[hunks.length - 1] = { kind: 'same', nodes: [...last.nodes, node] };
    else hunks.push({ kind: 'same', nodes: [node] });
    [left, right] = [i + 1, j + 1];
  }
  differ(a.length, b.length);
  return hunks;
}

/** The section with the chosen side of each difference; a difference without a choice keeps mine. */
export function mergedSection(hunks: readonly Hunk[], choices: readonly (HunkChoice | undefined)[]): JsonObject {
  const content = hunks.flatMap((hunk, index) => {
    if (hunk.kind === 'same') return hunk.nodes;
    const choice = choices[index] ?? 'mine';
    if (choice === 'both') return [...hunk.mine, ...hunk.theirs];
    return hunk[choice];
  });
  return content.length === 0 ? {} : { type: 'doc', content };
}

interface Keyed {
  readonly node: Json;
  readonly key: string;
}

function keyed(section: JsonObject): readonly Keyed[] {
  return childrenOf(normaliseNarrative(section)).map((node) => ({ node, key: canonicalJson(node) }));
}

/** Mine is untouched where all of it stood there before: then theirs is the change, and the other way round. */
function suggestion(mine: readonly Keyed[], theirs: readonly Keyed[], began: ReadonlySet<string>): HunkSide | undefined {
  const old = (nodes: readonly Keyed[]): boolean => nodes.length > 0 && nodes.every(({ key }) => began.has(key));
  if (old(mine) !== old(theirs)) return old(mine) ? 'theirs' : 'mine';
  // Added on one side only.
  if (mine.length > 0 && theirs.length > 0) return undefined;
  return mine.length > 0 ? 'mine' : 'theirs';
}

/** Index pairs of the longest common sequence, in order. */
function commonPlaces(a: readonly Keyed[], b: readonly Keyed[]): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i]?.key === b[j]?.key ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length;) {
    if (a[i]?.key === b[j]?.key) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
