import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { call } from '#web/api/call.ts';
import { type CheckNote, type CityCheck, type NoteThread, type Opinion, refreshCity } from '#web/api/city-queries.ts';
import type { PlanFile } from '#web/api/queries.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Dialog } from '#web/components/dialog.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { cityCheck as words } from '#web/messages/city.ts';
import { minuteTime } from '#web/messages/formats.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { placeOf } from '#web/progress/place.ts';
import { useNotes } from './notes-context.ts';
import { NoteForm } from './note-mark.tsx';

interface Shown {
  readonly check: CityCheck;
  readonly edition: Edition;
  readonly file: PlanFile;
}

/** Notes of this check, what became of earlier ones, the two opinions, and who had a hand in it. */
export function SidePane({ check, edition, file }: Shown) {
  const { notes, threads } = check;
  const open = notes.length + threads.filter((thread) => thread.state === 'open').length;
  return (
    <>
      <div className="city-pane-head">
        <b>{words.notes}</b>
        <span className="soft">{words.notesCount(open, threads.length + notes.length - open)}</span>
      </div>
      {notes.length + threads.length === 0 && <p className="city-empty small soft">{words.noNotes}</p>}
      {notes.map((note) => (
        <Note key={note.id} note={note} place={nameOfPlace(edition, file, note)} />
      ))}
      {threads.map((thread) => (
        <Thread key={thread.id} thread={thread} place={nameOfPlace(edition, file, thread)} />
      ))}
      <Opinions check={check} />
      <Hands check={check} />
    </>
  );
}

function nameOfPlace(edition: Edition, file: PlanFile, at: { readonly document: string; readonly block: string; readonly path: string }): string {
  const index = file.projects.findIndex((project) => project.id === at.document);
  const base = index === -1 ? `/${at.document}` : `/projects/${index}`;
  const place = placeOf(edition, `${base}/${at.block}${at.path}`);
  return place.field ?? place.block;
}

function Note({ note, place }: { readonly note: CheckNote; readonly place: string }) {
  const { plan, canNote } = useNotes();
  const [editing, setEditing] = useState(false);
  const params = { plan, note: note.id };
  const removing = useMutation({ mutationFn: () => call('removeCheckNote', { params }), onSuccess: refreshCity });
  return (
    <article className="city-note">
      <div className="city-note-head">
        <b>{note.by}</b>
        <span className="small faint">{minuteTime(note.at)}</span>
      </div>
      <p className="small soft">{place}</p>
      {editing ? (
        <NoteForm
          label={words.noteAt(place)}
          initial={note.text}
          onCancel={() => setEditing(false)}
          send={async (text, key) => {
            await call('changeCheckNote', { params, body: { text }, key });
            await refreshCity();
            setEditing(false);
          }}
        />
      ) : (
        <p className="kept-lines">{note.text}</p>
      )}
      {note.mine && canNote && !editing && (
        <p className="city-note-acts">
          <button type="button" className="button button-small" onClick={() => setEditing(true)}>
            {words.noteEdit}
            <span className="unseen">{place}</span>
          </button>
          <button type="button" className="button button-small" aria-disabled={removing.isPending} onClick={() => !removing.isPending && removing.mutate()}>
            {words.noteRemove}
            <span className="unseen">{place}</span>
          </button>
        </p>
      )}
      <div role="alert">{removing.error && <ProblemLine>{errorSentence(removing.error)}</ProblemLine>}</div>
    </article>
  );
}

function Thread({ thread, place }: { readonly thread: NoteThread; readonly place: string }) {
  const solved = thread.state === 'resolved';
  return (
    <article className="city-note">
      <div className="city-note-head">
        <StateMark icon={solved ? 'done' : 'half'} tone={solved ? 'ok' : 'go'}>
          {solved ? words.solved : words.unsolved}
        </StateMark>
        <span className="small faint">{words.noteOf(thread.n)}</span>
      </div>
      <p className="small soft">{place}</p>
      {thread.entries
        .filter((entry) => entry.body !== '')
        .map((entry, index) => (
          <p key={index} className="kept-lines">
            {index > 0 && <span className="soft">{entry.organisation}：</span>}
            {entry.body}
          </p>
        ))}
    </article>
  );
}

function Opinions({ check }: { readonly check: CityCheck }) {
  return (
    <section className="city-opinions" aria-labelledby="opinions">
      <h2 id="opinions">{words.opinionsTitle}</h2>
      {check.opinions.map((opinion) => (
        <OpinionLine key={opinion.kind} opinion={opinion} plan={check.plan.id} n={check.version.n} canSign={check.may.includes('city.sign')} />
      ))}
      <p className="hint">{words.opinionHint}</p>
    </section>
  );
}

interface OpinionProps {
  readonly opinion: Opinion;
  readonly plan: string;
  /** The version that is signed under. */
  readonly n: number;
  readonly canSign: boolean;
}

function OpinionLine({ opinion, plan, n, canSign }: OpinionProps) {
  // What was opened stays what it is while the signature comes in.
  const [open, setOpen] = useState<'look' | 'sign'>();
  const close = (): void => setOpen(undefined);
  const { kind, by, at } = opinion;
  const signed = by !== null && at !== null;
  const name = words.opinionName[kind];
  return (
    <div className="city-opinion">
      <StateMark icon={signed ? 'done' : 'none'} tone={signed ? 'ok' : 'plain'}>
        {name}
      </StateMark>
      {signed && <span className="small soft">{words.opinionSigned(by, at)}</span>}
      <button type="button" className="text-button" onClick={() => setOpen(signed || !canSign ? 'look' : 'sign')}>
        {signed || !canSign ? words.opinionLook : words.opinionSign}
        <span className="unseen">{name}</span>
      </button>
      {open === 'look' && (
        <Dialog
          title={name}
          onClose={close}
          footer={
            <button type="button" className="button" data-safe onClick={close}>
              {words.stay}
            </button>
          }
        >
          <Statements of={opinion.statements} />
        </Dialog>
      )}
      {open === 'sign' && (
        <AskDialog
          title={words.signTitle(name)}
          go={words.signGo}
          going={words.signing}
          stay={words.stay}
          onClose={close}
          send={(key) => call('signOpinion', { params: { plan, kind }, body: { n }, key })}
          onDone={async () => {
            await refreshCity();
            close();
          }}
        >
          <Statements of={opinion.statements} />
          <p className="hint">{words.signNote}</p>
        </AskDialog>
      )}
    </div>
  );
}

function Statements({ of }: { readonly of: readonly string[] }) {
  return (
    <ol className="city-statements">
      {of.map((statement) => (
        <li key={statement}>{statement}</li>
      ))}
    </ol>
  );
}

function Hands({ check: { check, recommendations, quota } }: { readonly check: CityCheck }) {
  const concluded =
    check?.concludedBy != null && check.concludedAt != null && check.state !== 'open'
      ? [
          {
            did: { passed: words.handPassed, returned: words.handReturned, notChosen: words.handNotChosen }[check.state],
            by: check.concludedBy,
            at: check.concludedAt,
          },
        ]
      : [];
  const given = recommendations.flatMap((one) => [
    { did: words.handRecommended(one.documentNumber), by: one.by, at: one.at },
    ...(one.withdrawnBy !== null && one.withdrawnAt !== null ? [{ did: words.handWithdrawn, by: one.withdrawnBy, at: one.withdrawnAt }] : []),
  ]);
  const hands = [...(check === null ? [] : [{ did: words.handOpened, by: check.openedBy, at: check.openedAt }]), ...concluded, ...given].toSorted((a, b) =>
    a.at.localeCompare(b.at),
  );
  return (
    <section className="city-opinions" aria-labelledby="hands">
      <h2 id="hands">{words.handsTitle}</h2>
      {hands.length === 0 && <p className="small soft">{words.handsNone}</p>}
      <ol className="city-hands">
        {hands.map((hand) => (
          <li key={`${hand.did} ${hand.at}`}>
            {hand.did}
            <span className="small soft">{words.hand(hand.by, hand.at)}</span>
          </li>
        ))}
      </ol>
      <p className="hint">{words.handsNeeded(quota.persons)}</p>
    </section>
  );
}
