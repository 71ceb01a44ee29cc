import { useState } from 'react';
import { Button } from 'antd';
import type { ScanFault } from '#domain/package/judge-scan.ts';
import type { Papers, ScanView } from '#web/api/scan-queries.ts';
import { FileButton } from '#web/components/file-button.tsx';
import { Icon } from '#web/components/icon.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { secondTime } from '#web/messages/formats.ts';
import { faultRemedy, faultSentence, pageName, papers as words } from '#web/messages/papers.ts';
import { scanTypes, useScanUploads } from './scan-uploads.ts';
import { TellDialog } from './tell-dialog.tsx';
import { UploadingLine } from './uploading-line.tsx';

/** What was read on the scan: each fault by name and how to mend it, and what people said of pages that could not be read. */
export function ScanResult({
  plan,
  papers,
  scan,
  mayScan,
}: {
  readonly plan: string;
  readonly papers: Papers['papers'];
  readonly scan: ScanView;
  readonly mayScan: boolean;
}) {
  const [telling, setTelling] = useState<number>();
  const told = scan.found.filter((page) => page.told === true);
  return (
    <section className="card" aria-labelledby="scan-result">
      <div className="card-head">
        <h2 id="scan-result">{words.result}</h2>
        <span className="more">{scan.readAt !== null && words.readAt(secondTime(scan.readAt), scan.madeBy)}</span>
      </div>
      <div className="card-body stack">
        {scan.ok === true && (
          <StateMark icon="done" tone="ok">
            {words.whole}
          </StateMark>
        )}
        {scan.faults.length > 0 && (
          <ul className="scan-faults">
            {scan.faults.map((fault, index) => (
              <FaultLine key={index} plan={plan} fault={fault} mayScan={mayScan} onTell={setTelling} />
            ))}
          </ul>
        )}
        {told.length > 0 && (
          <div>
            <StateMark icon="user" tone="warn">
              {words.told}
            </StateMark>
            <ul className="scan-told">
              {told.map((page) => (
                <li key={page.scan}>
                  {words.toldBy(page.scan, pageName(page.kind, page.page), page.by ?? '')}
                  {mayScan && <RetakeButton plan={plan} instead={page.scan} label={words.again} />}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {telling !== undefined && <TellDialog plan={plan} scan={telling} papers={papers} faults={scan.faults} onClose={() => setTelling(undefined)} />}
    </section>
  );
}

function FaultLine({
  plan,
  fault,
  mayScan,
  onTell,
}: {
  readonly plan: string;
  readonly fault: ScanFault;
  readonly mayScan: boolean;
  readonly onTell: (scan: number) => void;
}) {
  return (
    <li className="scan-fault">
      <span className="state-error">
        <Icon name="bad" />
      </span>
      <span className="scan-fault-text">
        <strong>{faultSentence(fault)}</strong>
        <span className="soft">{faultRemedy[fault.fault]}</span>
      </span>
      {mayScan && (
        <span className="scan-moves">
          {fault.fault === 'missing' && <RetakeButton plan={plan} label={words.add} />}
          {fault.fault === 'unreadable' && (
            <>
              <RetakeButton plan={plan} instead={fault.scan} label={words.again} />
              <Button onClick={() => onTell(fault.scan)}>{words.tell}</Button>
            </>
          )}
        </span>
      )}
    </li>
  );
}

/** Sends a photo, or a scan, of one page by itself. */
function RetakeButton({ plan, instead, label }: { readonly plan: string; readonly instead?: number; readonly label: string }) {
  const { uploads, add, drop, retry } = useScanUploads(plan, instead === undefined ? {} : { instead });
  if (uploads.length > 0) {
    return (
      <ul className="scan-files">
        {uploads.map((upload) => (
          <UploadingLine key={upload.id} upload={upload} onRetry={() => retry(upload)} onDrop={() => drop(upload.id)} />
        ))}
      </ul>
    );
  }
  return <FileButton label={label} icon="clip" accept={scanTypes} onChoose={add} />;
}
