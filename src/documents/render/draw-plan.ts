import type { JsonObject } from '#domain/values/json.ts';
import { showFigures } from '#domain/narrative/references.ts';
import type { DocumentRequest, DrawnDocument } from './document.ts';
import { drawEntries } from './draw-entries.ts';
import { justifiedRows } from './draw-justifications.ts';
import { filler, put } from './fill-words.ts';
import type { FlowImage, FlowPart, SealsPart } from './flow/flow.ts';
import { layTable } from './flow/lay-table.ts';
import { drawNarrative, type NarrativeSource } from './flow/narrative.ts';
import { paragraph } from './flow/paragraph.ts';

/** 试点方案: title page, contents, the outline's chapters, what is justified of the text, signature pages. */
export function drawPlan(request: DocumentRequest): DrawnDocument {
  const { edition, plan, date } = request;
  const paper = edition.papers.plan;
  const fill = filler(edition, plan, date);
  const images = request.images ?? new Map<string, FlowImage>();
  const source: NarrativeSource = { show: showFigures(edition, plan.form), images };
  const written = (key: string): readonly FlowPart[] => [
    ...drawNarrative(sectionOf(plan.outline, key), source),
    ...(edition.projectEntries?.section === key ? drawEntries(edition, plan) : []),
  ];
  const chapters = edition.outline.flatMap((chapter): readonly FlowPart[] => [
    { part: 'heading', level: 1, text: put(paper.chapter, new Map(Object.entries({ number: chapter.number, title: chapter.title }))) },
    ...(chapter.sections.length === 0 ? written(chapter.key) : []),
    ...chapter.sections.flatMap((section): readonly FlowPart[] => [
      { part: 'heading', level: 2, text: put(paper.section, new Map(Object.entries({ number: section.number, title: section.title }))) },
      ...written(section.key),
    ]),
  ]);
  return {
    title: paper.title.join(''),
    author: plan.zone,
    images: [...new Map([...images.values()].map((image) => [image.digest, image])).values()],
    body: [
      { part: 'cover', title: paper.title.map((line) => fill(line)), lines: paper.cover.map(({ label, text }) => ({ label, value: fill(text) })) },
      { part: 'contents', title: paper.contents },
      { part: 'title', lines: paper.heading.map((line) => fill(line)) },
      ...chapters,
      ...drawJustified(request),
      { part: 'break' },
      drawSeals(request),
    ],
  };
}

function sectionOf(outline: Readonly<Record<string, JsonObject>>, key: string): JsonObject | undefined {
  return Object.hasOwn(outline, key) ? outline[key] : undefined;
}

/** Reasons given for the plan's own text; those of the form stand on the form. */
function drawJustified(request: DocumentRequest): readonly FlowPart[] {
  const { title, columns } = request.edition.papers.plan.justifications;
  const rows = justifiedRows(request).filter(({ path }) => path.startsWith('/outline'));
  if (rows.length === 0) return [];
  const heads = [columns.clause, columns.field, columns.text].map((words) => ({ parts: [paragraph(words, 'cell')], head: true }));
  const cells = rows.map(({ clause, place, text }) => [clause, place, text].map((words) => ({ parts: [paragraph(words, 'cell')], align: 'left' as const })));
  return [{ part: 'heading', level: 1, text: title }, layTable({ rows: [heads, ...cells], columns: [32, 46, 78], size: 10.5 })];
}

/** The three signature blocks of the template. The city's opinion on the plan is its own, not the one on the form (A19). */
function drawSeals({ edition }: DocumentRequest): SealsPart {
  const { seal, sealDate } = edition.papers.form.words;
  return {
    part: 'seals',
    boxes: edition.papers.plan.seals.map(({ title, opinion }) => ({
      title,
      statements: opinion === undefined ? [] : edition.opinions[opinion].statements.map((statement, index) => `${index + 1}．${statement}`),
      seal: [seal, sealDate],
    })),
  };
}
