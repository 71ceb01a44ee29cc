import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { paperName, type CaseFile } from '#domain/audit/case-file.ts';
import { call, callFile } from '#web/api/call.ts';
import { caseZip } from '#web/audit/case-zip.ts';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { auditFile as words, casePage } from '#web/messages/audit-case.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { saveFile } from '#web/sheets/save-file.ts';

/** Everything that proves what was done in one case, as one archive. */
export function ExportCase({ number }: { readonly number: string }) {
  const [fetched, setFetched] = useState<{ readonly done: number; readonly all: number }>({ done: 0, all: 0 });
  const taking = useMutation({
    mutationFn: async () => {
      const file = await call('exportCase', { params: { number }, body: {} });
      const papers = new Map<string, Uint8Array>();
      for (const paper of file.papers) {
        setFetched({ done: papers.size, all: file.papers.length });
        papers.set(paperName(paper), new Uint8Array(await (await fetchPaper(file, paper)).arrayBuffer()));
      }
      saveFile(new Blob([new Uint8Array(await caseZip(file, papers))], { type: 'application/zip' }), casePage.zipName(number));
    },
  });
  return (
    <>
      <Button aria-disabled={taking.isPending} onClick={() => !taking.isPending && taking.mutate()}>
        {taking.isPending ? words.exporting(fetched.done, fetched.all) : words.export}
      </Button>
      <div role="status">{taking.isSuccess && words.exported}</div>
      <div role="alert">{taking.error && <ProblemLine>{errorSentence(taking.error)}</ProblemLine>}</div>
    </>
  );
}

function fetchPaper({ plan }: CaseFile, { n, kind }: CaseFile['papers'][number]): Promise<Blob> {
  if (kind === 'letter' || kind === 'receipt' || kind === 'refusal') return callFile('casePaper', { params: { number: plan.number, kind, n } });
  const params = { plan: plan.id, n };
  return kind === 'form' ? callFile('versionPdf', { params }) : callFile('versionDocumentPdf', { params: { ...params, kind: `${kind}.pdf` } });
}
