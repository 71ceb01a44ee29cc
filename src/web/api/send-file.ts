import type { Json } from '#domain/values/json.ts';
import type { RefusalCode } from '#domain/values/refusal.ts';
import { NetworkLoss, RefusalError, UnexpectedReply } from './refusal-error.ts';
import { retryAfter, spread } from './retry-wait.ts';
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
const wait = 2_000;

/** Sends a file, as call() does, and tells how far it has come, which fetch cannot. */
export async function sendFile(sending: Sending): Promise<void> {
  for (let tried = 1; ;) {
    const answer = await post(sending).catch((error: unknown) => {
      if (!(error instanceof NetworkLoss) || !navigator.onLine || tried >= tries) throw error;
    });
    if (answer?.status === 200) return;
    const refusal = answer && refusalOf(answer);
    if (refusal?.code === 'notSignedIn' && (await signInAgain())) continue;
    if (refusal && (refusal.code !== 'busy' || tried >= tries)) throw refusal;
    tried += 1;
    await new Promise((resolve) => setTimeout(resolve, spread(refusal?.retryAfter ?? wait)));
    sending.signal.throwIfAborted();
  }
}

interface Answered {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: number | undefined;
}

function post({ url, file, key, onProgress, signal }: Sending): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    signal.addEventListener('abort', abort, { once: true });
    request.open('POST', url);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('idempotency-key', key);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () =>
      resolve({ status: request.status, body: request.responseText, retryAfter: retryAfter(request.getResponseHeader('retry-after')) }),
    );
    request.addEventListener('error', () => reject(new NetworkLoss()));
    request.addEventListener('abort', () => reject(signal.reason));
    request.addEventListener('loadend', () => signal.removeEventListener('abort', abort));
    request.send(file);
  });
}

function refusalOf({ status, body, retryAfter: after }: Answered): RefusalError {
  const reply = readJson(body);
  if (!isRefusal(reply)) throw new UnexpectedReply(status);
  return new RefusalError(reply.code, reply.detail, after);
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isRefusal(reply: unknown): reply is { code: RefusalCode; detail: Record<string, Json> } {
  return typeof reply === 'object' && reply !== null && 'code' in reply && typeof reply.code === 'string' && 'detail' in reply;
}
