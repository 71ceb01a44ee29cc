import { z } from 'zod';
import { route } from '#http/contract/define.ts';
import { blockAnswers, digest, json } from '#http/contract/shapes.ts';

const form = z.object({ edition: digest, form: z.enum(['form', 'proposal', 'commitment']) });
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A workbook has figures and words, no pictures. */
const most = 5 * 1_048_576;

export const cellFault = z.object({
  sheet: z.string(),
  cell: z.string(),
  label: z.string(),
  code: z.enum([
    'unreadable',
    'tooLong',
    'badCharacter',
    'badFormat',
    'checkDigit',
    'notAnOption',
    'notACode',
    'wrongLevel',
    'tooManyRows',
    'negative',
    'tooLarge',
    'notWhole',
    'tooManyDecimals',
    'formula',
    'error',
  ]),
  found: z.string(),
  limit: z.number().optional(),
});

/** Forms and tables as workbooks and back. Nothing is saved here. */
export const sheetRoutes = {
  writeSheet: route({
    method: 'POST',
    path: '/api/sheets/:edition/:form/workbook',
    summary: 'A form, or one table of it, as .xlsx with the answers that are sent',
    act: 'sheet.convert',
    params: form,
    body: z.object({
      title: z.string().max(200),
      answers: z.record(z.string(), blockAnswers),
      only: z.object({ block: z.string(), field: z.string() }).optional(),
    }),
    file: xlsx,
  }),
  readSheet: route({
    method: 'POST',
    path: '/api/sheets/:edition/:form/answers',
    summary: 'What stands in a workbook that was filled in, and every cell that is wrong',
    act: 'sheet.convert',
    params: form,
    upload: most,
    reply: z.object({ identity: z.record(z.string(), json), answers: z.record(z.string(), blockAnswers), faults: z.array(cellFault) }),
  }),
  markSheet: route({
    method: 'POST',
    path: '/api/sheets/:edition/:form/marked',
    summary: 'The workbook that was sent, with every wrong cell marked and explained',
    act: 'sheet.convert',
    params: form,
    upload: most,
    file: xlsx,
  }),
} as const;
