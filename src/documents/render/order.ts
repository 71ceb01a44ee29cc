import type { Drawing } from './drawing.ts';
import type { Flow } from './flow/flow.ts';

/** Whatever a rendering process can draw. */
export type Drawable = Drawing | Flow;

/** What the parent sends its rendering child, and what comes back. */
export interface Order {
  readonly id: number;
  readonly drawing: Drawable;
}

export type Answer =
  | { readonly ready: true }
  | { readonly id: number; readonly bytes: Uint8Array; readonly pages: number }
  | { readonly id: number; readonly fault: string };
