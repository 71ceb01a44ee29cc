import { instantText } from '#domain/intake/wording.ts';
import type { PaperKind } from '#domain/filing/intake.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { formatDay } from '#domain/values/instant.ts';
import { unprintable } from '#domain/values/printable.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { dateParts } from './draw-form.ts';
import { filler } from './fill-words.ts';
import { type Flow, wordsOfFlow } from './flow/flow.ts';
import { layTable } from './flow/lay-table.ts';
import { paragraph } from './flow/paragraph.ts';
import { type RenderedPaper, renderers } from './form.ts';
import { drawMark } from './mark.ts';
import type { Pool } from './pool.ts';

/** What the receipt of a filing says: frozen rows only, so that it has the same bytes whenever it is printed. */
export interface FilingReceipt {
  readonly edition: Edition;
  readonly content: PlanContent;
  /** `HZ2022-000001`. */
  readonly number: string;
  readonly plan: string;
  readonly version: number;
  /** ISO 8601. */
  readonly arrivedAt: string;
  readonly digest: string;
  readonly code: string;
  readonly papers: readonly { readonly kind: PaperKind; readonly pages: number; readonly digest: string }[];
  readonly auditHead: { readonly seq: number; readonly hash: string };
  readonly publicUrl: string;
  readonly demo: boolean;
}

/** 网上报送回执 as PDF/A. Throws what renderDocument throws. */
export async function renderFilingReceipt(receipt: FilingReceipt, pool: Pool = renderers): Promise<RenderedPaper> {
  const flow = drawFilingReceipt(receipt);
  const characters = unprintable(wordsOfFlow(flow).join(''));
  if (characters.length > 0) throw new Refusal('unrenderable', { characters });
  return pool.render(flow);
}

/** What happens next, in the edition's words. */
export function nextSteps(receipt: FilingReceipt): readonly string[] {
  return receipt.edition.papers.receipt.next.steps.map(filled(receipt));
}

/** The version's own code: a receipt is none of the papers that are sealed and handed in. */
export function versionCode({ publicUrl, plan, version, digest }: Pick<FilingReceipt, 'publicUrl' | 'plan' | 'version' | 'digest'>): string {
  return `${publicUrl.replace(/\/+$/, '')}/V/${plan}/${version}/${digest}`.toUpperCase();
}

function filled({ edition, content, ...receipt }: FilingReceipt): (template: string) => string {
  const { copies } = edition.parameters;
  const fill = filler(edition, content, formatDay(Date.parse(receipt.arrivedAt)));
  const more = {
    number: receipt.number,
    plan: receipt.plan,
    call: edition.title,
    version: String(receipt.version),
    at: instantText(receipt.arrivedAt),
    code: receipt.code,
    digest: spaced(receipt.digest),
    auditSeq: String(receipt.auditHead.seq),
    audit: spaced(receipt.auditHead.hash),
    address: receipt.publicUrl,
    planCopies: String(copies.plan),
    formCopies: String(copies.form),
    letterCopies: String(copies.letter),
  };
  return (template) => fill(template, more);
}

function drawFilingReceipt(receipt: FilingReceipt): Flow {
  const { edition, plan, version, digest, publicUrl } = receipt;
  const words = edition.papers.receipt;
  const fill = filled(receipt);
  const cell = (text: string, head = false) => ({ parts: [paragraph(text, 'cell')], ...(head ? { head } : { align: 'left' as const }) });
  const rows = words.lines.map(({ label, text }) => [cell(label, true), cell(fill(text))]);
  const papers = receipt.papers.map(({ kind, pages, digest: pdf }) => [cell(words.papers.names[kind]), cell(String(pages)), cell(spaced(pdf))]);
  return {
    meta: { title: `${words.title} ${receipt.number}`, author: receipt.content.zone, date: dateParts(formatDay(Date.parse(receipt.arrivedAt))) },
    text: { size: 12, pitch: 21 },
    body: [
      { part: 'title', lines: [words.title] },
      layTable({ rows, headRows: 0, columns: [32, 122], size: 10.5 }),
      paragraph(words.papers.title, 'plain'),
      layTable({ rows: [words.papers.headers.map((text) => cell(text, true)), ...papers], headRows: 1, columns: [24, 14, 116], size: 10.5 }),
      paragraph(words.next.title, 'plain'),
      ...nextSteps(receipt).map((step, index) => paragraph(`${index + 1}．${step}`)),
      paragraph(fill(words.note), 'note'),
    ],
    images: [],
    ...drawMark(edition, { title: words.title }, edition.papers.foot, { number: plan, version, digest, publicUrl }, receipt.demo),
    qr: { payload: versionCode(receipt), alt: edition.papers.form.words.qr },
  };
}

/** A digest in groups that people can compare, and that a line can break between. */
function spaced(digest: string): string {
  return digest.replaceAll(/(.{8})(?=.)/g, '$1 ');
}
