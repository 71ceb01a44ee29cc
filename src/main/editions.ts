import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { cli } from '#web/messages/cli.ts';
import { Sentence } from './sentence.ts';

const programmes = path.resolve(import.meta.dirname, '../../programmes');

/** The edition in programmes/<id>, loaded and checked. */
export async function readEdition(id: string): Promise<Edition> {
  const file = path.join(programmes, id, 'index.ts');
  const known =
    /^[a-z0-9][a-z0-9-]*$/.test(id) &&
    (await access(file).then(
      () => true,
      () => false,
    ));
  if (!known) throw new Sentence(cli.unknownEdition(id), 2);
  const module: { readonly edition?: unknown } = await import(pathToFileURL(file).href);
  return loadEdition(module.edition);
}

/** Every edition under programmes/, the newest year first; a broken one stops the start, by name. */
export async function readEditions(): Promise<readonly Edition[]> {
  const folders = await readdir(programmes, { withFileTypes: true });
  const editions = await Promise.all(folders.filter((folder) => folder.isDirectory()).map((folder) => readEdition(folder.name)));
  return editions.toSorted((a, b) => b.year - a.year || (a.id < b.id ? -1 : 1));
}
