import { call } from '#web/api/call.ts';
import { queryClient } from '#web/api/queries.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { mending as words } from '#web/messages/mending.ts';

/** The city stands by the mended version. */
export function ConfirmDialog({
  plan,
  n,
  changed,
  onClose,
}: {
  readonly plan: string;
  readonly n: number;
  readonly changed: number;
  readonly onClose: () => void;
}) {
  return (
    <AskDialog
      title={words.confirmTitle(n)}
      go={words.confirmGo}
      going={words.confirmGoing}
      stay={words.stay}
      values={n}
      send={(key) => call('confirmMended', { params: { plan }, body: { n }, key })}
      onClose={onClose}
      onDone={async () => {
        onClose();
        await queryClient.invalidateQueries();
      }}
      onRefused={() => queryClient.invalidateQueries()}
    >
      <p>{words.confirmBody(changed)}</p>
      <p className="soft">{words.confirmLetter}</p>
    </AskDialog>
  );
}
