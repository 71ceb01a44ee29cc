import { mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '#main/config.ts';
import { startServer } from '#main/server.ts';

/** A server process for tests to kill: as `serve --demo`, without the plans that were filed unless it is told `filed`, and with an empty page for a web app. Says `ready` once it answers. */
const folder = mkdtempSync(path.join(tmpdir(), 'jiqun-web-'));
await writeFile(path.join(folder, 'index.html'), '<!doctype html>');
try {
  const server = await startServer({
    config: readConfig(process.env),
    demo: process.argv[2] === 'filed' ? 'filed' : 'plans',
    web: async () => folder,
    log: (entry) => console.error(JSON.stringify(entry)),
    onLost: (error) => {
      console.error(String(error));
      process.exit(1);
    },
  });
  process.on('SIGINT', () => void server.stop().then(() => process.exit(0)));
  console.log(`ready ${server.seeded}`);
} catch (error) {
  console.error(String(error));
  process.exit(1);
}
