import { createContext, useContext } from 'react';
import type { CheckNote } from '#web/api/city-queries.ts';
import type { UnsentNotes } from './unsent-notes.ts';

/** A place that can be noted on, and what it is called. */
export interface NotePlace {
  readonly document: string;
  readonly block: string;
  readonly path: string;
  readonly label: string;
}

export interface Notes extends UnsentNotes {
  readonly plan: string;
  readonly notes: readonly CheckNote[];
  /** Whether this person may note now. */
  readonly canNote: boolean;
}

export const NotesContext = createContext<Notes | undefined>(undefined);

export function useNotes(): Notes {
  const notes = useContext(NotesContext);
  if (notes === undefined) throw new Error('no notes around this');
  return notes;
}

export function placeKey({ document, block, path }: NotePlace): string {
  return `${document} ${block} ${path}`;
}

export function isAt(place: Pick<NotePlace, 'document' | 'block' | 'path'>, note: Pick<NotePlace, 'document' | 'block' | 'path'>): boolean {
  return place.document === note.document && place.block === note.block && place.path === note.path;
}
