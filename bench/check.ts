import { readFileSync } from 'node:fs';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { check } from '#domain/filing/check.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';

/** A full check of the sample plan: the first one, which also parses the edition's checks, then p50 and p95 of many. */
const runs = 500;
const edition = loadEdition(raw);
const plan: PlanContent = JSON.parse(readFileSync(new URL('../programmes/jiangsu-2022/sample/plan.json', import.meta.url), 'utf8'));

function timed(): number {
  const start = performance.now();
  check(edition, plan, 'submit', { at: edition.instants.published });
  return performance.now() - start;
}

const first = timed();
const times = Array.from({ length: runs }, timed).toSorted((a, b) => a - b);
const quantile = (share: number): string => (times[Math.floor(share * (runs - 1))] ?? 0).toFixed(2);
console.log(`check of the sample: first ${first.toFixed(1)} ms, then p50 ${quantile(0.5)} ms, p95 ${quantile(0.95)} ms (${runs} runs)`);
