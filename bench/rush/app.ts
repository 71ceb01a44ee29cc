import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '#main/config.ts';
import { startServer } from '#main/server.ts';

/** A server process to be killed: as `serve`, with an empty page for a web app. Says `ready` once it answers. */
const config = readConfig(process.env);
const folder = path.join(config.dataFolder, '..', 'web');
await mkdir(folder, { recursive: true });
await writeFile(path.join(folder, 'index.html'), '<!doctype html>');
const server = await startServer({
  config,
  demo: false,
  web: async () => folder,
  log: (entry) => console.error(JSON.stringify(entry)),
  onLost: (error) => console.error(String(error)),
});
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
console.log('ready');
