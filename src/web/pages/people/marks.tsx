import type { OrganisationFile, PersonOfOrganisation } from '#web/api/account-queries.ts';
import type { IconName } from '#web/components/icon.tsx';
import { StateMark, type Tone } from '#web/components/state-mark.tsx';
import { organisations, people as words } from '#web/messages/people.ts';

const looks: Record<OrganisationFile['state'], readonly [IconName, Tone]> = {
  requested: ['clock', 'warn'],
  active: ['done', 'ok'],
  suspended: ['lock', 'warn'],
  closed: ['cross', 'plain'],
};

export function OrganisationMark({ state }: { readonly state: OrganisationFile['state'] }) {
  const [icon, tone] = looks[state];
  return (
    <StateMark icon={icon} tone={tone}>
      {organisations.states[state]}
    </StateMark>
  );
}

export function PersonMark({ person }: { readonly person: PersonOfOrganisation }) {
  const [icon, tone, word] = personLook(person);
  return (
    <StateMark icon={icon} tone={tone}>
      {word}
    </StateMark>
  );
}

function personLook(person: PersonOfOrganisation): readonly [IconName, Tone, string] {
  if (person.state === 'closed') return ['cross', 'plain', words.states.closed];
  if (person.state === 'suspended') return ['lock', 'warn', words.states.suspended];
  if (person.lockedSeconds !== null) return ['lock', 'warn', words.locked(Math.ceil(person.lockedSeconds / 60))];
  return person.mustChange ? ['clock', 'go', words.oneTimeState] : ['done', 'ok', words.states.active];
}

/** What a person may do, in words. */
export function rightsText(person: PersonOfOrganisation): string {
  if (person.adminRole !== null) return words.adminRoles[person.adminRole];
  const held = (['write', 'submit', 'manage'] as const).filter((right) => person[right]).map((right) => words.rights[right]);
  return [words.reads, ...held].join('、');
}
