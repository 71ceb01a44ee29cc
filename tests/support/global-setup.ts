import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { onServer, templateName } from './database.ts';

/** Names the folder in which the first test file that needs a database starts one; stops that and removes the folder at the end of the run. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jiqun-test-'));
  process.env['JIQUN_TEST_DATABASE'] = folder;
  return async () => {
    const pidFile = path.join(folder, 'pg', 'postmaster.pid');
    const pid = await readFile(pidFile, 'utf8').then(
      (text) => Number(text.split('\n')[0]),
      () => undefined,
    );
    if (pid !== undefined) {
      process.kill(pid, 'SIGINT');
      for (let waited = 0; waited < 100 && (await isThere(pidFile)); waited += 1) await setTimeout(50);
    }
    const given = process.env['DATABASE_URL'];
    if (given !== undefined)
      await onServer(given, async (client) => {
        const { rows } = await client.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1)', [templateName(folder)]);
        for (const { name } of rows) await client.query(`drop database if exists ${name}`);
      });
    await rm(folder, { recursive: true, force: true });
  };
}

function isThere(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  );
}
