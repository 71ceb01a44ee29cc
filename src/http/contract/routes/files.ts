import { z } from 'zod';
import { route } from '#http/contract/define.ts';
import { digest, instant } from '#http/contract/shapes.ts';

/** Above any edition's own limit (`maxAttachmentBytes`), which is what a person hears of. */
const mostBytes = 52_428_800;

/** Where a file stands: below which place of its document, under which name it is shown. */
const place = z.object({
  /** Pointer inside the document: `/policy/fund`; of a narrative's image its heading: `/2-1`. */
  path: z.string().max(200),
  /** The name that the file had on the person's computer; it is cleaned before it is shown, and never used as a path. */
  name: z.string().max(1_000),
});

export const fileRow = z.object({
  id: z.string(),
  /** `form`, `commitment`, `outline` or a project's id; null in a filed list, which tells places by `pointer`. */
  document: z.string().nullable(),
  path: z.string(),
  /** The place in the whole plan: `/form/policy/fund`, `/projects/3/summary/location`. */
  pointer: z.string(),
  name: z.string(),
  /** Null for a file that was only named before bytes were kept. */
  mediaType: z.string().nullable(),
  size: z.number().int().nullable(),
  digest: digest.nullable(),
  /** Pages of a PDF, where they could be counted. */
  pages: z.number().int().nullable(),
  /** `unscanned`: no virus scanner is configured; `refused`: found by it, kept but served to nobody. */
  scan: z.enum(['pending', 'clean', 'refused', 'unscanned']),
  uploadedBy: z.string().nullable(),
  uploadedAt: instant.nullable(),
});

const fileList = z.object({
  /** Whether a virus scanner is configured. */
  scanner: z.boolean(),
  /** Bytes of the whole plan's files, against `maxPlanAttachmentBytes`. */
  total: z.number().int(),
  files: z.array(fileRow),
});

const planParams = z.object({ plan: z.string() });
const planFileParams = z.object({ plan: z.string(), file: z.string() });
const proposalParams = z.object({ project: z.string() });
const proposalFileParams = z.object({ project: z.string(), file: z.string() });
const newName = z.object({ name: z.string().min(1).max(1_000) });
const done = z.object({ done: z.literal(true) });

/** Files: proofs of answers, and the images of a narrative (document `outline`). */
export const fileRoutes = {
  files: route({
    method: 'GET',
    path: '/api/plans/:plan/files',
    summary: 'Files of a plan: the living ones for its zone, those of the last submitted version for who reads it afterwards',
    act: 'plan.read',
    params: planParams,
    reply: fileList,
  }),
  uploadFile: route({
    method: 'POST',
    path: '/api/plans/:plan/documents/:document/files',
    summary: 'Attach a file to a place of the form, the commitment or the outline (422 badFile: detail.fault says why not)',
    act: 'plan.edit',
    params: z.object({ plan: z.string(), document: z.string() }),
    query: place,
    upload: mostBytes,
    reply: fileRow,
    command: true,
  }),
  renameFile: route({
    method: 'PUT',
    path: '/api/plans/:plan/files/:file',
    summary: 'Change the name under which a file is shown',
    act: 'plan.edit',
    params: planFileParams,
    body: newName,
    reply: fileRow,
    command: true,
  }),
  removeFile: route({
    method: 'DELETE',
    path: '/api/plans/:plan/files/:file',
    summary: 'Take a file out; restore brings it back',
    act: 'plan.edit',
    params: planFileParams,
    reply: done,
    command: true,
  }),
  restoreFile: route({
    method: 'POST',
    path: '/api/plans/:plan/files/:file/restore',
    summary: 'Undo a removal',
    act: 'plan.edit',
    params: planFileParams,
    body: z.object({}),
    reply: done,
    command: true,
  }),
  proposalFiles: route({
    method: 'GET',
    path: '/api/proposals/:project/files',
    summary: 'Files of a proposal',
    act: 'proposal.read',
    params: proposalParams,
    reply: fileList,
  }),
  uploadProposalFile: route({
    method: 'POST',
    path: '/api/proposals/:project/files',
    summary: 'Attach a file to a place of a proposal (422 badFile: detail.fault says why not)',
    act: 'proposal.edit',
    params: proposalParams,
    query: place,
    upload: mostBytes,
    reply: fileRow,
    command: true,
  }),
  renameProposalFile: route({
    method: 'PUT',
    path: '/api/proposals/:project/files/:file',
    summary: "Change the name under which a proposal's file is shown",
    act: 'proposal.edit',
    params: proposalFileParams,
    body: newName,
    reply: fileRow,
    command: true,
  }),
  removeProposalFile: route({
    method: 'DELETE',
    path: '/api/proposals/:project/files/:file',
    summary: 'Take a file out of a proposal; restore brings it back',
    act: 'proposal.edit',
    params: proposalFileParams,
    reply: done,
    command: true,
  }),
  restoreProposalFile: route({
    method: 'POST',
    path: '/api/proposals/:project/files/:file/restore',
    summary: 'Undo a removal',
    act: 'proposal.edit',
    params: proposalFileParams,
    body: z.object({}),
    reply: done,
    command: true,
  }),
  file: route({
    method: 'GET',
    path: '/api/files/:file',
    summary: 'The bytes, to whoever reads the text that the file belongs to; PDF, PNG and JPEG are shown, everything else is saved',
    act: 'file.read',
    params: z.object({ file: z.string() }),
    file: 'any',
  }),
} as const;
