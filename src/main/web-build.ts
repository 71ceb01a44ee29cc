import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cli } from '#web/messages/cli.ts';
import { Sentence } from './sentence.ts';

const root = path.resolve(import.meta.dirname, '../..');
const webRoot = path.join(root, 'dist/web');
const stampFile = path.join(root, 'dist/web.stamp');

/** Everything that the web app is made from. */
const sources = ['src/web/**/*', 'src/domain/**/*.ts', 'src/http/contract/*.ts', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];

/** Builds the web app where it is missing or was built from other sources than those that stand here; answers where it stands. */
export async function ensureWebBuilt(say: (line: string) => void): Promise<string> {
  const stamp = await digestOfSources();
  const built = await readFile(stampFile, 'utf8').catch(() => '');
  const page = await readFile(path.join(webRoot, 'index.html')).catch(() => undefined);
  if (built === stamp && page !== undefined) return webRoot;
  say(cli.building);
  const { build } = await import('vite');
  try {
    await build({ root: path.join(root, 'src/web'), configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' });
  } catch (error) {
    throw new Sentence(`${cli.buildFailed}\n${error instanceof Error ? error.message : String(error)}`);
  }
  await writeFile(stampFile, stamp);
  return webRoot;
}

/** By content, not by date: a fresh checkout of the same sources is not newer. */
async function digestOfSources(): Promise<string> {
  const names: string[] = [];
  for await (const entry of glob(sources, { cwd: root, withFileTypes: true })) {
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
