import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Viewer } from '#documents/package/open-page.ts';
import type { Packager } from '#usecases/read-package.ts';
import { packages } from '#web/messages/package.ts';
import { productVersion } from './product-version.ts';
import { type Build, ensureBuilt } from './web-build.ts';

/** The page that opens a package without a network: the domain's judgement and a little drawing, nothing of the web app. */
const offline: Build = {
  folder: 'dist/offline',
  config: 'vite.offline.config.ts',
  sources: [
    'src/web/offline/**/*',
    'src/web/messages/{package,formats}.ts',
    'src/web/polyfills.ts',
    'src/domain/**/*.ts',
    'vite.offline.config.ts',
    'package-lock.json',
  ],
};

/** The viewer that goes into every package, built where it was not built yet. */
export async function readViewer(say: (line: string) => void = () => {}): Promise<Viewer> {
  const folder = await ensureBuilt(offline, say);
  const [script = '', style = ''] = await Promise.all(['viewer.js', 'viewer.css'].map((name) => readFile(path.join(folder, name), 'utf8')));
  // Neither may end the element in which it stands.
  return { script: script.replaceAll('</script', String.raw`<\/script`), style: style.replaceAll('</', String.raw`<\/`), title: packages.title };
}

/** Names the program that writes a package: its release, and which page it puts in. */
export async function productOf({ script, style }: Viewer): Promise<string> {
  const page = createHash('sha256').update(script).update(style).digest('hex').slice(0, 8);
  return `${await productVersion()} (${page})`;
}

/** What writes packages: made at the first asking, and again only where that failed. */
export function openPackager(): () => Promise<Packager> {
  let made: Promise<Packager> | undefined;
  const make = async (): Promise<Packager> => {
    const viewer = await readViewer();
    return { viewer, product: await productOf(viewer) };
  };
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
