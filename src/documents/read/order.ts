import type { ScannedPage } from '#domain/package/judge-scan.ts';

/** What the parent sends its reading child, and what comes back. */
export interface ReadOrder {
  readonly bytes: Uint8Array;
  readonly kind: 'pdf' | 'png' | 'jpg';
  readonly mostPages: number;
}

export type ReadAnswer = { readonly pages: readonly ScannedPage[] } | { readonly fault: 'broken' | 'tooManyPages' };
