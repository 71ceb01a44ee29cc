import { Icon } from '#web/components/icon.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { papers as words } from '#web/messages/papers.ts';
import type { ScanUpload } from './scan-uploads.ts';

/** A file on its way: how far it is, or why it did not get there. */
export function UploadingLine({
  upload: { file, state, percent, sentence, again },
  onRetry,
  onDrop,
}: {
  readonly upload: ScanUpload;
  readonly onRetry: () => void;
  readonly onDrop: () => void;
}) {
  return (
    <li className="scan-file">
      <Icon name="send" />
      <span className="scan-name">
        <span className="wrap-anywhere">{file.name}</span>
        {state === 'sending' && <progress max={100} value={percent} aria-label={file.name} />}
        {state !== 'failed' && <span className="faint small">{state === 'sending' ? words.sending(percent) : words.waiting}</span>}
        <span role="alert">{state === 'failed' && sentence !== undefined && <ProblemLine>{sentence}</ProblemLine>}</span>
      </span>
      <span className="scan-moves">
        {state === 'failed' && again && (
          <button type="button" className="button" onClick={onRetry}>
            {words.retry}
          </button>
        )}
        <button type="button" className="button button-plain" onClick={onDrop}>
          {state === 'failed' ? words.drop1 : words.cancel}
        </button>
      </span>
    </li>
  );
}
