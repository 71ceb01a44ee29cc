import { z } from 'zod';
import { route } from '#http/contract/define.ts';

const planParams = z.object({ plan: z.string() });

/** Documents beside the 申报表, as PDF. */
export const documentRoutes = {
  draftOutlinePdf: route({
    method: 'GET',
    path: '/api/plans/:plan/outline.pdf',
    summary: 'The 试点方案 as it stands, marked 草稿',
    act: 'plan.draftPdf',
    load: 'render',
    params: planParams,
    file: 'application/pdf',
  }),
  draftCommitmentPdf: route({
    method: 'GET',
    path: '/api/plans/:plan/commitment.pdf',
    summary: 'The 承诺书 as it stands, marked 草稿',
    act: 'plan.draftPdf',
    load: 'render',
    params: planParams,
    file: 'application/pdf',
  }),
  versionDocumentPdf: route({
    method: 'GET',
    path: '/api/plans/:plan/versions/:n/documents/:kind',
    summary: 'The frozen bytes of the document beside the form: `kind` is plan.pdf or commitment.pdf',
    act: 'version.pdf',
    params: z.object({ plan: z.string(), n: z.coerce.number().int().positive(), kind: z.enum(['plan.pdf', 'commitment.pdf']) }),
    file: 'application/pdf',
  }),
  proposalPdf: route({
    method: 'GET',
    path: '/api/proposals/:project/proposal.pdf',
    summary: 'The 项目申报书: as it stands, marked 草稿; the submitted version while it is not being drafted, and for a local authority',
    act: 'proposal.pdf',
    load: 'render',
    params: z.object({ project: z.string() }),
    file: 'application/pdf',
  }),
} as const;
