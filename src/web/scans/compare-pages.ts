import type { PaperKind } from '#domain/filing/intake.ts';
import type { ScanView } from '#web/api/scan-queries.ts';

/** One place of the comparison: a filed page, a scanned page, or both. */
export interface Pair {
  readonly filed?: { readonly kind: PaperKind; readonly page: number };
  readonly scan?: number;
  /** A person said that they belong together. */
  readonly told: boolean;
  readonly fault: boolean;
}

/** Every filed page with the page of the scan that shows it, in the order of binding; then the pages of the scan that show none, blank backs left out. */
export function comparePages(papers: readonly { readonly kind: PaperKind; readonly pages: number }[], scan: ScanView | null): readonly Pair[] {
  const found = scan?.found ?? [];
  const faulty = new Set(scan?.faults.flatMap((fault) => ('scan' in fault ? [fault.scan] : [])));
  const filed = papers.flatMap(({ kind, pages }) => Array.from({ length: pages }, (_, index) => ({ kind, page: index + 1 })));
  const pairs = filed.map((one): Pair => {
    const at = found.find((page) => page.kind === one.kind && page.page === one.page);
    return at === undefined
      ? { filed: one, told: false, fault: scan !== null }
      : { filed: one, scan: at.scan, told: at.told === true, fault: faulty.has(at.scan) };
  });
  const shown = new Set(found.map((page) => page.scan));
  const strangers = (scan?.pages ?? []).flatMap(({ blank }, index): Pair[] =>
    blank || shown.has(index + 1) ? [] : [{ scan: index + 1, told: false, fault: true }],
  );
  return [...pairs, ...strangers];
}
