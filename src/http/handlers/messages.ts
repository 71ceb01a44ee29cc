import type { Handlers } from '#http/context.ts';
import type { messageRoutes } from '#http/contract/routes/messages.ts';
import type { Deps } from '#usecases/deps.ts';
import { readInbox, readMessages } from '#usecases/inbox.ts';
import { readChoices, setChoice, setContact } from '#usecases/message-choices.ts';

export function messageHandlers(deps: Deps): Pick<Handlers, keyof typeof messageRoutes> {
  return {
    inbox: async ({ query }, { actor }) => readInbox(deps, actor, query.before),
    readMessages: async ({ body }, { actor }) => readMessages(deps, actor, body.ids),
    messageChoices: async (_input, { actor }) => readChoices(deps, actor),
    setContact: async ({ body }, { actor, key }) => setContact(deps, actor, key, body),
    setChoice: async ({ params, body }, { actor, key }) => setChoice(deps, actor, key, params.kind, body),
  };
}
