import { findContact, listChoices, saveChoice, saveContact } from '#db/contacts.ts';
import type { Choice } from '#domain/messages/choices.ts';
import { choiceOf, isDuty } from '#domain/messages/choices.ts';
import type { MessageKind } from '#domain/messages/kinds.ts';
import { messageKinds } from '#domain/messages/kinds.ts';
import { isEmail, isMobile } from '#domain/values/identifiers.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { secretDigest } from './accounts.ts';
import { authorise } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import type { Session } from './session.ts';

export interface MessageChoices {
  readonly email: string;
  /** Last four digits, or empty: the number itself is never sent out again. */
  readonly mobileTail: string;
  readonly ways: Deps['ways'];
  readonly kinds: readonly (Choice & { readonly kind: MessageKind; readonly duty: boolean })[];
}

/** Where the asker is written to, and about what. */
export async function readChoices(deps: Deps, asker: Session | null): Promise<MessageChoices> {
  const { person } = authorise(asker, 'message.choose', { kind: 'own' });
  const contact = await findContact(deps.db, person);
  const chosen = await listChoices(deps.db, person);
  return {
    email: contact?.email ?? '',
    mobileTail: contact?.mobileTail ?? '',
    ways: deps.ways,
    kinds: messageKinds.map((kind) => ({ kind, duty: isDuty(kind), ...choiceOf(kind, chosen.get(kind)) })),
  };
}

/** Sets the asker's addresses; an absent `mobile` keeps the number, an empty one forgets it. */
export function setContact(deps: Deps, asker: Session | null, key: string, given: { email: string; mobile?: string | undefined }): Promise<{ done: true }> {
  const { email, mobile } = given;
  // The number itself must not stand in the log of commands: only whether it is the same one does.
  return command(
    deps,
    { session: asker, key, act: 'message.choose', says: { email, mobile: mobile === undefined ? 'kept' : secretDigest(deps.accounts, mobile) } },
    atOnce(async (tx) => {
      const { person, username } = authorise(asker, 'message.choose', { kind: 'own' });
      const faults = [...(email === '' || isEmail(email) ? [] : ['email']), ...(mobile === undefined || mobile === '' || isMobile(mobile) ? [] : ['mobile'])];
      if (faults.length > 0) throw new Refusal('badRequest', { at: faults });
      const before = await findContact(tx, person);
      const kept = { mobileSealed: before?.mobileSealed ?? null, mobileTail: before?.mobileTail ?? null };
      const number = mobile === undefined ? kept : mobile === '' ? { mobileSealed: null, mobileTail: null } : sealed(deps, mobile);
      await saveContact(tx, { person, email: email === '' ? null : email, ...number });
      return { reply: { done: true as const }, subject: username, detail: { event: 'contact' } };
    }),
  );
}

function sealed(deps: Deps, mobile: string): { mobileSealed: string; mobileTail: string } {
  return { mobileSealed: deps.seal.close(mobile), mobileTail: mobile.slice(-4) };
}

/** Chooses the ways of one kind. Duties cannot be switched off. */
export function setChoice(deps: Deps, asker: Session | null, key: string, kind: MessageKind, choice: Choice): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'message.choose', says: { kind, ...choice } },
    atOnce(async (tx) => {
      const { person, username } = authorise(asker, 'message.choose', { kind: 'own' });
      if (isDuty(kind)) throw new Refusal('notAllowed');
      await saveChoice(tx, person, kind, choice);
      return { reply: { done: true as const }, subject: username, detail: { event: 'choice', kind, ...choice } };
    }),
  );
}
