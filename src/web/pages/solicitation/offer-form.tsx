import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useRef, useState, type ReactNode } from 'react';
import { parseMoney } from '#domain/values/money.ts';
import { lengthOf } from '#domain/values/text.ts';
import { call } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { refreshSolicitation, type AnswerRow, type Solicitation } from '#web/api/solicitation-queries.ts';
import { Dialog } from '#web/components/dialog.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { useKept } from '#web/drafts/use-kept.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { openSolicitations, solicitationWords } from '#web/messages/solicitation.ts';
import { missingIn, noOffer, readOffer, summaryLimit, titleLimit, type OfferTyped } from './offer.ts';

const words = openSolicitations.form;

/** A company's answer: what it would do, what it asks for, where it lies. Kept on this computer until it is sent. */
export function OfferForm({
  solicitation,
  user,
  invited,
}: {
  readonly solicitation: Solicitation;
  readonly user: string | undefined;
  readonly invited: AnswerRow | undefined;
}) {
  const { value, set, forget } = useKept(user, `offer ${solicitation.id}`, { ...noOffer, title: invited?.title ?? '' }, readOffer);
  const [shown, setShown] = useState(false);
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const missing = missingIn(value);
  const fault = (field: keyof OfferTyped): string | undefined => (shown && missing.includes(field) ? words.missing[field] : undefined);
  const press = (): void => {
    setShown(true);
    if (missing.length === 0) return setAsking(true);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"]')?.focus());
  };
  return (
    <form
      ref={form}
      className="card-body offer-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <Field label={words.title} fault={fault('title')} hint={words.characters(lengthOf(value.title), titleLimit)}>
        {(props) => <Input {...props} value={value.title} maxLength={titleLimit} onChange={(event) => set({ ...value, title: event.target.value })} />}
      </Field>
      <Field label={words.summary} fault={fault('summary')} hint={`${words.summaryHint}；${words.characters(lengthOf(value.summary), summaryLimit)}`}>
        {(props) => (
          <Input.TextArea
            {...props}
            rows={5}
            value={value.summary}
            maxLength={summaryLimit}
            onChange={(event) => set({ ...value, summary: event.target.value })}
          />
        )}
      </Field>
      <Field label={`${words.asked}（${solicitationWords.unit}）`} fault={fault('asked')}>
        {(props) => (
          <span className="control control-unit offer-asked">
            <input
              {...props}
              className="control-figure"
              inputMode="decimal"
              value={value.asked}
              onChange={(event) => set({ ...value, asked: event.target.value })}
            />
            <span className="unit" aria-hidden="true">
              {solicitationWords.unit}
            </span>
          </span>
        )}
      </Field>
      <fieldset className="field">
        <legend>{words.inside}</legend>
        <div className="row">
          {(['yes', 'no'] as const).map((choice) => (
            <label key={choice} className="option">
              <input
                type="radio"
                name="inside"
                checked={value.inside === choice}
                data-invalid={fault('inside') !== undefined}
                onChange={() => set({ ...value, inside: choice })}
              />
              {choice === 'yes' ? words.insideYes : words.insideNo}
            </label>
          ))}
        </div>
        <div role="alert">{fault('inside') && <ProblemLine>{words.missing.inside}</ProblemLine>}</div>
        <p className="hint">{words.insideHint}</p>
      </fieldset>
      <div className="row">
        <button type="submit" className="button button-primary">
          {words.go}
        </button>
        <span className="faint small">{words.kept}</span>
      </div>
      {asking && <OfferDialog solicitation={solicitation} offer={value} onClose={() => setAsking(false)} onDone={forget} />}
    </form>
  );
}

interface ControlProps {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
}

/** A labelled control with its hint, which its fault replaces. */
export function Field({
  label,
  hint,
  fault,
  children,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly children: (props: ControlProps) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': fault !== undefined, 'aria-describedby': `${id}-below` })}
      <div id={`${id}-below`}>
        <div role="alert">{fault && <ProblemLine>{fault}</ProblemLine>}</div>
        {!fault && hint && <p className="hint">{hint}</p>}
      </div>
    </div>
  );
}

function OfferDialog({
  solicitation,
  offer,
  onClose,
  onDone,
}: {
  readonly solicitation: Solicitation;
  readonly offer: OfferTyped;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}) {
  const text = openSolicitations.dialog;
  const [key, setKey] = useState(freshKey);
  const send = useMutation({
    mutationFn: () =>
      call('offer', {
        params: { solicitation: solicitation.id },
        body: { title: offer.title.trim(), summary: offer.summary.trim(), asked: parseMoney(offer.asked, 'wanYuan') ?? 0, inside: offer.inside === 'yes' },
        key,
      }),
    onSuccess: async () => {
      await onDone();
      onClose();
      await refreshSolicitation();
    },
    onError: (error) => {
      if (error instanceof RefusalError) setKey(freshKey());
    },
  });
  return (
    <Dialog
      title={text.title(solicitation.zone)}
      onClose={onClose}
      footer={
        <>
          <Button data-safe onClick={onClose}>
            {text.stay}
          </Button>
          <Button type="primary" aria-disabled={send.isPending} onClick={() => !send.isPending && send.mutate()}>
            {send.isPending ? text.going : text.go}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{text.body(offer.title.trim())}</p>
        <p>{text.claim}</p>
        <div role="alert">{send.error && <ProblemLine>{errorSentence(send.error)}</ProblemLine>}</div>
      </div>
    </Dialog>
  );
}
