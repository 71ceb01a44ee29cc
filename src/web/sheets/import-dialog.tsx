import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { call, callFile, type Reply } from '#web/api/call.ts';
import { Dialog } from '#web/components/dialog.tsx';
import { FileInput } from '#web/components/file-input.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { errorSentence } from '#web/messages/refusals.ts';
import { cellSentence, sheets } from '#web/messages/sheets.ts';
import { saveFile } from './save-file.ts';
import type { SheetSource } from './sheet-tools.tsx';

export type ReadSheet = Reply<'readSheet'>;

/** Faulty cells named one by one before the rest is counted. */
const few = 12;

/** Chooses a workbook, says cell by cell what is wrong in it, and shows what it would change. */
export function ImportDialog({
  source,
  renderChanges,
  onClose,
}: {
  readonly source: SheetSource;
  readonly renderChanges: (read: ReadSheet, close: () => void) => ReactNode;
  readonly onClose: () => void;
}) {
  const [file, setFile] = useState<File>();
  const { edition, form, title } = source;
  const params = { edition, form };
  const read = useMutation({ mutationFn: (chosen: File) => call('readSheet', { params, bytes: chosen }) });
  const mark = useMutation({
    mutationFn: async (chosen: File) => saveFile(await callFile('markSheet', { params, bytes: chosen }), chosen.name),
  });
  const error = read.error ?? mark.error;
  return (
    <Dialog title={sheets.title(title)} onClose={onClose}>
      <div className="stack">
        <p className="soft">{sheets.hint}</p>
        <FileInput
          label={sheets.choose}
          accept=".xlsx"
          onChoose={(chosen) => {
            setFile(chosen);
            mark.reset();
            read.mutate(chosen);
          }}
        />
        <div role="status">{read.isPending && sheets.reading}</div>
        {error && <ProblemLine>{errorSentence(error)}</ProblemLine>}
        {read.data && read.data.faults.length > 0 && (
          <section>
            <p className="strong">{sheets.faults(read.data.faults.length)}</p>
            <ul className="sheet-faults">
              {read.data.faults.slice(0, few).map((fault) => (
                <li key={`${fault.sheet} ${fault.cell} ${fault.code}`}>{sheets.cell(fault.sheet, fault.cell, cellSentence(fault))}</li>
              ))}
              {read.data.faults.length > few && <li>{sheets.more(read.data.faults.length - few)}</li>}
            </ul>
            <button type="button" className="button button-small" disabled={mark.isPending || !file} onClick={() => file && mark.mutate(file)}>
              {sheets.marked}
            </button>
          </section>
        )}
        {read.data ? (
          renderChanges(read.data, onClose)
        ) : (
          <div className="dialog-footer">
            <button type="button" className="button" data-safe="" onClick={onClose}>
              {sheets.cancel}
            </button>
          </div>
        )}
      </div>
    </Dialog>
  );
}
