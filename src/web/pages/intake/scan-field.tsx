import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { FileButton } from '#web/components/file-button.tsx';
import { Icon } from '#web/components/icon.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { desk as words } from '#web/messages/intake.ts';

/**
 * One field for a scanner, which is a keyboard that ends with Enter, for typing, and for words of a name. Keys that are pressed while nothing
 * else has the focus come here, so that nobody has to click before the next paper. A photo goes to the server: a phone offers its own camera.
 */
export function ScanField({
  busy,
  onText,
  onFile,
}: {
  readonly busy: boolean;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState('');
  useEffect(() => {
    field.current?.focus();
    const toField = (event: KeyboardEvent): void => {
      const free = document.activeElement === document.body || document.activeElement?.tagName === 'H1' || document.activeElement?.tagName === 'MAIN';
      if (free && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) field.current?.focus();
    };
    document.addEventListener('keydown', toField);
    return () => document.removeEventListener('keydown', toField);
  }, []);
  function submit(event: FormEvent) {
    event.preventDefault();
    const text = field.current?.value.trim() ?? '';
    setFault(text === '' ? words.missing : '');
    if (text === '' || busy) return;
    onText(text);
    // The next scan overwrites this one.
    field.current?.select();
  }
  return (
    <form className="scan-field" onSubmit={submit} noValidate>
      <Icon name="scan" size={28} />
      <div className="scan-entry">
        <label htmlFor={`${id}-text`} className="unseen">
          {words.field}
        </label>
        <input
          ref={field}
          id={`${id}-text`}
          className="scan-text mono"
          defaultValue=""
          maxLength={2000}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          aria-describedby={fault === '' ? `${id}-hint` : `${id}-fault`}
          aria-invalid={fault !== ''}
        />
        <div role="alert">{fault !== '' && <ProblemLine id={`${id}-fault`}>{fault}</ProblemLine>}</div>
      </div>
      <p id={`${id}-hint`} className="hint scan-hint">
        {busy ? words.looking : words.hint}
      </p>
      <span className="row">
        <button type="submit" className="button" aria-disabled={busy}>
          {words.go}
        </button>
        <FileButton label={words.photo} icon="scan" accept="image/*" camera busy={busy} onChoose={([file]) => onFile(file)} />
        <FileButton label={words.upload} icon="file" accept="application/pdf,image/png,image/jpeg" busy={busy} onChoose={([file]) => onFile(file)} />
      </span>
    </form>
  );
}
