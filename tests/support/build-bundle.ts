import { execFileSync } from 'node:child_process';
import { root } from './bundle.ts';

/** Builds the bundle once before all tests, so that they never see a stale one. */
export default function setup(): void {
  execFileSync(process.execPath, ['esbuild.config.mjs'], { cwd: root, stdio: 'inherit' });
  // The first `npx biaoli` in a clone builds once more; later it would take dist/ away under the feet of other tests.
  execFileSync('npx', ['biaoli', '--version'], { cwd: root, stdio: 'ignore', shell: process.platform === 'win32' });
}
