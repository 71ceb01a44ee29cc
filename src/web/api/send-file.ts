import type { Json } from '#domain/values/json.ts';
import type { RefusalCode } from '#domain/values/refusal.ts';
import { NetworkLoss, RefusalError, UnexpectedReply } from './refusal-error.ts';
import { signInAgain } from './sign-in-again.ts';

interface Sending {
  readonly url: string;
  readonly file: Blob;
  /** The same over every try, so that asking twice does once. */
  readonly key: string;
  /** From 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

const tries = 4;

/** Sends a file, as call() does, and tells how far it has come, which fetch cannot. */
export async function sendFile(sending: Sending): Promise<void> {
  for (let busy = 1; ;) {
    const { status, body } = await post(sending);
    if (status === 200) return;
    const refusal = refusalOf(body);
    if (refusal === undefined) throw new UnexpectedReply(status);
    if (refusal.code === 'notSignedIn' && (await signInAgain())) continue;
    if (refusal.code !== 'busy' || busy >= tries) throw refusal;
    busy += 1;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
}

function post({ url, file, key, onProgress, signal }: Sending): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    signal.addEventListener('abort', abort, { once: true });
    request.open('POST', url);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('idempotency-key', key);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => resolve({ status: request.status, body: request.responseText }));
    request.addEventListener('error', () => reject(new NetworkLoss()));
    request.addEventListener('abort', () => reject(signal.reason));
    request.addEventListener('loadend', () => signal.removeEventListener('abort', abort));
    request.send(file);
  });
}

function refusalOf(body: string): RefusalError | undefined {
  try {
    const reply: unknown = JSON.parse(body);
    return isRefusal(reply) ? new RefusalError(reply.code, reply.detail) : undefined;
  } catch {
    return undefined;
  }
}

function isRefusal(reply: unknown): reply is { code: RefusalCode; detail: Record<string, Json> } {
  return typeof reply === 'object' && reply !== null && 'code' in reply && typeof reply.code === 'string' && 'detail' in reply;
}
