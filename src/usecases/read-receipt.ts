import { findPlanFacts, type PlanFacts } from '#db/plan-facts.ts';
import { findReceipt } from '#db/receipts.ts';
import { listVersionDocuments } from '#db/version-documents.ts';
import { currentVersion, findVersion, type ReceiptRow, type VersionRow } from '#db/versions.ts';
import { type FilingReceipt, nextSteps, renderFilingReceipt, versionCode } from '#documents/render/draw-filing-receipt.ts';
import type { PaperKind } from '#domain/filing/intake.ts';
import { typedCode } from '#domain/filing/verify-code.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan } from './authorise.ts';
import type { Deps } from './deps.ts';
import type { PdfFile } from './draft-pdf.ts';
import { pinnedEdition } from './editions.ts';
import type { FrozenDocument } from './read-versions.ts';
import type { Session } from './session.ts';
import type { SubmitReceipt } from './submit-plan.ts';

/** A receipt as its page shows it. */
export interface ShownReceipt {
  readonly receipt: SubmitReceipt;
  readonly zone: string;
  readonly title: string;
  /** The version is the one in force. */
  readonly current: boolean;
  /** What its QR holds. */
  readonly scan: string;
  /** What happens next, in the edition's words. */
  readonly next: string[];
}

/** A receipt of a filing with all that it was given for. */
export interface FoundReceipt {
  readonly plan: PlanFacts;
  readonly version: VersionRow;
  readonly receipt: SubmitReceipt;
}

/** What was answered when the version was filed, put together again from the frozen rows. */
export async function readReceipt(deps: Deps, asker: Session | null, planId: string, number: string): Promise<ShownReceipt> {
  const { plan, version, receipt } = await authorisedReceipt(deps, asker, planId, number);
  const drawn = await drawable(deps, version, receipt);
  const inForce = currentVersion(plan, plan.latest === null ? undefined : { n: plan.latest });
  return {
    receipt,
    zone: version.content.zone,
    title: drawn.edition.title,
    current: version.n === inForce,
    scan: versionCode(drawn),
    next: [...nextSteps(drawn)],
  };
}

/** The same on paper: drawn when it is asked for, from frozen rows alone, so that its bytes are always the same. */
export async function receiptPdf(deps: Deps, asker: Session | null, planId: string, number: string): Promise<PdfFile> {
  const { version, receipt } = await authorisedReceipt(deps, asker, planId, number);
  const { bytes } = await renderFilingReceipt(await drawable(deps, version, receipt));
  return { bytes, name: `${receipt.number}.pdf` };
}

async function drawable(deps: Deps, version: VersionRow, receipt: SubmitReceipt): Promise<FilingReceipt> {
  const edition = await pinnedEdition(deps.db, version.editionDigest);
  return { ...receipt, edition, content: version.content, papers: papersOf(receipt), publicUrl: version.publicUrl ?? deps.publicUrl, demo: deps.demo };
}

/** The papers that a receipt names, in the order in which they are bound. */
export function papersOf({
  pdfDigest,
  pages,
  documents,
}: SubmitReceipt): readonly { readonly kind: PaperKind; readonly pages: number; readonly digest: string }[] {
  const order: readonly FrozenDocument['kind'][] = ['plan', 'commitment'];
  return [{ kind: 'form', pages, digest: pdfDigest }, ...order.flatMap((kind) => documents.find((one) => one.kind === kind) ?? [])];
}

async function authorisedReceipt(deps: Deps, asker: Session | null, planId: string, number: string): Promise<FoundReceipt> {
  const { plan } = authorisePlan(asker, 'receipt.read', await findPlanFacts(deps.db, planId));
  const row = await findReceipt(deps.db, plan.id, number);
  const version = row && (await findVersion(deps.db, plan.id, row.version));
  if (row === undefined || version === undefined) throw new Refusal('notFound');
  return { plan, version, receipt: await receiptOf(deps, plan, row, version) };
}

export async function receiptOf(deps: Deps, plan: PlanFacts, row: ReceiptRow, version: VersionRow): Promise<SubmitReceipt> {
  const documents = await listVersionDocuments(deps.db, plan.id, version.n);
  return {
    number: row.number,
    plan: plan.number,
    version: version.n,
    arrivedAt: row.arrivedAt,
    digest: version.contentDigest,
    pdfDigest: version.pdfDigest,
    pages: version.pages,
    documents: documents.map(({ kind, digest, pages }) => ({ kind, digest, pages })),
    auditHead: { seq: row.auditSeq, hash: row.auditHash },
    code: typedCode(plan.number, version.n, version.contentDigest),
  };
}
