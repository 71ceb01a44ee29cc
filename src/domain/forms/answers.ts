import type { Answers, BlockAnswers } from '#domain/forms/definition.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';

/**
 * What stands in a number, date, choice, code or yes/no while the text typed or pasted there cannot be read: the text itself, so that
 * nothing typed is lost. It is always a problem, and counts as unfilled wherever figures are compared.
 */
export type Typed = { readonly typed: string };

export function isTyped(value: Json | undefined): value is Typed {
  return isObject(value) && typeof value['typed'] === 'string' && Object.keys(value).length === 1;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Unfilled: absent, null, empty or blank text, no row, no option. `false` and 0 are answers. */
export function isEmpty(value: Json | undefined): value is undefined | null {
  if (value === undefined || value === null) return true;
  return typeof value === 'string' ? value.trim() === '' : isArray(value) && value.length === 0;
}

/** A block's answers, whatever the content holds there: reading never throws, a foreign shape reads as nothing. */
export function blockOf(answers: Answers | undefined, block: string): BlockAnswers {
  const found = isObject(answers) && Object.hasOwn(answers, block) ? answers[block] : undefined;
  return isObject(found) ? found : {};
}

export function answerTo(answers: BlockAnswers, field: string): Json | undefined {
  return Object.hasOwn(answers, field) ? answers[field] : undefined;
}

/** The rows of a table; what is no object reads as an empty row, so that row indices stay those of the content. */
export function rowsOf(value: Json | undefined): readonly JsonObject[] {
  return isArray(value) ? value.map((row) => (isObject(row) ? row : {})) : [];
}
