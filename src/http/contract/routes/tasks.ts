import { z } from 'zod';
import { route } from '#http/contract/define.ts';
import { instant } from '#http/contract/shapes.ts';

const at = z.object({ plan: z.string(), document: z.string() });
const one = z.object({ task: z.string() });
const done = z.object({ done: z.literal(true) });

const task = z.object({
  id: z.string(),
  plan: z.string(),
  document: z.string(),
  block: z.string(),
  path: z.string(),
  /** 0-based place of the project in its plan; null for the plan's own documents. */
  position: z.number().int().nullable(),
  /** Number of the plan or the proposal. */
  number: z.string(),
  /** What the block is called. */
  place: z.string(),
  /** Page of the web app where this person finds the document. */
  link: z.string(),
  title: z.string(),
  due: instant.nullable(),
  by: z.string(),
  to: z.string(),
  state: z.enum(['open', 'done']),
  madeAt: instant,
  doneAt: instant.nullable(),
});

/** Things that one person gives another to do. */
export const taskRoutes = {
  tasks: route({
    method: 'GET',
    path: '/api/tasks',
    summary: 'Tasks that I was given, or gave, the open ones first',
    act: 'task.list',
    query: z.object({ side: z.enum(['mine', 'given']) }),
    reply: z.array(task),
  }),
  colleagues: route({
    method: 'GET',
    path: '/api/plans/:plan/documents/:document/people',
    summary: 'Who can be given a task at this document: people of my organisation and of the one that writes it',
    act: 'task.give',
    params: at,
    reply: z.array(z.object({ id: z.string(), name: z.string(), organisation: z.string(), me: z.boolean() })),
  }),
  giveTask: route({
    method: 'POST',
    path: '/api/plans/:plan/documents/:document/tasks',
    summary: 'Give somebody a task at a place of the document',
    act: 'task.give',
    params: at,
    body: z.object({
      block: z.string(),
      path: z.string().max(300),
      title: z.string().trim().min(1).max(200),
      to: z.string(),
      due: z.iso.datetime({ offset: true }).nullable(),
    }),
    reply: z.object({ id: z.string() }),
    command: true,
  }),
  finishTask: route({
    method: 'POST',
    path: '/api/tasks/:task/finish',
    summary: 'Say that a task is done',
    act: 'task.change',
    params: one,
    body: z.object({}),
    reply: done,
    command: true,
  }),
  reopenTask: route({
    method: 'POST',
    path: '/api/tasks/:task/reopen',
    summary: 'A task is to be done again',
    act: 'task.change',
    params: one,
    body: z.object({}),
    reply: done,
    command: true,
  }),
} as const;
