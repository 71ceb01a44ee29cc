import type { FiledPage, ScannedPage } from './judge-scan.ts';

/** A page of one of the files that a scan is made of, from 1. */
export interface FilePage {
  readonly file: string;
  readonly page: number;
}

export interface ScanFile {
  readonly id: string;
  /** Photographed by itself afterwards. */
  readonly loose: boolean;
  /** The page in whose place it stands; a loose file without one fills a gap. */
  readonly insteadOf: FilePage | null;
  /** Null until it was read. */
  readonly reading: readonly ScannedPage[] | null;
}

/** What a person said a page to be. */
export interface ToldPage extends FilePage {
  readonly says: FiledPage;
}

/** A page of the whole scan, and where it comes from. */
export interface ArrangedPage extends FilePage {
  readonly scanned: ScannedPage;
}

/** All pages in the order of their files, each photo that stands for a page in that page's place, the others at the end. */
export function arrangeScan(files: readonly ScanFile[], told: readonly ToldPage[]): readonly ArrangedPage[] {
  const pagesOf = ({ id, reading }: ScanFile): readonly ArrangedPage[] => (reading ?? []).map((scanned, index) => ({ file: id, page: index + 1, scanned }));
  const photos = files.filter((file) => file.insteadOf !== null);
  const standing = files
    .filter((file) => !file.loose)
    .flatMap(pagesOf)
    .map((page) => {
      const photo = photos.findLast(({ insteadOf }) => insteadOf?.file === page.file && insteadOf.page === page.page);
      return (photo && pagesOf(photo)[0]) ?? page;
    });
  const late = files.filter((file) => file.loose && file.insteadOf === null).flatMap(pagesOf);
  return [...standing, ...late.map((page) => ({ ...page, scanned: { ...page.scanned, loose: true } }))].map((page) => {
    const says = told.find((one) => one.file === page.file && one.page === page.page)?.says;
    return says === undefined ? page : { ...page, scanned: { ...page.scanned, told: says } };
  });
}
