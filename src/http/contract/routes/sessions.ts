import { z } from 'zod';
import { route } from '#http/contract/define.ts';
import { done, instant, person } from '#http/contract/shapes.ts';

const password = z.string().min(1).max(200);
const code = z.string().min(6).max(40);

/** Signing in and out, and a person's own account. */
export const sessionRoutes = {
  signIn: route({
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in with user name and password; answers that the second factor is wanted where one is set',
    act: 'session.open',
    load: 'password',
    body: z.object({ username: z.string().min(1).max(80), password }),
    reply: z.union([person, z.object({ secondFactor: z.literal('wanted') })]),
  }),
  giveSecondFactor: route({
    method: 'POST',
    path: '/api/session/second-factor',
    summary: 'Complete a sign-in by a one-time code, or by a spare code',
    act: 'session.open',
    load: 'password',
    body: z.object({ code }),
    reply: person,
  }),
  signOut: route({ method: 'DELETE', path: '/api/session', summary: 'End this session', act: 'session.close', reply: done }),
  me: route({ method: 'GET', path: '/api/session', summary: 'Who is signed in', act: 'session.read', reply: person.nullable() }),
  account: route({
    method: 'GET',
    path: '/api/account',
    summary: "One's own account",
    act: 'account.read',
    reply: z.object({
      username: z.string(),
      name: z.string(),
      organisation: z.string(),
      must: person.shape.must,
      /** `off`: a demonstration asks for none. */
      secondFactor: z.enum(['off', 'set', 'unset']),
      obliged: z.boolean(),
    }),
  }),
  changePassword: route({
    method: 'PUT',
    path: '/api/account/password',
    summary: "Replace one's password; every other session ends",
    act: 'account.password',
    load: 'password',
    body: z.object({ current: password, next: password }),
    reply: done,
    command: true,
  }),
  ownSessions: route({
    method: 'GET',
    path: '/api/account/sessions',
    summary: 'Where one is signed in',
    act: 'account.sessions',
    reply: z.array(z.object({ id: z.string(), device: z.string(), address: z.string(), since: instant, seenAt: instant, current: z.boolean() })),
  }),
  revokeSession: route({
    method: 'DELETE',
    path: '/api/account/sessions/:session',
    summary: "End one of one's own sessions at once; `others`: all but this one",
    act: 'account.sessions',
    params: z.object({ session: z.string().max(100) }),
    reply: done,
    command: true,
  }),
  beginSecondFactor: route({
    method: 'POST',
    path: '/api/account/second-factor',
    summary: 'Begin a second factor: address for the device to scan, and spare codes',
    act: 'account.secondFactor',
    load: 'password',
    body: z.object({ password }),
    reply: z.object({ uri: z.string(), spareCodes: z.array(z.string()) }),
  }),
  confirmSecondFactor: route({
    method: 'PUT',
    path: '/api/account/second-factor',
    summary: 'Confirm the second factor by a first code',
    act: 'account.secondFactor',
    load: 'password',
    body: z.object({ code }),
    reply: done,
  }),
  dropSecondFactor: route({
    method: 'DELETE',
    path: '/api/account/second-factor',
    summary: 'Take the second factor away, where it is not obliged',
    act: 'account.secondFactor',
    load: 'password',
    body: z.object({ password }),
    reply: done,
    command: true,
  }),
} as const;
