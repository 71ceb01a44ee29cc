/** The papers of a plan that are printed, sealed and handed in, in the order in which they are bound. */
export const paperKinds = ['letter', 'form', 'plan', 'commitment'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Copies that are counted at the desk (G4.3): 试点方案 with its 承诺书, 申报表, 推荐函. */
export interface Copies {
  readonly plan: number;
  readonly form: number;
  readonly letter: number;
}

/** A block that may be mended, and what is wrong there. `document`: form, commitment, outline or a project's id. */
export interface MendingPart {
  readonly document: string;
  readonly block: string;
  readonly text: string;
}
