import { answerTo, blockOf, rowsOf } from '#domain/forms/answers.ts';
import type { Answers, FieldDef, FormDef } from '#domain/forms/definition.ts';
import type { JustificationsPart } from '#domain/forms/paper.ts';
import type { Problem } from '#domain/values/problem.ts';
import { parsePointer } from '#domain/values/pointer.ts';
import type { DrawnCell, DrawnTable } from './drawing.ts';
import type { FormRequest } from './form.ts';
import { breakLongWords, estimateHeight } from './measure.ts';
import { text } from './print-value.ts';

const size = 9.5;

/** Every justified principle: its clause, the field it speaks of, and the filer's reason. Ticks are not printed. */
export function drawJustifications(request: FormRequest, part: JustificationsPart, width: number): readonly DrawnTable[] {
  const justified = justifiedRows(request);
  if (justified.length === 0) {
    return [];
  }
  const widths = [30, 48, width - 78] as const;
  const cell = (words: string, column: 0 | 1 | 2): DrawnCell => {
    const lines = words.split('\n').map((line) => breakLongWords(text(line), widths[column], size));
    return { lines, cols: 1, rows: 1, align: 'left', ...(estimateHeight(lines, widths[column], size) > 120 ? { long: true } : {}) };
  };
  const heading = (words: string): DrawnCell => ({ lines: [text(words)], cols: 1, rows: 1, label: true, align: 'center' });
  return [
    {
      columns: widths,
      sides: 0,
      headerSides: 0,
      size,
      header: [[heading(part.columns.clause), heading(part.columns.field), heading(part.columns.text)]],
      rows: justified.map(({ clause, place, text: reason }) => [cell(clause, 0), cell(place, 1), cell(reason, 2)]),
      spans: [],
      glue: 1,
      tail: 0,
      heading: part.title,
    },
  ];
}

export interface JustifiedRow {
  readonly path: string;
  readonly clause: string;
  readonly place: string;
  readonly text: string;
}

type Judged = Pick<FormRequest, 'edition' | 'plan' | 'problems'>;

export function justifiedRows(request: Judged): readonly JustifiedRow[] {
  const justified = request.problems.filter((problem) => problem.severity === 'principle' && problem.justification !== undefined);
  return justified.map((problem) => ({
    path: problem.path,
    clause: citeOf(request, problem),
    place: placeOf(request, problem.path),
    text: problem.justification ?? '',
  }));
}

function citeOf({ edition }: Judged, problem: Problem): string {
  const cite = edition.clauses.find((clause) => clause.id === problem.clause)?.cite ?? problem.clause;
  return edition.papers.form.words.clause.replace('{cite}', cite);
}

/** A pointer in the words of the form: 项目3 申请省资助经费（万元）. */
function placeOf(request: Judged, path: string): string {
  const { edition, plan } = request;
  const [root, ...rest] = parsePointer(path) ?? [];
  switch (root) {
    case 'form':
      return fieldPlace(edition.forms.form, plan.form, rest);
    case 'commitment':
      return fieldPlace(edition.commitment.form, plan.commitment, rest);
    case 'projects': {
      const [index = '0', ...inside] = rest;
      const project = edition.papers.form.words.project.replace('{n}', String(Number(index) + 1));
      return [project, fieldPlace(edition.forms.proposal, plan.projects[Number(index)] ?? {}, inside)].filter((words) => words !== '').join('\n');
    }
    case 'outline': {
      const section = edition.outline.flatMap((chapter) => chapter.sections).find((candidate) => candidate.key === rest[0]);
      return section === undefined ? '' : `${section.number}${section.title}`;
    }
    default:
      return '';
  }
}

function fieldPlace(form: FormDef, answers: Answers, [blockKey, fieldKey, row, column]: readonly string[]): string {
  const block = form.blocks.find((candidate) => candidate.key === blockKey);
  const field: FieldDef | undefined = block?.fields.find((candidate) => candidate.key === fieldKey);
  if (field === undefined) {
    return block?.title ?? '';
  }
  if (field.kind !== 'table' || row === undefined) {
    return field.label;
  }
  const name = rowsOf(answerTo(blockOf(answers, block?.key ?? ''), field.key))[Number(row)]?.[field.rowKey];
  const label = field.columns.find((candidate) => candidate.key === column)?.label;
  return [field.label, name, label].filter((words) => typeof words === 'string' && words !== '').join(' · ');
}
