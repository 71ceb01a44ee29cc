import { useId } from 'react';
import { Icon } from '#web/components/icon.tsx';

/** Chooses files of this computer, or takes photos with the phone's camera. */
export function ChooseFiles({
  label,
  camera = false,
  several = false,
  primary = false,
  onChoose,
}: {
  readonly label: string;
  readonly camera?: boolean;
  readonly several?: boolean;
  readonly primary?: boolean;
  readonly onChoose: (files: readonly File[]) => void;
}) {
  const id = useId();
  return (
    <span className="choose-files">
      <input
        id={id}
        type="file"
        className="unseen"
        accept={camera ? 'image/jpeg,image/png' : 'application/pdf,image/jpeg,image/png'}
        {...(camera ? { capture: 'environment' as const } : {})}
        multiple={several}
        onChange={(event) => {
          const files = Array.from(event.target.files ?? []);
          // The same file, mended, can be chosen again.
          event.target.value = '';
          if (files.length > 0) onChoose(files);
        }}
      />
      <label htmlFor={id} className={`button${primary ? ' button-primary' : ''}`}>
        <Icon name={camera ? 'scan' : 'clip'} />
        {label}
      </label>
    </span>
  );
}
