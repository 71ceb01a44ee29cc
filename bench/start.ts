import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Time from the command to /healthz answering: cold (no data, no built web app), first (no data, web app built) and warm (data and
 * web app there). With it the processor time of everything that was started, until it was stopped, and the machine's load before:
 * where others are at work the first is long and the second says more.
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

/** Processor time of the processes that have ended, in seconds; Linux tells it in hundredths. */
function spent(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

async function run(name: string): Promise<void> {
  const [before, load] = [spent(), loadavg()[0] ?? 0];
  const { process: child, ms } = await ready();
  const stopping = performance.now();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
  const stopped = ((performance.now() - stopping) / 1000).toFixed(1);
  const used = `processor ${(spent() - before).toFixed(1)} s, load before ${load.toFixed(1)}`;
  console.log(`${name}: ready after ${(ms / 1000).toFixed(1)} s, stopped in ${stopped} s, ${used}`);
}

rmSync(path.join(root, 'dist'), { recursive: true, force: true });
await run('cold start, web app to be built, no data');
for (let i = 0; i < 3; i++) {
  rmSync(path.join(folder, 'data'), { recursive: true, force: true });
  await run('first start, web app built, no data');
}
for (let i = 0; i < 3; i++) await run('warm start');
rmSync(folder, { recursive: true, force: true });
