import { isWithin } from '#domain/values/pointer.ts';
import type { DiffLine } from '#web/components/diff.tsx';

/** Differences inside a named part. */
export function linesWithin(lines: readonly DiffLine[], pointer: string): readonly DiffLine[] {
  return lines.filter((line) => isWithin(line.pointer, pointer));
}

/** Differences outside every named part: answered notes, or what must not be there. */
export function linesOutside(lines: readonly DiffLine[], parts: readonly { readonly pointer: string }[]): readonly DiffLine[] {
  return lines.filter((line) => !parts.some((part) => isWithin(line.pointer, part.pointer)));
}
