import type { PaperKind } from '#domain/filing/intake.ts';
import { paperLetters, typedCode } from '#domain/filing/verify-code.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { PaperMark } from './form.ts';

/** Capitals, digits and `:/.-` only, so that the QR stays small (alphanumeric mode) and scans well. `/page/pages` follows. */
export function qrPayload(publicUrl: string, number: string, version: number, digest: string, paper: PaperKind): string {
  return `${publicUrl.replace(/\/+$/, '')}/V/${number}/${version}/${digest}/${paperLetters[paper]}`.toUpperCase();
}

/** What stands around the text of every page. */
export interface PageMarks {
  /** Lines of the page header, beside the QR. */
  readonly head: readonly string[];
  readonly footer: string;
  /** Written across every page. */
  readonly watermark?: string;
  readonly demo?: string;
  /** QR payload without its `/page/pages`; absent on drafts and on documents that are not filed on paper. */
  readonly qr?: { readonly payload: string; readonly alt: string };
}

/** A paper as its pages name it: its title, and which of the filed papers it is; a document that is not filed on paper carries no codes. */
export interface MarkedPaper {
  readonly title: string;
  readonly kind?: PaperKind;
}

/** Header, footer and marks of every page of a paper. */
export function drawMark(edition: Edition, { title, kind }: MarkedPaper, footer: string, mark: PaperMark, isDemo: boolean): PageMarks {
  const { words } = edition.papers.form;
  const demo = isDemo ? { demo: words.demo } : {};
  const first = isDemo ? [words.demo] : [];
  if ('draft' in mark) {
    return { head: [[words.draft, ...first].join('　'), title], footer, watermark: words.draft, ...demo };
  }
  const { number, version, digest } = mark;
  const lines = [
    [words.number.replace('{number}', number), words.version.replace('{version}', String(version)), ...first].join('　'),
    words.digest.replace('{digest}', digest.slice(0, 16)),
  ];
  if (!('publicUrl' in mark)) return { head: [...lines, title], footer, ...demo };
  return {
    head: [...lines, words.code.replace('{code}', typedCode(number, version, digest))],
    footer,
    ...demo,
    ...(kind === undefined ? {} : { qr: { payload: qrPayload(mark.publicUrl, number, version, digest, kind), alt: words.qr } }),
  };
}
