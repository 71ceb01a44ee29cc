import type { PlanContent } from '#domain/filing/plan.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import { unprintable } from '#domain/values/printable.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { drawForm } from './draw-form.ts';
import { wordsOf } from './drawing.ts';
import { createPool, type Pool } from './pool.ts';

/** What stands on every page: that it is a draft, or which frozen version it is. */
export type PaperMark = { readonly draft: true } | FrozenMark | FiledMark;

/** A version that nobody verifies by a code: a proposal's. */
export type FiledMark = Pick<FrozenMark, 'number' | 'version' | 'digest'>;

export interface FrozenMark {
  /** `JQ2022-0123`. */
  readonly number: string;
  readonly version: number;
  /** SM3, 64 hex digits. */
  readonly digest: string;
  /** Address of this installation; the QR on each page leads to its `/V/…`. */
  readonly publicUrl: string;
}

export interface FormRequest {
  /** Loaded edition (years resolved). */
  readonly edition: Edition;
  readonly plan: PlanContent;
  /** What check() found; only justified principles are printed. */
  readonly problems: readonly Problem[];
  readonly mark: PaperMark;
  /** The document's date, `YYYY-MM-DD`: the filing's, never the clock's. */
  readonly date: string;
  /** Demonstration data says so on every page. */
  readonly demo?: boolean;
}

export interface RenderedPaper {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** The process-wide pool: `warm()` it at start, `close()` it at stop. */
export const renderers: Pool = createPool();

/**
 * The 申报表 as PDF/A-2a. The same request gives the same bytes.
 * Throws Refusal `unrenderable` (`characters` that no font has; or out of time or memory, `reason`) or `busy` (too many waiting).
 */
export async function renderForm(request: FormRequest, pool: Pick<Pool, 'render'> = renderers): Promise<RenderedPaper> {
  const drawing = drawForm(request);
  const characters = unprintable(wordsOf(drawing).join(''));
  if (characters.length > 0) {
    throw new Refusal('unrenderable', { characters });
  }
  return pool.render(drawing);
}
