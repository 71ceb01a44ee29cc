import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Icon } from '#web/components/icon.tsx';
import { comments as words } from '#web/messages/together.ts';

/**
 * A panel at the right of the page, over it: the browser's own modal dialog, which needs no style of its own injected (the content policy
 * would refuse it). Mounted means open; Esc and the button close it, and the focus goes back to where it was.
 */
export function SidePanel({
  title,
  wide = false,
  onClose,
  children,
}: {
  readonly title: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  const panel = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = panel.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={panel}
      className={wide ? 'side-panel side-panel-wide' : 'side-panel'}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== panel.current) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className="side-panel-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="button button-plain" onClick={onClose}>
          <Icon name="cross" />
          {words.close}
        </button>
      </header>
      <div className="side-panel-body stack">{children}</div>
    </dialog>
  );
}
