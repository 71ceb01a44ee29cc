import { type Problem, isSettled } from '#domain/values/problem.ts';
import { isWithin } from '#domain/values/pointer.ts';

/** Problems to show at a field, a row or a cell: those at it or below it, and those that read it. */
export function problemsOfField(problems: readonly Problem[], pointer: string): readonly Problem[] {
  return problems.filter((problem) => isWithin(problem.path, pointer) || problem.also?.some((also) => isWithin(also, pointer)) === true);
}

/** Problems to be mended in a block, a project or a document: those whose own place lies in it. */
export function problemsWithin(problems: readonly Problem[], pointer: string): readonly Problem[] {
  return problems.filter((problem) => isWithin(problem.path, pointer));
}

/** What still keeps the plan from being filed: broken musts, principles without a reason, confirms without a tick. */
export function blocking(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter((problem) => !isSettled(problem));
}
