import { type PaperKind, paperKinds } from './intake.ts';

/** What a reader of a paper holds in hand: which plan and version it says it is, and how much of its digest. */
export interface VerifyCode {
  /** `JQ2022-0123`. */
  readonly number: string;
  readonly version: number;
  /** First and last hex digits of the digest, lower case: four each when typed, all of them (and nothing) when scanned. */
  readonly begins: string;
  readonly ends: string;
}

const typed = /^([A-Z]{2})-?(\d{4})-?(\d{4,})-(\d{1,6})-([0-9A-F]{4})-?([0-9A-F]{4})$/;
const scanned = /^(?:HTTPS?:\/\/[^/]+\/)?(?:.*\/)?(?:V\/)?([A-Z]{2}\d{4}-\d{4,})\/(\d{1,6})\/([0-9A-F]{64})(?:\/[A-Z])?(?:\/\d{1,5}){0,2}$/;

/** `JQ2022-0123-2-5F2A-C91E`: plan, version, first and last four digits of the digest. */
export function typedCode(number: string, version: number, digest: string): string {
  return `${number}-${version}-${digest.slice(0, 4)}-${digest.slice(-4)}`.toUpperCase();
}

/** Reads what was typed or scanned, in any case and with blanks; undefined where it is no code at all. */
export function parseVerifyCode(text: string): VerifyCode | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[‐‑‒–—―−]/g, '-')
    .toUpperCase();
  const short = typed.exec(plain);
  if (short !== null) {
    const [, letters = '', year = '', serial = '', version = '', begins = '', ends = ''] = short;
    return { number: `${letters}${year}-${serial}`, version: Number(version), begins: begins.toLowerCase(), ends: ends.toLowerCase() };
  }
  const long = scanned.exec(plain);
  if (long === null) return undefined;
  const [, number = '', version = '', digest = ''] = long;
  return { number, version: Number(version), begins: digest.toLowerCase(), ends: '' };
}

/** How a page's code names its paper. */
export const paperLetters: Readonly<Record<PaperKind, string>> = { form: 'F', plan: 'P', commitment: 'C', letter: 'L' };
const papers: ReadonlyMap<string | undefined, PaperKind> = new Map(paperKinds.map((kind) => [paperLetters[kind], kind]));

/** A code as it stands on one page of a paper. */
export interface PageCode {
  readonly number: string;
  readonly version: number;
  /** All 64 hex digits, lower case. */
  readonly digest: string;
  readonly paper: PaperKind;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** Reads the scanned code of a page: `…/V/<number>/<version>/<digest>/<paper>/<page>/<pages>`; undefined for every other text. */
export function parsePageCode(text: string): PageCode | undefined {
  const code = parseVerifyCode(text);
  const tail = /\/([A-Z])\/(\d{1,5})\/(\d{1,5})$/.exec(text.trim().toUpperCase());
  const paper = papers.get(tail?.[1]);
  if (code === undefined || code.begins.length !== 64 || tail === null || paper === undefined) return undefined;
  const [page, pages] = [Number(tail[2]), Number(tail[3])];
  return page < 1 || page > pages ? undefined : { number: code.number, version: code.version, digest: code.begins, paper, page, pages };
}

/** True where a digest is the one that the code speaks of. */
export function speaksOf(code: VerifyCode, digest: string): boolean {
  return digest.startsWith(code.begins) && digest.endsWith(code.ends);
}
