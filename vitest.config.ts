import { defineConfig } from 'vitest/config';

const results = process.env.JIQUN_TEST_RESULTS;

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'programmes/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
  },
});
