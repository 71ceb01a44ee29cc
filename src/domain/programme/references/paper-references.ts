import type { PaperCell, PaperPart } from '#domain/forms/paper.ts';
import type { Edition } from '../edition.ts';
import type { FormName } from '../look-up.ts';
import { fieldAt } from '../look-up.ts';
import type { Report } from './fault-list.ts';

/** Every cell of the paper prints a field that exists, and every field of the 申报表 that is not marked unprinted stands on the paper. */
export function checkPapers(edition: Edition, report: Report): void {
  const printed = new Set<string>();
  for (const [index, part] of edition.papers.form.parts.entries()) checkPart(edition, part, `/papers/form/parts/${index}`, printed, report);
  for (const [blockIndex, block] of edition.forms.form.blocks.entries()) {
    const segmentNames = block.fields.flatMap((field) => (field.kind === 'table' ? Object.values(field.segments?.names ?? {}) : []));
    for (const [index, field] of block.fields.entries()) {
      if (field.unprinted || segmentNames.includes(field.key) || printed.has(`${block.key}.${field.key}`)) continue;
      report(`/forms/form/blocks/${blockIndex}/fields/${index}`, `"${block.key}.${field.key}" stands nowhere on the paper and is not marked unprinted`);
    }
  }
}

function checkPart(edition: Edition, part: PaperPart, at: string, printed: Set<string>, report: Report): void {
  switch (part.kind) {
    case 'grid':
      return checkRows(edition, 'form', part.rows, `${at}/rows`, printed, report);
    case 'projects':
      checkRows(edition, 'form', part.head.rows, `${at}/head/rows`, printed, report);
      return checkRows(edition, 'proposal', part.each.rows, `${at}/each/rows`, new Set(), report);
    case 'table': {
      const table = fieldAt(edition, 'form', part.field);
      if (table?.kind !== 'table') return report(`${at}/field`, `there is no table "${part.field}"`);
      printed.add(part.field);
      for (const [index, column] of part.columns.entries()) {
        if (!table.columns.some((candidate) => candidate.key === column.key))
          report(`${at}/columns/${index}/key`, `"${part.field}" has no column "${column.key}"`);
      }
      for (const column of table.columns) {
        if (!column.unprinted && !part.columns.some((candidate) => candidate.key === column.key)) {
          report(`${at}/columns`, `column "${column.key}" of "${part.field}" stands nowhere on the paper and is not marked unprinted`);
        }
      }
      return;
    }
    case 'seal':
      if (!edition.seals.some((seal) => seal.signer === part.signer)) report(`${at}/signer`, `there is no seal of "${part.signer}"`);
      return;
    case 'justifications':
      return;
  }
}

function checkRows(edition: Edition, form: FormName, rows: readonly (readonly PaperCell[])[], at: string, printed: Set<string>, report: Report): void {
  for (const [y, row] of rows.entries()) {
    for (const [x, cell] of row.entries()) {
      const here = `${at}/${y}/${x}`;
      if ('labelOf' in cell && fieldAt(edition, form, cell.labelOf) === undefined) report(`${here}/labelOf`, `there is no field "${cell.labelOf}"`);
      if (!('value' in cell)) continue;
      for (const path of typeof cell.value === 'string' ? [cell.value] : cell.value) {
        if (fieldAt(edition, form, path) === undefined) report(`${here}/value`, `there is no field "${path}"`);
        printed.add(path);
      }
    }
  }
}
