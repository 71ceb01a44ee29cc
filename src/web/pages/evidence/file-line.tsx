import { useId, useState } from 'react';
import { type FileRow, type FilesOf, refreshFiles, removeFile, renameFile } from '#web/api/file-queries.ts';
import { kindOfMediaType } from '#domain/files/file-type.ts';
import { Icon } from '#web/components/icon.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { evidence as words, kindName, sizeText } from '#web/messages/files.ts';
import { minuteTime } from '#web/messages/formats.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { FilePreview } from './file-preview.tsx';

/** One file: its name opens it, and who may change it renames it or takes it out. */
export function FileLine({
  file,
  of,
  editable,
  onRemoved,
}: {
  readonly file: FileRow;
  readonly of: FilesOf;
  readonly editable: boolean;
  readonly onRemoved: (file: FileRow) => void;
}) {
  const [mode, setMode] = useState<'rest' | 'preview' | 'rename'>('rest');
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const isThere = file.digest !== null && file.scan !== 'refused';

  async function act(work: () => Promise<unknown>): Promise<boolean> {
    setBusy(true);
    setFault(undefined);
    try {
      await work();
      await refreshFiles();
      return true;
    } catch (error) {
      setFault(errorSentence(error));
      return false;
    } finally {
      setBusy(false);
    }
  }

  return (
    <li className="proof-file">
      {mode === 'rename' ? (
        <RenameForm
          name={file.name}
          busy={busy}
          onLeave={() => setMode('rest')}
          onKeep={(name) => void act(() => renameFile(of, file.id, name)).then((done) => done && setMode('rest'))}
        />
      ) : (
        <div className="proof-line">
          <Icon name="clip" size={14} />
          <span className="proof-text">
            {isThere ? (
              <button type="button" className="proof-name" aria-label={words.view(file.name)} onClick={() => setMode('preview')}>
                {file.name}
              </button>
            ) : (
              <span className="proof-name">{file.name}</span>
            )}
            <span className="proof-facts faint small">{factsOf(file)}</span>
            <ScanMark file={file} />
          </span>
          {editable && (
            <span className="proof-acts">
              <button type="button" className="button button-plain button-small" aria-label={words.renameOf(file.name)} onClick={() => setMode('rename')}>
                {words.rename}
              </button>
              <button
                type="button"
                className="button button-plain button-small"
                aria-label={words.removeOf(file.name)}
                disabled={busy}
                onClick={() => void act(() => removeFile(of, file.id)).then((done) => done && onRemoved(file))}
              >
                {words.remove}
              </button>
            </span>
          )}
        </div>
      )}
      <span role="alert">{fault && <ProblemLine>{fault}</ProblemLine>}</span>
      {mode === 'preview' && <FilePreview file={file} onClose={() => setMode('rest')} />}
    </li>
  );
}

function RenameForm({
  name,
  busy,
  onKeep,
  onLeave,
}: {
  readonly name: string;
  readonly busy: boolean;
  readonly onKeep: (name: string) => void;
  readonly onLeave: () => void;
}) {
  const id = useId();
  const [text, setText] = useState(name);
  return (
    <form
      className="proof-rename"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onKeep(text);
      }}
    >
      <label htmlFor={id} className="unseen">
        {words.newName}
      </label>
      <input id={id} className="choice" value={text} maxLength={200} autoFocus onChange={(event) => setText(event.target.value)} />
      <button type="submit" className="button button-small" disabled={busy}>
        {words.keepName}
      </button>
      <button type="button" className="button button-plain button-small" onClick={onLeave}>
        {words.leaveName}
      </button>
    </form>
  );
}

function ScanMark({ file }: { readonly file: FileRow }) {
  if (file.digest === null)
    return (
      <StateMark icon="none" tone="warn">
        {words.namedOnly}
      </StateMark>
    );
  if (file.scan === 'refused')
    return (
      <StateMark icon="bad" tone="error">
        {words.refused}
      </StateMark>
    );
  if (file.scan === 'pending')
    return (
      <StateMark icon="half" tone="go">
        {words.pending}
      </StateMark>
    );
  return null;
}

/** PDF · 3 页 · 340 KB · 薛映川 2022-03-11 14:32. */
function factsOf(file: FileRow): string {
  const kind = kindOfMediaType(file.mediaType ?? '');
  return [
    kindName(kind),
    file.pages === null ? '' : words.pages(file.pages),
    file.size === null ? '' : sizeText(file.size),
    file.uploadedBy === null || file.uploadedAt === null ? '' : words.by(file.uploadedBy, minuteTime(file.uploadedAt)),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}
