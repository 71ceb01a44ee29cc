import { digestOf, findFile } from '#db/files.ts';
import { findIntake } from '#db/intakes.ts';
import { type IssuedLetter, listLetters } from '#db/letters.ts';
import { type ListedReceipt, type ListedRefusal, listReceipts, listRefusals } from '#db/paper-desk.ts';
import { findPlanNumbered } from '#db/plans.ts';
import { findPlanFacts, type PlanFacts } from '#db/plan-facts.ts';
import { renderRefusal } from '#documents/render/draw-intake.ts';
import type { CasePaper } from '#domain/audit/case-file.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan } from './authorise.ts';
import type { Deps } from './deps.ts';
import { refusalFacts } from './desk-refuse.ts';
import type { PdfFile } from './draft-pdf.ts';
import { pinnedEdition } from './editions.ts';
import type { Session } from './session.ts';

/** What bureau and desk gave out for a plan: 推荐函 and 签收单 with their frozen bytes, 告知单 made anew from what is on record. */
export interface KeptPapers {
  readonly letters: readonly IssuedLetter[];
  readonly receipts: readonly ListedReceipt[];
  readonly refusals: readonly ListedRefusal[];
}

export async function keptPapers({ db }: Deps, planId: string): Promise<KeptPapers> {
  const intake = await findIntake(db, planId);
  return {
    letters: await listLetters(db, planId),
    receipts: intake === undefined ? [] : await listReceipts(db, intake.id),
    refusals: await listRefusals(db, planId),
  };
}

/** Digests of all of them, under the numbers by which `casePaper` gives their bytes. */
export async function keptDigests(deps: Deps, plan: PlanFacts, { letters, receipts, refusals }: KeptPapers): Promise<readonly CasePaper[]> {
  const notes: CasePaper[] = [];
  for (const [index, row] of refusals.entries()) notes.push({ n: index + 1, kind: 'refusal', digest: digestOf(await note(deps, plan, row)) });
  return [
    ...letters.map(({ digest }, index): CasePaper => ({ n: index + 1, kind: 'letter', digest })),
    ...receipts.map(({ n, digest }): CasePaper => ({ n, kind: 'receipt', digest })),
    ...notes,
  ];
}

export async function casePaper(deps: Deps, asker: Session | null, number: string, kind: 'letter' | 'receipt' | 'refusal', n: number): Promise<PdfFile> {
  const found = asker === null ? undefined : await findPlanNumbered(deps.db, number);
  const { plan } = authorisePlan(asker, 'case.read', found && (await findPlanFacts(deps.db, found.id)));
  const kept = await keptPapers(deps, plan.id);
  const name = `${plan.number}-${kind}-${n}.pdf`;
  if (kind === 'refusal') {
    const row = kept.refusals[n - 1];
    if (row === undefined) throw new Refusal('notFound');
    return { bytes: await note(deps, plan, row), name };
  }
  const digest = kind === 'letter' ? kept.letters[n - 1]?.digest : kept.receipts.find((receipt) => receipt.n === n)?.digest;
  if (digest === undefined) throw new Refusal('notFound');
  const file = await findFile(deps.db, digest);
  if (file === undefined || digestOf(file.bytes) !== digest) throw new Error('a frozen file is not what was frozen');
  return { bytes: file.bytes, name };
}

async function note(deps: Deps, plan: PlanFacts, row: ListedRefusal): Promise<Uint8Array> {
  const { bytes } = await renderRefusal(await pinnedEdition(deps.db, plan.editionDigest), await refusalFacts(deps.db, row), deps.demo);
  return bytes;
}
