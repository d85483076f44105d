import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/build-bundle.ts'],
    // More than there are cores: tests that run the program wait for it.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    // No test changes a module that another sees: each worker reads the modules once.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
