import type { Copies } from '#domain/filing/intake.ts';

/** Papers that are counted, in the order in which the guide names them (G4.3). */
export const countedPapers = ['plan', 'form', 'letter'] as const satisfies readonly (keyof Copies)[];

export const noCopies: Copies = { plan: 0, form: 0, letter: 0 };

/** All copies of several receipts. */
export function addCopies(counts: readonly Copies[]): Copies {
  return counts.reduce((sum, one) => ({ plan: sum.plan + one.plan, form: sum.form + one.form, letter: sum.letter + one.letter }), noCopies);
}

/**
 * What of the receipts counts for version `n`: every copy of that version, and the letters that came with an earlier one where the letter
 * still holds (`letterSince`: the version that it was issued for).
 */
export function copiesOf(receipts: readonly { readonly planVersion: number; readonly counts: Copies }[], n: number, letterSince: number): Copies {
  return addCopies(
    receipts.flatMap(({ planVersion, counts }) =>
      planVersion === n ? [counts] : planVersion >= letterSince && planVersion < n ? [{ ...noCopies, letter: counts.letter }] : [],
    ),
  );
}

/** How many are still owed (R06); more than asked for is never negative. */
export function missingCopies(needed: Copies, received: Copies): Copies {
  const owed = (paper: keyof Copies): number => Math.max(0, needed[paper] - received[paper]);
  return { plan: owed('plan'), form: owed('form'), letter: owed('letter') };
}

export function hasCopies(counts: Copies): boolean {
  return countedPapers.some((paper) => counts[paper] > 0);
}
