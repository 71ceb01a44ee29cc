import { createContext, useContext } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import type { Together } from '#web/api/together-queries.ts';
import type { DocumentStore } from '#web/pages/form/document-store.ts';

/** What is open beside the document. */
export type Aside =
  | { readonly kind: 'comments'; readonly block?: string; readonly path?: string }
  | { readonly kind: 'history'; readonly block: string }
  | { readonly kind: 'task'; readonly block: string; readonly path: string; readonly title: string };

/** A document that several people work on at once. */
export interface Shared {
  readonly plan: string;
  readonly document: string;
  readonly edition: Edition;
  readonly store: DocumentStore;
  /** As last heard; nothing before the first answer, or for somebody who only reads what was filed. */
  readonly now: Together | undefined;
  readonly open: (aside: Aside) => void;
  /** Brings the person to a place of the document. */
  readonly goTo: (pointer: string) => void;
  /** Fetches the document anew. */
  readonly refresh: () => Promise<void>;
}

export const SharedContext = createContext<Shared | undefined>(undefined);

/** Undefined outside a shared document: marks then show nothing. */
export function useShared(): Shared | undefined {
  return useContext(SharedContext);
}

/** Open threads within a block: its own and those of its fields. */
export function countIn(now: Together | undefined, block: string): number {
  const entries = Object.entries(now?.comments ?? {});
  return entries.reduce((sum, [place, n]) => (place === block || place.startsWith(`${block}/`) ? sum + n : sum), 0);
}

/** Open threads at a field, those of its cells included. */
export function countAt(now: Together | undefined, block: string, path: string): number {
  const entries = Object.entries(now?.comments ?? {});
  const at = `${block}${path}`;
  return entries.reduce((sum, [place, n]) => (place === at || place.startsWith(`${at}/`) ? sum + n : sum), 0);
}

export function countAll(now: Together | undefined): number {
  return Object.values(now?.comments ?? {}).reduce((sum, n) => sum + n, 0);
}
