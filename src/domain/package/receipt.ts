import { isArray, isObject } from '#domain/forms/answers.ts';
import { canonicalJson } from '#domain/values/canonical.ts';
import type { Json } from '#domain/values/json.ts';

/** The receipt of a filing as receipt.json has it: what the filer was given when the plan was submitted. A type alias is JSON. */
export type ReceiptFields = {
  /** `HZ2022-000001`. */
  readonly number: string;
  /** `JQ2022-0001`. */
  readonly plan: string;
  readonly version: number;
  /** When the submission had arrived in full, ISO 8601. */
  readonly arrivedAt: string;
  readonly digest: string;
  readonly pdfDigest: string;
  readonly pages: number;
  /** 试点方案 and 承诺书, frozen with the form. */
  readonly documents: readonly { readonly kind: string; readonly digest: string; readonly pages: number }[];
  readonly auditHead: { readonly seq: number; readonly hash: string };
  readonly code: string;
};

/** The first field that says something else than what was expected. What only the server knows must at least have its shape. */
export function receiptFault(receipt: Json, expected: Omit<ReceiptFields, 'number' | 'auditHead'>): keyof ReceiptFields | undefined {
  if (!isObject(receipt)) return 'number';
  const { number, auditHead } = receipt;
  if (typeof number !== 'string' || !/^HZ\d{4}-\d{6,}$/.test(number)) return 'number';
  const isHead = isObject(auditHead) && Number.isInteger(auditHead['seq']) && typeof auditHead['hash'] === 'string' && /^[0-9a-f]{64}$/.test(auditHead['hash']);
  if (!isHead) return 'auditHead';
  const { documents, ...rest } = expected;
  const other = (Object.keys(rest) as (keyof typeof rest)[]).find((field) => receipt[field] !== rest[field]);
  if (other !== undefined) return other;
  return byKind(receipt['documents']) === byKind(documents) ? undefined : 'documents';
}

/** Papers in an order of their own, so that only what they are is compared. */
function byKind(documents: Json | undefined): string {
  if (!isArray(documents)) return '';
  return documents
    .map((one) => (isObject(one) ? canonicalJson({ kind: one['kind'] ?? null, digest: one['digest'] ?? null, pages: one['pages'] ?? null }) : ''))
    .toSorted()
    .join();
}
