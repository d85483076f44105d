import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/build-bundle.ts'],
    // As many as there are cores: the default leaves one idle.
    maxWorkers: '100%',
    // No test changes a module that another sees: each worker reads the modules once.
    isolate: false,
    // Room for what tests throw away: it is swept less often.
    execArgv: ['--max-semi-space-size=64'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
