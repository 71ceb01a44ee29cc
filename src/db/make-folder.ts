import { access, constants, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** The data folder cannot be made, is no folder, or cannot be written to. */
export class DataFolderUnusable extends Error {
  readonly folder: string;

  constructor(folder: string) {
    super(`data folder unusable: ${folder}`);
    this.name = 'DataFolderUnusable';
    this.folder = folder;
  }
}

/** Makes a folder with those above it. One at a time: Node's own recursive mkdir never ends below /proc, where nothing can be made. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await make(folder);
    await access(folder, constants.W_OK);
  } catch {
    throw new DataFolderUnusable(folder);
  }
}

async function make(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  const above = path.dirname(folder);
  if (above !== folder) await make(above);
  await mkdir(folder).catch(async (error: unknown) => {
    if (!(await isFolder(folder))) throw error;
  });
}

async function isFolder(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
