import { findEdition } from '#db/editions.ts';
import { markFaults } from '#documents/sheets/mark-faults.ts';
import { NotAWorkbook } from '#documents/sheets/open-workbook.ts';
import type { CellFault, ReadWorkbook } from '#documents/sheets/read-form.ts';
import { readFormWorkbook } from '#documents/sheets/read-form.ts';
import type { SheetWords } from '#documents/sheets/write-form.ts';
import { writeFormWorkbook } from '#documents/sheets/write-form.ts';
import type { Answers, FormDef } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise } from '../authorise.ts';
import type { Deps } from '../deps.ts';
import type { Session } from '../session.ts';

/** Forms that a workbook can be made of. */
export type SheetForm = 'form' | 'proposal' | 'commitment';

/** Words of workbooks and of what is wrong in them; composition gives them, because they are Chinese. */
export interface SheetTexts {
  readonly words: Omit<SheetWords, 'units' | 'codeLists'>;
  readonly fault: (fault: CellFault) => string;
}

export interface TablePlace {
  readonly block: string;
  readonly field: string;
}

/** The words of an edition's workbooks. */
export function sheetWords(deps: Deps, edition: Edition): SheetWords {
  return { ...deps.sheets.words, units: edition.units, codeLists: edition.codeLists };
}

/**
 * A form, or one table of it, as a workbook with what the asker has on screen, saved or not. Nothing is read from any plan: whoever has the
 * answers gets them in another shape.
 */
export async function writeSheet(
  deps: Deps,
  asker: Session | null,
  edition: string,
  kind: SheetForm,
  given: { readonly title: string; readonly answers: Answers; readonly only?: TablePlace | undefined },
): Promise<Uint8Array> {
  authorise(asker, 'sheet.convert', { kind: 'own' });
  const { form, words } = await formOf(deps, edition, kind);
  const { title, answers, only } = given;
  if (only !== undefined) requireTable(form, only);
  return writeFormWorkbook({ form, answers, words, title, identity: { edition }, demo: deps.demo, ...(only === undefined ? {} : { only }) });
}

/** What stands in a workbook that came back, and every cell that is wrong. Nothing is saved: the asker compares first. */
export async function readSheet(deps: Deps, asker: Session | null, edition: string, kind: SheetForm, bytes: Uint8Array): Promise<ReadWorkbook> {
  authorise(asker, 'sheet.convert', { kind: 'own' });
  const { form, words } = await formOf(deps, edition, kind);
  return refusing(readFormWorkbook(bytes, form, words));
}

/** The workbook as it came back, with every wrong cell marked and explained. */
export async function markSheet(deps: Deps, asker: Session | null, edition: string, kind: SheetForm, bytes: Uint8Array): Promise<Uint8Array> {
  const { faults } = await readSheet(deps, asker, edition, kind, bytes);
  return markFaults(bytes, faults, deps.sheets.fault);
}

/** What is no workbook of ours is the sender's mistake, not a bug. */
export async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof NotAWorkbook) throw new Refusal('notAWorkbook');
    throw error;
  }
}

async function formOf(deps: Deps, digest: string, kind: SheetForm): Promise<{ form: FormDef; words: SheetWords }> {
  const edition = await findEdition(deps.db, digest);
  if (edition === undefined) throw new Refusal('unknownEdition');
  const form = kind === 'commitment' ? edition.commitment.form : edition.forms[kind];
  return { form, words: sheetWords(deps, edition) };
}

function requireTable(form: FormDef, { block, field }: TablePlace): void {
  const found = form.blocks.find((one) => one.key === block)?.fields.find((one) => one.key === field);
  if (found?.kind !== 'table') throw new Refusal('badRequest', { at: ['field'] });
}
