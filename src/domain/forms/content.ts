import { isEmpty, isObject } from '#domain/forms/answers.ts';
import type { Answers, BlockAnswers, BlockDef, FormDef } from '#domain/forms/definition.ts';
import { kindOf } from '#domain/forms/kinds/kind-of.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import { normaliseText } from '#domain/values/text.ts';

/**
 * The canonical form of a content, which is what is stored, compared and hashed: unfilled answers and empty blocks are left out, text is
 * NFC without blanks around it, options stand in the definition's order, given rows in theirs. Normalising twice changes nothing.
 */
export function normalise(form: FormDef, answers: Answers): Answers {
  const blocks = new Map(form.blocks.map((block) => [block.key, block]));
  return entriesOf(answers, (value, key) => {
    const block = blocks.get(key);
    const normal = isObject(value) ? normaliseBlock(block, value) : undefined;
    return normal === undefined || Object.keys(normal).length === 0 ? undefined : normal;
  });
}

/** One block. Keys that the definition does not have are kept: an older edition's answers must not vanish by being looked at. */
export function normaliseBlock(block: BlockDef | undefined, answers: BlockAnswers): BlockAnswers {
  return entriesOf(answers, (value, key) => {
    if (key === 'notes') return normalNotes(value);
    const field = block?.fields.find((one) => one.key === key);
    if (value === null || isEmpty(value)) return undefined;
    return field === undefined || field.kind === 'computed' ? value : kindOf(field).normal(value);
  });
}

export function normalNotes(notes: Json): Json | undefined {
  if (!isObject(notes)) return undefined;
  const kept = entriesOf(notes, (note) => {
    if (!isObject(note)) return undefined;
    const texts = entriesOf(note, (text, key) =>
      typeof text === 'string' ? (key === 'confirmed' ? text : normaliseText(text).trim()) || undefined : undefined,
    );
    return Object.keys(texts).length === 0 ? undefined : texts;
  });
  return Object.keys(kept).length === 0 ? undefined : kept;
}

function entriesOf<V extends Json>(object: JsonObject, each: (value: Json, key: string) => V | undefined): { readonly [key: string]: V } {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) => {
      const kept = each(value, key);
      return kept === undefined ? [] : [[key, kept] as const];
    }),
  );
}
