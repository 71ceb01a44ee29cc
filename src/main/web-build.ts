import { createHash, randomUUID } from 'node:crypto';
import { glob, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { cli } from '#web/messages/cli.ts';
import { Sentence } from './sentence.ts';

const root = path.resolve(import.meta.dirname, '../..');
const aDay = 24 * 3_600_000;

/** What Vite makes of some sources, in a folder of its own. */
export interface Build {
  /** Holds one folder a build. */
  readonly folder: string;
  readonly config: string;
  /** Everything that it is made from. */
  readonly sources: readonly string[];
}

const webApp: Build = {
  folder: 'dist/web',
  config: 'vite.config.ts',
  sources: ['src/web/**/*', 'src/domain/**/*.ts', 'src/http/contract/*.ts', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'],
};

/** The web app, built where these sources were not built yet; answers the folder it stands in. */
export async function ensureWebBuilt(say: (line: string) => void): Promise<string> {
  return ensureBuilt(webApp, say);
}

/**
 * Each build has a folder of its own, named after its sources and moved into place whole: two that start together do not meet half a
 * build, and a running server keeps its files.
 */
export async function ensureBuilt({ folder: builds, config, sources }: Build, say: (line: string) => void): Promise<string> {
  const folder = path.join(root, builds, (await digestOfSources(sources)).slice(0, 16));
  if (await isFolder(folder)) return folder;
  say(cli.building);
  const { build } = await import('vite');
  const fresh = `${folder}.${randomUUID()}`;
  try {
    await build({ configFile: path.join(root, config), logLevel: 'warn', build: { outDir: fresh } });
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw new Sentence(`${cli.buildFailed}\n${error instanceof Error ? error.message : String(error)}`);
  }
  await rename(fresh, folder).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true, force: true });
    if (!(await isFolder(folder))) throw error;
  });
  await forgetOldBuilds(folder);
  return folder;
}

async function forgetOldBuilds(current: string): Promise<void> {
  const builds = path.dirname(current);
  for (const name of await readdir(builds)) {
    const folder = path.join(builds, name);
    const made = await stat(folder).catch(() => undefined);
    if (folder !== current && made !== undefined && Date.now() - made.mtimeMs > aDay) await rm(folder, { recursive: true, force: true });
  }
}

async function isFolder(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** By content, not by date: a fresh checkout of the same sources is not newer. */
async function digestOfSources(sources: readonly string[]): Promise<string> {
  const names: string[] = [];
  for await (const entry of glob([...sources], { cwd: root, withFileTypes: true })) {
    if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) names.push(path.relative(root, path.join(entry.parentPath, entry.name)));
  }
  const hash = createHash('sm3');
  for (const name of names.toSorted())
    hash
      .update(name)
      .update('\0')
      .update(await readFile(path.join(root, name)))
      .update('\0');
  return hash.digest('hex');
}
