import { defineConfig } from 'vitest/config';

const tests = (process.env.BIAOLI_MUTATION_TESTS ?? 'unit/**/*').split(',');

/** The tests that mutants of a part have to survive. */
export default defineConfig({
  test: { include: tests.map((name) => `tests/${name}.test.ts`), testTimeout: 60_000 },
});
