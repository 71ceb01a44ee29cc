import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '#web/api/call.ts';
import { refreshCalls, type CallFile } from '#web/api/call-queries.ts';
import { FileInput } from '#web/components/file-input.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { calls as words } from '#web/messages/calls.ts';
import { sizeText } from '#web/messages/files.ts';
import { errorSentence } from '#web/messages/refusals.ts';

/** The official document and templates, as everybody finds them under the call. */
export function Documents({ file }: { readonly file: CallFile }) {
  const add = useMutation({
    mutationFn: (chosen: File) => call('attachToCall', { params: { call: file.id }, query: { name: chosen.name }, bytes: chosen }),
    onSuccess: refreshCalls,
  });
  const remove = useMutation({
    mutationFn: (document: string) => call('takeDownDocument', { params: { call: file.id, document } }),
    onSuccess: refreshCalls,
  });
  const mayChange = file.may.includes('call.attach');
  const fault = add.error ?? remove.error;
  return (
    <section className="card" aria-labelledby="documents">
      <div className="card-head">
        <h2 id="documents">{words.documents}</h2>
        <span className="small soft">{words.documentsLead}</span>
      </div>
      <ul className="call-lines">
        {file.documents.map((one) => (
          <li key={one.id} className="call-line-head">
            <span className="wrap-anywhere">{one.name}</span>
            <span className="small soft">{sizeText(one.size)}</span>
            {mayChange && (
              <Button aria-label={words.takeDownOf(one.name)} onClick={() => remove.mutate(one.id)}>
                {words.takeDown}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="card-body stack">
        {file.documents.length === 0 && <p className="soft">{words.noDocuments}</p>}
        {mayChange && <FileInput label={words.upload} accept=".pdf,.docx" onChoose={(chosen) => add.mutate(chosen)} />}
        <div role="alert">{fault && <ProblemLine>{errorSentence(fault)}</ProblemLine>}</div>
      </div>
    </section>
  );
}
