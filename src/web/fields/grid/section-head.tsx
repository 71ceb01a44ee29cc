import { useRef, useState } from 'react';
import { gridText } from '#web/messages/form.ts';

/** Title of a segment: its name, its own count and sum, and what can be done to it. */
export function SectionHead({
  name,
  title,
  own,
  summary,
  onAdd,
  onRename,
}: {
  readonly name: string | undefined;
  readonly title: string;
  readonly own: string;
  readonly summary: string;
  readonly onAdd?: (() => void) | undefined;
  readonly onRename?: ((title: string) => void) | undefined;
}) {
  const [renaming, setRenaming] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const done = (): void => {
    const text = input.current?.value.trim() ?? '';
    if (text !== own) onRename?.(text);
    setRenaming(false);
  };
  return (
    <div className="section-head">
      {renaming ? (
        <input
          ref={input}
          className="control section-name"
          aria-label={gridText.renameOf(name ?? '')}
          defaultValue={own}
          autoFocus
          onBlur={done}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') done();
            if (event.key === 'Escape') setRenaming(false);
          }}
        />
      ) : (
        <b>{title}</b>
      )}
      <span className="faint">{summary}</span>
      <span className="section-acts">
        {onAdd && (
          <button type="button" className="text-button" onClick={onAdd} aria-label={gridText.addTo(title)}>
            {gridText.add}
          </button>
        )}
        {onRename && !renaming && (
          <button type="button" className="text-button" onClick={() => setRenaming(true)} aria-label={gridText.renameOf(title)}>
            {gridText.rename}
          </button>
        )}
      </span>
    </div>
  );
}
