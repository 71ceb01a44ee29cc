import { defineConfig } from 'vitest/config';

const results = process.env.JIQUN_TEST_RESULTS;

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'programmes/**/*.test.ts', 'bench/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // A worker reads the product once, not once for each file. A test that changes what its file shares with others puts it back.
    isolate: false,
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
  },
});
