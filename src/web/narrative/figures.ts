import type { Figure } from '#domain/narrative/references.ts';

/** The form's figures as they are now; told when they change. */
export interface LiveFigures {
  readonly at: (path: string) => Figure;
  readonly all: () => readonly Figure[];
  readonly subscribe: (listener: () => void) => () => void;
}
