import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type DragEvent } from 'react';
import { scanLimits } from '#domain/package/scan-limits.ts';
import { call } from '#web/api/call.ts';
import { refreshPapers, type ScanView } from '#web/api/scan-queries.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { FileButton } from '#web/components/file-button.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { sizeText } from '#web/messages/files.ts';
import { failureSentence, papers as words } from '#web/messages/papers.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { ScanFileLine } from './scan-file-line.tsx';
import { scanTypes, useScanUploads } from './scan-uploads.ts';
import { UploadingLine } from './uploading-line.tsx';

/** The scan's files: gathered in order, handed in to be read, taken back to be changed. */
export function ScanCard({ plan, scan, mayScan }: { readonly plan: string; readonly scan: ScanView | null; readonly mayScan: boolean }) {
  const [over, setOver] = useState(false);
  const [pressed, setPressed] = useState(false);
  const [givingUp, setGivingUp] = useState(false);
  const { uploads, add, drop, retry } = useScanUploads(plan);
  const act = useMutation({ mutationFn: (run: () => Promise<unknown>) => run(), onSettled: () => refreshPapers(plan) });
  const files = scan?.files ?? [];
  const isOpen = mayScan && (scan === null || scan.state === 'gathering');
  const params = { plan };
  const order = (ids: readonly string[]): void => act.mutate(() => call('orderScan', { params, body: { files: [...ids] } }));
  const dropping = isOpen
    ? {
        onDragOver: (event: DragEvent) => {
          if (!event.dataTransfer.types.includes('Files')) return;
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: () => setOver(false),
        onDrop: (event: DragEvent) => {
          if (event.dataTransfer.files.length === 0) return;
          event.preventDefault();
          setOver(false);
          add(Array.from(event.dataTransfer.files));
        },
      }
    : {};
  return (
    <section className={`card${over ? ' scan-over' : ''}`} aria-labelledby="scan-files" {...dropping}>
      <div className="card-head">
        <h2 id="scan-files">{words.scan}</h2>
        <span className="more">{words.scanRule(scanLimits.bytes, scanLimits.pages)}</span>
      </div>
      <div className="card-body stack">
        {scan?.failure && <ProblemLine>{failureSentence(scan.failure)}</ProblemLine>}
        {files.length === 0 && uploads.length === 0 && <p className="soft">{words.scanNone}</p>}
        {files.length > 0 && (
          <ol className="scan-files" aria-label={words.files}>
            {files.map((file, index) => (
              <ScanFileLine
                key={file.id}
                file={file}
                index={index}
                ids={files.map(({ id }) => id)}
                editable={isOpen && !act.isPending}
                onOrder={order}
                onRemove={() => act.mutate(() => call('removeScanFile', { params: { plan, file: file.id } }))}
              />
            ))}
          </ol>
        )}
        {uploads.length > 0 && (
          <ul className="scan-files">
            {uploads.map((upload) => (
              <UploadingLine key={upload.id} upload={upload} onRetry={() => retry(upload)} onDrop={() => drop(upload.id)} />
            ))}
          </ul>
        )}
        <div role="alert">
          {act.error && <ProblemLine>{errorSentence(act.error)}</ProblemLine>}
          {pressed && uploads.length > 0 && <ProblemLine>{words.unsent}</ProblemLine>}
        </div>
        {mayScan && (
          <div className="scan-acts">
            {isOpen ? (
              <>
                <FileButton label={words.choose} icon="clip" accept={scanTypes} several onChoose={add} />
                <FileButton label={words.photo} icon="scan" accept="image/jpeg,image/png" camera onChoose={add} />
                <span className="scan-drop faint small">{words.drop}</span>
                {files.length > 0 && (
                  <Button
                    type="primary"
                    aria-disabled={act.isPending}
                    onClick={() => {
                      setPressed(true);
                      if (uploads.length === 0 && !act.isPending) act.mutate(() => call('handInScan', { params, body: {} }));
                    }}
                  >
                    {words.start}
                  </Button>
                )}
              </>
            ) : (
              <>
                <Button aria-disabled={act.isPending} onClick={() => !act.isPending && act.mutate(() => call('amendScan', { params, body: {} }))}>
                  {words.amend}
                </Button>
                <Button onClick={() => setGivingUp(true)}>{words.giveUp}</Button>
              </>
            )}
          </div>
        )}
      </div>
      {givingUp && (
        <AskDialog
          title={words.giveUpTitle}
          go={words.giveUpGo}
          stay={words.stay}
          danger
          send={(key) => call('removeScan', { params, key })}
          onClose={() => setGivingUp(false)}
          onDone={async () => {
            setGivingUp(false);
            await refreshPapers(plan);
          }}
        >
          <p>{words.giveUpBody(files.length)}</p>
          <p className="faint small">{sizeText(files.reduce((sum, file) => sum + file.size, 0))}</p>
        </AskDialog>
      )}
    </section>
  );
}
