import { isObject } from '#domain/forms/answers.ts';
import type { BlockDef } from '#domain/forms/definition.ts';
import { kindOf } from '#domain/forms/kinds/kind-of.ts';
import type { Json } from '#domain/values/json.ts';
import { formatPointer } from '#domain/values/pointer.ts';

/** Why answers cannot be stored. Their content may be incomplete or wrong; their shape may not. */
export interface ShapeFault {
  /** Pointer within the block: `` is the block itself. */
  readonly path: string;
  readonly code: 'notAnObject' | 'unknownKey' | 'wrongShape';
}

const NOTE_CHARACTERS = 5000;
const NOTES = 500;

/** Every way in which `answers` is no storable content of this block; empty where it may be saved. */
export function validateBlock(block: BlockDef, answers: Json): readonly ShapeFault[] {
  if (!isObject(answers)) return [{ path: '', code: 'notAnObject' }];
  return Object.entries(answers).flatMap(([key, value]) => {
    const code = faultOf(block, key, value);
    return code === undefined ? [] : [{ path: formatPointer([key]), code }];
  });
}

function faultOf(block: BlockDef, key: string, value: Json): ShapeFault['code'] | undefined {
  if (key === 'notes') return areNotes(value) ? undefined : 'wrongShape';
  const field = block.fields.find((one) => one.key === key);
  if (field === undefined || field.kind === 'computed') return 'unknownKey';
  return value === null || kindOf(field).fits(value) ? undefined : 'wrongShape';
}

export function areNotes(notes: Json): boolean {
  if (!isObject(notes)) return notes === null;
  const entries = Object.entries(notes);
  return entries.length <= NOTES && entries.every(([key, note]) => key.length <= 200 && isNote(note));
}

function isNote(note: Json): boolean {
  if (!isObject(note)) return false;
  return Object.entries(note).every(
    ([key, text]) => (key === 'justification' || key === 'confirmed') && typeof text === 'string' && text.length <= NOTE_CHARACTERS,
  );
}
