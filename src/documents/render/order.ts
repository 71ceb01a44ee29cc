import type { Drawing } from './drawing.ts';

/** What the parent sends its rendering child, and what comes back. */
export interface Order {
  readonly id: number;
  readonly drawing: Drawing;
}

export type Answer =
  | { readonly ready: true }
  | { readonly id: number; readonly bytes: Uint8Array; readonly pages: number }
  | { readonly id: number; readonly fault: string };
