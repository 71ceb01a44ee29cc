import { Input } from 'antd';
import { useRef, useState } from 'react';
import { missingTerms, type SolicitationTerms } from '#domain/filing/solicitation-terms.ts';
import { call } from '#web/api/call.ts';
import { serverNow } from '#web/api/server-clock.ts';
import { refreshSolicitation, type Solicitation } from '#web/api/solicitation-queries.ts';
import { useMe } from '#web/shell/session.ts';
import { ownSolicitation } from '#web/messages/solicitation.ts';
import { deadlineText } from '#web/messages/formats.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { IndustryChoice } from './industry-choice.tsx';
import { Field } from './offer-form.tsx';
import { TermsState } from './terms-state.tsx';
import { fromBeijing, toBeijing } from './terms-time.ts';
import { useTerms } from './use-terms.ts';

const words = ownSolicitation.terms;

/** The draft: saved as it is typed, published when it is whole. */
export function TermsEditor({ solicitation, onPublished }: { readonly solicitation: Solicitation; readonly onPublished: (number: string) => void }) {
  const me = useMe();
  const { terms, set, saving, saveNow } = useTerms(solicitation, me?.username);
  const [shown, setShown] = useState(false);
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const missing = missingNow(terms);
  const fault = (key: keyof SolicitationTerms): string | undefined => (shown && missing.includes(key) ? ownSolicitation.missing[key] : undefined);
  const mayWrite = solicitation.may.includes('solicitation.edit');
  const press = async (): Promise<void> => {
    setShown(true);
    if (missing.length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (await saveNow()) setAsking(true);
  };
  return (
    <section className="card" aria-labelledby="terms-head">
      <div className="card-head">
        <h2 id="terms-head">{words.head}</h2>
        <span className="more">
          <TermsState saving={saving} onRetry={() => void saveNow()} />
        </span>
      </div>
      <form
        ref={form}
        className="card-body terms-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void press();
        }}
      >
        <Field label={words.title} fault={fault('title')}>
          {(props) => (
            <Input {...props} readOnly={!mayWrite} value={terms.title} maxLength={80} onChange={(event) => set({ ...terms, title: event.target.value })} />
          )}
        </Field>
        <Field label={words.text} hint={words.textHint} fault={fault('text')}>
          {(props) => (
            <Input.TextArea
              {...props}
              readOnly={!mayWrite}
              rows={9}
              value={terms.text}
              maxLength={5000}
              onChange={(event) => set({ ...terms, text: event.target.value })}
            />
          )}
        </Field>
        <Field label={words.until} hint={words.untilHint} fault={fault('until')}>
          {(props) => (
            <input
              {...props}
              type="datetime-local"
              className="control terms-until"
              readOnly={!mayWrite}
              value={terms.until === null ? '' : toBeijing(terms.until)}
              onChange={(event) => set({ ...terms, until: fromBeijing(event.target.value) })}
            />
          )}
        </Field>
        <IndustryChoice chosen={terms.industries} readOnly={!mayWrite} onChange={(industries) => set({ ...terms, industries })} />
        <div className="terms-contact">
          <Field label={words.contact} fault={fault('contact')}>
            {(props) => (
              <Input
                {...props}
                readOnly={!mayWrite}
                value={terms.contact}
                maxLength={40}
                onChange={(event) => set({ ...terms, contact: event.target.value })}
              />
            )}
          </Field>
          <Field label={words.phone} fault={fault('phone')}>
            {(props) => (
              <Input {...props} readOnly={!mayWrite} value={terms.phone} maxLength={40} onChange={(event) => set({ ...terms, phone: event.target.value })} />
            )}
          </Field>
        </div>
        {solicitation.may.includes('solicitation.publish') && (
          <button type="submit" className="button button-primary">
            {ownSolicitation.publish}
          </button>
        )}
      </form>
      {asking && <PublishDialog solicitation={solicitation.id} terms={terms} onClose={() => setAsking(false)} onPublished={onPublished} />}
    </section>
  );
}

/** What publishing would miss, by the domain's rule; an end that is past counts as missing. */
function missingNow(terms: SolicitationTerms): readonly (keyof SolicitationTerms)[] {
  const missing = missingTerms(terms);
  const past = terms.until !== null && Date.parse(terms.until) <= serverNow();
  return past && !missing.includes('until') ? [...missing, 'until'] : missing;
}

function PublishDialog({
  solicitation,
  terms,
  onClose,
  onPublished,
}: {
  readonly solicitation: string;
  readonly terms: SolicitationTerms;
  readonly onClose: () => void;
  readonly onPublished: (number: string) => void;
}) {
  const text = ownSolicitation.publishDialog;
  return (
    <AskDialog
      title={text.title(terms.title)}
      go={text.go}
      going={text.going}
      stay={text.stay}
      onClose={onClose}
      send={(key) => call('publishSolicitation', { params: { solicitation }, body: {}, key })}
      onDone={async ({ number }) => {
        await refreshSolicitation();
        onClose();
        onPublished(number);
      }}
    >
      <p>{text.body}</p>
      {terms.until !== null && <p>{text.until(deadlineText(terms.until))}</p>}
    </AskDialog>
  );
}
