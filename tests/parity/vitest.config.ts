import { defineConfig } from 'vitest/config';

/** LibreOffice is not everywhere, so that this check is no part of `npm test`. */
export default defineConfig({
  test: { include: ['tests/parity/*.check.ts'], testTimeout: 1_800_000, disableConsoleIntercept: true },
});
