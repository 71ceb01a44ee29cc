import { Worker } from 'node:worker_threads';

/** Kills this process once it holds more than so many bytes. A thread watches them, since they are not V8's alone. */
export function watchMemory(limit: number): void {
  const watchdog = `setInterval(() => { if (process.memoryUsage.rss() > ${limit}) process.kill(process.pid, 'SIGKILL'); }, 50);`;
  new Worker(watchdog, { eval: true }).unref();
}
