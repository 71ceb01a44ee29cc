import { z } from 'zod';
import type { FormDef } from '#domain/forms/definition.ts';

const name = z.string().min(1);
const flag = z.exactOptional(z.literal(true));
const moneyUnit = z.enum(['wanYuan', 'yiYuan', 'wanDollar']);
/** `notes` is taken in every block's answers; a dot, slash or tilde would break paths and pointers. */
export const key = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]*$/, 'a key is Latin letters and digits')
  .refine((text) => text !== 'notes', '`notes` is reserved');

const base = {
  key,
  label: name,
  short: z.exactOptional(name),
  hint: z.exactOptional(name),
  optional: flag,
  visibleWhen: z.exactOptional(z.strictObject({ field: key, is: z.json() })),
  unprinted: flag,
  span: z.exactOptional(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])),
  group: z.exactOptional(name),
  proof: flag,
};
const options = z.array(name).min(1, 'needs at least one option');

const scalars = [
  z.strictObject({
    ...base,
    kind: z.literal('text'),
    maxLength: z.int().positive(),
    lines: z.exactOptional(z.int().positive()),
    format: z.exactOptional(z.enum(['mobile', 'email', 'postcode', 'phone', 'uscc', 'patentNo'])),
  }),
  z.strictObject({ ...base, kind: z.literal('count'), unit: name, max: z.exactOptional(z.int().positive()) }),
  z.strictObject({ ...base, kind: z.literal('percent'), places: z.int().min(0).max(6) }),
  z.strictObject({ ...base, kind: z.literal('money'), unit: moneyUnit }),
  z.strictObject({ ...base, kind: z.literal('yesNo') }),
  z.strictObject({ ...base, kind: z.literal('choice'), options }),
  z.strictObject({ ...base, kind: z.literal('choices'), options }),
  z.strictObject({ ...base, kind: z.literal('code'), list: name, level: z.exactOptional(z.int().positive()) }),
  z.strictObject({ ...base, kind: z.literal('date') }),
] as const;

const table = z.strictObject({
  ...base,
  kind: z.literal('table'),
  columns: z.array(z.discriminatedUnion('kind', scalars)).min(1),
  rowKey: key,
  maxRows: z.int().positive(),
  segments: z.exactOptional(z.strictObject({ column: key, names: z.record(z.string(), key) })),
  fixed: z.exactOptional(z.strictObject({ column: key, values: z.array(name).min(1) })),
  sample: z.exactOptional(z.record(z.string(), z.json())),
});

const computed = z.strictObject({
  ...base,
  kind: z.literal('computed'),
  of: z.union([z.strictObject({ sum: key, column: key }), z.strictObject({ sumFields: z.array(key).min(1) }), z.strictObject({ rows: key })]),
  show: z.union([z.strictObject({ money: moneyUnit }), z.strictObject({ count: name })]),
});

export const formSchema = z.strictObject({
  key,
  title: name,
  blocks: z
    .array(
      z.strictObject({
        key,
        title: name,
        clause: z.exactOptional(name),
        note: z.exactOptional(name),
        screen: z.exactOptional(z.enum(['grid', 'yesNo'])),
        by: z.exactOptional(z.literal('partner')),
        fields: z.array(z.discriminatedUnion('kind', [...scalars, table, computed])).min(1),
      }),
    )
    .min(1),
}) satisfies z.ZodType<FormDef>;
