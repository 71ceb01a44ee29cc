import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The server puts a fresh nonce in place of this at every response of index.html (strict CSP). */
const nonce = '__NONCE__';

/** Writes every script and style sheet compressed too: the server sends these files as they are. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const names = Object.keys(bundle).filter((name) => /\.(js|css|svg|wasm)$/.test(name));
      for (const name of names) {
        const file = path.join(dir, name);
        const bytes = await readFile(file);
        // A program gains little more by it, and costs seconds.
        if (!name.endsWith('.wasm')) await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes));
        await writeFile(`${file}.gz`, await promisify(gzip)(bytes));
      }
    },
  };
}

export default defineConfig({
  root: path.join(import.meta.dirname, 'src/web'),
  plugins: [react(), compressed()],
  html: { cspNonce: nonce },
  build: {
    // A build by hand; the server builds into a folder of its own (src/main/web-build.ts).
    outDir: path.join(import.meta.dirname, 'dist/web/by-hand'),
    emptyOutDir: true,
    target: 'chrome100',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { port: 5173, proxy: { '/api': 'http://localhost:8080', '/healthz': 'http://localhost:8080' } },
});
