import { Bytes, type Handlers } from '#http/context.ts';
import type { receiptRoutes } from '#http/contract/routes/receipts.ts';
import type { Deps } from '#usecases/deps.ts';
import { readPackage } from '#usecases/read-package.ts';
import { readReceipt, receiptPdf } from '#usecases/read-receipt.ts';

export function receiptHandlers(deps: Deps): Pick<Handlers, keyof typeof receiptRoutes> {
  return {
    receipt: async ({ params }, { actor }) => readReceipt(deps, actor, params.plan, params.number),
    receiptPdf: async ({ params }, { actor }) => {
      const { bytes, name } = await receiptPdf(deps, actor, params.plan, params.number);
      return new Bytes(bytes, 'application/pdf', { name });
    },
    versionPackage: async ({ params }, { actor }) => {
      const { bytes, name } = await readPackage(deps, actor, params.plan, params.n);
      return new Bytes(bytes, 'application/zip', { name, saved: true });
    },
  };
}
