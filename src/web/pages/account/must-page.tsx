import './account.css';
import type { Person } from '#web/api/queries.ts';
import { account as words, must } from '#web/messages/account.ts';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorSetup } from './second-factor.tsx';

/** What must be done before anything else; the page that was asked for shows itself afterwards. */
export function MustPage({ me, step }: { readonly me: Person; readonly step: NonNullable<Person['must']> }) {
  const isPassword = step === 'changePassword';
  return (
    <div className="must stack">
      <h1>{isPassword ? must.passwordTitle : must.secondTitle}</h1>
      <p className="soft">{isPassword ? must.passwordBody : `${words.secondObliged}${words.secondBody}`}</p>
      <section className="card">
        <div className="card-body">
          {isPassword ? <PasswordForm username={me.username} oneTime action={must.passwordGo} onDone={() => {}} /> : <SecondFactorSetup onDone={() => {}} />}
        </div>
      </section>
    </div>
  );
}
