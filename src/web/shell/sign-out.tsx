import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Person } from '#web/api/queries.ts';
import { Icon } from '#web/components/icon.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { errorSentence } from '#web/messages/refusals.ts';
import { shell } from '#web/messages/shell.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { countDrafts, leave } from './session.ts';

/** Signs out; asks first only where text would be lost that the server does not have. */
export function SignOut({ me }: { readonly me: Person }) {
  const navigate = useNavigate();
  const [unsaved, setUnsaved] = useState(0);
  const [fault, setFault] = useState('');

  async function go() {
    try {
      await leave(me.username);
      setUnsaved(0);
      await navigate({ to: '/' });
    } catch (error) {
      setFault(errorSentence(error));
    }
  }
  async function ask() {
    const drafts = await countDrafts(me.username);
    if (drafts > 0) setUnsaved(drafts);
    else await go();
  }

  return (
    <>
      <button type="button" className="button button-plain" onClick={() => void ask()}>
        <Icon name="leave" />
        {shell.signOut}
      </button>
      {fault !== '' && unsaved === 0 && (
        <span role="alert">
          <ProblemLine>{fault}</ProblemLine>
        </span>
      )}
      {unsaved > 0 && <LeaveDialog unsaved={unsaved} fault={fault} onStay={() => setUnsaved(0)} onLeave={() => void go()} />}
    </>
  );
}
