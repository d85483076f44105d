import { defineConfig } from 'vitest/config';

/** The Open XML SDK takes long to start and for each element, so that this check is no part of `npm test`. */
export default defineConfig({
  test: { include: ['tests/conformance/*.check.ts'], testTimeout: 600_000 },
});
