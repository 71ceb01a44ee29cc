import { answerTo, blockOf, isArray, isEmpty, isObject, isTyped, rowsOf } from '#domain/forms/answers.ts';
import { displayComputed } from '#domain/forms/computed.ts';
import type { Answers, BlockAnswers, FieldDef, FormDef } from '#domain/forms/definition.ts';
import { kindOf } from '#domain/forms/kinds/kind-of.ts';
import { visibleFields } from '#domain/forms/visibility.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { showFigures } from '#domain/narrative/references.ts';
import { childrenOf, type ShowReference } from '#domain/narrative/text.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import { packages as words } from '#web/messages/package.ts';
import { card, element, pairs, table } from './element.ts';

/** The plan's answers in the order and the words of its edition. */
export function drawContent(edition: Edition, plan: PlanContent): HTMLElement {
  const show = showFigures(edition, plan.form);
  return card(
    words.contentTitle,
    part(words.form, () => drawForm(edition, edition.forms.form, plan.form), true),
    part(words.outline, () => drawOutline(edition, plan, show)),
    part(words.commitment, () => drawForm(edition, edition.commitment.form, plan.commitment)),
    ...plan.projects.map((project, index) => part(words.project(index + 1, nameOf(project)), () => drawForm(edition, edition.forms.proposal, project))),
  );
}

/** Drawn when it is opened; an edition that was tampered with may name what nobody can draw. */
function part(title: string, draw: () => readonly Node[], open = false): HTMLElement {
  const details = element('details', '', element('summary', '', title));
  let drawn = false;
  const fill = (): void => {
    if (drawn || !details.open) return;
    drawn = true;
    try {
      details.append(...draw());
    } catch {
      details.append(element('p', 'fault', words.unshown));
    }
  };
  details.addEventListener('toggle', fill);
  details.open = open;
  fill();
  return details;
}

function nameOf(project: Answers): string {
  const name = answerTo(blockOf(project, 'summary'), 'name');
  return typeof name === 'string' ? name : '';
}

function drawForm(edition: Edition, form: FormDef, answers: Answers): readonly Node[] {
  return form.blocks.flatMap((block): readonly Node[] => {
    const given = blockOf(answers, block.key);
    return [element('h3', '', block.title), ...drawFields(edition, block.fields, given), ...drawNotes(given)];
  });
}

function drawFields(edition: Edition, fields: readonly FieldDef[], given: BlockAnswers): readonly Node[] {
  const shown = visibleFields(fields, given);
  const scalars = shown.filter((field) => field.kind !== 'table');
  const tables = shown.flatMap((field): readonly Node[] => {
    if (field.kind !== 'table') return [];
    const rows = rowsOf(answerTo(given, field.key)).map((row) => field.columns.map((column) => valueOf(edition, column, row)));
    const drawn =
      rows.length === 0
        ? element('p', 'faint', words.empty)
        : table(
            field.columns.map(({ label }) => label),
            rows,
          );
    return [element('h4', '', field.label), drawn];
  });
  return [...(scalars.length === 0 ? [] : [pairs(scalars.map((field) => [field.label, valueOf(edition, field, given)]))]), ...tables];
}

/** Reasons that were given, which travel with the plan. */
function drawNotes(given: BlockAnswers): readonly Node[] {
  const notes = given['notes'];
  const reasons = isObject(notes)
    ? Object.values(notes).flatMap((note) => (isObject(note) && typeof note['justification'] === 'string' ? [note['justification']] : []))
    : [];
  return reasons.length === 0 ? [] : [pairs(reasons.map((reason) => [words.note, reason]))];
}

function valueOf(edition: Edition, field: FieldDef, given: BlockAnswers): string {
  if (field.kind === 'computed') return displayComputed(field, given, edition.units) || words.empty;
  const value = answerTo(given, field.key);
  if (isEmpty(value)) return words.empty;
  if (isTyped(value)) return value.typed;
  const text = kindOf(field).display(value, { yes: words.yes, no: words.no, separator: words.separator, units: edition.units, codeLists: edition.codeLists });
  return text === '' ? JSON.stringify(value) : text;
}

function drawOutline(edition: Edition, plan: PlanContent, show: ShowReference): readonly Node[] {
  const section = (key: string): readonly Node[] => drawNodes(Object.hasOwn(plan.outline, key) ? childrenOf(plan.outline[key] ?? {}) : [], show);
  return edition.outline.flatMap((chapter): readonly Node[] => [
    element('h3', '', `${chapter.number} ${chapter.title}`),
    ...(chapter.sections.length === 0 ? section(chapter.key) : []),
    ...chapter.sections.flatMap((one): readonly Node[] => [element('h4', '', `${one.number} ${one.title}`), ...section(one.key)]),
  ]);
}

function drawNodes(nodes: readonly Json[], show: ShowReference): readonly Node[] {
  return nodes.flatMap((node) => (isObject(node) ? drawNode(node, show) : []));
}

const plainTags = {
  paragraph: 'p',
  heading: 'h5',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
} as const;

function drawNode(node: JsonObject, show: ShowReference): readonly Node[] {
  const { type } = node;
  const attrs = isObject(node['attrs']) ? node['attrs'] : {};
  if (type === 'text') return [document.createTextNode(String(node['text'] ?? ''))];
  if (type === 'hardBreak') return [element('br', '')];
  if (type === 'reference') return [document.createTextNode(show(String(attrs['path'] ?? '')))];
  if (type === 'image') return [element('p', 'faint', words.picture(String(attrs['alt'] ?? '')))];
  const inner = drawNodes(childrenOf(node), show);
  if (type === 'table') return [element('div', 'scroll', element('table', '', element('tbody', '', ...inner)))];
  const tag = typeof type === 'string' && Object.hasOwn(plainTags, type) ? plainTags[type as keyof typeof plainTags] : undefined;
  if (tag === undefined) return inner;
  const made = element(tag, '', ...inner);
  if (made instanceof HTMLTableCellElement) {
    made.colSpan = spanOf(attrs['colspan']);
    made.rowSpan = spanOf(attrs['rowspan']);
  }
  return [made];
}

function spanOf(value: Json | undefined): number {
  return typeof value === 'number' && !isArray(value) ? Math.min(Math.max(Math.trunc(value), 1), 100) : 1;
}
