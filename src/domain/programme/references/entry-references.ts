import { entrySlots } from '#domain/narrative/entry-slots.ts';
import { hasSlot } from '#domain/narrative/project-entries.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { fieldAt, outlineKeys } from '#domain/programme/look-up.ts';
import type { Report } from './fault-list.ts';

/** The project entries stand under a heading of the outline and draw from fields that the proposal has. */
export function checkEntries(edition: Edition, report: Report): void {
  const entries = edition.projectEntries;
  if (entries === undefined) return;
  if (!outlineKeys(edition).includes(entries.section)) report('/projectEntries/section', `the outline has no heading "${entries.section}"`);
  if (fieldAt(edition, 'proposal', entries.groupBy)?.kind !== 'choices') report('/projectEntries/groupBy', `"${entries.groupBy}" is no choices field`);
  const sentences: readonly (readonly [string, string])[] = [
    ['/projectEntries/title', entries.title],
    ...entries.items.flatMap(({ sentences: own }, item) =>
      own.map((sentence, index) => [`/projectEntries/items/${item}/sentences/${index}`, sentence] as const),
    ),
  ];
  for (const [path, sentence] of sentences) {
    for (const slot of entrySlots(sentence)) if (!hasSlot(edition.forms.proposal, slot)) report(path, `the proposal has nothing for ${slot.whole}`);
  }
}
