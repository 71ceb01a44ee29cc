import { saveState } from '#web/messages/components.ts';
import { clockTime } from '#web/messages/formats.ts';
import { StateMark } from './state-mark.tsx';

export type Saving = 'saved' | 'saving' | 'busy' | 'offline' | 'failed' | 'clash' | 'none';

/** The one place in the page head that says whether what was typed is kept. Announced when it changes. */
export function SaveState({ state, savedAt }: { readonly state: Saving; readonly savedAt?: string | null }) {
  return (
    <span role="status" className="save-state">
      {state === 'saved' && (
        <StateMark icon="done" tone="ok">
          {savedAt ? `${saveState.saved} ${clockTime(savedAt)}` : saveState.saved}
        </StateMark>
      )}
      {state === 'saving' && (
        <StateMark icon="half" tone="go">
          {saveState.saving}
        </StateMark>
      )}
      {state === 'busy' && (
        <StateMark icon="half" tone="warn">
          {saveState.busy}
        </StateMark>
      )}
      {state === 'offline' && (
        <StateMark icon="offline" tone="warn">
          {saveState.offline}
        </StateMark>
      )}
      {state === 'failed' && (
        <StateMark icon="bad" tone="error">
          {saveState.failed}
        </StateMark>
      )}
      {state === 'clash' && (
        <StateMark icon="sheets" tone="warn">
          {saveState.clash}
        </StateMark>
      )}
      {state === 'none' && (
        <StateMark icon="none" tone="faint">
          {saveState.none}
        </StateMark>
      )}
    </span>
  );
}
