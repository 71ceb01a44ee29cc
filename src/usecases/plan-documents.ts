import type { BlockRow } from '#db/blocks.ts';
import type { ProjectRow } from '#db/projects.ts';
import { isObject } from '#domain/forms/answers.ts';
import { normaliseBlock } from '#domain/forms/content.ts';
import type { Answers, BlockAnswers, BlockDef } from '#domain/forms/definition.ts';
import type { ShapeFault } from '#domain/forms/validate-block.ts';
import { validateBlock } from '#domain/forms/validate-block.ts';
import type { NarrativeFault } from '#domain/narrative/faults.ts';
import { narrativeFaults } from '#domain/narrative/faults.ts';
import { normaliseNarrative } from '#domain/narrative/normal.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { outlineKeys } from '#domain/programme/look-up.ts';
import type { JsonObject } from '#domain/values/json.ts';

/** A block that can be saved: what may stand in it, and how it is stored. */
export interface Saveable {
  readonly faults: (answers: BlockAnswers) => readonly (ShapeFault | NarrativeFault)[];
  readonly stored: (answers: BlockAnswers) => BlockAnswers;
}

/** Which definition a document has; `project` stands for any project's id. */
export type DocumentName = 'form' | 'commitment' | 'outline' | 'project';

/** Keys of a document's blocks, in order. */
export function blockKeys(edition: Edition, document: DocumentName): readonly string[] {
  return document === 'outline' ? outlineKeys(edition) : definitions(edition, document).map((block) => block.key);
}

/** The block of that key, or undefined where the edition has none. */
export function saveable(edition: Edition, document: DocumentName, key: string): Saveable | undefined {
  if (document === 'outline') return outlineKeys(edition).includes(key) ? narrative : undefined;
  const block = definitions(edition, document).find((one) => one.key === key);
  return block && { faults: (answers) => validateBlock(block, answers), stored: (answers) => normaliseBlock(block, answers) };
}

/** An empty section is an empty object; a written one is the editor's document. */
const narrative: Saveable = { faults: narrativeFaults, stored: normaliseNarrative };

function definitions(edition: Edition, document: Exclude<DocumentName, 'outline'>): readonly BlockDef[] {
  if (document === 'commitment') return edition.commitment.form.blocks;
  return document === 'form' ? edition.forms.form.blocks : edition.forms.proposal.blocks;
}

/** A document's answers: blocks in which nothing stands are left out. */
export function answersOf(blocks: readonly BlockRow[], document: string): Answers {
  const filled = blocks.filter((row) => row.document === document && isObject(row.answers) && Object.keys(row.answers).length > 0);
  return Object.fromEntries(filled.map((row) => [row.block, row.answers]));
}

/** The outline's sections that are written. */
export function outlineOf(blocks: readonly BlockRow[]): { readonly [section: string]: JsonObject } {
  return answersOf(blocks, 'outline');
}

/** Answers of each project, in the plan's order. */
export function projectsOf(blocks: readonly BlockRow[], projects: readonly ProjectRow[]): readonly Answers[] {
  return projects.map((project) => answersOf(blocks, project.id));
}
