import type { Edition } from '#domain/programme/edition.ts';
import { isSettled, type Problem, type Severity } from '#domain/values/problem.ts';
import { problems as words } from '#web/messages/problems.ts';
import { missingTest } from '#domain/filing/progress.ts';
import { placeOf } from './place.ts';

/** A line of a list of problems: a problem, or the empty fields of one block told together. */
export interface Entry {
  readonly key: string;
  readonly severity: Severity;
  readonly message: string;
  /** Pointer to go to, and what to call it. */
  readonly path: string;
  readonly place: string;
  /** How many problems this line tells. */
  readonly count: number;
  readonly clause: string;
  readonly rule: string;
  readonly settled: boolean;
  readonly justification?: string;
}

const order: readonly Severity[] = ['must', 'principle', 'confirm', 'flag', 'human'];

/** Every problem as a line, the empty fields of a block as one; in the order in which a filer mends them. */
export function entriesOf(edition: Edition, problems: readonly Problem[]): readonly Entry[] {
  const isMissing = missingTest(edition);
  const entries: Entry[] = [];
  const empty = new Map<string, Problem[]>();
  for (const problem of problems) {
    const { block } = placeOf(edition, problem.path);
    if (!isMissing(problem)) {
      entries.push(entryOf(edition, problem, problem.message, 1, entries.length));
      continue;
    }
    const together = empty.get(block);
    if (together) together.push(problem);
    else empty.set(block, [problem]);
  }
  for (const [block, list] of empty) {
    const [first] = list;
    if (!first) continue;
    const fields = [...new Set(list.map((problem) => placeOf(edition, problem.path).field ?? block))];
    entries.push(entryOf(edition, first, list.length === 1 ? first.message : words.empty(list.length, fields.slice(0, 3)), list.length, entries.length));
  }
  return entries.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

function entryOf(edition: Edition, problem: Problem, message: string, count: number, index: number): Entry {
  const place = placeOf(edition, problem.path);
  return {
    key: `${problem.rule} ${problem.path} ${index}`,
    severity: problem.severity,
    message: problem.stage ? words.staged(message, problem.stage) : message,
    path: problem.path,
    place: place.block,
    count,
    clause: problem.clause,
    rule: problem.rule,
    settled: problem.severity !== 'human' && problem.severity !== 'flag' && isSettled(problem),
    ...(problem.justification ? { justification: problem.justification } : {}),
  };
}

export type Counts = Readonly<Record<Severity, number>>;

/** Open problems by severity; human items and flags count too, though they ask nothing of the filer. */
export function countOpen(problems: readonly Problem[]): Counts {
  const counts: Record<Severity, number> = { must: 0, principle: 0, confirm: 0, human: 0, flag: 0 };
  for (const problem of problems) {
    if (problem.severity === 'human' || problem.severity === 'flag' || !isSettled(problem)) counts[problem.severity]++;
  }
  return counts;
}

/** True where nothing more is asked of the filer. */
export function isClear(counts: Counts): boolean {
  return counts.must + counts.principle + counts.confirm === 0;
}
