import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { kindOfMediaType } from '#domain/files/file-type.ts';
import { judgeFile } from '#domain/files/judge-file.ts';
import { scanLimits } from '#domain/package/scan-limits.ts';
import type { ScannedPage } from '#domain/package/judge-scan.ts';
import { Refusal } from '#domain/values/refusal.ts';
import type { ReadAnswer, ReadOrder } from './order.ts';

export interface ScanLimits {
  readonly bytes: number;
  readonly pages: number;
  /** Milliseconds for one scan, the child's start included; then the child is killed. */
  readonly time: number;
  /** Bytes of resident memory of the child; above it the child kills itself. */
  readonly memory: number;
  /** Scans waiting beyond the one being read; more are refused as `busy`. */
  readonly waiting: number;
}

const defaultScanLimits: ScanLimits = { bytes: scanLimits.bytes, pages: scanLimits.pages, time: 300_000, memory: 1_500_000_000, waiting: 16 };

/** One scan at a time: what is read by night must not take the processor from those who file. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * Every page of a scanned PDF, or the one page of a PNG or JPEG, with the page codes found on it. Runs in a process of its own.
 * Throws Refusal `badFile` (what the file is, or that it cannot be read), `unrenderable` (out of time, memory or pages, `reason`) or `busy`.
 */
export async function readScan(bytes: Uint8Array, mediaType: string, limits: ScanLimits = defaultScanLimits): Promise<readonly ScannedPage[]> {
  const kind = kindOfMediaType(mediaType);
  if (kind !== 'pdf' && kind !== 'png' && kind !== 'jpg') throw new Refusal('badFile', { fault: 'notAdmitted', ...(kind === undefined ? {} : { kind }) });
  const judged = judgeFile(bytes, `scan.${kind}`, { bytes: limits.bytes, kinds: [kind] });
  if ('fault' in judged) throw new Refusal('badFile', { ...judged });
  if (waiting > limits.waiting) throw new Refusal('busy');
  waiting += 1;
  const reading = last.then(() => inChild({ bytes, kind, mostPages: limits.pages }, limits));
  last = reading.catch(() => undefined);
  return reading.finally(() => (waiting -= 1));
}

function inChild(order: ReadOrder, limits: ScanLimits): Promise<readonly ScannedPage[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly ScannedPage[]>();
  const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), [String(limits.memory)], {
    execArgv: ['--expose-gc'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), limits.time);
  child.on('message', (answer: ReadAnswer) => {
    if ('pages' in answer) resolve(answer.pages);
    else
      reject(answer.fault === 'broken' ? new Refusal('badFile', { fault: 'broken', kind: order.kind }) : new Refusal('unrenderable', { reason: answer.fault }));
  });
  child.on('exit', () => reject(new Refusal('unrenderable', { reason: 'killed' })));
  child.on('error', () => reject(new Refusal('busy')));
  child.send(order, (error) => error && child.kill('SIGKILL'));
  return promise.finally(() => {
    clearTimeout(timer);
    child.kill('SIGKILL');
  });
}
