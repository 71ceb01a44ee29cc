import { Button } from 'antd';
import { Dialog } from '#web/components/dialog.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { leaving } from '#web/messages/shell.ts';

/** Says how much would be lost; the safe button has the focus. */
export function LeaveDialog({
  unsaved,
  fault,
  onStay,
  onLeave,
}: {
  readonly unsaved: number;
  readonly fault: string;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}) {
  return (
    <Dialog
      title={leaving.title}
      onClose={onStay}
      footer={
        <>
          <Button data-safe onClick={onStay}>
            {leaving.stay}
          </Button>
          <Button type="primary" onClick={onLeave}>
            {leaving.leave}
          </Button>
        </>
      }
    >
      <p>{leaving.body(unsaved)}</p>
      <div role="alert">{fault !== '' && <ProblemLine>{fault}</ProblemLine>}</div>
    </Dialog>
  );
}
