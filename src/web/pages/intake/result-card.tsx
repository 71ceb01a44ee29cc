import './result-card.css';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { call, type Reply } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { paperReceiptUrl, refreshIntake, refusalNoteUrl, type Copies, type IntakeFile } from '#web/api/intake-queries.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { Labelled } from '#web/components/labelled.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PdfLink } from '#web/components/pdf-link.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { copies as copyWords, desk as deskWords, receipts as receiptWords, result as words, resultWord } from '#web/messages/intake.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import type { Choice } from './choices.ts';
import { HandedFields, handedOf, type HandedText } from './handed-fields.tsx';
import { MendDialog } from './mend-dialog.tsx';

const proposals: ReadonlySet<Choice> = new Set(['admit', 'strike', 'refuse']);

/** 受理结果: the paper first, then what becomes of the file. One button, whose words name the act. */
export function ResultCard({
  file,
  edition,
  code,
  counts,
  handed,
  choices,
  choice,
  onChoice,
  onHanded,
  onReceived,
}: {
  readonly file: IntakeFile;
  readonly edition: Edition | undefined;
  readonly code: string;
  readonly counts: Copies;
  readonly handed: HandedText;
  readonly choices: readonly Choice[];
  /** Undefined where none goes without saying. */
  readonly choice: Choice | undefined;
  readonly onChoice: (choice: Choice) => void;
  readonly onHanded: (text: HandedText) => void;
  readonly onReceived: () => void;
}) {
  const id = useId();
  const [reason, setReason] = useState('');
  const [project, setProject] = useState('');
  const [mending, setMending] = useState(false);
  const [fault, setFault] = useState<'' | 'handedInBy' | 'counts' | 'code' | 'reason' | 'project'>('');
  const [key, setKey] = useState(freshKey);
  const [done, setDone] = useState<Reply<'receivePaper'>>();
  const act = useMutation({
    mutationFn: async (of: Exclude<Choice, 'mend'>) => (of === 'receive' ? receive() : propose(of)),
    onSuccess: async () => {
      setKey(freshKey());
      setReason('');
      await refreshIntake();
    },
    // After a lost line the same key asks again, so that one press prints one receipt.
    onError: (error) => {
      if (error instanceof RefusalError) setKey(freshKey());
    },
  });
  async function receive() {
    const reply = await call('receivePaper', { params: { plan: file.plan.id }, body: { code, counts, ...handedOf(handed) }, key });
    setDone(reply);
    onReceived();
  }
  async function propose(kind: Exclude<Choice, 'receive' | 'mend'>) {
    await call('proposeResult', {
      params: { plan: file.plan.id },
      body: { kind, project: kind === 'strike' ? project : null, reason: reason.trim() },
      key,
    });
  }
  /** What went wrong with one choice says nothing of another. */
  function choose(one: Choice) {
    act.reset();
    setFault('');
    onChoice(one);
  }
  function missingIn(): typeof fault {
    if (choice === 'receive') {
      if (code === '' && !isScanOnly(file)) return 'code';
      if (!isScanOnly(file) && counts.plan + counts.form + counts.letter === 0) return 'counts';
      return handed.handedInBy.trim() === '' ? 'handedInBy' : '';
    }
    if (choice === 'strike' && project === '') return 'project';
    return (choice === 'refuse' || choice === 'strike') && reason.trim() === '' ? 'reason' : '';
  }
  function press(of: Choice) {
    const missing = missingIn();
    setFault(missing);
    if (missing !== '' || act.isPending) return;
    if (of === 'mend') return setMending(true);
    act.mutate(of);
  }
  const go = choice !== undefined && (
    <Button type="primary" block aria-disabled={act.isPending} onClick={() => press(choice)}>
      {act.isPending ? words.going : words.go[choice]}
    </Button>
  );
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <div className="card-head">
        <h2 id={`${id}-title`}>{words.title}</h2>
      </div>
      <div className="card-body">
        <div className="result-said">
          <Standing file={file} />
        </div>
        <div role="status" className="result-said">
          {done && <Done file={file} done={done} />}
        </div>
        {choices.length > 0 && (
          <>
            <fieldset className="choices" aria-label={words.choice}>
              {choices.map((one) => (
                <label key={one} className={one === choice ? 'kind-choice kind-choice-on' : 'kind-choice'}>
                  <input type="radio" name={`${id}-kind`} checked={one === choice} onChange={() => choose(one)} />
                  {words.kinds[one]}
                </label>
              ))}
            </fieldset>
            {choice === 'receive' && <HandedFields text={handed} onChange={onHanded} faulty={fault === 'handedInBy'} remark={words.remark} />}
            {choice === 'strike' && (
              <Labelled label={words.project} fault={fault === 'project' ? words.projectMissing : ''}>
                {(props) => (
                  <select {...props} className="control" value={project} onChange={(event) => setProject(event.target.value)}>
                    <option value="">{''}</option>
                    {file.projects
                      .filter((one) => !one.struck)
                      .map((one) => (
                        <option key={one.id} value={one.id}>
                          {one.number} {one.name}
                        </option>
                      ))}
                  </select>
                )}
              </Labelled>
            )}
            {(choice === 'admit' || choice === 'refuse' || choice === 'strike') && (
              <Labelled label={words.reason[choice]} fault={fault === 'reason' ? words.reasonMissing : ''}>
                {(props) => (
                  <textarea {...props} className="control" rows={3} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
                )}
              </Labelled>
            )}
            <div role="alert">
              {fault === 'code' && <ProblemLine>{words.noCode}</ProblemLine>}
              {fault === 'counts' && <ProblemLine>{copyWords.uncounted}</ProblemLine>}
              {act.error && <ProblemLine>{errorSentence(act.error)}</ProblemLine>}
            </div>
            {choice && <p className="hint choice-hint">{hintOf(file, choice)}</p>}
            <div className="desk-only">{go}</div>
            {go && <div className="bottom-bar">{go}</div>}
          </>
        )}
      </div>
      {mending && edition && <MendDialog file={file} edition={edition} onClose={() => setMending(false)} />}
    </section>
  );
}

/** A mending that asks for the scan alone brings no paper. */
function isScanOnly({ state, mendings: [round] }: IntakeFile): boolean {
  return state === 'mending' && round !== undefined && round.parts.length === 0 && round.paper.every((one) => one === 'scan');
}

function hintOf(file: IntakeFile, choice: Choice): string {
  if (choice === 'receive') return isScanOnly(file) ? words.scanOnly : words.stamped;
  if (choice === 'admit') {
    const left = file.items.filter((item) => item.result === 'open' || item.result === 'broken').length;
    return left > 0 ? words.itemsLeft(left) : words.itemsDone;
  }
  return choice === 'refuse' ? words.confirmRefuse : proposals.has(choice) ? words.signOff : '';
}

/** Where the file stands, where that keeps the clerk from going on. */
function Standing({ file }: { readonly file: IntakeFile }) {
  const { state, results, confirmed } = file;
  if (state === 'admitted' || state === 'refused') return <p className="strong">{words.closed[state]}</p>;
  const waiting = results.find((one) => one.decision === null);
  if (waiting) return <p className="strong">{words.open(resultWord[waiting.kind], waiting.proposer, waiting.proposedAt)}</p>;
  const [last] = results;
  return (
    <>
      {state === 'mending' && !confirmed && (
        <p className="strong">{file.mendings[0] && file.version.n > file.mendings[0].n ? words.waitingCity : words.waitingZone}</p>
      )}
      {state === 'checking' && last?.decision === 'sentBack' && <p className="strong">{words.sentBack(last.decider ?? '', last.decisionReason ?? '')}</p>}
      {file.may.length === 0 && <p className="soft">{words.noRight}</p>}
    </>
  );
}

function Done({ file, done }: { readonly file: IntakeFile; readonly done: Reply<'receivePaper'> }) {
  if (!done.taken)
    return (
      <Notice tone="error" focused action={<PdfLink href={refusalNoteUrl(done.refusal)}>{deskWords.print}</PdfLink>}>
        {receiptWords.lateDone(done.at, done.deadline)}
      </Notice>
    );
  return (
    <Notice tone="ok" focused action={<PdfLink href={paperReceiptUrl(file.plan.id, done.n)}>{receiptWords.print}</PdfLink>}>
      {receiptWords.done(done.number, done.n, done.stampedAt)}
    </Notice>
  );
}
