import '#web/fields/fields.css';
import { useState } from 'react';
import { call, type Reply } from '#web/api/call.ts';
import { queryClient } from '#web/api/queries.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { readTexts, useKept } from '#web/drafts/use-kept.ts';
import { refuseDialog as words } from '#web/messages/intake.ts';
import { useMe } from '#web/shell/session.ts';
import { HandedFields, handedOf, noHanded } from './handed-fields.tsx';

export type Refused = Reply<'refusePaper'>;

const readHanded = readTexts(noHanded);

/** Notes that paper was not taken, so that a paper can go back with it. */
export function RefuseDialog({ code, onClose, onDone }: { readonly code: string; readonly onClose: () => void; readonly onDone: (refused: Refused) => void }) {
  const { value: text, set: setText, forget } = useKept(useMe()?.username, `not taken ${code}`, noHanded, readHanded);
  const [faulty, setFaulty] = useState(false);
  return (
    <AskDialog
      title={words.title}
      go={words.go}
      stay={words.stay}
      form
      values={text}
      forget={forget}
      ready={() => {
        const ready = text.handedInBy.trim() !== '';
        setFaulty(!ready);
        return ready;
      }}
      send={(key) => call('refusePaper', { body: { code, ...handedOf(text) }, key })}
      onClose={onClose}
      onDone={async (refused) => {
        onDone(refused);
        await queryClient.invalidateQueries();
        onClose();
      }}
    >
      <p>{words.body}</p>
      <HandedFields text={text} onChange={setText} faulty={faulty} remark={words.remark} remarkHint={words.remarkNeeded} />
    </AskDialog>
  );
}
