import { z } from 'zod';
import type { DocumentPapers } from './document-papers.ts';

const name = z.string().min(1);
const lines = z.array(name).min(1);
const labelled = z.strictObject({ label: name, text: name });
const perCap = z.strictObject({ perProject: name, match: name, share: name });

const plan = z.strictObject({
  title: lines,
  cover: z.array(labelled).min(1),
  contents: name,
  heading: lines,
  chapter: name,
  section: name,
  seals: z.array(z.strictObject({ title: name, signer: z.enum(['organiser', 'zone', 'city']), opinion: z.exactOptional(z.literal('plan')) })).min(1),
  justifications: z.strictObject({ title: name, columns: z.strictObject({ clause: name, field: name, text: name }) }),
});

const letter = z.strictObject({
  bureau: name,
  number: name,
  numberBlank: name,
  title: lines,
  to: name,
  paragraphs: lines,
  table: z.strictObject({
    caption: name,
    columns: z
      .array(z.strictObject({ header: name, width: z.number().positive(), field: z.exactOptional(name), sum: z.exactOptional(z.literal(true)) }))
      .min(1),
    total: name,
  }),
  closing: name,
  attachments: z.strictObject({ title: name, items: lines }),
  sign: lines,
  copies: name,
});

const proposal = z.strictObject({
  title: lines,
  cover: z.array(z.union([z.strictObject({ label: name, field: name }), labelled])).min(1),
  numbers: lines,
  heading: name,
  noRows: name,
  caps: z.strictObject({
    title: name,
    columns: z.strictObject({ cap: name, formula: name, allowed: name, asked: name, margin: name }),
    names: perCap,
    formulas: perCap,
    binding: name,
    unfilled: name,
  }),
  attachments: z.strictObject({ title: name, none: name, columns: z.strictObject({ number: name, name, digest: name }) }),
  seals: z.strictObject({
    title: name,
    places: z.array(z.strictObject({ title: name, statements: z.array(name), outside: z.exactOptional(z.literal(true)) })).min(1),
  }),
});

const deskPaper = z.strictObject({ title: name, lines: z.array(labelled).min(1), note: name, sign: lines });
const intake = z.strictObject({
  receipt: deskPaper,
  refusal: deskPaper.extend({ causes: z.strictObject({ late: name, superseded: name, unknown: name, notRecommended: name, other: name }) }),
  register: z.strictObject({
    title: name,
    summary: name,
    headers: z.array(name).length(8),
    none: name,
    refusals: name,
    refusalHeaders: z.array(name).length(5),
  }),
  copies: name,
  version: name,
  empty: name,
});

const receipt = z.strictObject({
  title: name,
  lines: z.array(labelled).min(1),
  papers: z.strictObject({ title: name, headers: z.array(name).length(3), names: z.strictObject({ letter: name, form: name, plan: name, commitment: name }) }),
  next: z.strictObject({ title: name, steps: lines }),
  note: name,
});

const perPaper = z.strictObject({ letter: name, form: name, plan: name, commitment: name });

const printing = z.strictObject({
  title: name,
  intro: name,
  names: perPaper,
  fileName: name,
  ownFileName: name,
  columns: z.strictObject({ place: name, name, pages: name, copies: name, seals: name }),
  seals: perPaper,
  parts: z.array(z.strictObject({ title: name, items: lines })).min(1),
});

/** The accompanying documents' part of the schema of `papers`. */
export const documentPapers = {
  foot: name,
  day: name,
  fills: z.record(z.string(), z.strictObject({ from: name, blank: name })),
  plan,
  commitment: z.strictObject({ item: name, sign: lines }),
  letter,
  proposal,
  intake,
  receipt,
  printing,
} satisfies { readonly [K in keyof DocumentPapers]: z.ZodType<DocumentPapers[K]> };
