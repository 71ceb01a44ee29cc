import { createContext, useContext, useRef, useSyncExternalStore } from 'react';
import type { MendingPart } from '#domain/filing/intake.ts';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import type { Words } from '#domain/forms/kinds/kind.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json } from '#domain/values/json.ts';
import type { Problem } from '#domain/values/problem.ts';
import type { PlanFile } from '#web/api/queries.ts';
import type { Autosave } from '#web/drafts/autosave.ts';
import type { DocumentStore } from './document-store.ts';
import type { Jumps } from './jumps.ts';
import type { Review } from './review.ts';

/** What every part of the form page works on; none of it changes while the page is open, its contents do. */
export interface FormWork {
  readonly edition: Edition;
  /** Digest of the edition's snapshot. */
  readonly snapshot: string;
  readonly words: Words;
  readonly store: DocumentStore;
  readonly review: Review;
  readonly jumps: Jumps;
  readonly attachments: PlanFile['attachments'];
  /** What must be mended, and nothing else may change; null where nothing is. */
  readonly mended: readonly MendingPart[] | null;
}

export const FormContext = createContext<FormWork | undefined>(undefined);

export function useForm(): FormWork {
  const work = useContext(FormContext);
  if (!work) throw new Error('outside a form');
  return work;
}

export function useValue(block: string, field: string): Json {
  const { store } = useForm();
  return useSyncExternalStore(store.subscribe, () => store.value(block, field));
}

export function useAnswers(block: string): BlockAnswers {
  const { store } = useForm();
  return useSyncExternalStore(store.subscribe, () => store.answers(block));
}

export function useSaving(block: string): Autosave {
  const { store } = useForm();
  return useSyncExternalStore(store.subscribe, () => store.state(block));
}

/** A part of the answers that seldom changes, such as which fields are visible, as a text. */
export function useDerived(derive: (store: DocumentStore) => string): string {
  const { store } = useForm();
  return useSyncExternalStore(store.subscribe, () => derive(store));
}

/** Problems to show at a pointer; the same array while they say the same, so that other fields are not drawn again. */
export function useProblems(pointer: string, where: 'at' | 'within' = 'at'): readonly Problem[] {
  const { review } = useForm();
  const last = useRef<readonly Problem[]>([]);
  return useSyncExternalStore(review.subscribe, () => {
    const found = review[where](pointer);
    if (!same(found, last.current)) last.current = found;
    return last.current;
  });
}

export function useTouched(pointer: string): boolean {
  const { review } = useForm();
  return useSyncExternalStore(review.subscribe, () => review.touches(pointer));
}

function same(a: readonly Problem[], b: readonly Problem[]): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((one, index) => JSON.stringify(one) === JSON.stringify(b[index]));
}
