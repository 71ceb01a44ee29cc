import { callRoutes } from '#http/contract/routes/calls.ts';
import type { CallFile, CallValues } from '#web/api/call-queries.ts';
import { useKept } from '#web/drafts/use-kept.ts';
import { useMe } from '#web/shell/session.ts';

/** What was typed into a draft: `typed` are texts of numbers as they stand in their fields, also those that are none yet. */
type Typed = {
  readonly base: number;
  readonly values: CallValues;
  readonly typed: Readonly<Record<string, string>>;
};

/** A draft as it is typed, kept on this computer until it is saved. `moved`: somebody saved another text since this was typed. */
export function useCallDraft(file: CallFile) {
  const { n, values } = file.draft;
  const kept = useKept<Typed>(useMe()?.username, `call ${file.id}`, { base: n, values, typed: {} }, readTyped);
  const { value, set, forget, restored } = kept;
  return {
    values: value.values,
    typed: value.typed,
    change: (next: CallValues, typed = value.typed) => set({ base: value.base, values: next, typed }),
    forget,
    restored,
    moved: value.base !== n,
  };
}

/** What an earlier visit kept; undefined for anything else. */
function readTyped(kept: unknown): Typed | undefined {
  if (typeof kept !== 'object' || kept === null || !('base' in kept && 'values' in kept && 'typed' in kept)) return undefined;
  const body = callRoutes.saveCallDraft.body?.safeParse({ base: kept.base, values: kept.values });
  if (!body?.success || typeof kept.typed !== 'object' || kept.typed === null) return undefined;
  const typed = Object.entries(kept.typed).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text] as const] : []));
  return { ...body.data, typed: Object.fromEntries(typed) };
}
