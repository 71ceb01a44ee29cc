import { isObject } from '#domain/forms/answers.ts';
import { sm3 } from '#domain/values/sm3.ts';
import { type CaseFile, paperName } from './case-file.ts';
import { checkKept } from './check-kept.ts';
import { linkDigest } from './link.ts';

/**
 * link: an entry is not what was chained. order: a link does not point back to the one before it. head: a receipt or a published head names
 * another hash for an entry of this case. version: a version's digest is not the one that was audited when it was filed. paper: bytes are
 * missing or other ones. unrecorded: a letter, a receipt or a refusal of paper, or a mending, is not what an entry says was done. leftOut: one
 * that an entry speaks of is not in the case. unchained: an entry that was not chained yet when the case was taken: nothing proves it.
 */
export interface CaseFault {
  readonly fault: 'link' | 'order' | 'head' | 'version' | 'paper' | 'unrecorded' | 'leftOut' | 'unchained';
  /** An entry's id, a version's number, or a file's name. */
  readonly at: string;
}

/** Recomputes everything in a case that can be recomputed without the database; needs nothing but the archive. */
export function checkCase(file: CaseFile, bytesOf: (name: string) => Uint8Array | undefined): readonly CaseFault[] {
  return [...checkChain(file), ...checkVersions(file), ...checkKept(file), ...checkPapers(file, bytesOf)];
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

function checkVersions({ entries, versions, papers }: CaseFile): readonly CaseFault[] {
  return versions.flatMap(({ n, contentDigest, pdfDigest }): CaseFault[] => {
    const detail = entries.find(({ entry }) => entry.command === 'plan.submit' && entry.detail['version'] === n && !('refused' in entry.detail))?.entry.detail;
    const { documents = [] } = detail ?? {};
    const beside = papers.filter((paper) => paper.n === n && (paper.kind === 'plan' || paper.kind === 'commitment'));
    const same =
      detail?.['digest'] === contentDigest &&
      detail['pdfDigest'] === pdfDigest &&
      papers.some((paper) => paper.n === n && paper.kind === 'form' && paper.digest === pdfDigest) &&
      Array.isArray(documents) &&
      documents.length === beside.length &&
      beside.every(({ kind, digest }) => documents.some((one) => isObject(one) && one['kind'] === kind && one['digest'] === digest));
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
