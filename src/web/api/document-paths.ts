import { fillPath, paths } from './paths.ts';

/** Documents that are frozen beside the form. */
export type FrozenKind = 'plan' | 'commitment';

/** Address of the draft of a document of the plan, opened in a tab of its own. */
export function draftDocumentUrl(plan: string, kind: FrozenKind): string {
  return fillPath(kind === 'plan' ? paths.draftOutlinePdf[1] : paths.draftCommitmentPdf[1], { plan });
}

/** Address of a frozen version's document. */
export function versionDocumentUrl(plan: string, n: number, kind: FrozenKind): string {
  return fillPath(paths.versionDocumentPdf[1], { plan, n, kind: `${kind}.pdf` });
}

/** Address of a proposal's PDF. */
export function proposalPdfUrl(project: string): string {
  return fillPath(paths.proposalPdf[1], { project });
}
