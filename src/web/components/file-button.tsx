import { useId } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** A button that opens a file of this computer, or several; with `camera` a phone opens its own, so that the page needs no right to one. */
export function FileButton({
  label,
  icon,
  accept,
  camera = false,
  several = false,
  busy = false,
  onChoose,
}: {
  readonly label: string;
  readonly icon: IconName;
  readonly accept: string;
  readonly camera?: boolean;
  readonly several?: boolean;
  readonly busy?: boolean;
  /** One at least. */
  readonly onChoose: (files: readonly [File, ...File[]]) => void;
}) {
  const id = useId();
  return (
    <span className="file-button">
      <input
        id={id}
        type="file"
        className="unseen"
        accept={accept}
        disabled={busy}
        multiple={several}
        {...(camera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          const [first, ...rest] = Array.from(event.target.files ?? []);
          // The same file, mended, can be chosen again.
          event.target.value = '';
          if (first) onChoose([first, ...rest]);
        }}
      />
      <label htmlFor={id} className="button">
        <Icon name={icon} />
        {label}
      </label>
    </span>
  );
}
