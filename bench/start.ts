import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Time from the command to /healthz answering: cold (no data, no built web app), first (no data, web app built) and warm (data and
 * web app there).
 */
const root = path.resolve(import.meta.dirname, '..');
const port = 18_081;
const folder = mkdtempSync(path.join(tmpdir(), 'bench-start-'));

async function ready(): Promise<{ process: ChildProcess; ms: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, ['src/main/cli.ts', 'serve', '--demo'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), JIQUN_DATA: path.join(folder, 'data') },
    stdio: 'ignore',
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answer = await fetch(`http://localhost:${port}/healthz`).catch(() => undefined);
    if (answer?.ok) return { process: child, ms: performance.now() - started };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function run(name: string): Promise<void> {
  const { process: child, ms } = await ready();
  const stopping = performance.now();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
  console.log(`${name}: ready after ${(ms / 1000).toFixed(1)} s, stopped in ${((performance.now() - stopping) / 1000).toFixed(1)} s`);
}

rmSync(path.join(root, 'dist'), { recursive: true, force: true });
await run('cold start, web app to be built, no data');
rmSync(path.join(folder, 'data'), { recursive: true, force: true });
await run('first start, web app built, no data');
for (let i = 0; i < 3; i++) await run('warm start');
rmSync(folder, { recursive: true, force: true });
