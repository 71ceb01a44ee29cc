import type { Handlers } from '#http/context.ts';
import type { sessionRoutes } from '#http/contract/routes/sessions.ts';
import { closeSession } from '#usecases/close-session.ts';
import type { Deps } from '#usecases/deps.ts';
import { giveSecondFactor, openSession } from '#usecases/open-session.ts';
import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  dropSecondFactor,
  listOwnSessions,
  readOwnAccount,
  revokeSessions,
} from '#usecases/own-account.ts';
import type { Session } from '#usecases/session.ts';

export function sessionHandlers(deps: Deps): Pick<Handlers, keyof typeof sessionRoutes> {
  return {
    signIn: async ({ body }, { headers, setCookie }) => {
      const { session, cookies } = await openSession(deps, body, headers);
      for (const cookie of cookies) setCookie(cookie);
      return session === null ? { secondFactor: 'wanted' } : personOf(session);
    },
    giveSecondFactor: async ({ body }, { headers, setCookie }) => {
      const { session, cookies } = await giveSecondFactor(deps, body.code, headers);
      for (const cookie of cookies) setCookie(cookie);
      return personOf(session);
    },
    signOut: async (_input, { actor, headers, setCookie }) => {
      for (const cookie of await closeSession(deps, actor, headers)) setCookie(cookie);
      return { done: true };
    },
    me: async (_input, { actor }) => (actor === null ? null : personOf(actor)),
    account: async (_input, { actor }) => readOwnAccount(deps, actor),
    changePassword: async ({ body }, { actor, key }) => changePassword(deps, actor, key, body),
    ownSessions: async (_input, { actor }) => listOwnSessions(deps, actor),
    revokeSession: async ({ params }, { actor, key }) => revokeSessions(deps, actor, key, params.session),
    beginSecondFactor: async ({ body }, { actor, headers }) => beginSecondFactor(deps, actor, body.password, headers),
    confirmSecondFactor: async ({ body }, { actor, headers, setCookie }) => {
      for (const cookie of await confirmSecondFactor(deps, actor, body.code, headers)) setCookie(cookie);
      return { done: true };
    },
    dropSecondFactor: async ({ body }, { actor, key }) => dropSecondFactor(deps, actor, key, body.password),
  };
}

function personOf({ username, name, organisationName, kind, rights, adminRole = null, must }: Session) {
  return { username, name, organisation: organisationName, kind, rights, adminRole, must };
}
