import type { PaperPart, SealPart } from '#domain/forms/paper.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { type Source } from './draw-cells.ts';
import { drawJustifications } from './draw-justifications.ts';
import { drawGrid, drawProjects, drawTable } from './draw-tables.ts';
import type { DrawnTable, Drawing } from './drawing.ts';
import type { FormRequest } from './form.ts';
import { drawMark } from './mark.ts';
import { text } from './print-value.ts';

/** The whole 申报表 as plain data: the edition's paper filled with the plan's answers. */
export function drawForm(request: FormRequest): Drawing {
  const { edition, plan, date } = request;
  const paper = edition.papers.form;
  const printEdition = { units: edition.units, codeLists: edition.codeLists, words: paper.words };
  const form: Source = { edition: printEdition, form: edition.forms.form, answers: plan.form };
  // A draft without projects still shows the template's first, empty block.
  const answers = plan.projects.length === 0 ? [{}] : plan.projects;
  const projects = answers.map((project): Source => ({ edition: printEdition, form: edition.forms.proposal, answers: project }));
  const draw = (part: PaperPart): readonly DrawnTable[] => {
    switch (part.kind) {
      case 'grid':
        return [drawGrid(form, part, paper.width)];
      case 'table':
        return [drawTable(form, part, paper.width)];
      case 'projects':
        return drawProjects(form, projects, part, paper.width);
      case 'seal':
        return [drawSeal(edition, part, paper.width)];
      case 'justifications':
        return drawJustifications(request, part, paper.width);
    }
  };
  return {
    meta: { title: paper.title.join(''), author: plan.zone, date: dateParts(date) },
    title: paper.title,
    width: paper.width,
    tables: paper.parts.flatMap(draw),
    ...drawMark(edition, { title: paper.title.join(''), kind: 'form' }, paper.words.page, request.mark, request.demo === true),
  };
}

function drawSeal(edition: Edition, part: SealPart, width: number): DrawnTable {
  const { words } = edition.papers.form;
  const statements = part.opinion === undefined ? [] : edition.opinions[part.opinion].statements.map((statement, index) => text(`${index + 1}．${statement}`));
  return {
    columns: [width],
    sides: 0,
    headerSides: 0,
    size: 10.5,
    header: [],
    rows: [[{ lines: [text(part.title), ...statements], cols: 1, rows: 1, align: 'left', seal: [words.seal, words.sealDate] }]],
    spans: [],
    glue: 1,
    tail: 0,
  };
}

/** `YYYY-MM-DD` as numbers. */
export function dateParts(date: string): readonly [number, number, number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
}
