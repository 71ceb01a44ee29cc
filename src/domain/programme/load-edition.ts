import { formatPointer } from '#domain/values/pointer.ts';
import type { EditionFault } from './edition-error.ts';
import { EditionError } from './edition-error.ts';
import { editionSchema } from './edition-schema.ts';
import type { Edition } from './edition.ts';
import { checkDocuments } from './references/document-references.ts';
import { checkDuties } from './references/duty-references.ts';
import { checkEntries } from './references/entry-references.ts';
import { checkForms } from './references/form-references.ts';
import { checkFormalItems, checkListed, checkLists } from './references/list-references.ts';
import { checkPapers } from './references/paper-references.ts';
import { checkPlaceholders } from './references/placeholders.ts';
import { checkRules } from './references/rule-references.ts';
import { resolveYears } from './resolve-years.ts';

/**
 * An edition fit for use: its years put in, its shape and everything that its parts say of each other checked.
 * Throws an EditionError that lists every fault by path. What parts say of each other is looked at only once the shape is right.
 */
export function loadEdition(raw: unknown): Edition {
  const year = typeof raw === 'object' && raw !== null && 'year' in raw && Number.isInteger(raw.year) ? Number(raw.year) : undefined;
  const shaped = editionSchema.safeParse(year === undefined ? raw : resolveYears(raw, year));
  if (!shaped.success) {
    throw new EditionError(shaped.error.issues.map((issue) => ({ path: formatPointer(issue.path.map(String)), message: issue.message })));
  }
  const edition: Edition = shaped.data;
  const faults: EditionFault[] = [];
  const report = (path: string, message: string) => void faults.push({ path, message });
  for (const check of [
    checkLists,
    checkListed,
    checkFormalItems,
    checkForms,
    checkPapers,
    checkDocuments,
    checkEntries,
    checkRules,
    checkDuties,
    checkPlaceholders,
  ])
    check(edition, report);
  if (faults.length > 0) throw new EditionError(faults);
  return edition;
}
