import type { Rights } from '#domain/access/relations.ts';
import { accountTable } from '#domain/filing/lifecycle/account.ts';
import type { AuditedEvent } from './replay.ts';

/** What a person could do at an instant. Rights are null where the log does not tell: they were changed later, and were first given unlogged. */
export interface PlaceAt {
  readonly state: 'active' | 'suspended' | 'closed';
  readonly rights: Rights | null;
}

/** The entry's instant, beside what it says. */
export type DatedEvent = AuditedEvent & { readonly at: string };

/** A person's place as of an instant, from every entry about their account and from the rights that they have now. */
export function placeAt(entries: readonly DatedEvent[], at: string, now: Rights): PlaceAt {
  const done = entries.filter(({ detail }) => !('refused' in detail));
  const before = done.filter((entry) => entry.at <= at);
  const given = before.findLast(givesRights);
  const later = done.some((entry) => entry.at > at && (givesRights(entry) || entry.command === 'person.handOver'));
  return { state: stateAfter(before), rights: given === undefined ? (later ? null : now) : rightsIn(given) };
}

function stateAfter(entries: readonly AuditedEvent[]): PlaceAt['state'] {
  return entries.reduce<PlaceAt['state']>((state, { command }) => {
    const [noun = '', event = ''] = command.split('.');
    if (noun !== 'person' || !isEvent(event)) return state;
    const { to } = accountTable[event];
    return to === 'same' ? state : to;
  }, 'active');
}

function isEvent(event: string): event is keyof typeof accountTable {
  return Object.hasOwn(accountTable, event);
}

function givesRights({ command, detail }: AuditedEvent): boolean {
  return (command === 'person.add' || command === 'person.rights') && typeof detail['write'] === 'boolean';
}

function rightsIn({ detail }: AuditedEvent): Rights {
  return { write: detail['write'] === true, submit: detail['submit'] === true, manage: detail['manage'] === true };
}
