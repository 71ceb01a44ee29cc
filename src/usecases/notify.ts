import type { NewMessage } from '#db/messages.ts';
import { insertMessages, peopleOf } from '#db/messages.ts';
import { queueOut } from '#db/outbox.ts';
import type { Tx } from '#db/pool.ts';
import { choiceOf, isDuty } from '#domain/messages/choices.ts';

export type Notice = Omit<NewMessage, 'to'>;

/** Tells these people, in the command's own transaction: they hear of it exactly when it took effect. */
export async function tellPeople(tx: Tx, people: readonly string[], notice: Notice): Promise<void> {
  const ids = await insertMessages(tx, { ...notice, to: people });
  await queueOut(tx, ids, notice.kind, { ...choiceOf(notice.kind, undefined), fixed: isDuty(notice.kind) });
}

/** Tells everybody in an organisation, or whoever holds a right there; never the person who did it. */
export async function tellOrganisation(
  tx: Tx,
  organisationId: string,
  notice: Notice,
  but: { readonly right?: 'write' | 'submit'; readonly not?: string } = {},
): Promise<void> {
  const people = await peopleOf(tx, organisationId, but.right);
  await tellPeople(
    tx,
    people.filter((person) => person !== but.not),
    notice,
  );
}
