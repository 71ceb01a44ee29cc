import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { versionQuery, type VersionRow } from '#web/api/queries.ts';
import { Diff, type DiffLine } from '#web/components/diff.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { Loading } from '#web/components/loading.tsx';
import { minuteTime } from '#web/messages/formats.ts';
import { versions as words } from '#web/messages/versions.ts';
import { comparePlans } from './compare-plans.ts';

type Compared = Pick<VersionRow, 'n' | 'filedAt'>;

/** Any two versions of a plan, field by field. */
export function Compare({ versions, plan, edition }: { readonly versions: readonly VersionRow[]; readonly plan: string; readonly edition: Edition }) {
  return <CompareTwo versions={versions}>{(from, to) => <PlanDifferences from={from} to={to} plan={plan} edition={edition} />}</CompareTwo>;
}

/** The choice of two among versions, newest first; `children` shows what differs. */
export function CompareTwo({
  versions,
  children,
}: {
  readonly versions: readonly Compared[];
  readonly children: (from: number, to: number) => React.ReactNode;
}) {
  const [newest, before] = versions;
  const [from, setFrom] = useState(before?.n);
  const [to, setTo] = useState(newest?.n);
  return (
    <section className="card" aria-labelledby="compare">
      <div className="card-head">
        <h2 id="compare">{words.compare}</h2>
      </div>
      {from === undefined || to === undefined ? (
        <p className="card-body soft">{words.oneOnly}</p>
      ) : (
        <>
          <div className="card-body compare-choice">
            <Choice label={words.fromVersion} value={from} versions={versions} onChange={setFrom} />
            <Choice label={words.toVersion} value={to} versions={versions} onChange={setTo} />
          </div>
          {children(from, to)}
        </>
      )}
    </section>
  );
}

function Choice({
  label,
  value,
  versions,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly versions: readonly Compared[];
  readonly onChange: (n: number) => void;
}) {
  const id = useId();
  return (
    <div className="compare-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="choice" value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {versions.map((version) => (
          <option key={version.n} value={version.n}>
            {`${words.versionOf(version.n)}　${minuteTime(version.filedAt)}`}
          </option>
        ))}
      </select>
    </div>
  );
}

function PlanDifferences({ from, to, plan, edition }: { readonly from: number; readonly to: number; readonly plan: string; readonly edition: Edition }) {
  const { data: before, error } = useQuery(versionQuery(plan, from));
  const { data: after, error: afterError } = useQuery(versionQuery(plan, to));
  const lines = useMemo(() => before && after && comparePlans(edition, before.content, after.content), [edition, before, after]);
  return <Differences lines={lines} error={error ?? afterError} edition={edition} />;
}

/** How much differs and where; `lines` undefined while the two are on their way. */
export function Differences({
  lines,
  error,
  edition,
}: {
  readonly lines: readonly DiffLine[] | undefined;
  readonly error: unknown;
  readonly edition: Edition;
}) {
  if (!lines) {
    return (
      <div className="card-body">
        <Loading error={error} />
      </div>
    );
  }
  return (
    <>
      <p className="card-body soft" role="status">
        {lines.length === 0 ? words.same : words.changes(lines.length)}
      </p>
      {lines.length > 0 && (
        <TableFrame label={words.compare}>
          <Diff lines={lines} edition={edition} />
        </TableFrame>
      )}
    </>
  );
}
