import type { Reply } from '#web/api/call.ts';
import { StateMark, type Tone } from '#web/components/state-mark.tsx';
import type { IconName } from '#web/components/icon.tsx';
import { clockTime } from '#web/messages/formats.ts';
import { desk as words, scans as scanWords, scanWord, shorten } from '#web/messages/intake.ts';

type Scan = Reply<'desk'>['scans'][number];

const looks: Readonly<Record<Scan['status'], readonly [IconName, Tone]>> = {
  valid: ['done', 'ok'],
  superseded: ['sheets', 'warn'],
  unknown: ['question', 'error'],
  notRecommended: ['question', 'warn'],
};

/** What this person scanned last. */
export function RecentScans({ scans }: { readonly scans: readonly Scan[] }) {
  return (
    <section className="card" aria-labelledby="recent-scans">
      <div className="card-head">
        <h2 id="recent-scans">{words.recent}</h2>
      </div>
      {scans.length === 0 ? (
        <p className="card-body soft">{words.noRecent}</p>
      ) : (
        <ul className="scan-log">
          {scans.map((scan) => {
            const [icon, tone] = looks[scan.status];
            return (
              <li key={`${scan.at} ${scan.code}`}>
                <StateMark icon={icon} tone={tone}>
                  {scanWord[scan.status]}
                </StateMark>
                <span className="scan-log-text">
                  <span className="wrap-anywhere">{scan.zone === null ? shorten(scan.code) : scanWords.of(scan.zone, scan.paper, scan.version)}</span>
                  <span className="faint small">
                    {clockTime(scan.at)}　{noteOf(scan)}
                  </span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function noteOf({ status, newest }: Scan): string {
  if (status === 'superseded' && newest !== null) return scanWords.superseded(newest);
  return status === 'unknown' ? scanWords.unknown : '';
}
