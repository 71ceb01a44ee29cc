import { useId, useState } from 'react';
import { fileInput } from '#web/messages/components.ts';

/** Chooses one file of this computer. The browser's own control speaks the browser's language; this one speaks ours. */
export function FileInput({
  label,
  accept,
  describedBy,
  onChoose,
}: {
  readonly label: string;
  readonly accept: string;
  readonly describedBy?: string;
  readonly onChoose: (file: File) => void;
}) {
  const id = useId();
  const [name, setName] = useState('');
  return (
    <div className="file-choice">
      <input
        id={id}
        type="file"
        accept={accept}
        className="unseen"
        {...(describedBy ? { 'aria-describedby': describedBy } : {})}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (!file) return;
          // The same file, mended, can be chosen again.
          event.target.value = '';
          setName(file.name);
          onChoose(file);
        }}
      />
      <label htmlFor={id} className="button">
        {label}
      </label>
      <span className="faint small wrap-anywhere">{name === '' ? fileInput.none : name}</span>
    </div>
  );
}
