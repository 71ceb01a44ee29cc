import { Icon } from '#web/components/icon.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { evidence as words, sizeText } from '#web/messages/files.ts';
import { dropUpload, retryUpload, type Upload } from './upload-queue.ts';

/** A file on its way: how far it is, or why it did not get there. */
export function UploadLine({ upload: { id, file, state, percent, sentence, again } }: { readonly upload: Upload }) {
  return (
    <li className="proof-file">
      <div className="proof-line">
        <Icon name="send" size={14} />
        <span className="proof-text">
          <span className="proof-name">{file.name}</span>
          <span className="proof-facts faint small">{sizeText(file.size)}</span>
          {state === 'sending' && <progress max={100} value={percent} aria-label={file.name} />}
          {state !== 'failed' && <span className="small">{state === 'sending' ? words.sending(percent) : words.waiting}</span>}
        </span>
        <span className="proof-acts">
          {state === 'failed' && again && (
            <button type="button" className="button button-small" onClick={() => retryUpload(id)}>
              {words.retry}
            </button>
          )}
          <button type="button" className="button button-plain button-small" onClick={() => dropUpload(id)}>
            {state === 'failed' ? words.drop1 : words.cancel}
          </button>
        </span>
      </div>
      <span role="alert">{sentence !== undefined && state === 'failed' && <ProblemLine>{sentence}</ProblemLine>}</span>
    </li>
  );
}
