import { z } from 'zod';
import { route } from '#http/contract/define.ts';
import { receipt } from '#http/contract/shapes.ts';

const receiptParams = z.object({ plan: z.string(), number: z.string().max(40) });

/** What a filer keeps of a filing: its receipt, and the whole version as a package that is checked without a network. */
export const receiptRoutes = {
  receipt: route({
    method: 'GET',
    path: '/api/plans/:plan/receipts/:number',
    summary: 'The receipt of a filing, as it was answered',
    act: 'receipt.read',
    params: receiptParams,
    reply: z.object({
      receipt,
      zone: z.string(),
      title: z.string(),
      current: z.boolean(),
      /** What its QR holds. */
      scan: z.string(),
      /** What happens next, in the edition's words. */
      next: z.array(z.string()),
    }),
  }),
  receiptPdf: route({
    method: 'GET',
    path: '/api/plans/:plan/receipts/:number/receipt.pdf',
    summary: 'The receipt on paper: the same bytes whenever it is asked for',
    act: 'receipt.read',
    params: receiptParams,
    file: 'application/pdf',
    load: 'render',
  }),
  versionPackage: route({
    method: 'GET',
    path: '/api/plans/:plan/versions/:n/package.zip',
    summary: 'A frozen version with its receipt and papers, to be checked without a network (jiqun verify package, or open.html in it)',
    act: 'version.package',
    params: z.object({ plan: z.string(), n: z.coerce.number().int().positive() }),
    file: 'any',
    load: 'render',
  }),
} as const;
