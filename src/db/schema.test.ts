import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createDatabase } from '#tests/support/database.ts';
import { describeSchema } from './describe-schema.ts';
import { openStore } from './pool.ts';

const folder = import.meta.dirname;
const database = await createDatabase();
const owner = openStore(database.url, 'owner');
afterAll(async () => {
  await owner.close();
  await database.drop();
});

test('schema.ts and the files it names are what the migrations make', async () => {
  const migrations = (await readdir(path.join(folder, 'migrations'))).filter((name) => name.endsWith('.sql'));
  const texts = await Promise.all(
    migrations.map(async (name): Promise<[string, string]> => [name, await readFile(path.join(folder, 'migrations', name), 'utf8')]),
  );
  const files = await describeSchema(owner.db, new Map(texts));
  for (const [name, text] of files) await expect(text).toMatchFileSnapshot(`./${name}`);
  const named = [...files.keys()].flatMap((name) => (name.startsWith('schema/') ? [path.basename(name)] : []));
  expect((await readdir(path.join(folder, 'schema'))).toSorted()).toEqual(named.toSorted());
});
