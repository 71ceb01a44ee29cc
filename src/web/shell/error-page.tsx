import { useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { RefusalError } from '#web/api/refusal-error.ts';
import { Notice } from '#web/components/notice.tsx';
import { errorSentence } from '#web/messages/refusals.ts';
import { faults } from '#web/messages/shell.ts';
import { NotFoundPage } from './not-found-page.tsx';

/** Where a page cannot be shown at all: what happened, and the way on. */
export function ErrorPage({ error, reset }: { readonly error: unknown; readonly reset?: () => void }) {
  const router = useRouter();
  if (error instanceof RefusalError && error.code === 'notFound') return <NotFoundPage />;
  return (
    <div className="stack note-line">
      <h1>{faults.errorTitle}</h1>
      <Notice tone="error" live>
        {errorSentence(error)}
      </Notice>
      <div>
        <Button
          type="primary"
          onClick={() => {
            reset?.();
            void router.invalidate();
          }}
        >
          {faults.retry}
        </Button>
      </div>
    </div>
  );
}
