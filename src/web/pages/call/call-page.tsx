import '#web/fields/fields.css';
import './call.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#web/api/call.ts';
import { callFileQuery, refreshCalls, type CallFile } from '#web/api/call-queries.ts';
import { editionQuery } from '#web/api/queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { calls as words } from '#web/messages/calls.ts';
import { CallMark } from './call-mark.tsx';
import { Decisions } from './decisions.tsx';
import { Documents } from './documents.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { ExtendDialog } from './extend-dialog.tsx';
import { Questions } from './questions.tsx';
import { SupplementDialog } from './supplement-dialog.tsx';

type Act = 'extend' | 'supplement' | 'cancel' | 'finish';

/** One call: as a draft it is written, signed and published; from then on extended, supplemented, answered. */
export function CallPage() {
  const { call: id } = useParams({ from: '/signed-in/calls/$call' });
  const { data: file, error } = useQuery(callFileQuery(id));
  const { data: edition } = useQuery(editionQuery(file?.edition));
  const [asked, setAsked] = useState<Act | undefined>();
  if (!file || !edition) return <Loading error={error} />;
  const acts = (['extend', 'supplement', 'finish', 'cancel'] as const).filter(
    (act) => file.may.includes(`call.${act}`) && (file.state === 'published' || act === 'cancel'),
  );
  return (
    <>
      <PageHead
        crumbs={[
          <Link key="all" to="/calls">
            {words.title}
          </Link>,
        ]}
        title={file.draft.values.title ?? file.title}
        meta={
          <>
            <CallMark state={file.state} />
            {file.state !== 'draft' && <span>{words.inForceUntil(file.inForce)}</span>}
            {file.state !== 'draft' && <span>{words.plansOf(file.plans, file.live)}</span>}
          </>
        }
        actions={acts.map((act) => (
          <Button key={act} onClick={() => setAsked(act)}>
            {words[act]}
          </Button>
        ))}
      />
      <div className="stack">
        {file.state === 'draft' && <DraftEditor key={file.draft.n} file={file} edition={edition} />}
        {file.decisions.length + (file.state === 'draft' ? 0 : 1) > 0 && <Decisions file={file} />}
        {file.state !== 'draft' && <Questions file={file} />}
        <Documents file={file} />
      </div>
      {asked === 'extend' && <ExtendDialog file={file} onClose={() => setAsked(undefined)} />}
      {asked === 'supplement' && <SupplementDialog file={file} edition={edition} onClose={() => setAsked(undefined)} />}
      {(asked === 'cancel' || asked === 'finish') && <EndDialog act={asked} file={file} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function EndDialog({ act, file, onClose }: { readonly act: 'cancel' | 'finish'; readonly file: CallFile; readonly onClose: () => void }) {
  return (
    <AskDialog
      title={act === 'cancel' ? words.cancelTitle(file.title) : words.finishTitle(file.title)}
      go={words[act]}
      going={words.going}
      stay={words.stay}
      reason={{ label: words.reason, missing: words.reasonMissing }}
      onClose={onClose}
      send={(key, reason) => call(act === 'cancel' ? 'cancelCall' : 'finishCall', { params: { call: file.id }, body: { reason }, key })}
      onDone={async () => {
        await refreshCalls();
        onClose();
      }}
    >
      <p>{act === 'cancel' ? words.cancelBody : words.finishBody(file.live)}</p>
    </AskDialog>
  );
}
