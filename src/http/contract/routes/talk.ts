import { z } from 'zod';
import { route } from '#http/contract/define.ts';
import { instant } from '#http/contract/shapes.ts';

/** `document`: form, commitment, outline or a project's id, which stands in the plan. */
const at = z.object({ plan: z.string(), document: z.string() });
const ofThread = z.object({ plan: z.string(), document: z.string(), thread: z.string() });
const done = z.object({ done: z.literal(true) });
const text = z.string().trim().min(1).max(2000);
/** Pointer inside the block, or empty for the block itself. */
const path = z.string().max(300);

const thread = z.object({
  id: z.string(),
  seq: z.number().int(),
  block: z.string(),
  path: z.string(),
  state: z.enum(['open', 'resolved']),
  internal: z.boolean(),
  entries: z.array(
    z.object({
      kind: z.enum(['comment', 'answer', 'resolve', 'reopen']),
      body: z.string(),
      person: z.string(),
      name: z.string(),
      organisation: z.string(),
      at: instant,
    }),
  ),
});

/** Working on one document together: who is there, and what is said about its fields. */
export const talkRoutes = {
  together: route({
    method: 'GET',
    path: '/api/plans/:plan/documents/:document/together',
    summary: 'Who else is in which block, open threads by place (block, or block and pointer), newest version of each block',
    act: 'talk.read',
    params: at,
    reply: z.object({
      people: z.array(z.object({ person: z.string(), name: z.string(), organisation: z.string(), block: z.string() })),
      comments: z.record(z.string(), z.number().int()),
      versions: z.record(z.string(), z.number().int()),
    }),
  }),
  tellPresence: route({
    method: 'PUT',
    path: '/api/plans/:plan/documents/:document/presence',
    summary: 'This tab is in this block now; an empty block says that it has left. Forgotten after 40 seconds',
    act: 'talk.present',
    params: at,
    body: z.object({ tab: z.string().min(1).max(100), block: z.string().max(100) }),
    reply: done,
  }),
  threads: route({
    method: 'GET',
    path: '/api/plans/:plan/documents/:document/threads',
    summary: 'Threads of comments, newest first, 50 a page; `before` is the `next` of the page before',
    act: 'talk.read',
    params: at,
    query: z.object({
      block: z.string().optional(),
      path: path.optional(),
      state: z.enum(['open', 'resolved']).optional(),
      before: z.coerce.number().int().positive().optional(),
    }),
    reply: z.object({ threads: z.array(thread), next: z.number().int().nullable() }),
  }),
  addComment: route({
    method: 'POST',
    path: '/api/plans/:plan/documents/:document/threads',
    summary: 'Comment on a field or block; an internal thread is seen by the own organisation only',
    act: 'talk.write',
    params: at,
    body: z.object({ block: z.string(), path, text, internal: z.boolean() }),
    reply: z.object({ id: z.string() }),
    command: true,
  }),
  answerComment: route({
    method: 'POST',
    path: '/api/plans/:plan/documents/:document/threads/:thread/answers',
    summary: 'Answer in a thread; a resolved one is open again',
    act: 'talk.write',
    params: ofThread,
    body: z.object({ text }),
    reply: done,
    command: true,
  }),
  resolveThread: route({
    method: 'POST',
    path: '/api/plans/:plan/documents/:document/threads/:thread/resolve',
    summary: 'Say that a thread is settled',
    act: 'talk.write',
    params: ofThread,
    body: z.object({}),
    reply: done,
    command: true,
  }),
  reopenThread: route({
    method: 'POST',
    path: '/api/plans/:plan/documents/:document/threads/:thread/reopen',
    summary: 'Open a settled thread again',
    act: 'talk.write',
    params: ofThread,
    body: z.object({}),
    reply: done,
    command: true,
  }),
} as const;
