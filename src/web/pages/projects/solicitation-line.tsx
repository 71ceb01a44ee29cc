import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answersQuery, solicitationsQuery } from '#web/api/solicitation-queries.ts';
import { projectsPage } from '#web/messages/projects.ts';

const words = projectsPage.meta;

/** What the zone asked for in public and what came of it, in one line that opens the solicitation. */
export function SolicitationLine() {
  const { data: all } = useQuery(solicitationsQuery);
  const { data: answers } = useQuery(answersQuery);
  if (!all || !answers) return null;
  const own = all.find((one) => one.mine);
  const count = (...states: readonly string[]): number => answers.filter((answer) => states.includes(answer.state)).length;
  const came = answers.length - count('invited');
  return (
    <Link to="/solicitation">
      {!own
        ? words.none
        : own.number === null || own.publishedAt === null
          ? words.draft
          : own.closedAt === null
            ? words.published(own.number, own.publishedAt)
            : words.closed(own.number, own.closedAt)}
      {came > 0 && `，${words.answers(came, count('accepted'), count('declined'), count('offered'))}`}
    </Link>
  );
}
