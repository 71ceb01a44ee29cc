import type { Copies, PaperKind } from '#domain/filing/intake.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { unprintable } from '#domain/values/printable.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { dateParts } from './draw-form.ts';
import { balanced } from './draw-commitment.ts';
import { filler, put } from './fill-words.ts';
import { type Flow, type FlowPart, wordsOfFlow } from './flow/flow.ts';
import { layTable, type WrittenCell } from './flow/lay-table.ts';
import { paragraph } from './flow/paragraph.ts';
import { type FiledMark, type RenderedPaper, renderers } from './form.ts';
import { drawMark } from './mark.ts';
import type { Pool } from './pool.ts';

export interface PrintNotice {
  /** Loaded edition (years resolved). */
  readonly edition: Edition;
  /** The content as filed: its names stand in the text. */
  readonly plan: PlanContent;
  /** The papers, in the order in which they are bound. */
  readonly papers: readonly { readonly kind: PaperKind; readonly pages: number }[];
  readonly mark: FiledMark;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly demo?: boolean;
}

/** How many copies of a paper are handed in: each 承诺书 goes with a 试点方案. */
export function copiesOf({ plan, form, letter }: Copies, kind: PaperKind): number {
  return { letter, form, plan, commitment: plan }[kind];
}

/** What the file of a paper is called in the print package: its place, its name and how often it is printed. */
export function paperFileName(edition: Edition, kind: PaperKind, place: number): string {
  const { names, fileName } = edition.papers.printing;
  const copies = String(copiesOf(edition.parameters.copies, kind));
  return put(fileName, new Map(Object.entries({ place: String(place), name: names[kind], copies })));
}

export function noticeFileName(edition: Edition): string {
  const { title, ownFileName } = edition.papers.printing;
  return put(ownFileName, new Map([['name', title]]));
}

/** Who seals a paper, and where, in the edition's words. */
export function sealsOf(edition: Edition, plan: PlanContent, date: string, kind: PaperKind): string {
  const seals = edition.seals.map(({ title }) => `“${title}”`).join('');
  return filler(edition, plan, date)(edition.papers.printing.seals[kind], { seals });
}

function wordsOf({ edition, plan, papers, mark, date }: PrintNotice): (template: string) => string {
  const { copies } = edition.parameters;
  const fill = filler(edition, plan, date);
  const more = {
    number: mark.number,
    version: String(mark.version),
    pages: String(papers.reduce((sum, paper) => sum + paper.pages, 0)),
    planCopies: String(copies.plan),
    formCopies: String(copies.form),
    letterCopies: String(copies.letter),
  };
  return (template) => fill(template, more);
}

/** What 打印须知 asks, part by part. */
export function noticeParts(notice: PrintNotice): readonly { readonly title: string; readonly items: readonly string[] }[] {
  const words = wordsOf(notice);
  return notice.edition.papers.printing.parts.map(({ title, items }) => ({ title, items: items.map(words) }));
}

/** 打印须知 as plain data. */
export function drawPrintNotice(notice: PrintNotice): Flow {
  const { edition, plan, papers, mark, date, demo = false } = notice;
  const { printing } = edition.papers;
  const { columns } = printing;
  const cell = (text: string, options: Partial<WrittenCell> = {}): WrittenCell => ({ parts: [paragraph(text, 'cell')], ...options });
  const table = layTable({
    rows: [
      [columns.place, columns.name, columns.pages, columns.copies, columns.seals].map((text) => cell(text, { head: true })),
      ...papers.map(({ kind, pages }, index) => [
        cell(String(index + 1), { align: 'center' }),
        cell(printing.names[kind]),
        cell(String(pages), { align: 'right' }),
        cell(String(copiesOf(edition.parameters.copies, kind)), { align: 'right' }),
        cell(sealsOf(edition, plan, date, kind)),
      ]),
    ],
    headRows: 1,
    columns: [12, 24, 14, 14, 92],
    size: 11,
  });
  const parts = noticeParts(notice).flatMap(({ title, items }): readonly FlowPart[] => [
    { part: 'heading', level: 3, text: title },
    { part: 'list', ordered: true, start: 1, items: items.map((item) => [paragraph(item, 'plain')]) },
  ]);
  return {
    meta: { title: printing.title, author: plan.zone, date: dateParts(date) },
    text: { size: 12, pitch: 20 },
    body: [{ part: 'title', lines: balanced(printing.title) }, paragraph(wordsOf(notice)(printing.intro)), table, ...parts],
    images: [],
    ...drawMark(edition, { title: printing.title }, edition.papers.foot, mark, demo),
  };
}

/** 打印须知 as PDF/A-2a. Throws as renderDocument does. */
export async function renderPrintNotice(notice: PrintNotice, pool: Pool = renderers): Promise<RenderedPaper> {
  const flow = drawPrintNotice(notice);
  const characters = unprintable(wordsOfFlow(flow).join(''));
  if (characters.length > 0) throw new Refusal('unrenderable', { characters });
  return pool.render(flow);
}
