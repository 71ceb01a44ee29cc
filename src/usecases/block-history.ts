import { findSave, listSaves, type SaveRow } from '#db/block-history.ts';
import { countChangedFields } from '#domain/forms/count-changes.ts';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import { hunksOf } from '#domain/narrative/hunks.ts';
import { formOf } from '#domain/programme/look-up.ts';
import { Refusal } from '#domain/values/refusal.ts';
import type { Deps } from './deps.ts';
import type { Session } from './session.ts';
import type { DocumentName, WorkingDocument } from './working-document.ts';
import { titleOfBlock, workingDocument } from './working-document.ts';

const pageSize = 30;

/** Saves of a block, newest first: who, when, how many fields changed against the save before. `next`: older ones come before this version. */
export async function readHistory(deps: Deps, asker: Session | null, at: DocumentName, block: string, before: number | undefined) {
  const found = await workingDocument(deps.db, asker, 'history.read', at);
  titleOfBlock(found, block);
  const rows = await listSaves(deps.db, found, block, before, pageSize + 1);
  const saves = rows
    .slice(0, pageSize)
    .map((row, index) => ({ ...headOf(row), changes: countChanges(found, block, rows[index + 1]?.answers ?? {}, row.answers) }));
  return { saves, next: rows.length > pageSize ? (saves.at(-1)?.n ?? null) : null };
}

export async function readSave(deps: Deps, asker: Session | null, at: DocumentName, block: string, n: number) {
  const found = await workingDocument(deps.db, asker, 'history.read', at);
  titleOfBlock(found, block);
  const row = await findSave(deps.db, found, block, n);
  if (row === undefined) throw new Refusal('notFound');
  return { ...headOf(row), answers: row.answers };
}

function headOf({ version: n, savedAt: at, name: by }: SaveRow) {
  return { n, at, by };
}

/** Fields of a form, stretches of a narrative. */
function countChanges({ edition, document }: WorkingDocument, block: string, before: BlockAnswers, after: BlockAnswers): number {
  if (document === 'outline') return hunksOf(before, before, after).filter((hunk) => hunk.kind === 'differs').length;
  return countChangedFields(formOf(edition, document === 'form' || document === 'commitment' ? document : 'proposal'), block, before, after);
}
