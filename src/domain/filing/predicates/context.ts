import { answerTo, blockOf, isEmpty } from '#domain/forms/answers.ts';
import type { Answers, BlockAnswers, BlockDef, FieldDef, FormDef, ScalarField, TableField } from '#domain/forms/definition.ts';
import { type Place, type RowPlace, cellOf, placesOfBlock, rowPlaces } from '#domain/forms/places.ts';
import { isVisible } from '#domain/forms/visibility.ts';
import type { Facts, PlanContent } from '#domain/filing/plan.ts';
import type { Edition, ZoneRow } from '#domain/programme/edition.ts';
import { type FormName, formOf, splitPath, zoneOf } from '#domain/programme/look-up.ts';
import type { Json } from '#domain/values/json.ts';

/** Everything that a check may look at. */
export interface Context {
  readonly edition: Edition;
  readonly plan: PlanContent;
  readonly facts: Facts;
  /** The filled-in forms of a kind: one 申报表, one commitment, a proposal a project. */
  readonly sheets: Readonly<Record<FormName, readonly Sheet[]>>;
  /** Every block of every form with its visible places; walked once a check, several predicates read it. */
  readonly blocks: readonly FilledBlock[];
  /** The plan's zone in the register. */
  readonly zone: ZoneRow | undefined;
}

/** One filled-in form. */
export interface Sheet {
  readonly form: FormDef;
  readonly answers: Answers;
  /** `/form`, `/commitment`, `/projects/3`. */
  readonly base: string;
}

export function contextOf(edition: Edition, plan: PlanContent, facts: Facts): Context {
  const sheets: Readonly<Record<FormName, readonly Sheet[]>> = {
    form: [{ form: formOf(edition, 'form'), answers: plan.form, base: '/form' }],
    commitment: [{ form: formOf(edition, 'commitment'), answers: plan.commitment, base: '/commitment' }],
    proposal: plan.projects.map((answers, index) => ({ form: formOf(edition, 'proposal'), answers, base: `/projects/${index}` })),
  };
  const blocks = [...blocksOf('form', sheets), ...blocksOf('commitment', sheets), ...blocksOf('proposal', sheets)];
  return { edition, plan, facts, sheets, blocks, zone: facts.zone ?? zoneOf(edition, plan.zone) };
}

/** The sheets that a path speaks of. */
export function sheetsOf(context: Context, path: string): readonly Sheet[] {
  return context.sheets[splitPath(path).form];
}

export interface FilledBlock {
  readonly of: FormName;
  readonly block: BlockDef;
  readonly answers: BlockAnswers;
  readonly pointer: string;
  readonly places: readonly Place[];
}

function blocksOf(of: FormName, sheets: Context['sheets']): readonly FilledBlock[] {
  return sheets[of].flatMap((sheet) =>
    sheet.form.blocks.map((block): FilledBlock => {
      const [answers, pointer] = [blockOf(sheet.answers, block.key), `${sheet.base}/${block.key}`];
      return { of, block, answers, pointer, places: placesOfBlock(block, answers, pointer) };
    }),
  );
}

/** A path's place in a sheet. A field that is not shown reads as unfilled. Throws for a field that the form does not have. */
export function placeAt(sheet: Sheet, path: string): Place {
  const place = placeIfAny(sheet, path);
  if (place === undefined) throw new Error(`the form "${sheet.form.key}" has no field "${path}"`);
  return place;
}

/** The same for a path that this edition's form may lack. */
export function placeIfAny(sheet: Sheet, path: string): Place | undefined {
  const [blockKey = '', fieldKey = ''] = splitPath(path).path.split('.');
  const siblings = fieldsOf(sheet.form, blockKey);
  const field = siblings.get(fieldKey);
  if (field === undefined) return undefined;
  const beside = blockOf(sheet.answers, blockKey);
  const block = `${sheet.base}/${blockKey}`;
  const shown = field.visibleWhen === undefined || isVisible(field, [...siblings.values()], beside);
  return { pointer: `${block}/${fieldKey}`, block, field, value: shown ? answerTo(beside, fieldKey) : undefined, beside };
}

/** A table and its rows. Throws where the path is no table. */
export function tableAt(sheet: Sheet, path: string): { readonly place: Place; readonly table: TableField; readonly rows: readonly RowPlace[] } {
  const place = placeAt(sheet, path);
  if (place.field.kind !== 'table') throw new Error(`"${path}" is no table`);
  return { place, table: place.field, rows: rowPlaces(place.field, place) };
}

/** A row's cell; unfilled where the column is not shown in this row. */
export function cellAt(row: RowPlace, column: string, block: string): Place {
  const cell = cellOf(row, columnOf(row.table, column), block);
  return isVisible(cell.field, row.table.columns, row.answers) ? cell : { ...cell, value: undefined };
}

export function columnOf(table: TableField, key: string): ScalarField {
  const column = table.columns.find((one) => one.key === key);
  if (column === undefined) throw new Error(`"${table.key}" has no column "${key}"`);
  return column;
}

/** The number that stands there; undefined where it is unfilled, unreadable or no number. */
export function numberOf(place: Place): number | undefined {
  return typeof place.value === 'number' ? place.value : undefined;
}

/** The text that stands there, without blanks around it; undefined where it is unfilled or no text. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && !isEmpty(value) ? value.trim() : undefined;
}

const indices = new WeakMap<FormDef, ReadonlyMap<string, ReadonlyMap<string, FieldDef>>>();
const noFields: ReadonlyMap<string, FieldDef> = new Map();

function fieldsOf(form: FormDef, block: string): ReadonlyMap<string, FieldDef> {
  let index = indices.get(form);
  if (index === undefined) {
    index = new Map(form.blocks.map((one) => [one.key, new Map(one.fields.map((field) => [field.key, field]))]));
    indices.set(form, index);
  }
  return index.get(block) ?? noFields;
}
