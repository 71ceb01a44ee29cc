import type { Edition } from '#domain/programme/edition.ts';
import { StateMark } from '#web/components/state-mark.tsx';
import { projectsPage as words } from '#web/messages/projects.ts';
import { shortOfZone, totalsOf } from './project-lines.ts';
import { wan, type ProjectRow } from './project-table.tsx';

/** How many are taken, what is asked and given, how the outside ones stand: over all projects, whatever the filter shows. */
export function HeadFigures({ edition, rows, ready }: { readonly edition: Edition; readonly rows: readonly ProjectRow[]; readonly ready: number }) {
  const lines = rows.map((row) => row.line);
  const total = totalsOf(lines);
  const least = edition.parameters.minProjects;
  const inside = lines.filter((line) => line.place === 'inside').length;
  const outside = rows.filter(({ line }) => line.place === 'outside');
  const given = outside.filter(({ project, line }) => project.recommendation?.state === 'given' || line.opinionAttached).length;
  const short = shortOfZone(edition, lines);
  const [worst] = short;
  return (
    <dl className="card project-figures" aria-label={words.figures}>
      <Figure label={words.taken} value={String(ready)} after={words.takenOf(least)} alarm={ready < least ? words.short(least - ready) : undefined} />
      <Figure label={words.province} value={wan(total.province)} after={` ${words.unit}`} />
      <Figure
        label={words.zone(inside)}
        value={wan(total.zone)}
        after={` ${words.unit}`}
        alarm={
          worst && (short.length > 1 ? words.zoneShortMore(worst.position, wan(worst.short), short.length) : words.zoneShort(worst.position, wan(worst.short)))
        }
      />
      <Figure label={words.outside} value={String(outside.length)} after={words.outsideOf(given, outside.length)} />
    </dl>
  );
}

function Figure({
  label,
  value,
  after,
  alarm,
}: {
  readonly label: string;
  readonly value: string;
  readonly after: string;
  readonly alarm?: string | undefined;
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <b>{value}</b>
        {after}
        {alarm && (
          <span className="project-alarm">
            <StateMark icon="bad" tone="error">
              {alarm}
            </StateMark>
          </span>
        )}
      </dd>
    </div>
  );
}
