import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { Client, Connection, Submittable } from 'pg';

/** `copy … to stdout` as bytes; the socket waits while nobody reads. `rows` is known once the bytes have ended. */
export interface CopiedOut {
  readonly bytes: AsyncIterable<Buffer>;
  readonly rows: () => number;
}

export function copyOut(client: Client, text: string): CopiedOut {
  let rows = 0;
  let connection: Connection | undefined;
  const bytes = new Readable({
    read: () => void connection?.stream.resume(),
    // The rest of an answer that nobody wants any more must still be taken from the socket.
    destroy: (error, done) => {
      connection?.stream.resume();
      done(error);
    },
  });
  client.query<Answers>({
    submit: (used) => {
      connection = used;
      used.query(text);
    },
    // The driver uses its buffer again.
    handleCopyData: ({ chunk }) => {
      if (!bytes.destroyed && !bytes.push(Buffer.from(chunk))) connection?.stream.pause();
    },
    handleCommandComplete: (message) => void (rows = rowsOf(message.text)),
    handleReadyForQuery: () => void bytes.push(null),
    handleError: (error) => void bytes.destroy(error),
    handleCopyInResponse: () => {},
  });
  return { bytes, rows: () => rows };
}

/** `copy … from stdin` with these bytes; answers how many rows it was. */
export async function copyIn(client: Client, text: string, bytes: AsyncIterable<Buffer>): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const given = new AbortController();
  let rows = 0;
  let failure: unknown;
  const feed = async ({ stream }: Connection): Promise<void> => {
    try {
      for await (const chunk of bytes) {
        given.signal.throwIfAborted();
        stream.write(frame('d', chunk.length));
        if (!stream.write(chunk)) await once(stream, 'drain', { signal: given.signal });
      }
      stream.write(frame('c', 0));
    } catch (error) {
      if (given.signal.aborted) return;
      failure = error;
      stream.write(Buffer.concat([frame('f', 1), Buffer.of(0)]));
    }
  };
  client.query<Answers>({
    submit: (connection) => connection.query(text),
    handleCopyInResponse: (connection) => void feed(connection),
    handleCommandComplete: (message) => void (rows = rowsOf(message.text)),
    handleReadyForQuery: () => resolve(rows),
    handleError: (error) => {
      given.abort();
      reject(failure ?? error);
    },
    handleCopyData: () => {},
  });
  return promise;
}

/** What the driver calls on a query under way. */
interface Answers extends Submittable {
  readonly handleCopyInResponse: (connection: Connection) => void;
  readonly handleCopyData: (message: { readonly chunk: Buffer }) => void;
  readonly handleCommandComplete: (message: { readonly text: string }) => void;
  readonly handleReadyForQuery: () => void;
  readonly handleError: (error: Error) => void;
}

/** Head of a message of the protocol: its letter, and the length of itself and what follows. */
function frame(letter: string, length: number): Buffer {
  const head = Buffer.alloc(5);
  head.write(letter, 'latin1');
  head.writeInt32BE(length + 4, 1);
  return head;
}

/** `COPY 12`. */
function rowsOf(text: string): number {
  return Number(text.split(' ')[1] ?? 0);
}
