import './inbox.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MessageKind } from '#domain/messages/kinds.ts';
import { call } from '#web/api/call.ts';
import { choicesQuery, type MessageChoices } from '#web/api/message-queries.ts';
import { queryClient } from '#web/api/queries.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { TableHead } from '#web/components/table-head.tsx';
import { inbox, kindWord } from '#web/messages/inbox.ts';
import { errorSentence } from '#web/messages/refusals.ts';

/** Where this person is written to beside the inbox, and about what. */
export function ChoicesPage() {
  const { data, error } = useQuery(choicesQuery);
  if (!data) return <Loading error={error} />;
  const { ways } = data;
  return (
    <>
      <PageHead
        crumbs={[
          <Link key="inbox" to="/inbox">
            {inbox.title}
          </Link>,
          inbox.choices,
        ]}
        title={inbox.choices}
      />
      <div className="stack">
        {!(ways.mail && ways.sms) && <Notice tone="plain">{inbox.notConfigured(ways.mail, ways.sms)}</Notice>}
        <ContactCard choices={data} />
        <KindsCard choices={data} />
      </div>
    </>
  );
}

const refetch = (): Promise<void> => queryClient.invalidateQueries({ queryKey: choicesQuery.queryKey });

function ContactCard({ choices }: { readonly choices: MessageChoices }) {
  const [email, setEmail] = useState(choices.email);
  const [mobile, setMobile] = useState('');
  const save = useMutation({
    mutationFn: (number: string | undefined) => call('setContact', { body: { email: email.trim(), ...(number === undefined ? {} : { mobile: number }) } }),
    onSuccess: async () => {
      await refetch();
      setMobile('');
    },
  });
  const wrong = wrongFields(save.error);
  return (
    <section className="card" aria-labelledby="contact">
      <div className="card-head">
        <h2 id="contact">{inbox.where}</h2>
      </div>
      <form
        className="card-body stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(mobile.trim() === '' ? undefined : mobile.trim());
        }}
      >
        <p className="soft">{inbox.whereText}</p>
        <ContactField
          id="email"
          label={inbox.email}
          type="email"
          value={email}
          change={setEmail}
          fault={wrong.includes('email') ? inbox.faults.email : undefined}
        />
        <ContactField
          id="mobile"
          label={inbox.mobile}
          type="tel"
          value={mobile}
          change={setMobile}
          hint={choices.mobileTail === '' ? inbox.mobileHint : inbox.mobileKept(choices.mobileTail)}
          fault={wrong.includes('mobile') ? inbox.faults.mobile : undefined}
        />
        <div className="row">
          <button type="submit" className="button button-primary" disabled={save.isPending}>
            {inbox.save}
          </button>
          {choices.mobileTail !== '' && (
            <button type="button" className="button" disabled={save.isPending} onClick={() => save.mutate('')}>
              {inbox.forget}
            </button>
          )}
        </div>
        <div role="status">{save.isSuccess && inbox.saved}</div>
        {save.error && wrong.length === 0 && (
          <Notice tone="error" live>
            {errorSentence(save.error)}
          </Notice>
        )}
      </form>
    </section>
  );
}

function wrongFields(error: unknown): readonly unknown[] {
  const at = error instanceof RefusalError && error.code === 'badRequest' ? error.detail['at'] : undefined;
  return Array.isArray(at) ? at : [];
}

function ContactField({
  id,
  label,
  type,
  value,
  change,
  hint,
  fault,
}: {
  readonly id: string;
  readonly label: string;
  readonly type: 'email' | 'tel';
  readonly value: string;
  readonly change: (value: string) => void;
  readonly hint?: string;
  readonly fault: string | undefined;
}) {
  const below = fault ?? hint;
  return (
    <div className="field contact-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        className="contact-input"
        autoComplete={type}
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={below === undefined ? undefined : `${id}-below`}
        onChange={(event) => change(event.target.value)}
      />
      {below !== undefined && (
        <p id={`${id}-below`} className={fault === undefined ? 'hint' : 'problem problem-error'}>
          {below}
        </p>
      )}
    </div>
  );
}

function KindsCard({ choices }: { readonly choices: MessageChoices }) {
  const choose = useMutation({
    mutationFn: ({ kind, mail, sms }: { kind: MessageKind; mail: boolean; sms: boolean }) => call('setChoice', { params: { kind }, body: { mail, sms } }),
    onMutate: ({ kind, mail, sms }) =>
      queryClient.setQueryData(choicesQuery.queryKey, (before) =>
        before ? { ...before, kinds: before.kinds.map((one) => (one.kind === kind ? { ...one, mail, sms } : one)) } : before,
      ),
    onSettled: refetch,
  });
  return (
    <section className="card" aria-labelledby="kinds">
      <div className="card-head">
        <h2 id="kinds">{inbox.what}</h2>
      </div>
      {choose.error && (
        <Notice tone="error" live>
          {errorSentence(choose.error)}
        </Notice>
      )}
      <table className="table choices" aria-labelledby="kinds">
        <TableHead columns={[inbox.kindHead, inbox.byMail, inbox.bySms]} />
        <tbody>
          {choices.kinds.map((one) => (
            <tr key={one.kind}>
              <th scope="row">
                <span>{kindWord[one.kind]}</span>
                {one.duty && <span className="small faint">{inbox.duty}</span>}
              </th>
              {(['mail', 'sms'] as const).map((way) => (
                <td key={way}>
                  <input
                    type="checkbox"
                    aria-label={inbox.wayOf(kindWord[one.kind], way === 'mail' ? inbox.byMail : inbox.bySms)}
                    checked={one[way]}
                    disabled={one.duty}
                    onChange={(event) => choose.mutate({ kind: one.kind, mail: one.mail, sms: one.sms, [way]: event.target.checked })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
