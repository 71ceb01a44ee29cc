import { z } from 'zod';
import { route } from '#http/contract/define.ts';
import { digest, instant, json } from '#http/contract/shapes.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const plan = z.object({ plan: z.string() });
const token = z.object({ token: z.string().max(60) });
const row = z.record(z.string(), json);
const done = z.object({ done: z.literal(true) });

/** Rows of a table that the enterprises they are about fill in themselves, by a link or a small workbook. */
export const rowRoutes = {
  rowRequests: route({
    method: 'GET',
    path: '/api/plans/:plan/rows',
    summary: 'Rows that were asked for, with what came back',
    act: 'rows.read',
    params: plan,
    reply: z.array(
      z.object({
        id: z.string(),
        block: z.string(),
        field: z.string(),
        name: z.string(),
        state: z.enum(['open', 'answered', 'accepted', 'cancelled']),
        token: z.string(),
        askedAt: instant,
        answer: row.nullable(),
        way: z.enum(['link', 'workbook']).nullable(),
        answeredBy: z.string().nullable(),
        answeredAt: instant.nullable(),
        reason: z.string().nullable(),
      }),
    ),
  }),
  askRows: route({
    method: 'POST',
    path: '/api/plans/:plan/rows',
    summary: 'Ask the enterprises of these rows to fill them in themselves',
    act: 'rows.collect',
    params: plan,
    body: z.object({ block: z.string(), field: z.string(), names: z.array(z.string().trim().min(1).max(120)).min(1).max(300) }),
    reply: z.object({ asked: z.number().int() }),
    command: true,
  }),
  takeRowWorkbook: route({
    method: 'POST',
    path: '/api/plans/:plan/rows/workbooks',
    summary: 'Take in a small workbook that came back by mail',
    act: 'rows.collect',
    params: plan,
    upload: 1_048_576,
    reply: z.object({ name: z.string(), faults: z.number().int() }),
    command: true,
  }),
  decideRow: route({
    method: 'POST',
    path: '/api/plans/:plan/rows/:request/decision',
    summary: 'Take an answer over into the table, ask again, or ask no more',
    act: 'rows.collect',
    params: z.object({ plan: z.string(), request: z.string() }),
    body: z.object({ event: z.enum(['accept', 'askAgain', 'cancel']), reason: z.string().trim().max(500).optional() }),
    reply: done,
    command: true,
  }),
  rowToFill: route({
    method: 'GET',
    path: '/api/fill/:token',
    summary: 'The one row that this link is about',
    act: 'public.read',
    params: token,
    reply: z.object({
      zone: z.string(),
      name: z.string(),
      edition: digest,
      block: z.string(),
      field: z.string(),
      row,
      state: z.enum(['open', 'answered', 'closed']),
      reason: z.string().nullable(),
      submitBy: instant,
    }),
  }),
  fillRow: route({
    method: 'PUT',
    path: '/api/fill/:token',
    summary: 'Answer by the link; answering again replaces the answer until it is taken over',
    act: 'rows.answer',
    params: token,
    body: z.object({ row, by: z.string().trim().min(1).max(60) }),
    reply: done,
  }),
  rowFile: route({ method: 'GET', path: '/api/fill/:token/workbook', summary: 'The row as a small workbook', act: 'public.read', params: token, file: xlsx }),
} as const;
