import { Button } from 'antd';
import { Dialog } from '#web/components/dialog.tsx';
import { people as words } from '#web/messages/people.ts';

/** A one-time password: shown once, in letters that cannot be mistaken for each other. */
export function OneTimeDialog({
  name,
  given,
  onClose,
}: {
  readonly name: string;
  readonly given: { username: string; password: string };
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      title={words.oneTimeTitle}
      onClose={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {words.oneTimeDone}
        </Button>
      }
    >
      <div className="stack">
        <p>{words.oneTimeBody(name)}</p>
        <dl className="one-time">
          <dt>{words.username}</dt>
          <dd className="mono">{given.username}</dd>
          <dt>{words.oneTime}</dt>
          <dd className="mono">{given.password}</dd>
        </dl>
      </div>
    </Dialog>
  );
}
