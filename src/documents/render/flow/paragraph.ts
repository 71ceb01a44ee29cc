import type { FlowRun, ParagraphPart } from './flow.ts';
import { breakWords } from './lay-table.ts';

/** Latin characters that fit a line of official text. */
export const room = 44;

/** Words as a paragraph, line ends kept. */
export function paragraph(words: string, as?: ParagraphPart['as']): ParagraphPart {
  const lines = words
    .replaceAll('\t', ' ')
    .split(/\r\n|\r|\n/)
    .map((text): readonly FlowRun[] => [{ text: breakWords(text, room) }]);
  return { part: 'paragraph', lines, ...(as === undefined ? {} : { as }) };
}
