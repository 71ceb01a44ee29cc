import type { FieldDef } from '#domain/forms/definition.ts';
import { choiceKind, choicesKind, yesNoKind } from '#domain/forms/kinds/choices.ts';
import { codeKind } from '#domain/forms/kinds/code.ts';
import { dateKind } from '#domain/forms/kinds/date.ts';
import type { Kind } from '#domain/forms/kinds/kind.ts';
import { countKind, moneyKind, percentKind } from '#domain/forms/kinds/numbers.ts';
import { computedKind, tableKind } from '#domain/forms/kinds/table.ts';
import { textKind } from '#domain/forms/kinds/text.ts';

const bound = new WeakMap<FieldDef, Kind>();

/** The behaviour of a field. Made once a definition: a check asks for it thousands of times. */
export function kindOf(field: FieldDef): Kind {
  const known = bound.get(field);
  if (known !== undefined) return known;
  const kind = bind(field);
  bound.set(field, kind);
  return kind;
}

function bind(field: FieldDef): Kind {
  switch (field.kind) {
    case 'text':
      return textKind(field);
    case 'count':
      return countKind(field);
    case 'percent':
      return percentKind(field);
    case 'money':
      return moneyKind(field);
    case 'yesNo':
      return yesNoKind(field);
    case 'choice':
      return choiceKind(field);
    case 'choices':
      return choicesKind(field);
    case 'code':
      return codeKind(field);
    case 'date':
      return dateKind(field);
    case 'table':
      return tableKind(field, kindOf);
    case 'computed':
      return computedKind(field);
  }
}
