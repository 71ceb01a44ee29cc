import { parsePageCode } from '#domain/filing/verify-code.ts';
import { decodePage, prepareReader } from './decode.ts';
import type { ReadAnswer, ReadOrder } from './order.ts';
import { openImage, openPdf } from './pages.ts';
import { watchMemory } from './watch-memory.ts';

/* The reading child process: one scan, then it ends. */
const memoryLimit = Number(process.argv[2]);
watchMemory(memoryLimit);

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
      (longest, part) => {
        // Pictures of pages are large and lie outside of V8's heap: without this they would pile up.
        globalThis.gc?.();
        return scan.draw(n, longest, part);
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
