import { useServerNow } from '#web/api/server-clock.ts';
import { shell } from '#web/messages/shell.ts';
import { minuteTime } from '#web/messages/formats.ts';

/** The server's clock to the minute. Not a live region: nobody wants it read out each minute. */
export function BeijingTime() {
  const now = useServerNow(1000);
  return (
    <span className="desk-only faint">
      {shell.beijing} <time>{minuteTime(now)}</time>
    </span>
  );
}
