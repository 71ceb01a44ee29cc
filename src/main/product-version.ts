import { readFile } from 'node:fs/promises';

/** Release of the product, as package.json names it. */
export async function productVersion(): Promise<string> {
  const about: { version: string } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  return about.version;
}
