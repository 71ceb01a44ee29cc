import type { Copies, MendingPart } from '#domain/filing/intake.ts';
import type { JsonObject } from '#domain/values/json.ts';
import type { ChainedEntry, ChainLink } from './link.ts';

/** What a case says of itself: `case.json` in the archive that the auditor takes away. */
export interface CaseFile {
  readonly plan: { readonly id: string; readonly number: string; readonly call: string; readonly zone: string; readonly city: string; readonly state: string };
  readonly takenAt: string;
  readonly takenBy: string;
  /** End of the chain when it was taken. */
  readonly head: { readonly seq: number; readonly hash: string };
  readonly entries: readonly { readonly entry: ChainedEntry; readonly link: ChainLink | null }[];
  /** Names of those who acted, by account. */
  readonly names: JsonObject;
  readonly versions: readonly {
    readonly n: number;
    readonly filedAt: string;
    readonly contentDigest: string;
    readonly pdfDigest: string;
    readonly receiptNumber: string;
  }[];
  readonly receipts: readonly {
    readonly number: string;
    readonly version: number;
    readonly arrivedAt: string;
    readonly auditSeq: number;
    readonly auditHash: string;
  }[];
  readonly heads: readonly { readonly day: string; readonly seq: number; readonly hash: string; readonly publishedAt: string }[];
  /** 推荐函 in the order in which they were issued, those that were taken back or replaced too; `n` counts them. */
  readonly letters: readonly { readonly n: number; readonly version: number; readonly documentNumber: string; readonly issuedAt: string }[];
  readonly paperReceipts: readonly {
    readonly n: number;
    readonly version: number;
    readonly stampedAt: string;
    readonly counts: Copies;
    readonly handedInBy: string;
  }[];
  /** Paper that was not taken; `n` counts them. */
  readonly paperRefusals: readonly {
    readonly n: number;
    readonly id: string;
    readonly at: string;
    readonly cause: string;
    readonly code: string;
    readonly handedInBy: string;
    readonly remark: string;
  }[];
  /** What was asked to be mended. */
  readonly mendings: readonly {
    readonly round: number;
    readonly version: number;
    readonly askedAt: string;
    readonly deadline: string;
    readonly reason: string;
    readonly parts: readonly MendingPart[];
    readonly paper: readonly string[];
  }[];
  readonly papers: readonly CasePaper[];
}

export const keptPaperKinds = ['letter', 'receipt', 'refusal'] as const;

/** A PDF of a case: of version `n`, or the `n`th 推荐函, 签收单 or 告知单. */
export interface CasePaper {
  readonly n: number;
  readonly kind: 'form' | 'plan' | 'commitment' | (typeof keptPaperKinds)[number];
  readonly digest: string;
}

/** Where a paper's bytes stand in the archive. */
export function paperName({ n, kind }: Omit<CasePaper, 'digest'>): string {
  return keptPaperKinds.some((kept) => kept === kind) ? `papers/${kind}-${n}.pdf` : `papers/v${n}-${kind}.pdf`;
}
