import { useSyncExternalStore } from 'react';
import { type FilePlace, refreshFiles, uploadUrl } from '#web/api/file-queries.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { sendFile } from '#web/api/send-file.ts';
import { badFileSentence } from '#web/messages/files.ts';
import { errorSentence } from '#web/messages/refusals.ts';

/** A file on its way, or one that did not get there. */
export interface Upload {
  readonly id: string;
  readonly place: FilePlace;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'failed';
  /** From 0 to 100, while it is sent. */
  readonly percent: number;
  /** Why it failed. */
  readonly sentence?: string;
  /** The same file sent again may get there. */
  readonly again: boolean;
}

/** Files wait for one another: a slow line sends one whole file sooner than three thirds. They go on while the person moves between pages. */
let queue: readonly Upload[] = [];
const listeners = new Set<() => void>();
const aborts = new Map<string, AbortController>();
let running = false;

function change(next: readonly Upload[]): void {
  queue = next;
  for (const listener of listeners) listener();
}

function update(id: string, part: Partial<Upload>): void {
  change(queue.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
}

/** Puts files in the queue; what is empty or larger than `most` bytes is told at once, without sending it. */
export function enqueueFiles(place: FilePlace, files: readonly File[], most: number): void {
  const added = files.map((file): Upload => {
    const fault = file.size === 0 ? { fault: 'empty' } : file.size > most ? { fault: 'tooLarge', limit: most } : undefined;
    const upload = { id: freshKey(), place, file, percent: 0, again: fault === undefined };
    return fault === undefined ? { ...upload, state: 'waiting' } : { ...upload, state: 'failed', sentence: badFileSentence(fault) };
  });
  change([...queue, ...added]);
  void run();
}

export function retryUpload(id: string): void {
  update(id, { state: 'waiting', percent: 0 });
  void run();
}

/** Stops sending it, or forgets that it failed. */
export function dropUpload(id: string): void {
  aborts.get(id)?.abort();
  change(queue.filter((upload) => upload.id !== id));
}

export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => queue,
  );
}

async function run(): Promise<void> {
  if (running) return;
  running = true;
  window.addEventListener('beforeunload', warn);
  for (let next = firstWaiting(); next !== undefined; next = firstWaiting()) await send(next);
  window.removeEventListener('beforeunload', warn);
  running = false;
}

function firstWaiting(): Upload | undefined {
  return queue.find((upload) => upload.state === 'waiting');
}

async function send({ id, place, file }: Upload): Promise<void> {
  const abort = new AbortController();
  aborts.set(id, abort);
  update(id, { state: 'sending' });
  try {
    const onProgress = (part: number): void => update(id, { percent: Math.floor(part * 100) });
    await sendFile({ url: uploadUrl(place, file.name), file, key: id, onProgress, signal: abort.signal });
    change(queue.filter((upload) => upload.id !== id));
    await refreshFiles();
  } catch (error) {
    if (!abort.signal.aborted) update(id, { state: 'failed', sentence: errorSentence(error), again: !isFinal(error) });
  } finally {
    aborts.delete(id);
  }
}

/** The file itself is not taken: sending it again changes nothing. */
function isFinal(error: unknown): boolean {
  return error instanceof RefusalError && (error.code === 'badFile' || error.code === 'tooLarge');
}

/** The browser asks before it leaves while something is on its way. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
