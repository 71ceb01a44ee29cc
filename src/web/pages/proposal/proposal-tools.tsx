import { proposalPdfUrl } from '#web/api/document-paths.ts';
import type { ProposalFile } from '#web/api/proposal-queries.ts';
import { ExportPdf } from '#web/components/export-pdf.tsx';
import { FormSheet } from '#web/sheets/form-sheet.tsx';

/** The whole proposal as a workbook, back from one, and as the paper. */
export function ProposalTools({ file }: { readonly file: ProposalFile }) {
  return (
    <div className="proposal-tools">
      <FormSheet />
      {file.may.includes('proposal.pdf') && <ExportPdf href={proposalPdfUrl(file.id)} />}
    </div>
  );
}
