import './people.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { isPhone } from '#domain/values/identifiers.ts';
import { placesQuery } from '#web/api/account-queries.ts';
import { call } from '#web/api/call.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { Labelled } from '#web/components/labelled.tsx';
import { Notice } from '#web/components/notice.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { join as words, kindWord, organisations } from '#web/messages/people.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { CreditCode, creditCodeFault } from './credit-code.tsx';

const kinds = ['company', 'institute'] as const;
const noFaults = { name: '', uscc: '', keeper: '', contact: '', phone: '' };

/** Where a company or institute asks for a place. */
export function JoinPage() {
  const { data: places = [] } = useQuery(placesQuery);
  const [given, setGiven] = useState({ kind: 'company' as (typeof kinds)[number], name: '', uscc: '', confirmed: false, keeper: '', contact: '', phone: '' });
  const [faults, setFaults] = useState(noFaults);
  const ask = useMutation({ mutationFn: () => call('requestOrganisation', { body: given }) });
  const set = (part: Partial<typeof given>) => {
    setGiven({ ...given, ...part });
    setFaults({ ...faults, ...Object.fromEntries(Object.keys(part).map((name) => [name, ''])) });
    ask.reset();
  };
  function submit(event: FormEvent) {
    event.preventDefault();
    const found = {
      name: given.name.trim().length >= 2 ? '' : organisations.nameBad,
      uscc: creditCodeFault(given.uscc, given.confirmed, true),
      keeper: given.keeper === '' ? words.keeperMissing : '',
      contact: given.contact.trim().length >= 2 ? '' : words.contactBad,
      phone: isPhone(given.phone.trim()) ? '' : words.phoneBad,
    };
    setFaults(found);
    if (Object.values(found).every((fault) => fault === '') && !ask.isPending) ask.mutate();
  }
  if (ask.isSuccess) {
    return (
      <div className="public join stack">
        <h1>{words.doneTitle}</h1>
        <Notice tone="ok" live focused>
          {words.done(places.find((place) => place.id === given.keeper)?.name ?? words.authorities)}
        </Notice>
        <Link to="/">{words.toHome}</Link>
      </div>
    );
  }
  const text = (name: 'name' | 'contact' | 'phone', label: string, limit: number, hint?: string) => (
    <Labelled label={label} fault={faults[name]} {...(hint === undefined ? {} : { hint })}>
      {(props) => <Input {...props} autoComplete="off" maxLength={limit} value={given[name]} onChange={(event) => set({ [name]: event.target.value })} />}
    </Labelled>
  );
  return (
    <div className="public join">
      <h1>{words.title}</h1>
      <p className="soft">{words.lead}</p>
      <form className="stack" onSubmit={submit} noValidate aria-label={words.title}>
        <Labelled label={organisations.kind}>
          {(props) => (
            <select
              {...props}
              className="choice"
              value={given.kind}
              onChange={(event) => set({ kind: kinds.find((kind) => kind === event.target.value) ?? 'company' })}
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kindWord[kind]}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        {text('name', organisations.name, 100)}
        <CreditCode value={given.uscc} confirmed={given.confirmed} fault={faults.uscc} onChange={(uscc, confirmed) => set({ uscc, confirmed })} />
        <Labelled label={words.keeper} hint={words.keeperHint} fault={faults.keeper}>
          {(props) => (
            <select {...props} className="choice" value={given.keeper} onChange={(event) => set({ keeper: event.target.value })}>
              <option value="">{words.keeperMissing}</option>
              <optgroup label={words.zones}>{places.filter((place) => place.kind === 'zone').map(asOption)}</optgroup>
              <optgroup label={words.authorities}>{places.filter((place) => place.kind !== 'zone').map(asOption)}</optgroup>
            </select>
          )}
        </Labelled>
        {text('contact', words.contact, 40)}
        {text('phone', words.phone, 30, words.phoneHint)}
        <div role="alert">{ask.error && <ProblemLine>{sentence(ask.error)}</ProblemLine>}</div>
        <div>
          <Button type="primary" size="large" htmlType="submit" aria-disabled={ask.isPending}>
            {ask.isPending ? words.going : words.go}
          </Button>
        </div>
      </form>
    </div>
  );
}

function asOption(place: { readonly id: string; readonly name: string }) {
  return (
    <option key={place.id} value={place.id}>
      {place.name}
    </option>
  );
}

function sentence(error: Error): string {
  return error instanceof RefusalError && error.code === 'taken' ? words.taken : errorSentence(error);
}
