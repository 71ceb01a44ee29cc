import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { call } from '#web/api/call.ts';
import { queryClient } from '#web/api/queries.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { Labelled } from '#web/components/labelled.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { account as words } from '#web/messages/account.ts';
import { errorSentence } from '#web/messages/refusals.ts';

type Field = 'current' | 'next' | 'repeat';
type Faults = Readonly<Partial<Record<Field, string>>>;

const shortest = 10;

/** Replaces one's password; what is wrong stands under the field that can mend it. */
export function PasswordForm({
  username,
  oneTime = false,
  action = words.change,
  onDone,
}: {
  readonly username: string;
  readonly oneTime?: boolean;
  readonly action?: string;
  readonly onDone: () => void;
}) {
  const [given, setGiven] = useState({ current: '', next: '', repeat: '' });
  const [faults, setFaults] = useState<Faults>({});
  const change = useMutation({
    mutationFn: () => call('changePassword', { body: { current: given.current, next: given.next } }),
    onSuccess: async () => {
      setGiven({ current: '', next: '', repeat: '' });
      await queryClient.invalidateQueries();
      onDone();
    },
    onError: (error) => {
      if (error instanceof RefusalError && error.code === 'wrongCredentials') setFaults({ current: words.currentWrong });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    const found = faultsOf(given, username);
    setFaults(found);
    if (Object.keys(found).length === 0 && !change.isPending) change.mutate();
  }
  const field = (name: Field, label: string, complete: string, hint?: string) => (
    <Labelled label={label} fault={faults[name] ?? ''} {...(hint === undefined ? {} : { hint })}>
      {(props) => (
        <Input
          {...props}
          type="password"
          autoComplete={complete}
          maxLength={200}
          value={given[name]}
          onChange={(event) => {
            setGiven({ ...given, [name]: event.target.value });
            setFaults({ ...faults, [name]: '' });
            change.reset();
          }}
        />
      )}
    </Labelled>
  );
  const told = change.error && faults.current === undefined;
  return (
    <form className="stack account-form" onSubmit={submit} noValidate aria-label={action}>
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      {field('current', oneTime ? words.oneTime : words.current, 'current-password')}
      {field('next', words.next, 'new-password', words.nextHint)}
      {field('repeat', words.repeat, 'new-password')}
      <div role="alert">{told && <ProblemLine>{errorSentence(change.error)}</ProblemLine>}</div>
      <div>
        <Button type="primary" htmlType="submit" aria-disabled={change.isPending}>
          {change.isPending ? words.changing : action}
        </Button>
      </div>
    </form>
  );
}

function faultsOf({ current, next, repeat }: Readonly<Record<Field, string>>, username: string): Faults {
  const faults: Partial<Record<Field, string>> = {};
  if (current === '') faults.current = words.currentMissing;
  if ([...next].length < shortest) faults.next = words.nextShort;
  else if (next === current) faults.next = words.nextSame;
  else if (next.toLowerCase().includes(username.toLowerCase())) faults.next = words.nextUsername;
  else if (next !== repeat) faults.repeat = words.repeatWrong;
  return faults;
}
