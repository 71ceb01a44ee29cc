import type { Edition } from '#domain/programme/edition.ts';
import type { MendingRound } from '#web/api/mending-queries.ts';
import type { PlanFile } from '#web/api/queries.ts';
import type { DiffLine } from '#web/components/diff.tsx';
import { PlaceLink } from '#web/components/place-link.tsx';
import { mending as words } from '#web/messages/mending.ts';
import { placeOf } from '#web/progress/place.ts';
import { linesWithin } from './lines-of.ts';

/** What must be mended, part by part; once a version mends it, how much changed in each. */
export function PartsCard({
  plan,
  round,
  edition,
  lines,
  open,
  earlier = false,
}: {
  readonly plan: PlanFile;
  readonly round: MendingRound;
  readonly edition: Edition;
  readonly lines: readonly DiffLine[] | undefined;
  /** The zone may go and mend. */
  readonly open: boolean;
  readonly earlier?: boolean;
}) {
  const id = `mending-${round.round}`;
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{earlier ? words.earlier(round.round) : words.asked}</h2>
        <span className="more">{words.askedAt(round.askedAt)}</span>
      </div>
      <p className="card-body kept-lines">{round.reason}</p>
      {round.parts.length > 0 && (
        <ul className="mending-parts">
          {round.parts.map((part) => (
            <li key={`${part.document} ${part.block}`}>
              <div>
                <b>{placeOf(edition, part.pointer).block}</b>
                <p className="kept-lines">{part.text}</p>
                {lines && <p className="small soft">{words.changedPlaces(linesWithin(lines, part.pointer).length)}</p>}
              </div>
              {open && (
                <PlaceLink plan={plan} pointer={part.pointer} className="button">
                  {words.open}
                </PlaceLink>
              )}
            </li>
          ))}
        </ul>
      )}
      {round.paper.length > 0 && (
        <p className="mending-paper">
          <b>{words.paper}</b>　{round.paper.map(words.paperName).join('、')}
        </p>
      )}
      {round.parts.length > 0 && !earlier && <p className="mending-paper small soft">{words.paperAll}</p>}
    </section>
  );
}
