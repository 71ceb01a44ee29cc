import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { encode } from 'uqr';
import { call, type Reply } from '#web/api/call.ts';
import { queryClient } from '#web/api/queries.ts';
import { Labelled } from '#web/components/labelled.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { account as words } from '#web/messages/account.ts';
import { errorSentence } from '#web/messages/refusals.ts';

/** Sets a second factor up: password, then a first code of the device. */
export function SecondFactorSetup({ onDone }: { readonly onDone: () => void }) {
  const [begun, setBegun] = useState<Reply<'beginSecondFactor'>>();
  if (begun) return <Confirm begun={begun} onDone={onDone} />;
  return (
    <Asked
      label={words.current}
      type="password"
      missing={words.currentMissing}
      go={words.begin}
      run={async (password) => setBegun(await call('beginSecondFactor', { body: { password } }))}
    />
  );
}

function Confirm({ begun, onDone }: { readonly begun: Reply<'beginSecondFactor'>; readonly onDone: () => void }) {
  const secret = new URL(begun.uri).searchParams.get('secret') ?? '';
  return (
    <div className="stack">
      <p>{words.scan}</p>
      <div className="second-factor">
        <QrCode text={begun.uri} />
        <div>
          <p className="soft small">{words.byHand}</p>
          <p className="mono wrap-anywhere">{secret.match(/.{1,4}/g)?.join(' ')}</p>
        </div>
      </div>
      <div>
        <h3>{words.spare}</h3>
        <p className="soft small">{words.spareBody}</p>
        <ul className="spare-codes mono">
          {begun.spareCodes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      <Asked
        label={words.code}
        type="text"
        missing={words.codeMissing}
        go={words.confirm}
        run={async (code) => {
          await call('confirmSecondFactor', { body: { code } });
          await queryClient.invalidateQueries();
          onDone();
        }}
      />
    </div>
  );
}

/** Takes it away again, where that is allowed. */
export function SecondFactorDrop({ onDone }: { readonly onDone: () => void }) {
  return (
    <Asked
      label={words.current}
      type="password"
      missing={words.currentMissing}
      go={words.drop}
      plain
      run={async (password) => {
        await call('dropSecondFactor', { body: { password } });
        await queryClient.invalidateQueries();
        onDone();
      }}
    />
  );
}

/** One thing to type, and the act that it opens. */
function Asked({
  label,
  type,
  missing,
  go,
  plain = false,
  run,
}: {
  readonly label: string;
  readonly type: 'password' | 'text';
  readonly missing: string;
  readonly go: string;
  readonly plain?: boolean;
  readonly run: (text: string) => Promise<void>;
}) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState('');
  const act = useMutation({ mutationFn: () => run(text.trim()) });
  function submit(event: FormEvent) {
    event.preventDefault();
    const isMissing = type === 'text' ? !/^\s*(\d\s*){6}$/.test(text) : text === '';
    setFault(isMissing ? missing : '');
    if (!isMissing && !act.isPending) act.mutate();
  }
  return (
    <form className="stack account-form" onSubmit={submit} noValidate aria-label={go}>
      <Labelled label={label} fault={fault}>
        {(props) => (
          <Input
            {...props}
            type={type}
            value={text}
            maxLength={200}
            autoComplete={type === 'password' ? 'current-password' : 'one-time-code'}
            {...(type === 'text' ? { inputMode: 'numeric' as const } : {})}
            onChange={(event) => {
              setText(event.target.value);
              setFault('');
              act.reset();
            }}
          />
        )}
      </Labelled>
      <div role="alert">{act.error && <ProblemLine>{errorSentence(act.error)}</ProblemLine>}</div>
      <div>
        <Button type={plain ? 'default' : 'primary'} htmlType="submit" aria-disabled={act.isPending}>
          {go}
        </Button>
      </div>
    </form>
  );
}

function QrCode({ text }: { readonly text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words.scanAlt}>
      <path d={path} />
    </svg>
  );
}
