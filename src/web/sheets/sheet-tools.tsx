import { useState } from 'react';
import type { Answers } from '#domain/forms/definition.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { callFile } from '#web/api/call.ts';
import { Icon } from '#web/components/icon.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { errorSentence } from '#web/messages/refusals.ts';
import { sheets } from '#web/messages/sheets.ts';
import type { ReadSheet } from './import-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { saveFile } from './save-file.ts';

/** What a workbook is made of, and which form it comes back to. */
export interface SheetSource {
  readonly edition: string;
  readonly form: 'form' | 'proposal' | 'commitment';
  /** Of the downloaded file, and above its sheets. */
  readonly title: string;
  readonly only?: { readonly block: string; readonly field: string };
  /** The answers as they are on screen at this moment. */
  readonly answers: () => Answers;
}

/** Two buttons: the answers out as a workbook, and a filled-in workbook in, compared before anything changes. */
export function SheetTools({
  source,
  readOnly,
  words,
  renderChanges,
}: {
  readonly source: SheetSource;
  readonly readOnly: boolean;
  readonly words: { readonly out: string; readonly in: string };
  /** The comparison of what was read with what stands, and how to take it over. */
  readonly renderChanges: (read: ReadSheet, close: () => void) => React.ReactNode;
}) {
  const [making, setMaking] = useState(false);
  const [importing, setImporting] = useState(false);
  const [fault, setFault] = useState<string>();
  const save = async (): Promise<void> => {
    setMaking(true);
    setFault(undefined);
    try {
      const { edition, form, title, only } = source;
      const body = { title, answers: source.answers() as Record<string, JsonObject>, ...(only ? { only } : {}) };
      saveFile(await callFile('writeSheet', { params: { edition, form }, body }), `${title}.xlsx`);
    } catch (error) {
      setFault(errorSentence(error));
    } finally {
      setMaking(false);
    }
  };
  return (
    <>
      <button type="button" className="button button-small desk-only" disabled={making} onClick={() => void save()}>
        <Icon name="down" size={14} />
        {making ? sheets.making : words.out}
      </button>
      {!readOnly && (
        <button type="button" className="button button-small desk-only" onClick={() => setImporting(true)}>
          {words.in}
        </button>
      )}
      <span role="alert">{fault !== undefined && <ProblemLine>{fault}</ProblemLine>}</span>
      {importing && <ImportDialog source={source} renderChanges={renderChanges} onClose={() => setImporting(false)} />}
    </>
  );
}
