import { del, entries, set } from 'idb-keyval';
import type { BlockAnswers } from '#domain/forms/definition.ts';

/** Whose text it is and where it belongs. A tab writes under its own name, so that two tabs never overwrite each other. */
export interface DraftPlace {
  readonly user: string;
  readonly plan: string;
  readonly document: string;
  readonly block: string;
  readonly tab: string;
}

/** Text that the server does not have yet. */
export interface Draft {
  readonly answers: BlockAnswers;
  /** The version that it was written on, and the text of that version. */
  readonly base: number;
  readonly was: BlockAnswers;
  /** Milliseconds since 1970, by the server’s clock. */
  readonly at: number;
}

export interface FoundDraft {
  readonly place: DraftPlace;
  readonly draft: Draft;
}

/** The browser's own store (IndexedDB), or another of the same shape. */
export interface DraftShelf {
  set(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
  entries(): Promise<readonly (readonly [IDBValidKey, unknown])[]>;
}

export const browserShelf: DraftShelf = { set: (key, value) => set(key, value), del: (key) => del(key), entries: () => entries() };

const mark = 'draft';

export function keyOf({ user, plan, document, block, tab }: DraftPlace): string {
  return JSON.stringify([mark, user, plan, document, block, tab]);
}

export function keepDraft(shelf: DraftShelf, place: DraftPlace, draft: Draft): Promise<void> {
  return shelf.set(keyOf(place), draft);
}

export function forgetDraft(shelf: DraftShelf, place: DraftPlace): Promise<void> {
  return shelf.del(keyOf(place));
}

/** Every draft of this person for a document, newest first, save those that another open tab is still writing. */
export async function findDrafts(
  shelf: DraftShelf,
  where: { readonly user: string; readonly plan: string; readonly document: string },
  otherOpenTabs: ReadonlySet<string>,
): Promise<readonly FoundDraft[]> {
  const found = (await shelf.entries()).flatMap(([key, value]) => {
    const place = placeOf(key);
    return place && isDraft(value) ? [{ place, draft: value }] : [];
  });
  return found
    .filter(({ place }) => place.user === where.user && place.plan === where.plan && place.document === where.document && !otherOpenTabs.has(place.tab))
    .toSorted((a, b) => b.draft.at - a.draft.at);
}

function placeOf(key: IDBValidKey): DraftPlace | undefined {
  if (typeof key !== 'string' || !key.startsWith(`["${mark}"`)) return undefined;
  const parts = readParts(key);
  if (parts?.length !== 6) return undefined;
  const [, user = '', plan = '', document = '', block = '', tab = ''] = parts;
  return { user, plan, document, block, tab };
}

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'answers' in value && 'base' in value && 'was' in value && 'at' in value;
}

function readParts(key: string): readonly string[] | undefined {
  try {
    const parts: unknown = JSON.parse(key);
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : undefined;
  } catch {
    return undefined;
  }
}
