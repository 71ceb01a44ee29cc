import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { cli } from '#web/messages/cli.ts';
import { Sentence } from './sentence.ts';

const programmes = path.resolve(import.meta.dirname, '../../programmes');

const loaded = new Map<string, Edition>();

/** The edition in programmes/<id>, loaded and checked once. */
export async function readEdition(id: string): Promise<Edition> {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const file = path.join(programmes, id, 'index.ts');
  const exists =
    /^[a-z0-9][a-z0-9-]*$/.test(id) &&
    (await access(file).then(
      () => true,
      () => false,
    ));
  if (!exists) throw new Sentence(cli.unknownEdition(id), 2);
  const module: { readonly edition?: unknown } = await import(pathToFileURL(file).href);
  const edition = loadEdition(module.edition);
  loaded.set(id, edition);
  return edition;
}

/** Every edition under programmes/, the newest year first; a broken one stops the start, by name. */
export async function readEditions(): Promise<readonly Edition[]> {
  const folders = await readdir(programmes, { withFileTypes: true });
  const editions = await Promise.all(folders.filter((folder) => folder.isDirectory()).map((folder) => readEdition(folder.name)));
  return editions.toSorted((a, b) => b.year - a.year || (a.id < b.id ? -1 : 1));
}
