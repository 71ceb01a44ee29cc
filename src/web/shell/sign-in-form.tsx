import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useId, useRef, useState, type FormEvent } from 'react';
import { call } from '#web/api/call.ts';
import type { Person } from '#web/api/queries.ts';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { errorSentence } from '#web/messages/refusals.ts';
import { signIn, titles } from '#web/messages/shell.ts';
import { SecondStepForm } from './second-step-form.tsx';

/** User name and password. What went wrong stands under the fields and is read out once. */
export function SignInForm({
  username: given = '',
  action = signIn.go,
  onSignedIn,
}: {
  readonly username?: string;
  readonly action?: string;
  readonly onSignedIn: (person: Person) => void;
}) {
  const id = useId();
  const [username, setUsername] = useState(given);
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const [wanted, setWanted] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (username.trim() === '' || password === '') {
      setFault(signIn.missing);
      form.current?.querySelector<HTMLInputElement>(username.trim() === '' ? 'input' : 'input[type=password]')?.focus();
      return;
    }
    setBusy(true);
    setFault('');
    try {
      const answer = await call('signIn', { body: { username: username.trim(), password }, askSignIn: false });
      if ('secondFactor' in answer) setWanted(true);
      else onSignedIn(answer);
    } catch (error) {
      setFault(errorSentence(error));
      form.current?.querySelector<HTMLInputElement>('input[type=password]')?.focus();
    } finally {
      setBusy(false);
    }
  }

  if (wanted) {
    const back = (why: string) => {
      setWanted(false);
      setPassword('');
      setFault(why);
    };
    return <SecondStepForm onSignedIn={onSignedIn} onBack={back} />;
  }
  const described = fault === '' ? {} : { 'aria-describedby': `${id}-fault`, 'aria-invalid': true };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate aria-label={signIn.title}>
      <div className="field">
        <label htmlFor={`${id}-user`}>{signIn.username}</label>
        <Input
          id={`${id}-user`}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          value={username}
          onChange={(event) => setUsername(event.target.value)}
          size="large"
          {...described}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-password`}>{signIn.password}</label>
        <Input
          id={`${id}-password`}
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          size="large"
          {...described}
        />
      </div>
      <div id={`${id}-fault`} role="alert">
        {fault !== '' && <ProblemLine>{fault}</ProblemLine>}
      </div>
      <Button htmlType="submit" type="primary" size="large" block className="sign-in-go" aria-disabled={busy}>
        {busy ? signIn.going : action}
      </Button>
      {given === '' && (
        <p className="small soft sign-in-join">
          {signIn.joinAsk}
          <Link to="/join">{titles.join}</Link>
        </p>
      )}
    </form>
  );
}
