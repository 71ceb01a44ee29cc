import { useId, useState, type KeyboardEvent } from 'react';
import type { CodeItem } from '#domain/programme/edition.ts';
import { Icon } from '#web/components/icon.tsx';
import { codeSearch } from '#web/messages/form.ts';
import { searchCodes } from './code-search.ts';
import type { ControlProps } from './control.ts';

const limit = 60;

/** One code of a list, found by name or code (the combobox pattern: the focus stays in the box, arrows walk the list). */
export function CodeInput({
  id,
  value,
  onChange,
  onLeave,
  readOnly,
  invalid,
  describedBy,
  list,
  level,
}: ControlProps & { readonly list: readonly CodeItem[]; readonly level?: number | undefined }) {
  const [words, setWords] = useState<string>();
  const [at, setAt] = useState(0);
  const listId = useId();
  const open = words !== undefined && !readOnly;
  const matches = open ? searchCodes(list, level, words, limit) : [];
  const chosen = list.find((item) => item.code === value);
  const shown = chosen ? `${chosen.code} ${chosen.name}` : typeof value === 'string' ? value : '';

  const choose = (code: string | null): void => {
    onChange(code);
    setWords(undefined);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && open) return setWords(undefined);
    if (event.key === 'Enter' && open) {
      event.preventDefault();
      const match = matches[at];
      if (match) choose(match.item.code);
      return;
    }
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (move === 0 || event.altKey) return;
    event.preventDefault();
    if (!open) return setWords('');
    setAt(Math.max(0, Math.min(at + move, matches.length - 1)));
  };

  return (
    <div className="combobox">
      <input
        className="control"
        id={id}
        role="combobox"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && matches[at] ? `${listId}-${at}` : undefined}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        autoComplete="off"
        readOnly={readOnly}
        value={words ?? shown}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onFocus={(event) => event.target.select()}
        onClick={() => setWords((before) => before ?? '')}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setWords(undefined);
          onLeave();
        }}
      />
      <Icon name="list" size={14} />
      <div role="listbox" id={listId} className="combobox-list" aria-label={codeSearch.list} hidden={!open}>
        {matches.map(({ item, within }, index) => (
          <div
            key={item.code}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            className="combobox-option"
            ref={index === at ? scrollIntoList : null}
            onPointerDown={(event) => event.preventDefault()}
            tabIndex={-1}
            onMouseUp={() => choose(item.code)}
          >
            <span>
              {item.code} {item.name}
            </span>
            <span className="faint tiny">{within.join(' › ')}</span>
          </div>
        ))}
        {open && matches.length === 0 && (
          <div role="option" aria-selected={false} aria-disabled="true" className="combobox-option faint">
            {codeSearch.none}
          </div>
        )}
      </div>
    </div>
  );
}

function scrollIntoList(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
