import { defineConfig } from 'vitest/config';

/** The tests that mutants of src/record have to survive. */
export default defineConfig({
  test: { include: ['tests/unit/record/**/*.test.ts'], testTimeout: 60_000 },
});
