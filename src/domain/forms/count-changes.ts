import type { BlockAnswers, FormDef } from '#domain/forms/definition.ts';
import { diffAnswers } from '#domain/forms/diff.ts';
import { parsePointer } from '#domain/values/pointer.ts';

/** How many fields of a block differ between two of its answers; a table is one field, a written reason another. */
export function countChangedFields(form: FormDef, block: string, before: BlockAnswers, after: BlockAnswers): number {
  const changes = diffAnswers(form, { [block]: before }, { [block]: after });
  return new Set(changes.map(({ path }) => fieldIn(parsePointer(path) ?? []))).size;
}

function fieldIn([, field = '', key = '']: readonly string[]): string {
  return field === 'notes' ? `notes ${key}` : field;
}
