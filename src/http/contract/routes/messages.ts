import { z } from 'zod';
import { route } from '#http/contract/define.ts';
import { instant } from '#http/contract/shapes.ts';
import { messageKinds } from '#domain/messages/kinds.ts';

const kind = z.enum(messageKinds);
const done = z.object({ done: z.literal(true) });

/** A person's inbox, and how else they are written to. */
export const messageRoutes = {
  inbox: route({
    method: 'GET',
    path: '/api/messages',
    summary: 'My messages, newest first; `before` is the id of the last one at hand',
    act: 'message.read',
    query: z.object({ before: z.string().optional() }),
    reply: z.object({
      unread: z.number().int(),
      messages: z.array(
        z.object({ id: z.string(), kind, params: z.record(z.string(), z.union([z.string(), z.number()])), link: z.string(), at: instant, read: z.boolean() }),
      ),
    }),
  }),
  readMessages: route({
    method: 'POST',
    path: '/api/messages/read',
    summary: 'Mark some of my messages as read, or all',
    act: 'message.read',
    body: z.object({ ids: z.union([z.literal('all'), z.array(z.string()).max(200)]) }),
    reply: z.object({ unread: z.number().int() }),
  }),
  messageChoices: route({
    method: 'GET',
    path: '/api/messages/choices',
    summary: 'Where I am written to and about what; of a telephone number only its last four digits',
    act: 'message.choose',
    reply: z.object({
      email: z.string(),
      mobileTail: z.string(),
      /** Ways that this server has. */
      ways: z.object({ mail: z.boolean(), sms: z.boolean() }),
      kinds: z.array(z.object({ kind, duty: z.boolean(), mail: z.boolean(), sms: z.boolean() })),
    }),
  }),
  setContact: route({
    method: 'PUT',
    path: '/api/messages/contact',
    summary: 'Set my addresses; without `mobile` the number stays, an empty one is forgotten',
    act: 'message.choose',
    body: z.object({ email: z.string().max(120), mobile: z.string().max(20).optional() }),
    reply: done,
    command: true,
  }),
  setChoice: route({
    method: 'PUT',
    path: '/api/messages/choices/:kind',
    summary: 'Choose how I hear of one kind; duties cannot be switched off',
    act: 'message.choose',
    params: z.object({ kind }),
    body: z.object({ mail: z.boolean(), sms: z.boolean() }),
    reply: done,
    command: true,
  }),
} as const;
