import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import type { Drawable } from './order.ts';

/**
 * SM3 of everything that decides a paper's bytes: the drawing with the digests of its pictures, and the program that draws it, down to
 * the versions of its libraries and fonts. Two drawings of the same digest print the same bytes.
 */
export function drawingDigest(drawing: Drawable): string {
  const { images, ...rest } = 'body' in drawing ? drawing : { ...drawing, images: [] };
  const pictures = images.map(({ digest, format }) => ({ digest, format }));
  return createHash('sm3')
    .update((program ??= programDigest()))
    .update(JSON.stringify({ ...rest, pictures }))
    .digest('hex');
}

let program: string | undefined;

function programDigest(): string {
  const hash = createHash('sm3');
  const sources = globSync('**/*.{ts,typ}', { cwd: import.meta.dirname, exclude: (name) => /\.test(-support)?\.ts$/.test(name) }).toSorted();
  for (const name of sources) hash.update(name).update(readFileSync(new URL(name, import.meta.url)));
  const { dependencies }: { readonly dependencies: object } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  return hash.update(JSON.stringify(dependencies)).digest('hex');
}
