import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { work } from './folders.ts';

/** The most memory this process ever held, in bytes. Linux counts the parent's into `maxRSS`, but not into VmHWM. */
export function peakMemory(): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS * 1024;
}

const hookFile = join(work, 'memory-hook.mjs');
const peakFile = join(work, 'peak');

/** A module that Node loads ahead of a program, and that writes down the most memory the process held when it ends. */
export function memoryHook(): string {
  const text = `import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => {
  let peak = process.resourceUsage().maxRSS;
  try { peak = Number(/^VmHWM:\\s+(\\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]); } catch {}
  writeFileSync(${JSON.stringify(peakFile)}, String(peak * 1024));
});`;
  writeFileSync(hookFile, text);
  return hookFile;
}

/** What the last process with the hook wrote, in bytes. */
export const peakOf = (): number => Number(readFileSync(peakFile, 'utf8'));
