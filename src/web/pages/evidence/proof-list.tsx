import './evidence.css';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { type FilePlace, type FileRow, filesQuery } from '#web/api/file-queries.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { Icon } from '#web/components/icon.tsx';
import { evidence as words } from '#web/messages/files.ts';
import { FileLine } from './file-line.tsx';
import { RemovedLines, useRemoved } from './removed-lines.tsx';
import { UploadLine } from './upload-line.tsx';
import { enqueueFiles, useUploads } from './upload-queue.ts';
import { acceptOf, bytesOf } from './file-limits.ts';

interface Props {
  readonly place: FilePlace;
  /** Pointer of the place in the whole plan, as the list of files names it. */
  readonly pointer: string;
  /** What is proved: names the controls for who hears them. */
  readonly label: string;
  readonly edition: Edition;
  readonly editable: boolean;
  /** Beside a field: without the words that invite to drop a file. */
  readonly compact?: boolean;
}

/** The files of one place: look at them, rename them, take them out, add some by choosing or dropping. */
export function ProofList({ place, pointer, label, edition, editable, compact = false }: Props) {
  const { data } = useQuery(filesQuery(place.of));
  const files = filesAt(data?.files, pointer);
  const uploads = useUploads().filter((upload) => samePlace(upload.place, place));
  const removed = useRemoved(place.of);
  const [over, setOver] = useState(false);
  const add = (chosen: FileList | null): void => enqueueFiles(place, Array.from(chosen ?? []), bytesOf(edition));
  const dropping = editable
    ? {
        onDragOver: (event: React.DragEvent) => {
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: () => setOver(false),
        onDrop: (event: React.DragEvent) => {
          event.preventDefault();
          setOver(false);
          add(event.dataTransfer.files);
        },
      }
    : {};
  return (
    <div className={`proofs${compact ? ' proofs-compact' : ''}${over ? ' proofs-over' : ''}`} {...dropping}>
      {files.length > 0 && (
        <ul className="proof-files">
          {files.map((file) => (
            <FileLine key={file.id} file={file} of={place.of} editable={editable} onRemoved={removed.add} />
          ))}
        </ul>
      )}
      <RemovedLines removed={removed} />
      {uploads.length > 0 && (
        <ul className="proof-files" aria-label={words.queue}>
          {uploads.map((upload) => (
            <UploadLine key={upload.id} upload={upload} />
          ))}
        </ul>
      )}
      {editable && <UploadControl label={label} accept={acceptOf(edition)} compact={compact} onChoose={add} />}
    </div>
  );
}

/** The browser's own control speaks the browser's language; its label speaks ours. */
function UploadControl({
  label,
  accept,
  compact,
  onChoose,
}: {
  readonly label: string;
  readonly accept: string;
  readonly compact: boolean;
  readonly onChoose: (files: FileList | null) => void;
}) {
  const id = useId();
  return (
    <div className="proof-upload">
      <input
        id={id}
        type="file"
        multiple
        accept={accept}
        className="unseen"
        aria-label={words.uploadFor(label)}
        onChange={(event) => {
          onChoose(event.target.files);
          event.target.value = '';
        }}
      />
      <label htmlFor={id} className="button button-small" aria-hidden="true" title={words.secrecy}>
        <Icon name="clip" size={14} />
        {words.upload}
      </label>
      {!compact && <span className="faint small proof-drop">{words.drop}</span>}
    </div>
  );
}

export function filesAt(files: readonly FileRow[] | undefined, pointer: string): readonly FileRow[] {
  return files?.filter((file) => file.pointer === pointer) ?? [];
}

function samePlace(a: FilePlace, b: FilePlace): boolean {
  return a.document === b.document && a.path === b.path && JSON.stringify(a.of) === JSON.stringify(b.of);
}
