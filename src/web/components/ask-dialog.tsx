import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { freshKey } from '#web/api/fresh-key.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { readText, useKept } from '#web/drafts/use-kept.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { useMe } from '#web/shell/session.ts';
import { Dialog } from './dialog.tsx';
import { ProblemLine } from './problem-line.tsx';
import { ReasonField, type ReasonWords } from './reason-field.tsx';

/**
 * Asks before one act is done, says what went wrong, and keeps everything typed while it did. The same intention (`values` and the reason)
 * goes out under one idempotency key for as long as nobody knows what came of it, so that pressing again after a lost answer does it once;
 * a changed one, one that was refused, and a dialog opened anew go out under a key of their own. A reason that was not sent stands here again
 * after Esc, a reload or a lost computer; only sending it, or the button that stays, forgets it.
 */
export function AskDialog<T>({
  title,
  go,
  going = go,
  stay,
  danger = false,
  form = false,
  reason: asked,
  values,
  forget = nothing,
  ready = () => true,
  tell = errorSentence,
  send,
  onClose,
  onDone,
  onRefused,
  children,
}: {
  readonly title: string;
  readonly go: string;
  /** What the button says meanwhile. */
  readonly going?: string;
  readonly stay: string;
  readonly danger?: boolean;
  /** Something to fill in: its first field has the focus, else the safe button. */
  readonly form?: boolean;
  /** Asks for a reason that somebody else will read. */
  readonly reason?: ReasonWords;
  /** What else is sent, where it can be changed in the dialog. */
  readonly values?: unknown;
  /** Forgets what else was kept of what was typed in it: it was sent, or given up by its button. */
  readonly forget?: () => Promise<void>;
  /** Answers false where something is still missing, and shows it. */
  readonly ready?: () => boolean;
  readonly tell?: (error: unknown) => string;
  readonly send: (key: string, reason: string) => Promise<T>;
  readonly onClose: () => void;
  readonly onDone: (reply: T) => Promise<unknown> | void;
  readonly onRefused?: (error: RefusalError) => Promise<unknown> | void;
  readonly children?: ReactNode;
}) {
  const initial = asked?.initial ?? '';
  const user = useMe()?.username;
  const kept = useKept(asked && user, `ask ${window.location.pathname} ${title}`, initial, readText);
  const reason = kept.value;
  const [unfilled, setUnfilled] = useState(false);
  const sent = useRef({ intention: '', key: '' });
  // Two presses may come before the first one is drawn.
  const underway = useRef(false);
  const act = useMutation({
    mutationFn: () => {
      const intention = JSON.stringify([values ?? null, reason.trim()]);
      if (sent.current.intention !== intention) sent.current = { intention, key: freshKey() };
      return send(sent.current.key, reason.trim());
    },
    onSuccess: async (reply) => {
      await forgetAll();
      await onDone(reply);
    },
    onSettled: () => void (underway.current = false),
    onError: async (error) => {
      if (!(error instanceof RefusalError)) return;
      sent.current = { intention: '', key: '' };
      await onRefused?.(error);
    },
  });
  async function forgetAll(): Promise<void> {
    await Promise.all([kept.forget(), forget()]);
  }
  const giveUp = (): void => {
    void forgetAll();
    onClose();
  };
  const press = (): void => {
    if (underway.current) return;
    const missing = asked !== undefined && asked.optional !== true && reason.trim() === '';
    setUnfilled(missing);
    if (!ready() || missing) return;
    underway.current = true;
    act.mutate();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={giveUp} {...(form ? {} : { 'data-safe': true })}>
            {stay}
          </Button>
          <Button type="primary" danger={danger} aria-disabled={act.isPending} onClick={press}>
            {act.isPending ? going : go}
          </Button>
        </>
      }
    >
      <div className="stack">
        {children}
        {asked && (
          <ReasonField
            words={asked}
            value={reason}
            unfilled={unfilled}
            onChange={(text) => {
              kept.set(text);
              if (text === initial) void kept.forget();
              setUnfilled(false);
            }}
          />
        )}
        <div role="alert">{act.error && <ProblemLine>{tell(act.error)}</ProblemLine>}</div>
      </div>
    </Dialog>
  );
}

const nothing = async (): Promise<void> => {};
