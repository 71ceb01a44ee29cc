import { answerTo, blockOf, isArray, isEmpty, isTyped, rowsOf } from '#domain/forms/answers.ts';
import type { Answers, BlockAnswers, FieldDef, FormDef } from '#domain/forms/definition.ts';
import { isVisible, visibleFields } from '#domain/forms/visibility.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { listed, shown } from '#domain/filing/predicates/wording.ts';
import { entrySlots, type EntrySlot } from '#domain/narrative/entry-slots.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { blockAt } from '#domain/programme/look-up.ts';
import type { Json } from '#domain/values/json.ts';

/** The projects that serve one kind of product group, in the plan's order. */
export interface EntryGroup {
  /** Options that name it; none where the projects say nothing. */
  readonly groups: readonly string[];
  readonly title: string;
  readonly entries: readonly ProjectEntry[];
}

/** What the narrative says of one project, drawn from its proposal: nobody types it twice. */
export interface ProjectEntry {
  /** Place among the plan's projects, from 0. */
  readonly index: number;
  readonly title: string;
  readonly items: readonly EntryItem[];
}

export interface EntryItem {
  readonly label: string;
  /** Empty while the proposal has nothing for it. */
  readonly text: string;
  /** Pointer of the proposal's block that it is drawn from first. */
  readonly from: string;
}

/** The project entries of a plan by product group, groups in the order of their first project; none where the edition draws none. Never throws. */
export function projectEntries(edition: Edition, plan: Pick<PlanContent, 'projects'>): readonly EntryGroup[] {
  const definition = edition.projectEntries;
  if (definition === undefined) return [];
  const groups = new Map<string, { readonly groups: readonly string[]; readonly entries: ProjectEntry[] }>();
  for (const [index, project] of plan.projects.entries()) {
    const [block = '', field = ''] = definition.groupBy.split('.');
    const chosen = answerTo(blockOf(project, block), field);
    const names = isArray(chosen) ? chosen.filter((name) => typeof name === 'string') : [];
    const key = names.join('\n');
    const group = groups.get(key) ?? { groups: names, entries: [] };
    group.entries.push(entryOf(edition, project, index));
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({
    ...group,
    title: group.groups.length === 0 ? definition.noGroup : definition.groupTitle.replace('{group}', listed(group.groups)),
  }));
}

function entryOf(edition: Edition, project: Answers, index: number): ProjectEntry {
  const { items = [], title = '' } = edition.projectEntries ?? {};
  return {
    index,
    title: filled(edition, project, title.replace('{n}', String(index + 1)), true) ?? '',
    items: items.map(({ label, sentences }) => ({
      label,
      text: sentences.flatMap((sentence) => filled(edition, project, sentence) ?? []).join(''),
      from: `/projects/${index}/${entrySlots(sentences.join(''))[0]?.block ?? ''}`,
    })),
  };
}

/** The sentence with its slots filled; undefined where one has nothing, unless `gaps` are allowed. */
function filled(edition: Edition, project: Answers, sentence: string, gaps = false): string | undefined {
  let text = sentence;
  for (const slot of entrySlots(sentence)) {
    const value = slotText(edition, project, slot);
    if (value === '' && !gaps) return undefined;
    text = text.replace(slot.whole, () => value);
  }
  return withoutDoubleStop(text);
}

/** An answer that ends in a full stop stands before the sentence's own. */
function withoutDoubleStop(text: string): string {
  return text.replace(/([\u3002\uff1b\uff0c])[\u3002\uff1b]/gu, '\u3002').trim();
}

function slotText(edition: Edition, project: Answers, slot: EntrySlot): string {
  const block = blockAt(edition.forms.proposal, slot.block);
  const field = block?.fields.find((one) => one.key === slot.field);
  const answers = blockOf(project, slot.block);
  if (block === undefined || field === undefined || !isVisible(field, block.fields, answers)) return '';
  if (field.kind !== 'table') return slot.column === undefined ? valueText(edition, field, answers) : '';
  const rows = rowsOf(answerTo(answers, field.key));
  if (slot.count) return rows.length === 0 ? '' : String(rows.filter((row) => slot.column === undefined || row[slot.column] === slot.is).length);
  const cells = rows.flatMap((row) => {
    const column = visibleFields(field.columns, row).find((one) => one.key === slot.column);
    return column === undefined ? [] : [valueText(edition, column, row)];
  });
  return cells.filter((cell) => cell !== '').join(slot.separator ?? listed(['', '']));
}

function valueText(edition: Edition, field: FieldDef, answers: BlockAnswers): string {
  const value: Json | undefined = answerTo(answers, field.key);
  if (isEmpty(value) || isTyped(value)) return '';
  const text = shown(edition, field, value).trim();
  // Running text has no thousands commas and no space before a unit.
  return typeof value === 'number' ? text.replaceAll(/[, ]/g, '') : text.replaceAll('\n', ' ');
}

/** True where the form has what a slot names: the loader refuses an edition whose entries lead nowhere. */
export function hasSlot(proposal: FormDef, slot: EntrySlot): boolean {
  const field = blockAt(proposal, slot.block)?.fields.find((one) => one.key === slot.field);
  if (field === undefined || field.kind === 'computed') return false;
  if (field.kind !== 'table') return slot.column === undefined && !slot.count;
  return slot.column === undefined ? slot.count : field.columns.some((column) => column.key === slot.column);
}
