import { Input } from 'antd';
import { useState } from 'react';
import { type PaperKind, paperKinds } from '#domain/filing/intake.ts';
import type { ScanFault } from '#domain/package/judge-scan.ts';
import { call } from '#web/api/call.ts';
import { type Papers, refreshPapers } from '#web/api/scan-queries.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Labelled } from '#web/components/labelled.tsx';
import { papers as words } from '#web/messages/papers.ts';

/** 人工指认: a person says which page it is that no code could be read on. The page's number is theirs to read off the paper: none stands there before. */
export function TellDialog({
  plan,
  scan,
  papers,
  faults,
  onClose,
}: {
  readonly plan: string;
  readonly scan: number;
  readonly papers: Papers['papers'];
  readonly faults: readonly ScanFault[];
  readonly onClose: () => void;
}) {
  const missing = faults.find((fault) => fault.fault === 'missing');
  const [kind, setKind] = useState<PaperKind>(missing?.kind ?? papers[0]?.kind ?? 'form');
  const [page, setPage] = useState('');
  const [tried, setTried] = useState(false);
  const paper = papers.find((one) => one.kind === kind);
  const number = Number(page);
  const isPage = /^\d+$/.test(page) && number >= 1 && number <= (paper?.pages ?? 0);
  return (
    <AskDialog
      title={words.tellTitle(scan)}
      go={words.tellGo}
      stay={words.stay}
      form
      values={{ scan, kind, page }}
      ready={() => {
        setTried(true);
        return isPage;
      }}
      send={(key) => call('tellPage', { params: { plan, page: scan }, body: { kind, page: number }, key })}
      onClose={onClose}
      onDone={async () => {
        onClose();
        await refreshPapers(plan);
      }}
    >
      <p>{words.tellBody}</p>
      <Labelled label={words.tellPaper}>
        {(control) => (
          <select {...control} className="choice" value={kind} onChange={(event) => setKind(paperKinds.find((one) => one === event.target.value) ?? kind)}>
            {papers.map((one) => (
              <option key={one.kind} value={one.kind}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled
        label={words.tellPage}
        hint={words.tellRange(paper?.name ?? '', paper?.pages ?? 0)}
        fault={tried && !isPage ? words.tellWrong(paper?.name ?? '', paper?.pages ?? 0) : ''}
      >
        {(control) => <Input {...control} inputMode="numeric" value={page} onChange={(event) => setPage(event.target.value.normalize('NFKC').trim())} />}
      </Labelled>
    </AskDialog>
  );
}
