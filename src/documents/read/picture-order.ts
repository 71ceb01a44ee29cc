/** What the parent asks its picture-drawing child for. `bytes` only where the child does not hold the file. */
export interface PictureOrder {
  readonly id: number;
  readonly digest: string;
  readonly kind: 'pdf' | 'image';
  readonly bytes?: Uint8Array;
  readonly page: number;
  readonly longest: number;
  readonly as: 'png' | 'jpeg';
}

/** Files that the child holds open at once; the one used longest ago is closed. Parent and child count alike. */
export const filesHeld = 3;

export type PictureAnswer = { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly fault: 'broken' | 'noPage' };
