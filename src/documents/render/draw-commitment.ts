import { blockOf } from '#domain/forms/answers.ts';
import type { DocumentRequest, DrawnDocument } from './document.ts';
import { filler, put } from './fill-words.ts';
import { paragraph } from './flow/paragraph.ts';

/** 承诺书: the guide's fixed text with the answers of its small form in the gaps; signed and dated by hand. */
export function drawCommitment({ edition, plan, date }: DocumentRequest): DrawnDocument {
  const { title, opening, items, closing, form } = edition.commitment;
  const paper = edition.papers.commitment;
  const fill = filler(edition, plan, date);
  const { blank } = edition.papers.form.words;
  const gaps = form.blocks.flatMap((block) =>
    block.fields.map(({ key }): [string, string] => {
      const value = blockOf(plan.commitment, block.key)[key];
      return [key, typeof value === 'string' && value.trim() !== '' ? value.trim() : blank];
    }),
  );
  return {
    title,
    author: plan.zone,
    body: [
      { part: 'title', lines: balanced(title) },
      paragraph(put(opening, new Map(gaps))),
      ...items.map(({ text }, index) => paragraph(put(paper.item, new Map(Object.entries({ n: String(index + 1), text }))))),
      { ...paragraph(closing), sticky: true },
      { part: 'sign', lines: paper.sign.map((line) => fill(line)) },
    ],
  };
}

/** Characters of a title that fit a line. */
const lineOfTitle = 19;

/** A long title on lines of about the same length. */
export function balanced(title: string): readonly string[] {
  const characters = [...title];
  const lines = Math.ceil(characters.length / lineOfTitle);
  const each = Math.ceil(characters.length / lines);
  return Array.from({ length: lines }, (_, index) => characters.slice(index * each, (index + 1) * each).join(''));
}
