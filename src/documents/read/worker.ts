import { Worker } from 'node:worker_threads';
import { parsePageCode } from '#domain/filing/verify-code.ts';
import { decodePage, prepareReader } from './decode.ts';
import type { ReadAnswer, ReadOrder } from './order.ts';
import { openImage, openPdf } from './pages.ts';

/* The reading child process: one scan, then it ends. A thread watches the memory, which is not V8's alone. */
const memoryLimit = Number(process.argv[2]);
const watchdog = `setInterval(() => { if (process.memoryUsage.rss() > ${memoryLimit}) process.kill(process.pid, 'SIGKILL'); }, 50);`;
new Worker(watchdog, { eval: true }).unref();

process.on('disconnect', () => process.exit(0));
process.on('message', (order: ReadOrder) => {
  read(order).then(answer, () => answer({ fault: 'broken' }));
});

async function read({ bytes, kind, mostPages }: ReadOrder): Promise<ReadAnswer> {
  await prepareReader();
  const scan = await (kind === 'pdf' ? openPdf(bytes) : openImage(bytes));
  if (scan.pages > mostPages) return { fault: 'tooManyPages' };
  const pages = [];
  for (let n = 1; n <= scan.pages; n += 1) {
    stayWithin();
    const { codes, blank } = await decodePage(
      (longest) => {
        // Pictures of pages are large and lie outside of V8's heap: without this they would pile up.
        globalThis.gc?.();
        return scan.draw(n, longest);
      },
      (text) => parsePageCode(text) !== undefined,
    );
    pages.push({ codes, blank });
  }
  return { pages };
}

/** The watching thread looks 20 times a second; a short scan could end between two looks. */
function stayWithin(): void {
  if (process.memoryUsage.rss() > memoryLimit) process.kill(process.pid, 'SIGKILL');
}

function answer(value: ReadAnswer): void {
  process.send?.(value, () => process.exit(0));
}
