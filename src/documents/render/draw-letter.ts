import { answerTo, blockOf } from '#domain/forms/answers.ts';
import type { Answers, FieldDef } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { formatMoney } from '#domain/values/money.ts';
import { balanced } from './draw-commitment.ts';
import type { DocumentRequest, DrawnDocument } from './document.ts';
import { placeOf } from './draw-cells.ts';
import { filler } from './fill-words.ts';
import type { FlowPart } from './flow/flow.ts';
import { layTable, type WrittenCell } from './flow/lay-table.ts';
import { paragraph } from './flow/paragraph.ts';
import { printValue } from './print-value.ts';

/** 推荐函 of the city's bureau, with the projects that it recommends: a draft until the bureau gives it a number. */
export function drawLetter({ edition, plan, date, letterNumber }: DocumentRequest): DrawnDocument {
  const { letter } = edition.papers;
  const { copies } = edition.parameters;
  const fill = filler(edition, plan, date);
  const asked = letter.table.columns.find((column) => column.sum === true)?.field;
  const more = {
    number: letterNumber ?? letter.numberBlank,
    bureau: fill(letter.bureau),
    projects: String(plan.projects.length),
    asked: asked === undefined ? '' : totalOf(edition, plan.projects, asked),
    planCopies: String(copies.plan),
    formCopies: String(copies.form),
    letterCopies: String(copies.letter),
  };
  const words = (template: string): string => fill(template, more);
  const title = letter.title.map(words);
  const attachments = letter.attachments.items.map((item, index): FlowPart => {
    const lead = index === 0 ? letter.attachments.title : '　'.repeat([...letter.attachments.title].length);
    const line = paragraph(`${lead}${index + 1}．${words(item)}`);
    // The signature never stands on a page by itself.
    return index < letter.attachments.items.length - 2 ? line : { ...line, sticky: true };
  });
  return {
    title: title.join(''),
    author: words('{bureau}'),
    body: [
      paragraph(words(letter.number), 'center'),
      { part: 'title', lines: title.flatMap(balanced) },
      paragraph(words(letter.to), 'plain'),
      ...letter.paragraphs.map((text) => paragraph(words(text))),
      projectTable(edition, plan.projects),
      paragraph(words(letter.closing)),
      ...attachments,
      { part: 'sign', lines: letter.sign.map(words) },
      paragraph(''),
      paragraph(words(letter.copies), 'note'),
    ],
  };
}

function projectTable(edition: Edition, projects: readonly Answers[]): FlowPart {
  const { caption, columns, total } = edition.papers.letter.table;
  const cell = (words: string, more: Partial<WrittenCell> = {}): WrittenCell => ({ parts: [paragraph(words, 'cell')], ...more });
  const rows = projects.map((project, index) =>
    columns.map(({ field }) =>
      field === undefined ? cell(String(index + 1), { align: 'center' }) : cell(valueAt(edition, project, field), { align: alignOf(fieldOf(edition, field)) }),
    ),
  );
  const firstSum = columns.findIndex((column) => column.sum === true);
  const sums = columns
    .slice(Math.max(firstSum, 0))
    .map(({ field, sum }) => cell(sum && field !== undefined ? totalOf(edition, projects, field) : '', { align: 'right' }));
  const last = firstSum <= 0 ? [] : [[cell(total, { cols: firstSum, align: 'center' }), ...sums]];
  return layTable({
    caption,
    rows: [columns.map(({ header }) => cell(header, { head: true })), ...rows, ...last],
    headRows: 1,
    columns: columns.map(({ width }) => width),
    size: 10.5,
  });
}

function fieldOf(edition: Edition, path: string): FieldDef {
  return placeOf(edition.forms.proposal, path).field;
}

function alignOf(field: FieldDef): 'left' | 'right' {
  return field.kind === 'money' || field.kind === 'count' ? 'right' : 'left';
}

/** A value of a proposal in one line, its unit in the column's header. */
function valueAt(edition: Edition, project: Answers, path: string): string {
  const { block, field } = placeOf(edition.forms.proposal, path);
  const words = edition.papers.form.words;
  return printValue({ units: edition.units, codeLists: edition.codeLists, words }, field, blockOf(project, block.key))
    .map((line) => line.runs.map((run) => run.text).join(''))
    .join('');
}

/** Sum of a money field over the projects, in the field's unit. */
function totalOf(edition: Edition, projects: readonly Answers[], path: string): string {
  const { block, field } = placeOf(edition.forms.proposal, path);
  if (field.kind !== 'money') throw new Error(`${path} is no money`);
  const sum = projects.reduce((total, project) => {
    const value = answerTo(blockOf(project, block.key), field.key);
    return total + (typeof value === 'number' ? value : 0);
  }, 0);
  return formatMoney(sum, field.unit, { grouped: true });
}
