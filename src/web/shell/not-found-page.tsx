import { Link } from '@tanstack/react-router';
import { faults } from '#web/messages/shell.ts';
import { useMe } from './session.ts';

export function NotFoundPage() {
  const me = useMe();
  return (
    <div className="empty">
      <h1>{faults.notFoundTitle}</h1>
      <p className="soft">{faults.notFound}</p>
      <Link className="button button-primary" to={me ? '/workbench' : '/'}>
        {me ? faults.toWorkbench : faults.toHome}
      </Link>
    </div>
  );
}
