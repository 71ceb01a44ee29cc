import type { Editor } from '@tiptap/core';
import { useId, useState } from 'react';
import { Dialog } from '#web/components/dialog.tsx';
import { FileInput } from '#web/components/file-input.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { imageDialog as words } from '#web/messages/outline.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { isImageType, type UploadImage } from '#web/narrative/paste/paste-handlers.ts';

const widths = [100, 75, 50, 33] as const;

/** Stores a picture and puts it at the cursor. */
export function ImageDialog({ editor, upload, onClose }: { readonly editor: Editor; readonly upload: UploadImage; readonly onClose: () => void }) {
  const [file, setFile] = useState<File>();
  const [alt, setAlt] = useState('');
  const [width, setWidth] = useState<number>(100);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const id = useId();
  const insert = async (): Promise<void> => {
    if (!file) return setTrouble(words.needFile);
    if (!isImageType(file.type)) return setTrouble(words.wrongType);
    setBusy(true);
    try {
      const stored = await upload(file, file.name);
      onClose();
      editor
        .chain()
        .focus()
        .insertContent({ type: 'image', attrs: { file: stored, alt: alt.trim(), width } })
        .run();
    } catch (error) {
      setTrouble(errorSentence(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="button" className="button button-primary" disabled={busy} onClick={() => void insert()}>
            {busy ? words.going : words.go}
          </button>
        </>
      }
    >
      <div className="stack">
        <FileInput
          label={words.file}
          accept="image/png,image/jpeg"
          onChoose={(next) => {
            setFile(next);
            setTrouble(undefined);
          }}
        />
        <label className="form-label" htmlFor={`${id}-alt`}>
          {words.alt}
        </label>
        <input id={`${id}-alt`} className="control" maxLength={200} value={alt} onChange={(event) => setAlt(event.target.value)} />
        <label className="form-label" htmlFor={`${id}-width`}>
          {words.width}
        </label>
        <select id={`${id}-width`} className="choice" value={width} onChange={(event) => setWidth(Number(event.target.value))}>
          {widths.map((each) => (
            <option key={each} value={each}>
              {words.percent(each)}
            </option>
          ))}
        </select>
        {trouble && <ProblemLine>{trouble}</ProblemLine>}
      </div>
    </Dialog>
  );
}
