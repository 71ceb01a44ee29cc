import { Bytes, type Handlers } from '#http/context.ts';
import type { documentRoutes } from '#http/contract/routes/documents.ts';
import type { Deps } from '#usecases/deps.ts';
import { draftDocument, proposalPdf } from '#usecases/draft-documents.ts';
import type { PdfFile } from '#usecases/draft-pdf.ts';
import { versionDocumentPdf } from '#usecases/read-versions.ts';

const pdf = ({ bytes, name }: PdfFile, tag?: string) => new Bytes(bytes, 'application/pdf', tag === undefined ? { name } : { name, tag });

export function documentHandlers(deps: Deps): Pick<Handlers, keyof typeof documentRoutes> {
  return {
    draftOutlinePdf: async ({ params }, { actor }) => pdf(await draftDocument(deps, actor, params.plan, 'plan')),
    draftCommitmentPdf: async ({ params }, { actor }) => pdf(await draftDocument(deps, actor, params.plan, 'commitment')),
    versionDocumentPdf: async ({ params }, { actor }) => {
      const kind = params.kind === 'plan.pdf' ? 'plan' : 'commitment';
      const file = await versionDocumentPdf(deps, actor, params.plan, params.n, kind);
      return pdf(file, file.digest);
    },
    proposalPdf: async ({ params }, { actor }) => pdf(await proposalPdf(deps, actor, params.project)),
  };
}
