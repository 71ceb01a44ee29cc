import { parsePageCode, type PageCode } from '#domain/filing/verify-code.ts';

/** One page of a scan: what its codes say. A blank page is the back of a sheet. */
export interface ScannedPage {
  readonly codes: readonly string[];
  readonly blank?: boolean;
}

/** What was filed, and which papers are printed of it, in the order in which they are bound. */
export interface FiledPapers {
  readonly number: string;
  readonly version: number;
  /** SM3, 64 hex digits. */
  readonly digest: string;
  readonly papers: readonly { readonly kind: string; readonly pages: number }[];
  /** Versions of the same number that were filed before. */
  readonly earlier?: readonly { readonly version: number; readonly digest: string }[];
}

/** A page of a paper that was filed. */
export interface FiledPage {
  readonly kind: string;
  readonly page: number;
}

/**
 * What is wrong with a scan, page by page (`scan` counts its pages from 1).
 * forged: the filed number and a version that was filed, with another digest. superseded: of an earlier version. foreign: of another file,
 * of a version that never was, or a page that no paper has. misplaced: of the filed version, but not where it belongs.
 */
export type ScanFault =
  | { readonly fault: 'missing'; readonly kind: string; readonly page: number }
  | { readonly fault: 'unreadable'; readonly scan: number }
  | { readonly fault: 'doubled' | 'misplaced'; readonly scan: number; readonly kind: string; readonly page: number }
  | { readonly fault: 'foreign' | 'forged' | 'superseded'; readonly scan: number; readonly code: PageCode };

export interface ScanVerdict {
  readonly ok: boolean;
  /** Which scanned page shows which filed page: what is laid side by side for the eye. */
  readonly found: readonly (FiledPage & { readonly scan: number })[];
  readonly faults: readonly ScanFault[];
}

interface Placed extends FiledPage {
  readonly scan: number;
  /** Where the page belongs among all filed pages, from 0. */
  readonly slot: number;
}

/**
 * Holds a scan against what was filed: every page there once, in order, all of the filed version. It proves which version was printed;
 * what was written on the paper by hand, only the eye sees. Papers of equally many pages carry equal codes; they are told apart by their order.
 */
export function judgeScan(scanned: readonly ScannedPage[], filed: FiledPapers): ScanVerdict {
  const slots = filed.papers.flatMap(({ kind, pages }) => Array.from({ length: pages }, (_, index) => ({ kind, page: index + 1, pages })));
  const taken = new Set<number>();
  const placed: Placed[] = [];
  const faults: ScanFault[] = [];
  scanned.forEach((page, index) => {
    const scan = index + 1;
    const codes = page.codes.flatMap((text) => parsePageCode(text) ?? []);
    if (codes.length === 0 && page.blank !== true) faults.push({ fault: 'unreadable', scan });
    for (const code of codes) {
      const stranger = strangerIn(code, filed);
      const fitting = slots.flatMap((slot, at) => (slot.page === code.page && slot.pages === code.pages ? [{ kind: slot.kind, page: slot.page, at }] : []));
      const [known] = fitting;
      const free = fitting.find(({ at }) => !taken.has(at));
      if (stranger !== undefined || known === undefined) {
        faults.push({ fault: stranger ?? 'foreign', scan, code });
      } else if (free === undefined) {
        faults.push({ fault: 'doubled', scan, kind: known.kind, page: known.page });
      } else {
        taken.add(free.at);
        placed.push({ scan, kind: free.kind, page: free.page, slot: free.at });
      }
    }
  });
  const inOrder = longestRise(placed);
  for (const { scan, kind, page } of placed.filter((one) => !inOrder.has(one))) faults.push({ fault: 'misplaced', scan, kind, page });
  slots.forEach(({ kind, page }, at) => {
    if (!taken.has(at)) faults.push({ fault: 'missing', kind, page });
  });
  return { ok: faults.length === 0, found: placed.map(({ scan, kind, page }) => ({ scan, kind, page })), faults };
}

function strangerIn(code: PageCode, filed: FiledPapers): 'foreign' | 'forged' | 'superseded' | undefined {
  if (code.number !== filed.number) return 'foreign';
  if (code.version === filed.version) return code.digest === filed.digest ? undefined : 'forged';
  const earlier = filed.earlier?.find(({ version }) => version === code.version);
  if (earlier === undefined) return 'foreign';
  return earlier.digest === code.digest ? 'superseded' : 'forged';
}

/** The most pages that stand in order among themselves: the others are the ones to move. */
function longestRise(placed: readonly Placed[]): ReadonlySet<Placed> {
  const best: { readonly length: number; readonly before: number }[] = [];
  placed.forEach((one, at) => {
    let [length, before] = [1, -1];
    for (let other = 0; other < at; other++) {
      const candidate = best[other];
      if (candidate !== undefined && (placed[other]?.slot ?? one.slot) < one.slot && candidate.length + 1 > length)
        [length, before] = [candidate.length + 1, other];
    }
    best.push({ length, before });
  });
  let at = best.reduce((top, one, index) => (one.length > (best[top]?.length ?? 0) ? index : top), 0);
  const rise = new Set<Placed>();
  for (let page = placed[at]; page !== undefined; page = placed[at]) {
    rise.add(page);
    at = best[at]?.before ?? -1;
  }
  return rise;
}
