import { StateMark } from '#web/components/state-mark.tsx';
import { clockTime } from '#web/messages/formats.ts';
import { ownSolicitation } from '#web/messages/solicitation.ts';
import type { TermsSaving } from './use-terms.ts';

const words = ownSolicitation.terms;

/** Whether what was typed is kept. */
export function TermsState({ saving, onRetry }: { readonly saving: TermsSaving; readonly onRetry: () => void }) {
  return (
    <>
      <span role="status">
        {saving.state === 'saved' && saving.at !== undefined && (
          <StateMark icon="done" tone="ok">
            {words.saved(clockTime(saving.at))}
          </StateMark>
        )}
        {saving.state === 'saving' && (
          <StateMark icon="half" tone="go">
            {words.saving}
          </StateMark>
        )}
        {saving.state === 'failed' && (
          <StateMark icon="offline" tone="warn">
            {words.kept}
          </StateMark>
        )}
      </span>
      {saving.state === 'failed' && (
        <button type="button" className="button button-small" onClick={onRetry}>
          {words.retry}
        </button>
      )}
    </>
  );
}
