import { answerTo, blockOf } from '#domain/forms/answers.ts';
import type { Answers } from '#domain/forms/definition.ts';
import { isOutside } from '#domain/filing/project-money.ts';
import { drawBlock } from './draw-block.ts';
import { drawCaps } from './draw-caps.ts';
import { placeOf } from './draw-cells.ts';
import type { DocumentRequest, DrawnDocument } from './document.ts';
import { filler, put } from './fill-words.ts';
import type { FlowPart, SealsPart } from './flow/flow.ts';
import { layTable } from './flow/lay-table.ts';
import { paragraph } from './flow/paragraph.ts';
import { printValue, type PrintEdition } from './print-value.ts';

/** Where a proposal says whether its applicant lies outside the zone. */
const location = 'summary.location';

/** 项目申报书: title page, every block with its labels, the three limits of the province's money, the attachments, signatures. */
export function drawProposal(request: DocumentRequest): DrawnDocument {
  const { edition, plan, date, project = 0 } = request;
  const answers = plan.projects[project];
  if (answers === undefined) throw new Error(`the plan has no project ${project + 1}`);
  const paper = edition.papers.proposal;
  const form = edition.forms.proposal;
  const print: PrintEdition = { units: edition.units, codeLists: edition.codeLists, words: edition.papers.form.words };
  const fill = filler(edition, plan, date);
  const outside = isOutsideZone(request, answers);
  const heading = (index: number, title: string): FlowPart => ({
    part: 'heading',
    level: 1,
    text: put(paper.heading, new Map(Object.entries({ number: paper.numbers[index] ?? String(index + 1), title }))),
  });
  const value = (path: string): string => {
    const { block, field } = placeOf(form, path);
    return printValue(print, field, blockOf(answers, block.key))
      .map((line) => line.runs.map((run) => run.text).join(''))
      .join('');
  };
  const after = form.blocks.length;
  return {
    title: paper.title.join(''),
    author: plan.zone,
    text: { size: 12, pitch: 20 },
    body: [
      {
        part: 'cover',
        title: paper.title,
        lines: paper.cover.map((line) => ({ label: line.label, value: 'field' in line ? value(line.field) : fill(line.text) })),
      },
      ...form.blocks.flatMap((block, index) => [heading(index, block.title), ...drawBlock(edition, block, blockOf(answers, block.key))]),
      heading(after, paper.caps.title),
      ...drawCaps(edition, answers),
      heading(after + 1, paper.attachments.title),
      ...drawAttachments(request, project),
      { part: 'break' },
      heading(after + 2, paper.seals.title),
      drawSeals(request, outside),
    ],
  };
}

function isOutsideZone({ edition }: DocumentRequest, answers: Answers): boolean {
  const { block, field } = placeOf(edition.forms.proposal, location);
  return isOutside(field, answerTo(blockOf(answers, block.key), field.key));
}

/** Files that prove something of this project, with the digests of their bytes as far as they are known. */
function drawAttachments({ edition, plan }: DocumentRequest, project: number): readonly FlowPart[] {
  const { none, columns } = edition.papers.proposal.attachments;
  const own = plan.attachments.filter(({ path }) => path === `/projects/${project}` || path.startsWith(`/projects/${project}/`));
  if (own.length === 0) return [paragraph(none)];
  const cell = (words: string) => ({ parts: [paragraph(words, 'cell')] });
  const known = own.map(({ digest }) => digest ?? '');
  const withDigests = known.some((digest) => digest !== '');
  const heads = [columns.number, columns.name, ...(withDigests ? [columns.digest] : [])].map((words) => ({ ...cell(words), head: true }));
  const rows = own.map(({ name }, index) => [
    { ...cell(String(index + 1)), align: 'center' as const },
    { ...cell(name), align: 'left' as const },
    ...(withDigests ? [{ ...cell(known[index] ?? ''), align: 'left' as const }] : []),
  ]);
  return [layTable({ rows: [heads, ...rows], columns: withDigests ? [14, 72, 70] : [14, 142], size: 10.5 })];
}

function drawSeals({ edition }: DocumentRequest, outside: boolean): SealsPart {
  const { seal, sealDate } = edition.papers.form.words;
  const places = edition.papers.proposal.seals.places.filter((place) => place.outside !== true || outside);
  return { part: 'seals', boxes: places.map(({ title, statements }) => ({ title, statements, seal: [seal, sealDate] })) };
}
