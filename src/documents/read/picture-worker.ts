import { free, openImage, openPdf, type OpenScan } from './pages.ts';
import { filesHeld, type PictureAnswer, type PictureOrder } from './picture-order.ts';
import { watchMemory } from './watch-memory.ts';

/* The child process that draws pages for the eye. It keeps the files open that it drew from last. */
watchMemory(Number(process.argv[2]));
const held = new Map<string, OpenScan>();
let last: Promise<unknown> = Promise.resolve();

process.on('disconnect', () => process.exit(0));
process.on('message', (order: PictureOrder) => {
  last = last.then(() =>
    draw(order).then(
      (answer) => process.send?.(answer),
      () => process.send?.({ id: order.id, fault: 'broken' } satisfies PictureAnswer),
    ),
  );
});

async function draw({ id, digest, kind, bytes, page, longest, as }: PictureOrder): Promise<PictureAnswer> {
  const scan = held.get(digest) ?? (bytes && (await (kind === 'pdf' ? openPdf(bytes) : openImage(bytes))));
  if (scan === undefined) return { id, fault: 'broken' };
  held.delete(digest);
  held.set(digest, scan);
  for (const old of [...held.keys()].slice(0, -filesHeld)) held.delete(old);
  if (page > scan.pages) return { id, fault: 'noPage' };
  const canvas = await scan.paint(page, longest);
  const picture = as === 'png' ? await canvas.encode('png') : await canvas.encode('jpeg', 82);
  free(canvas);
  globalThis.gc?.();
  return { id, bytes: new Uint8Array(picture) };
}
