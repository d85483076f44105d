import { defineConfig } from 'vitest/config';

const tests = (process.env.BIAOLI_MUTATION_TESTS ?? '*').split(',');

/** The tests that mutants of a part of src/record have to survive. */
export default defineConfig({
  test: { include: tests.map((name) => `tests/unit/record/${name}.test.ts`), testTimeout: 60_000 },
});
