import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const sources = path.join(import.meta.dirname, '../..');
let digest: string | undefined;

/** SM3 of the program that draws papers: all of it but the pages in the browser, down to the versions of its libraries and fonts. */
export function programDigest(): string {
  digest ??= digestOfSources();
  return digest;
}

function digestOfSources(): string {
  const hash = createHash('sm3');
  const names = globSync('**/*.{ts,typ}', { cwd: sources, exclude: (name) => name === 'web' || /\.test(-support)?\.ts$/.test(name) }).toSorted();
  for (const name of names) hash.update(name).update(readFileSync(path.join(sources, name)));
  const { dependencies }: { readonly dependencies: object } = JSON.parse(readFileSync(path.join(sources, '../package.json'), 'utf8'));
  return hash.update(JSON.stringify(dependencies)).digest('hex');
}
