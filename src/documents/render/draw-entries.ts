import type { PlanContent } from '#domain/filing/plan.ts';
import { projectEntries } from '#domain/narrative/project-entries.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { FlowPart } from './flow/flow.ts';
import { breakWords } from './flow/lay-table.ts';
import { paragraph, room } from './flow/paragraph.ts';

/** The projects one by one under their product group, as the outline asks, drawn from the proposals. What a proposal does not say is left out. */
export function drawEntries(edition: Edition, plan: PlanContent): readonly FlowPart[] {
  return projectEntries(edition, plan).flatMap((group): readonly FlowPart[] => [
    { part: 'heading', level: 3, text: group.title },
    ...group.entries.flatMap((entry): readonly FlowPart[] => [
      { part: 'heading', level: 4, text: entry.title },
      ...entry.items
        .filter(({ text }) => text !== '')
        .map(({ label, text }): FlowPart => {
          const { lines } = paragraph(text);
          const [first = [], ...rest] = lines;
          return { part: 'paragraph', lines: [[{ text: breakWords(`${label}：`, room), bold: true }, ...first], ...rest] };
        }),
    ]),
  ]);
}
