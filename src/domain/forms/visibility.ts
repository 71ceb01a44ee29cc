import { answerTo } from '#domain/forms/answers.ts';
import type { BlockAnswers, FieldDef } from '#domain/forms/definition.ts';

/** True where the field is shown, needed and printed: its condition holds, and so does that of the field it hangs on. */
export function isVisible(field: FieldDef, siblings: readonly FieldDef[], answers: BlockAnswers): boolean {
  const condition = field.visibleWhen;
  if (condition === undefined) return true;
  if (answerTo(answers, condition.field) !== condition.is) return false;
  const on = siblings.find((one) => one.key === condition.field);
  return on === undefined || on.visibleWhen === undefined || isVisible(on, siblings, answers);
}

/** The fields of a block, or the columns of a row, that these answers show. */
export function visibleFields<F extends FieldDef>(fields: readonly F[], answers: BlockAnswers): readonly F[] {
  return fields.filter((field) => field.visibleWhen === undefined || isVisible(field, fields, answers));
}
