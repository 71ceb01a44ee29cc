import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Removes the lock file of a server that was killed but that nobody has buried: in a container whose first process does not
 * collect orphans it stays a zombie for ever, and PostgreSQL takes that for a running server. Only where the process table says so
 * beyond doubt (Linux): the server is a zombie, and no process that is alive works in its folder.
 */
export async function clearDeadServer(folder: string): Promise<void> {
  const lockFile = path.join(folder, 'postmaster.pid');
  const pid = (await readFile(lockFile, 'utf8').catch(() => '')).split('\n')[0] ?? '';
  if (!(await isZombie(pid)) || (await isWorkedIn(folder))) return;
  await rm(lockFile, { force: true });
}

/** True for a process that has ended and only waits for its parent to notice; false where that cannot be known. */
export async function isZombie(pid: string): Promise<boolean> {
  if (!/^\d+$/.test(pid)) return false;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // `pid (name) state …`, where the name may hold anything.
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
}

async function isWorkedIn(folder: string): Promise<boolean> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const folders = await Promise.all(processes.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => undefined)));
  return folders.includes(folder);
}
