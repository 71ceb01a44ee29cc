import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { AuditRow } from '#web/api/audit-queries.ts';
import { call } from '#web/api/call.ts';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { actorWord, audit as words, entrySentence } from '#web/messages/audit.ts';
import { secondTime } from '#web/messages/formats.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { saveFile } from '#web/sheets/save-file.ts';
import type { LogSearch } from './routes.ts';
import { csvOf } from '#web/audit/csv.ts';

/** The whole search as a file that spreadsheets open. */
export function ExportLog({ search }: { readonly search: Omit<LogSearch, 'before'> & { readonly looks: 'yes' | 'no' } }) {
  const taking = useMutation({
    mutationFn: () => call('exportAudit', { body: bodyOf(search) }),
    onSuccess: ({ rows }) => saveFile(new Blob([csvOf([words.csvHead, ...rows.map(cells)])], { type: 'text/csv;charset=utf-8' }), words.csvName),
  });
  return (
    <div className="audit-export">
      <Button aria-disabled={taking.isPending} onClick={() => !taking.isPending && taking.mutate()} title={words.exportHint}>
        {taking.isPending ? words.exporting : words.export}
      </Button>
      <div role="status" className="small">
        {taking.data && words.exported(taking.data.rows.length, taking.data.all)}
      </div>
      <div role="alert">{taking.error && <ProblemLine>{errorSentence(taking.error)}</ProblemLine>}</div>
    </div>
  );
}

function bodyOf(search: Omit<LogSearch, 'before'> & { readonly looks: 'yes' | 'no' }) {
  return { who: '', organisation: '', command: '', subject: '', from: '', to: '', outcome: 'all' as const, ...search };
}

function cells(row: AuditRow): readonly string[] {
  return [
    String(row.id),
    secondTime(row.at),
    row.name ?? actorWord(row.actor),
    row.username ?? '',
    row.organisation ?? '',
    entrySentence(row),
    row.subject,
    'refused' in row.detail ? words.refused : words.done,
    row.seq === null ? words.unchained : String(row.seq),
  ];
}
