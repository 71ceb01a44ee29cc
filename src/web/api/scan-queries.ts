import { queryOptions } from '@tanstack/react-query';
import type { PaperKind } from '#domain/filing/intake.ts';
import { call, type Reply } from './call.ts';
import { fillPath, paths } from './paths.ts';
import { queryClient } from './queries.ts';

export type Papers = Reply<'papers'>;
export type ScanView = Reply<'scanOf'>;

/** What to print, seal and scan; asked again every other second while the scan is read. */
export function papersQuery(plan: string) {
  return queryOptions({
    queryKey: ['papers', plan],
    queryFn: ({ signal }): Promise<Papers> => call('papers', { params: { plan }, signal }),
    refetchInterval: ({ state }) => (state.data?.scan?.state === 'reading' ? 2_000 : false),
  });
}

export async function refreshPapers(plan: string): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ['papers', plan] });
}

export function packageUrl(plan: string): string {
  return fillPath(paths.printPackage[1], { plan });
}

export function paperUrl(plan: string, paper: PaperKind | 'notice'): string {
  return fillPath(paths.paperPdf[1], { plan, paper: `${paper}.pdf` });
}

/** 告知单 of paper that was not taken. */
export function paperRefusalUrl(plan: string, refusal: string): string {
  return fillPath(paths.paperRefusalNote[1], { plan, refusal });
}

export type PictureSize = 'page' | 'close';

export function filedPageUrl(plan: string, n: number, paper: PaperKind, page: number, size: PictureSize): string {
  return `${fillPath(paths.filedPage[1], { plan, n, paper, page })}?size=${size}`;
}

/** `scan` numbers the pages of the whole scan; `of` is what makes two pages of that number different pictures. */
export function scannedPageUrl(plan: string, n: number, page: number, size: PictureSize, of: string): string {
  return `${fillPath(paths.scannedPage[1], { plan, n, page })}?${new URLSearchParams({ size, of })}`;
}

/** Where a file of the scan is sent; `page` is a photo of one page, in the place of page `instead`. */
export function scanUploadUrl(plan: string, name: string, photo?: { readonly instead?: number }): string {
  const to = fillPath(photo === undefined ? paths.addScanFile[1] : paths.photographPage[1], { plan });
  const instead: Record<string, string> = photo?.instead === undefined ? {} : { instead: String(photo.instead) };
  return `${to}?${new URLSearchParams({ name, ...instead })}`;
}
