import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { freePort } from '#db/free-port.ts';

/** The address that people use, whichever process answers. */
export const publicUrl = 'http://jiqun.bench';

export interface App {
  readonly base: string;
  readonly pid: () => number | undefined;
  /** Until it says that it is ready. */
  readonly start: () => Promise<void>;
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A server process on this database; what it says of bugs goes to `<folder>/<name>.log`. */
export async function prepareApp(name: string, folder: string, databaseUrl: string, address = publicUrl): Promise<App> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    ending.once('exit', () => resolve());
    ending.kill(signal);
    await promise;
  };
  return {
    base: `http://localhost:${port}`,
    pid: () => child?.pid,
    start: async () => {
      const started = spawn(process.execPath, [path.join(import.meta.dirname, 'app.ts')], {
        env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), JIQUN_DATA: path.join(folder, 'data'), PUBLIC_URL: address },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      started.stderr.pipe(createWriteStream(path.join(folder, `${name}.log`), { flags: 'a' }));
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      started.stdout.once('data', () => resolve());
      started.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${path.join(folder, `${name}.log`)}`)));
      await promise;
      started.removeAllListeners('exit');
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
