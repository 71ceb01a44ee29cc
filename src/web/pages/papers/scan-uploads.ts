import { useRef, useState } from 'react';
import { scanLimits } from '#domain/package/scan-limits.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { refreshPapers, scanUploadUrl } from '#web/api/scan-queries.ts';
import { sendFile } from '#web/api/send-file.ts';
import { badFileSentence } from '#web/messages/files.ts';
import { errorSentence } from '#web/messages/refusals.ts';

/** Files that a scan is made of, as a file control names them. */
export const scanTypes = 'application/pdf,image/jpeg,image/png';

/** A file of the scan on its way, or one that did not get there. */
export interface ScanUpload {
  readonly id: string;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'failed';
  readonly percent: number;
  readonly sentence?: string;
  /** The same file sent again may get there. */
  readonly again: boolean;
}

/** `photo`: one page by itself, in the place of page `instead` or for a missing one. */
type Photo = { readonly instead?: number };

interface Sending {
  readonly id: string;
  readonly file: File;
  readonly photo: Photo | undefined;
}

/** Sends files one after the other, in the order in which they were chosen: they are pages of one scan. */
export function useScanUploads(plan: string, photo?: Photo) {
  const [uploads, setUploads] = useState<readonly ScanUpload[]>([]);
  const line = useRef({ last: Promise.resolve(), aborts: new Map<string, AbortController>() });
  const update = (id: string, part: Partial<ScanUpload>): void => setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const drop = (id: string): void => {
    line.current.aborts.get(id)?.abort();
    setUploads((all) => all.filter((one) => one.id !== id));
  };

  async function send({ id, file, photo: of }: Sending): Promise<void> {
    const abort = line.current.aborts.get(id);
    if (abort === undefined || abort.signal.aborted) return;
    update(id, { state: 'sending' });
    try {
      const onProgress = (part: number): void => update(id, { percent: Math.floor(part * 100) });
      await sendFile({ url: scanUploadUrl(plan, file.name, of), file, key: id, onProgress, signal: abort.signal });
      await refreshPapers(plan);
      drop(id);
    } catch (error) {
      if (abort.signal.aborted) return;
      update(id, { state: 'failed', sentence: errorSentence(error), again: !(error instanceof RefusalError && error.code !== 'busy') });
    }
  }

  function queue(sending: Sending): void {
    line.current.aborts.set(sending.id, new AbortController());
    line.current.last = line.current.last.then(() => send(sending));
  }

  return {
    uploads,
    drop,
    retry: ({ id, file }: ScanUpload): void => {
      update(id, { state: 'waiting', percent: 0 });
      queue({ id, file, photo });
    },
    add: (files: readonly File[]): void => {
      const added = files.map((file): ScanUpload => {
        const fault = file.size === 0 ? { fault: 'empty' } : file.size > scanLimits.bytes ? { fault: 'tooLarge', limit: scanLimits.bytes } : undefined;
        const upload = { id: freshKey(), file, percent: 0, again: fault === undefined };
        return fault === undefined ? { ...upload, state: 'waiting' } : { ...upload, state: 'failed', sentence: badFileSentence(fault) };
      });
      setUploads((all) => [...all, ...added]);
      for (const { id, file, state } of added) if (state === 'waiting') queue({ id, file, photo });
    },
  };
}
