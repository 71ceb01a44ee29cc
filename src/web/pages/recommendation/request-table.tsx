import { Link } from '@tanstack/react-router';
import { TableHead } from '#web/components/table-head.tsx';
import type { LocalRequest } from '#web/api/proposal-queries.ts';
import { emptyCell } from '#web/messages/components.ts';
import { minuteTime } from '#web/messages/formats.ts';
import { recommendationPage as words } from '#web/messages/recommendation.ts';
import { RecommendationMark } from './recommendation-mark.tsx';

/** Recommendations that were asked of this authority; on a phone a stack. */
export function RequestTable({ requests, label, open }: { readonly requests: readonly LocalRequest[]; readonly label: string; readonly open: boolean }) {
  return (
    <table className="table stack-table" aria-label={label}>
      <TableHead
        columns={[words.columns.project, words.columns.zone, words.columns.version, open ? words.columns.asked : words.columns.answered, words.columns.state]}
        act={words.columns.act}
      />
      <tbody>
        {requests.map((request) => {
          const verb = request.state === 'asked' ? words.look : words.lookDone;
          const title = request.title || words.unnamed;
          return (
            <tr key={request.id}>
              <td>
                <b>{title}</b>
                <span className="stack-second">
                  {request.company}　{request.number}
                </span>
              </td>
              <td>{request.zone}</td>
              <td>{words.version(request.version)}</td>
              <td>{open ? minuteTime(request.askedAt) : request.answeredAt ? minuteTime(request.answeredAt) : emptyCell}</td>
              <td>
                <RecommendationMark state={request.state} />
              </td>
              <td className="stack-act">
                <Link
                  className={open ? 'button' : ''}
                  to="/recommendations/$project"
                  params={{ project: request.project }}
                  aria-label={words.lookOf(verb, title)}
                >
                  {verb}
                </Link>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
