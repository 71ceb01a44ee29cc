import type { Edition } from '#domain/programme/edition.ts';
import type { MendingRound } from '#web/api/mending-queries.ts';
import { Diff, type DiffLine } from '#web/components/diff.tsx';
import { Loading } from '#web/components/loading.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { mending as words } from '#web/messages/mending.ts';
import { placeOf } from '#web/progress/place.ts';
import { linesOutside, linesWithin } from './lines-of.ts';

/** What changed between the version that was sent back and the one that mends it, beside what was asked; last what nobody asked for. */
export function MendingChanges({
  from,
  to,
  lines,
  round,
  edition,
}: {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly DiffLine[] | undefined;
  readonly round: MendingRound;
  readonly edition: Edition;
}) {
  if (!lines) return <Loading error={null} />;
  const outside = linesOutside(lines, round.parts);
  return (
    <section className="card" aria-labelledby="changes">
      <div className="card-head">
        <h2 id="changes">{words.changes(from, to)}</h2>
      </div>
      {lines.length === 0 && <p className="card-body soft">{words.nothingChanged}</p>}
      {round.parts.map((part) => {
        const within = linesWithin(lines, part.pointer);
        if (within.length === 0) return null;
        const place = placeOf(edition, part.pointer).block;
        return (
          <div key={`${part.document} ${part.block}`} className="mending-change">
            <h3>{place}</h3>
            <p className="soft kept-lines">
              {words.mendHere}
              {part.text}
            </p>
            <TableFrame label={place}>
              <Diff lines={within} edition={edition} />
            </TableFrame>
          </div>
        );
      })}
      {outside.length > 0 && (
        <div className="mending-change">
          <h3>{words.outside}</h3>
          <p className="soft">{words.outsideHint}</p>
          <TableFrame label={words.outside}>
            <Diff lines={outside} edition={edition} />
          </TableFrame>
        </div>
      )}
    </section>
  );
}
