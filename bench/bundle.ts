import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/**
 * Gzip size of the JavaScript that a first visit loads: the shell (entry and everything that it imports at once), and the shell
 * with the form page. Goals: shell ≤ 230 KB, form page ≤ 340 KB in all.
 */
const root = path.resolve(import.meta.dirname, '..');
const result = await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'error', build: { write: false } });
if (!('output' in result)) throw new Error('one build, one output');
const chunks = new Map(result.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])));

function closure(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const wait = [...names];
  for (let name = wait.pop(); name !== undefined; name = wait.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    wait.push(...(chunks.get(name)?.imports ?? []));
  }
  return seen;
}

const kilobytes = (names: Iterable<string>): string =>
  `${([...names].reduce((sum, name) => sum + gzipSync(chunks.get(name)?.code ?? '', { level: 9 }).length, 0) / 1024).toFixed(0)} KB`;

const entry = [...chunks.values()].find((chunk) => chunk.isEntry)?.fileName;
const page = (name: string): string | undefined => [...chunks.values()].find((chunk) => chunk.name === name)?.fileName;
if (entry === undefined) throw new Error('the build has no entry');
console.log(`shell: ${kilobytes(closure([entry]))} gzip in ${closure([entry]).size} files`);
for (const name of [
  'home-page',
  'workbench-page',
  'form-page',
  'outline-page',
  'narrative-editor',
  'check-page',
  'versions-page',
  'guide-page',
  'verify-page',
]) {
  const file = page(name);
  if (file !== undefined) console.log(`shell + ${name}: ${kilobytes(closure([entry, file]))} gzip`);
}
