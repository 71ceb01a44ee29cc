import { z } from 'zod';
import type { PaperDef } from '#domain/forms/paper.ts';

const name = z.string().min(1);
const width = z.union([z.number().positive(), z.literal('fr')]);
const columns = z.array(width).min(1);
const spans = { cols: z.exactOptional(z.int().positive()), rows: z.exactOptional(z.int().positive()), height: z.exactOptional(z.number().positive()) };
const sides = { side: z.exactOptional(name), sideNote: z.exactOptional(name), subside: z.exactOptional(name) };
const labelAlign = z.exactOptional(z.enum(['left', 'center']));

const cell = z.union([
  z.strictObject({ ...spans, label: z.string(), align: labelAlign }),
  z.strictObject({ ...spans, labelOf: name, breakAfter: z.exactOptional(name), align: labelAlign }),
  z.strictObject({
    ...spans,
    value: z.union([name, z.array(name).min(1)]),
    prefix: z.exactOptional(z.string()),
    lead: z.exactOptional(z.string()),
    note: z.exactOptional(z.string()),
    perLine: z.exactOptional(z.int().positive()),
    align: z.exactOptional(z.enum(['left', 'center', 'right'])),
  }),
]);
const rows = z.array(z.array(cell));

const part = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('grid'), ...sides, columns, rows }),
  z.strictObject({
    kind: z.literal('table'),
    ...sides,
    side: name,
    field: name,
    columns: z.array(z.strictObject({ key: name, width, header: z.exactOptional(z.string()) })).min(1),
    minRows: z.int().min(0),
    emptyRows: z.exactOptional(z.int().min(0)),
  }),
  z.strictObject({
    kind: z.literal('projects'),
    ...sides,
    side: name,
    head: z.strictObject({ columns, rows }),
    each: z.strictObject({ subside: name, columns, rows }),
  }),
  z.strictObject({ kind: z.literal('seal'), title: name, signer: z.enum(['organiser', 'zone', 'city']), opinion: z.exactOptional(z.literal('form')) }),
  z.strictObject({ kind: z.literal('justifications'), title: name, columns: z.strictObject({ clause: name, field: name, text: name }) }),
]);

const words = z.strictObject({
  draft: name,
  demo: name,
  number: name,
  version: name,
  digest: name,
  code: name,
  page: name,
  qr: name,
  yes: name,
  no: name,
  seal: name,
  sealDate: name,
  blank: name,
  clause: name,
  project: name,
});

export const paperSchema = z.strictObject({
  title: z.array(name).min(1),
  width: z.number().positive(),
  parts: z.array(part).min(1),
  words,
}) satisfies z.ZodType<PaperDef>;
