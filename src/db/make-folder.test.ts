import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DataFolderUnusable, makeFolder } from '#db/make-folder.ts';

let base: string;

beforeAll(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'jiqun-folder-'));
});
afterAll(() => rm(base, { recursive: true }));

test('a folder is made with those above it, by several at once, and again', async () => {
  const folder = path.join(base, 'a/b/c');
  await Promise.all([makeFolder(folder), makeFolder(folder)]);
  await makeFolder(folder);
  expect((await stat(folder)).isDirectory()).toBe(true);
});

test('what is a file, or lies below one, is unusable', async () => {
  const file = path.join(base, 'file');
  await writeFile(file, '');
  await expect(makeFolder(file)).rejects.toBeInstanceOf(DataFolderUnusable);
  await expect(makeFolder(path.join(file, 'x'))).rejects.toBeInstanceOf(DataFolderUnusable);
});

test.runIf(process.platform === 'linux')('below /proc nothing can be made, and that is said at once', async () => {
  await expect(makeFolder('/proc/jiqun/data')).rejects.toMatchObject({ folder: '/proc/jiqun/data' });
});
