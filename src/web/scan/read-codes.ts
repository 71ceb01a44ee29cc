/** What became of a picture: the texts of its codes; `noPicture` for a file that no browser opens as one; `failed` where the reader did not start. */
export type ReadPicture = { readonly texts: readonly string[] } | { readonly fault: 'noPicture' | 'failed' };

/** Reads the codes of a picture on this computer, in a process beside the page; nothing is uploaded. */
export async function readCodes(picture: Blob): Promise<ReadPicture> {
  const worker = new Worker(new URL('./code-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<ReadPicture>((resolve) => {
      worker.addEventListener('message', (event: MessageEvent<unknown>) => resolve(answerOf(event.data)));
      worker.addEventListener('error', () => resolve({ fault: 'failed' }));
      worker.postMessage(picture, []);
    });
  } finally {
    worker.terminate();
  }
}

function answerOf(data: unknown): ReadPicture {
  if (typeof data !== 'object' || data === null || !('texts' in data)) return { fault: 'failed' };
  const { texts } = data;
  if (texts === null) return { fault: 'noPicture' };
  return { texts: Array.isArray(texts) ? texts.filter((text) => typeof text === 'string') : [] };
}
