import type { BlockAnswers, BlockDef } from '#domain/forms/definition.ts';
import { type Place, placesOfBlock } from '#domain/forms/places.ts';

/**
 * True where a place must be filled before filing: it is not optional. A row without any answer asks for nothing cell by cell (it is a
 * problem of its own, R23), and of given rows only the cells are asked, never the table or what names the row.
 */
export function isNeeded({ field, row }: Place): boolean {
  if (field.optional === true) return false;
  if (row === undefined) return field.kind !== 'table' || field.fixed === undefined;
  const { fixed } = row.table;
  return fixed === undefined ? !row.empty : field.key !== fixed.column;
}

/** The visible places of a block that must be filled before filing. */
export function neededPlaces(block: BlockDef, answers: BlockAnswers, pointer: string): readonly Place[] {
  return placesOfBlock(block, answers, pointer).filter(isNeeded);
}
