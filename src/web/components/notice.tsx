import { useEffect, useRef, type ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

type Tone = 'error' | 'warn' | 'ok' | 'plain';
const icons: Record<Tone, IconName> = { error: 'bad', warn: 'diamond', ok: 'done', plain: 'clock' };

/** At most one on a page: what to do now. `live` has it read out when it appears. */
export function Notice({
  tone,
  icon = icons[tone],
  action,
  live = false,
  focused = false,
  children,
}: {
  readonly tone: Tone;
  readonly icon?: IconName;
  readonly action?: ReactNode;
  readonly live?: boolean;
  /** Takes the focus when it appears: what had it is gone. */
  readonly focused?: boolean;
  readonly children: ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused) frame.current?.focus();
  }, [focused]);
  return (
    <div ref={frame} tabIndex={-1} className={`notice notice-${tone}`} {...(live ? { role: tone === 'error' ? 'alert' : 'status' } : {})}>
      <Icon name={icon} size={20} />
      <div className="notice-text">{children}</div>
      {action}
    </div>
  );
}
