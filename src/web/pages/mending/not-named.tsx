import type { Edition } from '#domain/programme/edition.ts';
import type { PlanFile } from '#web/api/queries.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { PlaceLink } from '#web/components/place-link.tsx';
import { placeOf } from '#web/progress/place.ts';

/** The places outside the named parts for which a mended plan was refused (R43), each with the way there; nothing for another error. */
export function NotNamed({ error, plan, edition }: { readonly error: unknown; readonly plan: PlanFile; readonly edition: Edition }) {
  if (!(error instanceof RefusalError) || error.code !== 'partsNotNamed') return null;
  const { places } = error.detail;
  if (!Array.isArray(places)) return null;
  return (
    <ul>
      {places
        .filter((place) => typeof place === 'string')
        .map((pointer) => {
          const place = placeOf(edition, pointer);
          return (
            <li key={pointer}>
              <PlaceLink plan={plan} pointer={pointer}>
                {place.field === undefined ? place.block : `${place.block} ${place.field}`}
              </PlaceLink>
            </li>
          );
        })}
    </ul>
  );
}
