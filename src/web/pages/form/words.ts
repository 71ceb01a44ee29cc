import type { Words } from '#domain/forms/kinds/kind.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { fieldText, yesNo } from '#web/messages/form.ts';

/** The words that fields are read and shown with. */
export function wordsOf(edition: Edition): Words {
  return { yes: yesNo.yes, no: yesNo.no, separator: fieldText.separator, units: edition.units, codeLists: edition.codeLists };
}
