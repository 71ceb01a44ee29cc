import '#web/components/phone-rows.css';
import './account.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountQuery, type OwnAccount } from '#web/api/account-queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { account as words } from '#web/messages/account.ts';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorDrop, SecondFactorSetup } from './second-factor.tsx';
import { SessionList } from './session-list.tsx';

/** One's own account: password, second factor, and where one is signed in. */
export function AccountPage() {
  const { data: account, error } = useQuery(accountQuery);
  const [done, setDone] = useState('');
  if (!account) return <Loading error={error} />;
  return (
    <>
      <PageHead title={words.title} meta={words.meta(account.name, account.organisation, account.username)} />
      <div className="stack">
        {done !== '' && (
          <Notice key={done} tone="ok" live focused>
            {done}
          </Notice>
        )}
        <SessionList />
        <section className="card" aria-labelledby="password">
          <div className="card-head">
            <h2 id="password">{words.password}</h2>
            <span className="more">{words.passwordBody}</span>
          </div>
          <div className="card-body">
            <PasswordForm username={account.username} onDone={() => setDone(words.changed)} />
          </div>
        </section>
        <SecondFactor account={account} onDone={setDone} />
      </div>
    </>
  );
}

function SecondFactor({ account, onDone }: { readonly account: OwnAccount; readonly onDone: (sentence: string) => void }) {
  const { secondFactor } = account;
  const isSet = secondFactor === 'set';
  return (
    <section className="card" aria-labelledby="second-factor">
      <div className="card-head">
        <h2 id="second-factor">{words.second}</h2>
        <StateMark icon={isSet ? 'done' : 'none'} tone={isSet ? 'ok' : 'faint'}>
          {secondFactor === 'off' ? words.secondOff : isSet ? words.secondSet : words.secondUnset}
        </StateMark>
      </div>
      <div className="card-body stack">
        <p className="soft note-line">{secondFactor === 'off' ? words.secondOffBody : isSet ? words.secondLost : words.secondBody}</p>
        {secondFactor === 'unset' && <SecondFactorSetup onDone={() => onDone(words.confirmed)} />}
        {isSet && account.obliged && <p className="soft">{words.secondObliged}</p>}
        {isSet && !account.obliged && (
          <>
            <p className="soft">{words.dropBody}</p>
            <SecondFactorDrop onDone={() => onDone(words.dropped)} />
          </>
        )}
      </div>
    </section>
  );
}
