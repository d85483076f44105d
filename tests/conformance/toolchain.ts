import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The least Java. */
const JAVA = 17;

/** The commands that veraPDF is fetched and run with. */
export type Toolchain = { readonly java: string; readonly maven: string };

/** Java and Maven, or what is missing and how to get it. */
export function findToolchain(env: NodeJS.ProcessEnv): Toolchain | { readonly missing: string } {
  const java = javaCommand(env.JAVA_HOME);
  const version = javaVersion(textOf(java, '-version'));
  if (version === null) return { missing: `Java ${JAVA} or later (apt install openjdk-${JAVA}-jre-headless)` };
  if (version < JAVA) return { missing: `Java ${JAVA} or later; ${java} is Java ${version}` };
  if (!/Maven \d/.test(textOf('mvn', '--version'))) return { missing: 'Maven (apt install maven)' };
  return { java, maven: 'mvn' };
}

/** Whether a command can be started at all. */
export const isInstalled = (command: string): boolean => spawnSync(command, ['--version']).error === undefined;

/** The main version in what `java -version` says, `17.0.15` or `1.8.0_402`; null where it says something else. */
export function javaVersion(text: string): number | null {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  if (first === undefined) return null;
  return first === '1' && second !== undefined ? Number(second) : Number(first);
}

/** Maven takes the same Java. */
function javaCommand(home: string | undefined): string {
  const command = home === undefined ? '' : join(home, 'bin', process.platform === 'win32' ? 'java.exe' : 'java');
  return existsSync(command) ? command : 'java';
}

function textOf(command: string, option: string): string {
  const { stdout, stderr } = spawnSync(command, [option], { encoding: 'utf8', shell: onWindows });
  return `${stdout ?? ''}${stderr ?? ''}`;
}

/** Maven is a script there. */
export const onWindows = process.platform === 'win32';
