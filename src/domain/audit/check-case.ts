import type { JsonObject } from '#domain/values/json.ts';
import { sm3 } from '#domain/values/sm3.ts';
import { linkDigest, type ChainedEntry, type ChainLink } from './link.ts';

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
  readonly papers: readonly { readonly n: number; readonly kind: 'form' | 'plan' | 'commitment'; readonly digest: string }[];
}

/** Where a paper's bytes stand in the archive. */
export function paperName({ n, kind }: CaseFile['papers'][number]): string {
  return `papers/v${n}-${kind}.pdf`;
}

/**
 * link: an entry is not what was chained. order: a link does not point back to the one before it. head: a receipt or a published head names
 * another hash for an entry of this case. version: a version's digest is not the one that was audited when it was filed. paper: bytes are
 * missing or other ones. unchained: an entry that was not chained yet when the case was taken: nothing proves it.
 */
export interface CaseFault {
  readonly fault: 'link' | 'order' | 'head' | 'version' | 'paper' | 'unchained';
  /** An entry's id, a version's number, or a file's name. */
  readonly at: string;
}

/** Recomputes everything in a case that can be recomputed without the database; needs nothing but the archive. */
export function checkCase(file: CaseFile, bytesOf: (name: string) => Uint8Array | undefined): readonly CaseFault[] {
  return [...checkChain(file), ...checkVersions(file), ...checkPapers(file, bytesOf)];
}

function checkChain({ entries, receipts, heads, head }: CaseFile): readonly CaseFault[] {
  const faults: CaseFault[] = [];
  const hashes = new Map<number, string>([[head.seq, head.hash]]);
  const witnessed = [...receipts.map(({ auditSeq, auditHash }) => ({ seq: auditSeq, hash: auditHash })), ...heads];
  for (const { entry, link } of entries) {
    const at = String(entry.id);
    if (link === null) {
      faults.push({ fault: 'unchained', at });
      continue;
    }
    if (linkDigest(link.prev, entry) !== link.hash) faults.push({ fault: 'link', at });
    const before = hashes.get(link.seq - 1);
    if (before !== undefined && before !== link.prev) faults.push({ fault: 'order', at });
    hashes.set(link.seq, link.hash);
    if (witnessed.some(({ seq, hash }) => (seq === link.seq && hash !== link.hash) || (seq === link.seq - 1 && seq > 0 && hash !== link.prev)))
      faults.push({ fault: 'head', at });
  }
  return faults;
}

function checkVersions({ entries, versions }: CaseFile): readonly CaseFault[] {
  return versions.flatMap(({ n, contentDigest, pdfDigest }): CaseFault[] => {
    const filed = entries.find(({ entry }) => entry.command === 'plan.submit' && entry.detail['version'] === n && !('refused' in entry.detail));
    const same = filed?.entry.detail['digest'] === contentDigest && filed.entry.detail['pdfDigest'] === pdfDigest;
    return same ? [] : [{ fault: 'version', at: String(n) }];
  });
}

function checkPapers({ papers }: CaseFile, bytesOf: (name: string) => Uint8Array | undefined): readonly CaseFault[] {
  return papers.flatMap((paper): CaseFault[] => {
    const name = paperName(paper);
    const bytes = bytesOf(name);
    return bytes !== undefined && sm3(bytes) === paper.digest ? [] : [{ fault: 'paper', at: name }];
  });
}
