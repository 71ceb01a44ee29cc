import type { PaperKind } from '#domain/filing/intake.ts';
import { parsePageCode, type PageCode } from '#domain/filing/verify-code.ts';

/** One page of a scan: what its codes say. A blank page is the back of a sheet. */
export interface ScannedPage {
  readonly codes: readonly string[];
  readonly blank?: boolean;
  /** Which page a person says it is, where no code can be read. */
  readonly told?: FiledPage;
  /** Photographed by itself afterwards: where it stands says nothing about the order of the papers. */
  readonly loose?: boolean;
}

/** What was filed, and which papers are printed of it, in the order in which they are bound. */
export interface FiledPapers {
  readonly number: string;
  readonly version: number;
  /** SM3, 64 hex digits. */
  readonly digest: string;
  /** A letter that still holds for a mended version carries the version that it was written for. */
  readonly papers: readonly { readonly kind: PaperKind; readonly pages: number; readonly version?: number }[];
  /** Versions of the same number that were filed before. */
  readonly earlier?: readonly { readonly version: number; readonly digest: string }[];
}

/** A page of a paper that was filed. */
export interface FiledPage {
  readonly kind: PaperKind;
  readonly page: number;
}

/**
 * What is wrong with a scan, page by page (`scan` counts its pages from 1).
 * forged: the filed number and a version that was filed, with another digest. superseded: of an earlier version. foreign: of another file,
 * of a version that never was, or a page that no paper has. misplaced: of the filed version, but not where it belongs.
 */
export type ScanFault =
  | { readonly fault: 'missing'; readonly kind: PaperKind; readonly page: number }
  | { readonly fault: 'unreadable'; readonly scan: number }
  | { readonly fault: 'doubled' | 'misplaced'; readonly scan: number; readonly kind: PaperKind; readonly page: number }
  | { readonly fault: 'foreign' | 'forged' | 'superseded'; readonly scan: number; readonly code: PageCode };

/** A scanned page that shows a filed one; `told` by a person where no code told it. */
export interface FoundPage extends FiledPage {
  readonly scan: number;
  readonly told?: true;
}

export interface ScanVerdict {
  readonly ok: boolean;
  /** Which scanned page shows which filed page: what is laid side by side for the eye. */
  readonly found: readonly FoundPage[];
  readonly faults: readonly ScanFault[];
}

interface Placed extends FoundPage {
  readonly loose: boolean;
  /** Where the page belongs among all filed pages, from 0. */
  readonly slot: number;
}

/**
 * Holds a scan against what was filed: every page there once, in order, all of the filed version. It proves which version was printed;
 * what was written on the paper by hand, only the eye sees.
 */
export function judgeScan(scanned: readonly ScannedPage[], filed: FiledPapers): ScanVerdict {
  const slots = filed.papers.flatMap(({ kind, pages }) => Array.from({ length: pages }, (_, index) => ({ kind, page: index + 1, pages })));
  const taken = new Set<number>();
  const placed: Placed[] = [];
  const faults: ScanFault[] = [];
  scanned.forEach((page, index) => {
    const scan = index + 1;
    const place = (slot: number, { kind, page: at }: FiledPage, told: boolean): void => {
      if (taken.has(slot)) {
        faults.push({ fault: 'doubled', scan, kind, page: at });
      } else {
        taken.add(slot);
        placed.push({ scan, kind, page: at, slot, loose: page.loose === true, ...(told ? { told } : {}) });
      }
    };
    const codes = page.codes.flatMap((text) => parsePageCode(text) ?? []);
    // What a code says, no person can say otherwise.
    const told = codes.length === 0 ? page.told : undefined;
    const toldSlot = slots.findIndex((one) => one.kind === told?.kind && one.page === told.page);
    if (told !== undefined && toldSlot !== -1) place(toldSlot, told, true);
    else if (codes.length === 0 && page.blank !== true) faults.push({ fault: 'unreadable', scan });
    for (const code of codes) {
      const stranger = strangerIn(code, filed);
      const slot = slots.findIndex((one) => one.kind === code.paper && one.page === code.page && one.pages === code.pages);
      if (stranger === undefined && slot !== -1) place(slot, { kind: code.paper, page: code.page }, false);
      else faults.push({ fault: stranger ?? 'foreign', scan, code });
    }
  });
  const inOrder = longestRise(placed.filter((one) => !one.loose));
  for (const one of placed) if (!one.loose && !inOrder.has(one)) faults.push({ fault: 'misplaced', scan: one.scan, kind: one.kind, page: one.page });
  slots.forEach(({ kind, page }, at) => {
    if (!taken.has(at)) faults.push({ fault: 'missing', kind, page });
  });
  return { ok: faults.length === 0, found: placed.map(({ scan, kind, page, told }) => ({ scan, kind, page, ...(told ? { told } : {}) })), faults };
}

function strangerIn(code: PageCode, filed: FiledPapers): 'foreign' | 'forged' | 'superseded' | undefined {
  if (code.number !== filed.number) return 'foreign';
  const own = filed.papers.find(({ kind }) => kind === code.paper)?.version ?? filed.version;
  const known = [{ version: filed.version, digest: filed.digest }, ...(filed.earlier ?? [])].find(({ version }) => version === code.version);
  if (known === undefined) return 'foreign';
  if (known.digest !== code.digest) return 'forged';
  if (code.version === own) return undefined;
  return code.version < own ? 'superseded' : 'foreign';
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
