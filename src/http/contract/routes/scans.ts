import { z } from 'zod';
import { route } from '#http/contract/define.ts';
import { digest, done, instant, json } from '#http/contract/shapes.ts';
import { paperKinds } from '#domain/filing/intake.ts';
import { scanLimits } from '#domain/package/scan-limits.ts';

const planParams = z.object({ plan: z.string() });
const n = z.coerce.number().int().positive();
const paper = z.enum(paperKinds);
const count = z.number().int();
const copies = z.object({ plan: count, form: count, letter: count });
const at = { scan: z.number().int(), kind: paper, page: z.number().int() };
const code = z.object({ number: z.string(), version: z.number().int(), digest, paper, page: z.number().int(), pages: z.number().int() });

const scan = z.object({
  state: z.enum(['gathering', 'reading', 'read', 'failed']),
  /** In order. `loose`: a page photographed by itself afterwards. */
  files: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      size: z.number().int(),
      mediaType: z.string(),
      /** Null until it was read. */
      pages: z.number().int().nullable(),
      loose: z.boolean(),
    }),
  ),
  /** Pages of the whole scan, from 1, as far as they were read. */
  pages: z.array(z.object({ file: z.string(), page: z.number().int(), blank: z.boolean() })),
  /** Every filed page is there, once and in order; null while nobody knows. */
  ok: z.boolean().nullable(),
  /** Which scanned page shows which filed one; `told` and `by`: a person said so, because no code could be read. */
  found: z.array(z.object({ ...at, told: z.literal(true).exactOptional(), by: z.string().exactOptional() })),
  faults: z.array(
    z.union([
      z.object({ fault: z.literal('missing'), kind: paper, page: z.number().int() }),
      z.object({ fault: z.literal('unreadable'), scan: z.number().int() }),
      z.object({ fault: z.enum(['doubled', 'misplaced']), ...at }),
      z.object({ fault: z.enum(['foreign', 'forged', 'superseded']), scan: z.number().int(), code }),
    ]),
  ),
  /** Why a file could not be read: a refusal's code, its detail and the file's name. */
  failure: z.record(z.string(), json).nullable(),
  readAt: instant.nullable(),
  madeBy: z.string(),
});

/** Printed, sealed and scanned papers of a plan's version in force. */
export const scanRoutes = {
  papers: route({
    method: 'GET',
    path: '/api/plans/:plan/papers',
    summary: 'What to print, seal and scan; `notYet` before the city has recommended',
    act: 'papers.read',
    params: planParams,
    reply: z.object({
      number: z.string(),
      stage: z.enum(['notYet', 'unconfirmed', 'ready']),
      n: z.number().int().nullable(),
      documentNumber: z.string().nullable(),
      papers: z.array(z.object({ kind: paper, name: z.string(), pages: z.number().int(), copies: z.number().int(), seals: z.string() })),
      /** What 打印须知 says. */
      notes: z.array(z.object({ title: z.string(), items: z.array(z.string()) })),
      scan: scan.nullable(),
      mayScan: z.boolean(),
      /** What the intake centre took and did not take; null for whoever may not read its receipts, and before there is a file. */
      handedIn: z
        .object({
          number: z.string().nullable(),
          receipts: z.array(z.object({ n: z.number().int(), at: instant, version: z.number().int(), counts: copies, handedInBy: z.string() })),
          refusals: z.array(
            z.object({
              id: z.string(),
              at: instant,
              cause: z.enum(['late', 'superseded', 'unknown', 'notRecommended', 'other']),
              handedInBy: z.string(),
              remark: z.string(),
            }),
          ),
        })
        .nullable(),
    }),
  }),
  printPackage: route({
    method: 'GET',
    path: '/api/plans/:plan/papers/package.zip',
    summary: 'Every paper that is printed, in the order in which it is bound, with 打印须知',
    act: 'papers.read',
    load: 'render',
    params: planParams,
    file: 'any',
  }),
  paperPdf: route({
    method: 'GET',
    path: '/api/plans/:plan/papers/:paper',
    summary: 'A frozen paper of the recommended version; `notice.pdf` is 打印须知',
    act: 'papers.read',
    load: 'render',
    params: planParams.extend({ paper: z.enum(['letter.pdf', 'form.pdf', 'plan.pdf', 'commitment.pdf', 'notice.pdf']) }),
    file: 'application/pdf',
  }),
  paperRefusalNote: route({
    method: 'GET',
    path: '/api/plans/:plan/papers/refusals/:refusal/note.pdf',
    summary: '告知单 of paper of this plan that was not taken, as it went back with the paper',
    act: 'intake.paper',
    load: 'render',
    params: planParams.extend({ refusal: z.string() }),
    file: 'application/pdf',
  }),
  scanOf: route({
    method: 'GET',
    path: '/api/plans/:plan/versions/:n/scan',
    summary: 'The scan of a version’s sealed papers, and what was found on it',
    act: 'papers.read',
    params: planParams.extend({ n }),
    reply: scan,
  }),
  filedPage: route({
    method: 'GET',
    path: '/api/plans/:plan/versions/:n/papers/:paper/pages/:page',
    summary: 'A page of a paper as it was filed, as a picture (PNG); of the 推荐函 once there is one',
    act: 'papers.read',
    load: 'render',
    params: planParams.extend({ n, paper, page: n }),
    query: z.object({ size: z.enum(['page', 'close']).default('page') }),
    file: 'any',
  }),
  scannedPage: route({
    method: 'GET',
    path: '/api/plans/:plan/versions/:n/scan/pages/:page',
    summary: 'A page of the scan, by its number in the whole, as a picture (JPEG)',
    act: 'papers.read',
    load: 'render',
    params: planParams.extend({ n, page: n }),
    /** `of` only makes the address of another picture another one. */
    query: z.object({ size: z.enum(['page', 'close']).default('page'), of: z.string().max(100).optional() }),
    file: 'any',
  }),
  addScanFile: route({
    method: 'POST',
    path: '/api/plans/:plan/scan/files',
    summary: 'Add a scanned PDF or a photo after those that are there (422 badFile: detail.fault says why not); the first begins the scan',
    act: 'scan.edit',
    params: planParams,
    query: z.object({ name: z.string().max(1_000) }),
    upload: scanLimits.bytes,
    reply: z.object({ file: z.string() }),
    command: true,
  }),
  removeScanFile: route({
    method: 'DELETE',
    path: '/api/plans/:plan/scan/files/:file',
    summary: 'Take a file out of the scan',
    act: 'scan.edit',
    params: planParams.extend({ file: z.string() }),
    reply: done,
    command: true,
  }),
  orderScan: route({
    method: 'PUT',
    path: '/api/plans/:plan/scan/order',
    summary: 'Put the files into this order: every file, once (409 stale where others stand there now)',
    act: 'scan.edit',
    params: planParams,
    body: z.object({ files: z.array(z.string()).max(scanLimits.files) }),
    reply: done,
    command: true,
  }),
  handInScan: route({
    method: 'POST',
    path: '/api/plans/:plan/scan/read',
    summary: 'Have the scan read; its state is `read` or `failed` once it was',
    act: 'scan.edit',
    params: planParams,
    body: z.object({}),
    reply: done,
    command: true,
  }),
  amendScan: route({
    method: 'POST',
    path: '/api/plans/:plan/scan/amend',
    summary: 'Take the scan back to its files',
    act: 'scan.edit',
    params: planParams,
    body: z.object({}),
    reply: done,
    command: true,
  }),
  removeScan: route({
    method: 'DELETE',
    path: '/api/plans/:plan/scan',
    summary: 'Give the scan up; it stays on record',
    act: 'scan.edit',
    params: planParams,
    reply: done,
    command: true,
  }),
  photographPage: route({
    method: 'POST',
    path: '/api/plans/:plan/scan/pages',
    summary: 'A photo of one page: in the place of page `instead`, whose code could not be read, or of a missing one; only it is read',
    act: 'scan.edit',
    params: planParams,
    query: z.object({ name: z.string().max(1_000), instead: n.optional() }),
    upload: scanLimits.bytes,
    reply: z.object({ file: z.string() }),
    command: true,
  }),
  tellPage: route({
    method: 'PUT',
    path: '/api/plans/:plan/scan/pages/:page',
    summary: 'Say which filed page a page of the scan shows, where no code can be read (人工指认); what a code says cannot be overridden',
    act: 'scan.edit',
    params: planParams.extend({ page: n }),
    body: z.object({ kind: paper, page: z.number().int().positive().max(99_999) }),
    reply: done,
    command: true,
  }),
} as const;
