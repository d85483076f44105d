import { execFileSync } from 'node:child_process';
import { root } from './bundle.ts';

/** Builds the bundle once before all tests, so that they never see a stale one. */
export default function setup(): void {
  execFileSync(process.execPath, ['esbuild.config.mjs'], { cwd: root, stdio: 'inherit' });
}
