import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { refreshSolicitation } from '#web/api/solicitation-queries.ts';
import { Notice } from '#web/components/notice.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { errorSentence } from '#web/messages/refusals.ts';
import { ownSolicitation } from '#web/messages/solicitation.ts';
import { Field } from './offer-form.tsx';

const words = ownSolicitation.invite;

/** Invites a company: it is told where it has an account here; otherwise a link is made to hand over. */
export function InviteCard({ solicitation }: { readonly solicitation: string }) {
  const [company, setCompany] = useState('');
  const [code, setCode] = useState('');
  const [shown, setShown] = useState(false);
  const [invited, setInvited] = useState<{ readonly company: string; readonly token: string | null }>();
  const badCode = code.trim() !== '' && code.trim().length !== 18;
  const invite = useMutation({
    mutationFn: () =>
      call('invite', {
        params: { solicitation },
        body: { company: company.trim(), ...(code.trim() === '' ? {} : { code: code.trim().toUpperCase() }) },
        key: freshKey(),
      }),
    onSuccess: async ({ token }) => {
      setInvited({ company: company.trim(), token });
      setCompany('');
      setCode('');
      setShown(false);
      await refreshSolicitation();
    },
  });
  const already = invite.error instanceof RefusalError && invite.error.code === 'wrongState';
  return (
    <section className="card" aria-labelledby="invite">
      <div className="card-head">
        <h2 id="invite">{words.title}</h2>
      </div>
      <form
        className="card-body"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setShown(true);
          if (company.trim() !== '' && !badCode && !invite.isPending) invite.mutate();
        }}
      >
        <div className="invite-fields">
          <Field label={words.company} fault={shown && company.trim() === '' ? words.missing : undefined}>
            {(props) => <Input {...props} value={company} maxLength={60} onChange={(event) => setCompany(event.target.value)} />}
          </Field>
          <Field label={words.code} hint={words.codeHint} fault={shown && badCode ? words.badCode : undefined}>
            {(props) => <Input {...props} value={code} maxLength={18} onChange={(event) => setCode(event.target.value)} />}
          </Field>
          <button type="submit" className="button button-primary" aria-disabled={invite.isPending}>
            {invite.isPending ? words.going : words.go}
          </button>
        </div>
        <div role="alert">{invite.error && <ProblemLine>{already ? words.already : errorSentence(invite.error)}</ProblemLine>}</div>
        {invited && (
          <Notice tone="ok" live>
            {invited.token === null ? words.told(invited.company) : <InvitationLink token={invited.token} company={invited.company} />}
          </Notice>
        )}
      </form>
    </section>
  );
}

/** A one-time link, to copy. */
export function InvitationLink({ token, company }: { readonly token: string; readonly company: string }) {
  const id = useId();
  const [copied, setCopied] = useState(false);
  const link = `${location.origin}/invitations/${token}`;
  const copy = async (): Promise<void> => {
    // Over plain http the browser gives no clipboard: the text is there to be copied by hand.
    await navigator.clipboard?.writeText(link);
    setCopied(navigator.clipboard !== undefined);
  };
  return (
    <div className="invitation-link">
      <label htmlFor={id}>{words.link(company)}</label>
      <div className="row">
        <input id={id} className="control" readOnly value={link} onFocus={(event) => event.target.select()} />
        <button type="button" className="button" onClick={() => void copy().catch(() => setCopied(false))}>
          {copied ? words.copied : words.copy}
        </button>
      </div>
    </div>
  );
}
