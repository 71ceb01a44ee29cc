import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { call } from '#web/api/call.ts';
import type { Person } from '#web/api/queries.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { Labelled } from '#web/components/labelled.tsx';
import { secondStep } from '#web/messages/account.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { signIn } from '#web/messages/shell.ts';

/** The second step of signing in: a code of the person's device, or a spare one. */
export function SecondStepForm({ onSignedIn, onBack }: { readonly onSignedIn: (person: Person) => void; readonly onBack: (why: string) => void }) {
  const [code, setCode] = useState('');
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy || code.trim().length < 6) return;
    setBusy(true);
    try {
      onSignedIn(await call('giveSecondFactor', { body: { code: code.trim() }, askSignIn: false }));
    } catch (error) {
      if (error instanceof RefusalError && error.code === 'wrongCode' && error.detail['expired'] === true) onBack(secondStep.expired);
      else setFault(errorSentence(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={secondStep.title}>
      <Labelled label={secondStep.code} hint={secondStep.body} fault={fault}>
        {(props) => (
          <Input
            {...props}
            size="large"
            autoFocus
            autoComplete="one-time-code"
            maxLength={40}
            value={code}
            onChange={(event) => {
              setCode(event.target.value);
              setFault('');
            }}
          />
        )}
      </Labelled>
      <Button htmlType="submit" type="primary" size="large" block className="sign-in-go" aria-disabled={busy}>
        {busy ? signIn.going : secondStep.go}
      </Button>
      <Button block type="text" onClick={() => onBack('')}>
        {secondStep.back}
      </Button>
    </form>
  );
}
