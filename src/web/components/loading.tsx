import { shell } from '#web/messages/shell.ts';
import { ErrorPage } from '#web/shell/error-page.tsx';

/** A page whose data is on its way, or did not come. */
export function Loading({ error }: { readonly error?: unknown }) {
  if (error) return <ErrorPage error={error} />;
  return (
    <p className="faint" role="status">
      {shell.loading}
    </p>
  );
}
