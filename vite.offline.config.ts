import path from 'node:path';
import { defineConfig } from 'vite';

/** The page that opens a package without a network: one classic script and one style sheet, which are put into the page itself. */
export default defineConfig({
  build: {
    outDir: path.join(import.meta.dirname, 'dist/offline/by-hand'),
    emptyOutDir: true,
    target: 'chrome100',
    copyPublicDir: false,
    lib: {
      entry: path.join(import.meta.dirname, 'src/web/offline/viewer.ts'),
      name: 'jiqun',
      formats: ['iife'],
      fileName: () => 'viewer.js',
      cssFileName: 'viewer',
    },
  },
});
