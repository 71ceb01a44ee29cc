import type { BlockDef, FormDef, ScalarField, TableField } from '#domain/forms/definition.ts';

/** One sheet of a workbook: the single values of a block, one under the other, or one of its tables. */
export type SheetPlan =
  | { readonly name: string; readonly block: string; readonly fields: readonly ScalarField[] }
  | { readonly name: string; readonly block: string; readonly table: TableField };

/** Which sheets a form has, in its order; `only` narrows to one table of one block. */
export function sheetsOf(form: FormDef, only?: { readonly block: string; readonly field: string }): readonly SheetPlan[] {
  const used = new Set<string>();
  const blocks = only === undefined ? form.blocks : form.blocks.filter((block) => block.key === only.block);
  return blocks.flatMap((block) => sheetsOfBlock(block, only?.field, (name) => unusedName(name, used)));
}

function sheetsOfBlock(block: BlockDef, only: string | undefined, named: (name: string) => string): readonly SheetPlan[] {
  const scalars = block.fields.filter((field): field is ScalarField => field.kind !== 'table' && field.kind !== 'computed');
  const tables = block.fields.filter((field): field is TableField => field.kind === 'table' && (only === undefined || field.key === only));
  const sheets: SheetPlan[] = [];
  if (only === undefined && scalars.length > 0) sheets.push({ name: named(block.title), block: block.key, fields: scalars });
  for (const table of tables) {
    const title = table.label === '' || table.label === block.title ? block.title : `${block.title} ${table.short ?? table.label}`;
    sheets.push({ name: named(title), block: block.key, table });
  }
  return sheets;
}

/** Sheet names have at most 31 characters, none of `[]:*?/\`, and no other sheet's name. */
function unusedName(title: string, used: Set<string>): string {
  const bare = title
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  for (let n = 1; ; n++) {
    const tail = n === 1 ? '' : ` ${n}`;
    const name = `${bare.slice(0, 31 - tail.length)}${tail}`;
    if (used.has(name.toLowerCase())) continue;
    used.add(name.toLowerCase());
    return name;
  }
}

/** Rows of a sheet above its first answer: the hidden keys, the title, the heads. */
export const headRows = 3;
/** Name of the hidden sheet that says what the workbook is. */
export const identitySheet = '_jiqun';
/** Name of the hidden sheet with the drop-down lists. */
export const listSheet = '_lists';
