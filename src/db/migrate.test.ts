import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '#tests/support/database.ts';
import { migrate } from './migrate.ts';
import { openStore } from './pool.ts';

let folder: string;
let files: URL;
let database: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jiqun-migrations-'));
  files = pathToFileURL(`${folder}/`);
});
beforeEach(async () => {
  await database?.drop();
  database = await createEmptyDatabase();
  await writeFile(
    new URL('0001-one.sql', files),
    'do $$ begin create role jiqun_app; exception when duplicate_object or unique_violation then null; end $$;\ncreate table one (a int);\n',
  );
  await writeFile(new URL('0002-two.sql', files), 'create table two (a int);\n');
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

test('each migration runs once', async () => {
  expect(await migrate(database.url, files)).toEqual(['0001-one.sql', '0002-two.sql']);
  expect(await migrate(database.url, files)).toEqual([]);
});

test('two servers that start at once migrate once', async () => {
  const runs = await Promise.all([migrate(database.url, files), migrate(database.url, files)]);
  expect(runs.flat()).toEqual(['0001-one.sql', '0002-two.sql']);
});

test('a migration edited after it ran is named, and nothing more runs', async () => {
  await migrate(database.url, files);
  await writeFile(new URL('0001-one.sql', files), 'create table one (a bigint);\n');
  await writeFile(new URL('0003-three.sql', files), 'create table three (a int);\n');
  await expect(migrate(database.url, files)).rejects.toMatchObject({ name: 'MigrationMismatch', migration: '0001-one.sql', fault: 'edited' });
  expect(await tableExists('three')).toBe(false);
  await rm(new URL('0003-three.sql', files));
});

test('a database that a newer release has migrated is refused', async () => {
  await migrate(database.url, files);
  await rm(new URL('0002-two.sql', files));
  await expect(migrate(database.url, files)).rejects.toMatchObject({ migration: '0002-two.sql', fault: 'unknown' });
});

test('a migration that fails leaves nothing of itself, and those before it stand', async () => {
  await writeFile(new URL('0002-two.sql', files), 'create table two (a int);\ncreate table two (a int);\n');
  await expect(migrate(database.url, files)).rejects.toThrow('0002-two.sql');
  expect([await tableExists('one'), await tableExists('two')]).toEqual([true, false]);
});

async function tableExists(name: string): Promise<boolean> {
  const store = openStore(database.url, 'owner');
  const { rows } = await sql<{ there: boolean }>`select to_regclass(${name}) is not null as there`.execute(store.db);
  await store.close();
  return rows[0]!.there;
}
