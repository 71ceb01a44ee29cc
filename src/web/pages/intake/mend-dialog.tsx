import '#web/fields/fields.css';
import { useState } from 'react';
import { isArray, isObject } from '#domain/forms/answers.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { call } from '#web/api/call.ts';
import type { IntakeFile } from '#web/api/intake-queries.ts';
import { queryClient } from '#web/api/queries.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Labelled } from '#web/components/labelled.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { useKept } from '#web/drafts/use-kept.ts';
import { mendDialog as words, paperWord, result as resultWords } from '#web/messages/intake.ts';
import { useMe } from '#web/shell/session.ts';

type Part = IntakeFile['mendings'][number]['parts'][number];
const papers = ['form', 'plan', 'commitment', 'letter', 'scan'] as const;

/** What is typed here. A type: it is kept as JSON. */
type MendText = { readonly parts: Part[]; readonly paper: (typeof papers)[number][]; readonly deadline: string; readonly reason: string };
const none: MendText = { parts: [], paper: [], deadline: '', reason: '' };

/** 补正: which blocks and papers, what is wrong there, until when. Nothing else may change afterwards, so that nothing else can be named wrongly. */
export function MendDialog({ file, edition, onClose }: { readonly file: IntakeFile; readonly edition: Edition; readonly onClose: () => void }) {
  const { value, set: keep, forget } = useKept(useMe()?.username, `mending ${file.plan.id} ${file.version.n}`, none, readMend);
  const { parts, paper, deadline, reason } = value;
  const [tried, setTried] = useState(false);
  const documents = documentsOf(edition, file);
  const change = (to: Partial<MendText>): void => keep({ ...value, ...to });
  const set = (at: number, part: Partial<Part>): void => change({ parts: parts.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const missing =
    parts.length + paper.length === 0
      ? 'nothing'
      : parts.some((part) => part.block === '' || part.text.trim() === '')
        ? 'part'
        : !(Date.parse(`${deadline}:00+08:00`) > Date.parse(file.now))
          ? 'deadline'
          : reason.trim() === ''
            ? 'reason'
            : '';
  const fault = tried ? missing : '';
  return (
    <AskDialog
      title={words.title(file.plan.zone)}
      go={words.go}
      stay={words.stay}
      form
      values={value}
      forget={forget}
      ready={() => {
        setTried(true);
        return missing === '';
      }}
      send={(key) =>
        call('askMending', {
          params: { plan: file.plan.id },
          body: {
            deadline: new Date(`${deadline}:00+08:00`).toISOString(),
            reason: reason.trim(),
            parts: parts.map((part) => ({ ...part, text: part.text.trim() })),
            paper: [...paper],
          },
          key,
        })
      }
      onClose={onClose}
      onDone={async () => {
        await queryClient.invalidateQueries();
        onClose();
      }}
    >
      <p>{words.body(file.mendingsLeft)}</p>
      <fieldset className="mend-parts">
        <legend>{words.parts}</legend>
        {parts.length === 0 && <p className="hint">{words.none}</p>}
        {parts.map((part, index) => (
          <div key={index} className="mend-part">
            <Labelled label={words.document}>
              {(props) => (
                <select {...props} className="control" value={part.document} onChange={(event) => set(index, { document: event.target.value, block: '' })}>
                  {documents.map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.title}
                    </option>
                  ))}
                </select>
              )}
            </Labelled>
            <Labelled label={words.block}>
              {(props) => (
                <select {...props} className="control" value={part.block} onChange={(event) => set(index, { block: event.target.value })}>
                  <option value="">{''}</option>
                  {documents
                    .find((one) => one.id === part.document)
                    ?.blocks.map((one) => (
                      <option key={one.key} value={one.key}>
                        {one.title}
                      </option>
                    ))}
                </select>
              )}
            </Labelled>
            <Labelled label={words.text}>
              {(props) => (
                <textarea
                  {...props}
                  className="control"
                  rows={2}
                  maxLength={500}
                  value={part.text}
                  onChange={(event) => set(index, { text: event.target.value })}
                />
              )}
            </Labelled>
            <button type="button" className="button" onClick={() => change({ parts: parts.filter((_, at) => at !== index) })}>
              {words.remove}
            </button>
          </div>
        ))}
        <button type="button" className="button" onClick={() => change({ parts: [...parts, { document: 'form', block: '', text: '' }] })}>
          {words.add}
        </button>
      </fieldset>
      <fieldset className="mend-papers">
        <legend>{words.paper}</legend>
        {papers.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={paper.includes(one)}
              onChange={(event) => change({ paper: event.target.checked ? [...paper, one] : paper.filter((other) => other !== one) })}
            />
            {paperWord[one]}
          </label>
        ))}
        {parts.length > 0 && <p className="hint">{words.all}</p>}
      </fieldset>
      <Labelled label={words.deadline} fault={fault === 'deadline' ? words.deadlineMissing : ''}>
        {(props) => (
          <input {...props} type="datetime-local" className="control" value={deadline} onChange={(event) => change({ deadline: event.target.value })} />
        )}
      </Labelled>
      <Labelled label={resultWords.reason.mend} fault={fault === 'reason' ? resultWords.reasonMissing : ''}>
        {(props) => (
          <textarea {...props} className="control" rows={3} maxLength={1000} value={reason} onChange={(event) => change({ reason: event.target.value })} />
        )}
      </Labelled>
      <div role="alert">
        {fault === 'nothing' && <ProblemLine>{words.nothing}</ProblemLine>}
        {fault === 'part' && <ProblemLine>{words.partMissing}</ProblemLine>}
      </div>
    </AskDialog>
  );
}

interface DocumentChoice {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly { readonly key: string; readonly title: string }[];
}

/** Everything that was filed online, by document and block. */
function documentsOf(edition: Edition, file: IntakeFile): readonly DocumentChoice[] {
  const blocks = (form: Edition['forms']['form']): DocumentChoice['blocks'] => form.blocks.map(({ key, title }) => ({ key, title }));
  const sections = edition.outline.flatMap((chapter) =>
    chapter.sections.length === 0
      ? [{ key: chapter.key, title: `${chapter.number} ${chapter.title}` }]
      : chapter.sections.map((section) => ({ key: section.key, title: `${chapter.number}（${section.number}）${section.title}` })),
  );
  return [
    { id: 'form', title: words.documents.form, blocks: blocks(edition.forms.form) },
    { id: 'outline', title: words.documents.outline, blocks: sections },
    { id: 'commitment', title: words.documents.commitment, blocks: blocks(edition.commitment.form) },
    ...file.projects
      .filter((project) => !project.struck)
      .map((project) => ({ id: project.id, title: words.project(project.number, project.name), blocks: blocks(edition.forms.proposal) })),
  ];
}

function readMend(kept: unknown): MendText | undefined {
  if (!isObject(kept)) return undefined;
  const { parts, paper, deadline, reason } = kept;
  if (!isArray(parts) || !isArray(paper) || typeof deadline !== 'string' || typeof reason !== 'string') return undefined;
  const named = parts.flatMap((part) => {
    const { document, block, text } = isObject(part) ? part : {};
    return typeof document === 'string' && typeof block === 'string' && typeof text === 'string' ? [{ document, block, text }] : [];
  });
  return { parts: named, paper: papers.filter((one) => paper.includes(one)), deadline, reason };
}
