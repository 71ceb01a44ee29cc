import type { Together } from '#web/api/together-queries.ts';
import { presence } from '#web/messages/together.ts';

type Present = Together['people'][number];

/** How many faces are drawn before the rest is counted. */
const most = 3;

/** Small round marks with the first character of each name; their names are read out and stand in the tooltip. */
export function Avatars({ people }: { readonly people: readonly Present[] }) {
  const once = [...new Map(people.map((one) => [one.person, one])).values()];
  if (once.length === 0) return null;
  return (
    <span className="avatars">
      <span className="unseen">{presence.here(once.map((one) => one.name))}</span>
      {once.slice(0, most).map((one) => (
        <span key={one.person} className={`avatar avatar-${hueOf(one.person)}`} title={presence.of(one.name, one.organisation)} aria-hidden="true">
          {[...one.name][0]}
        </span>
      ))}
      {once.length > most && (
        <span className="avatar" aria-hidden="true">
          +{once.length - most}
        </span>
      )}
    </span>
  );
}

/** The same person has the same shade everywhere. */
function hueOf(person: string): number {
  return [...person].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 4;
}
