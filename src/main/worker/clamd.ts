import { connect } from 'node:net';

export interface ScannerAddress {
  readonly host: string;
  readonly port: number;
}

/** What the scanner says: nothing found, or the name of what it found. */
export type Verdict = { readonly clean: true } | { readonly clean: false; readonly finding: string };

/** Bytes sent at once, each with its length in front of it. */
const piece = 65_536;
const longest = 60_000;

/**
 * Has a clamd look at bytes, by its INSTREAM command. Rejects where it cannot be reached, does not answer in time, or says that it could
 * not look: none of these is a verdict.
 */
export function scanBytes({ host, port }: ScannerAddress, bytes: Uint8Array): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    const answer: Buffer[] = [];
    socket.setTimeout(longest, () => socket.destroy(new Error('the virus scanner does not answer')));
    socket.on('error', reject);
    socket.on('data', (data) => answer.push(data));
    socket.on('close', () => {
      try {
        resolve(verdictOf(Buffer.concat(answer).toString('utf8')));
      } catch (error) {
        reject(error);
      }
    });
    socket.write('zINSTREAM\0');
    for (let at = 0; at < bytes.length; at += piece) {
      const part = bytes.subarray(at, at + piece);
      socket.write(lengthOf(part.length));
      socket.write(part);
    }
    socket.write(lengthOf(0));
  });
}

function lengthOf(length: number): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(length);
  return head;
}

/** `stream: OK`, `stream: Eicar-Signature FOUND`, or a sentence that ends in ERROR. */
function verdictOf(answer: string): Verdict {
  const said = answer.replaceAll('\0', '').trim();
  if (said === 'stream: OK') return { clean: true };
  const found = /^stream: (.{1,200}) FOUND$/.exec(said)?.[1];
  if (found === undefined) throw new Error('the virus scanner gave no verdict');
  return { clean: false, finding: found };
}
