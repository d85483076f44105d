import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Diagnostic, Outcome } from '../../../src/base/index.ts';
import { run } from '../../../src/cli/run.ts';

/** A folder of its own for a test, removed when the test ends, with these files in it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'biaoli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** Works in a folder until the test ends. */
export function standIn(folder: string): void {
  const before = process.cwd();
  process.chdir(folder);
  onTestFinished(() => process.chdir(before));
}

export const problemsOf = (outcome: Outcome<unknown>): readonly Diagnostic[] => (outcome.ok ? [] : outcome.problems);

export const codesOf = (outcome: Outcome<unknown>): string[] => problemsOf(outcome).map((one) => one.code);

export function soundValue<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map((one) => `${one.code} ${one.message}`).join('\n'));
}

/** Runs a command line as a person would, without a process of its own. */
export async function runCli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    color: { out: false, err: false },
  });
  return { code, out, err };
}
