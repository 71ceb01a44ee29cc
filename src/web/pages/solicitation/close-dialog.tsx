import { call } from '#web/api/call.ts';
import { refreshSolicitation } from '#web/api/solicitation-queries.ts';
import { ownSolicitation } from '#web/messages/solicitation.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';

const words = ownSolicitation.closeDialog;

/** No more answers from here on. */
export function CloseDialog({ solicitation, onClose, onDone }: { readonly solicitation: string; readonly onClose: () => void; readonly onDone: () => void }) {
  return (
    <AskDialog
      title={words.title}
      go={words.go}
      going={words.going}
      stay={words.stay}
      onClose={onClose}
      send={(key) => call('closeSolicitation', { params: { solicitation }, body: {}, key })}
      onDone={async () => {
        await refreshSolicitation();
        onDone();
      }}
    >
      <p>{words.body}</p>
    </AskDialog>
  );
}
