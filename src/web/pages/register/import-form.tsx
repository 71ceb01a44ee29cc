import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#web/api/call.ts';
import { queryClient } from '#web/api/queries.ts';
import type { ListKind } from '#web/api/register-queries.ts';
import { FileInput } from '#web/components/file-input.tsx';
import { Labelled } from '#web/components/labelled.tsx';
import { Notice } from '#web/components/notice.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { listFaultText, listWord, register as words } from '#web/messages/register.ts';
import { errorSentence } from '#web/messages/refusals.ts';

/** Imports a list; bad cells are named, and nothing is kept before that was decided. */
export function ImportForm() {
  const [kind, setKind] = useState<ListKind>('hiTech');
  const [asOf, setAsOf] = useState('');
  const [source, setSource] = useState('');
  const [file, setFile] = useState<File | undefined>();
  const [shown, setShown] = useState(false);
  const send = useMutation({
    mutationFn: async (partly: 'yes' | 'no') => {
      if (!file) throw new TypeError('no file was chosen');
      return call('importList', { query: { kind, asOf, source, fileName: file.name, partly }, bytes: file });
    },
    onSuccess: () => Promise.all([queryClient.invalidateQueries({ queryKey: ['lists'] }), queryClient.invalidateQueries({ queryKey: ['plan'] })]),
  });
  const press = (partly: 'yes' | 'no'): void => {
    setShown(true);
    if (!send.isPending && file && asOf !== '' && source.trim() !== '') send.mutate(partly);
  };
  const missing = (text: string): string => (shown && text.trim() === '' ? words.missing : '');
  const { data } = send;
  return (
    <form
      className="card-body"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        press('no');
      }}
    >
      <div className="call-fields">
        <Labelled label={words.kind}>
          {(props) => (
            <select {...props} className="control" value={kind} onChange={(event) => setKind(kindOf(event.target.value))}>
              {Object.entries(listWord).map(([key, word]) => (
                <option key={key} value={key}>
                  {word}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label={words.asOf} fault={missing(asOf)}>
          {(props) => <input {...props} type="date" className="control" value={asOf} onChange={(event) => setAsOf(event.target.value)} />}
        </Labelled>
        <Labelled label={words.source} fault={missing(source)}>
          {(props) => <input {...props} className="control" maxLength={200} value={source} onChange={(event) => setSource(event.target.value)} />}
        </Labelled>
      </div>
      <div className="stack">
        <FileInput
          label={words.file}
          accept=".xlsx"
          onChoose={(chosen) => {
            setFile(chosen);
            send.reset();
          }}
        />
        <p className="hint">{words.fileHint}</p>
        <div role="alert">
          {shown && !file && <ProblemLine>{words.missing}</ProblemLine>}
          {send.error && <ProblemLine>{errorSentence(send.error)}</ProblemLine>}
        </div>
        {data && data.list !== null && (
          <Notice tone="ok" live>
            {words.imported(data.rows)}
          </Notice>
        )}
        {data && data.list === null && (
          <Notice
            tone="error"
            live
            action={
              data.rows > 0 && (
                <Button onClick={() => press('yes')} aria-disabled={send.isPending}>
                  {words.partly(data.rows, data.faultCount)}
                </Button>
              )
            }
          >
            <b>{words.faultsTitle(data.faultCount, data.rows)}</b>
            <ul>
              {data.faults.map((fault, index) => (
                <li key={`${index} ${fault.cell}`}>{listFaultText(fault)}</li>
              ))}
            </ul>
            {data.faultCount > data.faults.length && <p>{words.more(data.faultCount - data.faults.length)}</p>}
          </Notice>
        )}
        <div>
          <button type="submit" className="button" aria-disabled={send.isPending}>
            {send.isPending ? words.importing : words.import}
          </button>
        </div>
      </div>
    </form>
  );
}

function kindOf(text: string): ListKind {
  return text === 'techSme' || text === 'patent' ? text : 'hiTech';
}
