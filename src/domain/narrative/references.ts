import { blockOf, isEmpty, isObject, isTyped } from '#domain/forms/answers.ts';
import { computedValue } from '#domain/forms/computed.ts';
import type { Answers, BlockAnswers, BlockDef, FieldDef } from '#domain/forms/definition.ts';
import { codesOf } from '#domain/forms/kinds/code.ts';
import { kindOf } from '#domain/forms/kinds/kind-of.ts';
import { isVisible } from '#domain/forms/visibility.ts';
import { labelOf, listed, unitName } from '#domain/filing/predicates/wording.ts';
import { normaliseNarrative } from '#domain/narrative/normal.ts';
import { childrenOf, isBlankNarrative, type ShowReference } from '#domain/narrative/text.ts';
import { blockAt } from '#domain/programme/look-up.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import { formatMoney } from '#domain/values/money.ts';
import { parsePointer } from '#domain/values/pointer.ts';

/** What a reference stands for now. `gone`: this edition's form has no such figure. `unfilled`: nobody has filled it, or it is not shown. */
export interface Figure {
  readonly path: string;
  readonly state: 'shown' | 'unfilled' | 'gone';
  /** Block and field as people call them; empty where it is gone. */
  readonly block: string;
  readonly label: string;
  /** The value with its unit as running text has it: 1186家, 620.8亿元. The label in brackets where there is no value. */
  readonly text: string;
}

const OPEN = '\u3014';
const CLOSE = '\u3015';
/** Longer answers are prose of their own, no figure. */
const LONGEST_TEXT = 120;

/** The figure at a path, whatever the path and the answers are: never throws. */
export function figureAt(edition: Edition, form: Answers, path: string): Figure {
  const [document, blockKey = '', fieldKey = '', ...rest] = parsePointer(path) ?? [];
  const block = document === 'form' && rest.length === 0 ? blockAt(edition.forms.form, blockKey) : undefined;
  const field = block?.fields.find((one) => one.key === fieldKey);
  if (block === undefined || field === undefined || !canRefer(field)) return { path, state: 'gone', block: '', label: '', text: `${OPEN}?${CLOSE}` };
  return figureOf(edition, block, field, blockOf(form, block.key), path);
}

/** Every figure that can be inserted, in the form's order. */
export function figuresOf(edition: Edition, form: Answers): readonly Figure[] {
  return edition.forms.form.blocks.flatMap((block) =>
    block.fields.filter(canRefer).map((field) => figureOf(edition, block, field, blockOf(form, block.key), `/form/${block.key}/${field.key}`)),
  );
}

/** The words of a reference, for what reads a section as text. */
export function showFigures(edition: Edition, form: Answers): ShowReference {
  return (path) => figureAt(edition, form, path).text;
}

/** The section with its references as words: what a reader sees, and what the paper prints. */
export function resolved(section: JsonObject, show: ShowReference): JsonObject {
  return isBlankNarrative(section) ? {} : normaliseNarrative(withWords(section, show));
}

/** Paths of all references of a section, in order. */
export function referencesIn(node: Json | undefined): readonly string[] {
  if (!isObject(node)) return [];
  const path = pathOf(node);
  return path === undefined ? childrenOf(node).flatMap(referencesIn) : [path];
}

function withWords(node: JsonObject, show: ShowReference): JsonObject {
  const path = pathOf(node);
  if (path !== undefined) return { type: 'text', text: show(path), ...(node['marks'] === undefined ? {} : { marks: node['marks'] }) };
  if (node['content'] === undefined) return node;
  return { ...node, content: childrenOf(node).map((child) => (isObject(child) ? withWords(child, show) : child)) };
}

function pathOf({ type, attrs }: JsonObject): string | undefined {
  if (type !== 'reference') return undefined;
  const path = isObject(attrs) ? attrs['path'] : undefined;
  return typeof path === 'string' ? path : '';
}

function canRefer(field: FieldDef): boolean {
  if (field.kind === 'table' || field.kind === 'yesNo') return false;
  return field.kind !== 'text' || (field.maxLength <= LONGEST_TEXT && field.format === undefined && field.lines === undefined);
}

function figureOf(edition: Edition, block: BlockDef, field: FieldDef, answers: BlockAnswers, path: string): Figure {
  const label = labelOf(field);
  const text = isVisible(field, block.fields, answers) ? valueText(edition, field, answers) : '';
  const named = { path, block: block.title, label };
  return text === '' ? { ...named, state: 'unfilled', text: `${OPEN}${label}${CLOSE}` } : { ...named, state: 'shown', text };
}

/** As running text writes it: no thousands commas, the unit behind it without a space. */
function valueText(edition: Edition, field: FieldDef, answers: BlockAnswers): string {
  if (field.kind === 'computed') {
    const value = computedValue(field, answers);
    if (value === undefined) return '';
    return 'money' in field.show ? `${formatMoney(value, field.show.money)}${edition.units[field.show.money]}` : `${value}${field.show.count}`;
  }
  const value = Object.hasOwn(answers, field.key) ? answers[field.key] : undefined;
  if (isEmpty(value) || isTyped(value)) return '';
  if (typeof value === 'number') return `${field.kind === 'money' ? formatMoney(value, field.unit) : String(value)}${unitName(edition, field)}`;
  if (field.kind === 'code' && typeof value === 'string') return codesOf(edition.codeLists, field.list).get(value)?.name ?? value;
  return kindOf(field).paper(value, { yes: '', no: '', separator: listed(['', '']), units: edition.units, codeLists: edition.codeLists });
}
