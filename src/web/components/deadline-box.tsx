import './deadline-box.css';
import { useServerNow } from '#web/api/server-clock.ts';
import { deadlineText, remainingText } from '#web/messages/formats.ts';

/** How long is left until each instant, by the server's clock. */
export function DeadlineBox({ items }: { readonly items: readonly { readonly title: string; readonly until: string }[] }) {
  const now = useServerNow(10_000);
  return (
    <dl className="deadline-box">
      {items.map((item) => (
        <div key={item.title}>
          <dt>{item.title}</dt>
          <dd title={deadlineText(item.until)}>{remainingText(item.until, now)}</dd>
        </div>
      ))}
    </dl>
  );
}
