import { useState } from 'react';
import { type FileRow, type FilesOf, refreshFiles, restoreFile } from '#web/api/file-queries.ts';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { evidence as words } from '#web/messages/files.ts';
import { errorSentence } from '#web/messages/refusals.ts';

/** How long what was taken out can be put back with one press. */
const undoFor = 10_000;

export interface Removed {
  readonly files: readonly FileRow[];
  readonly add: (file: FileRow) => void;
  readonly drop: (file: FileRow) => void;
  readonly of: FilesOf;
}

/** Files that were taken out a moment ago. */
export function useRemoved(of: FilesOf): Removed {
  const [files, setFiles] = useState<readonly FileRow[]>([]);
  const drop = (file: FileRow): void => setFiles((before) => before.filter((one) => one.id !== file.id));
  const add = (file: FileRow): void => {
    setFiles((before) => [...before, file]);
    setTimeout(() => drop(file), undoFor);
  };
  return { files, of, add, drop };
}

export function RemovedLines({ removed }: { readonly removed: Removed }) {
  return (
    <div role="status">
      {removed.files.map((file) => (
        <RemovedLine key={file.id} file={file} removed={removed} />
      ))}
    </div>
  );
}

function RemovedLine({ file, removed: { of, drop } }: { readonly file: FileRow; readonly removed: Removed }) {
  const [fault, setFault] = useState<string>();

  async function undo(): Promise<void> {
    try {
      await restoreFile(of, file.id);
      await refreshFiles();
      drop(file);
    } catch (error) {
      setFault(errorSentence(error));
    }
  }

  return (
    <div className="proof-removed">
      <span>{words.removed(file.name)}</span>
      <button type="button" className="button button-small" onClick={() => void undo()}>
        {words.undo}
      </button>
      {fault && <ProblemLine>{fault}</ProblemLine>}
    </div>
  );
}
