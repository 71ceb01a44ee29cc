import '#web/components/phone-rows.css';
import './audit.css';
import { useQuery } from '@tanstack/react-query';
import { systemQuery, type SystemState } from '#web/api/audit-queries.ts';
import { clockQuery } from '#web/api/queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { countText, minuteTime } from '#web/messages/formats.ts';
import { system as words } from '#web/messages/system.ts';
import { ListCard } from './list-card.tsx';

const day = 86_400_000;
/** Entries are chained within a second or two. */
const slow = 30;

/** The machine in numbers, for its administrator. */
export function SystemPage() {
  const { data, error } = useQuery(systemQuery);
  if (!data) return <Loading error={error} />;
  return (
    <>
      <PageHead title={words.title} meta={words.lead} />
      <div className="stack">
        {data.missing.length > 0 && <Notice tone="error">{words.missing(data.missing.length)}</Notice>}
        <section className="card" aria-label={words.title}>
          <dl className="card-body audit-facts">
            <dt>{words.version}</dt>
            <dd>{data.version ?? words.unknown}</dd>
            <dt>{words.database}</dt>
            <dd>{size(data.databaseSize)}</dd>
            <dt>{words.disk}</dt>
            <dd>
              <Disk disk={data.disk} />
            </dd>
            <dt>{words.backup}</dt>
            <dd>
              <Backup backup={data.backup} />
            </dd>
            <dt>{words.chain}</dt>
            <dd>
              {`${words.chainLength(countText(data.chain))}　${data.unchained === 0 ? words.upToDate : words.waiting(data.unchained, data.lag)}　`}
              {data.lag > slow && (
                <StateMark icon="bad" tone="error">
                  {words.lagging}
                </StateMark>
              )}
            </dd>
            <dt>{words.head}</dt>
            <dd>{data.head === null ? words.headNone : words.headOf(data.head.day, data.head.seq)}</dd>
          </dl>
        </section>
        <Jobs jobs={data.jobs} />
        <Outbox outbox={data.outbox} />
      </div>
    </>
  );
}

function Disk({ disk }: Pick<SystemState, 'disk'>) {
  if (disk === null) return words.unknown;
  return (
    <>
      {`${words.diskFree(size(disk.free), size(disk.total))}　`}
      {disk.free < disk.total / 10 && (
        <StateMark icon="bad" tone="error">
          {words.diskLow}
        </StateMark>
      )}
    </>
  );
}

function Backup({ backup }: Pick<SystemState, 'backup'>) {
  const { data: clock } = useQuery(clockQuery);
  const old = backup !== null && clock !== undefined && Date.parse(clock.now) - Date.parse(backup.at) > day;
  const fault = backup === null ? words.backupNone : backup.kind === 'database.restore' ? words.restored : old ? words.backupOld : '';
  return (
    <>
      {backup !== null && `${minuteTime(backup.at)}　`}
      {fault !== '' && (
        <StateMark icon="diamond" tone="warn">
          {fault}
        </StateMark>
      )}
    </>
  );
}

function Jobs({ jobs }: Pick<SystemState, 'jobs'>) {
  const { jobColumns: columns } = words;
  const rows = jobs.map(({ name, state, count, newest }) => ({
    key: `${name} ${state}`,
    failed: state === 'failed',
    cells: [words.jobNames[name] ?? name, words.jobStates[state] ?? state, countText(count), minuteTime(newest)],
  }));
  return <ListCard id="jobs" title={words.jobs} columns={[columns.name, columns.state, columns.count, columns.newest]} rows={rows} none={words.noJobs} />;
}

function Outbox({ outbox }: Pick<SystemState, 'outbox'>) {
  const { outboxColumns: columns } = words;
  const rows = outbox.map(({ state, count, oldest }) => ({
    key: state,
    failed: state === 'failed',
    cells: [words.outboxStates[state] ?? state, countText(count), minuteTime(oldest)],
  }));
  return <ListCard id="outbox" title={words.outbox} columns={[columns.state, columns.count, columns.oldest]} rows={rows} none={words.noOutbox} />;
}

function size(bytes: number): string {
  return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
