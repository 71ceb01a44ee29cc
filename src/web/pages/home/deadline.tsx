import { useServerNow } from '#web/api/server-clock.ts';
import { deadlineText, remaining } from '#web/messages/formats.ts';
import { home } from '#web/messages/home.ts';

/** Days, hours and minutes left by the server's clock. A plain time, not a live region. */
export function Deadline({ title, until, note }: { readonly title: string; readonly until: string; readonly note: string }) {
  const left = remaining(until, useServerNow(1000));
  return (
    <div>
      <h2 className="deadline-title">{title}</h2>
      <p className="deadline-left">
        {left ? (
          <>
            {left.days > 0 && (
              <>
                {left.days}
                <small>{home.day}</small>
              </>
            )}
            {left.hours}
            <small>{home.hour}</small>
            {left.minutes}
            <small>{home.minute}</small>
          </>
        ) : (
          home.past
        )}
      </p>
      <p>
        <time dateTime={until}>{home.at(deadlineText(until), note)}</time>
      </p>
    </div>
  );
}
