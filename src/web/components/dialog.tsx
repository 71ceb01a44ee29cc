import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

/**
 * The browser's own modal dialog: it keeps the focus inside, closes on Esc and gives the focus back, without a style of its own to inject.
 * Mounted means open. The button with `data-safe` has the focus first. No popup of antd works in it: those are drawn under the top layer.
 */
export function Dialog({
  title,
  footer,
  onClose,
  children,
}: {
  readonly title: string;
  readonly footer?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before it leaves the page: one that is gone already gives the focus back to nobody.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-safe]')?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
      {footer && <div className="dialog-footer">{footer}</div>}
    </dialog>
  );
}
