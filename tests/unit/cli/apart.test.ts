import { describe, expect, it } from 'vitest';
import { runsApart } from '../../../src/cli/apart/commands.ts';
import { tellGivenUp } from '../../../src/cli/apart/given-up.ts';
import { type Bounds, runApart } from '../../../src/cli/apart/parent.ts';
import type { GivenUp } from '../../../src/cli/apart/types.ts';
import { folderWith } from './support.ts';

const bounds: Bounds = { seconds: 20, heap: 64, growth: 300 };

/** Runs a thread of this program, as `read a.pdf`. */
const ran = (program: string, some: Partial<Bounds> = {}): Promise<number | GivenUp> => {
  const head = "const { parentPort, workerData } = require('node:worker_threads');\n";
  return runApart(['read', 'a.pdf'], `${folderWith({ 'thread.cjs': head + program })}/thread.cjs`, {
    ...bounds,
    ...some,
  });
};

describe('a command line in a thread of its own', () => {
  it('ends with its exit code, and is told its arguments', async () => {
    expect(
      await ran("parentPort.postMessage({ kind: 'done', code: workerData.args.join() === 'read,a.pdf' ? 1 : 9 });"),
    ).toBe(1);
  });

  it('is ended where it turns in a circle for too long', async () => {
    expect(await ran('for (;;);', { seconds: 1 })).toEqual({ kind: 'time', seconds: 1 });
  });

  it('is ended where it fills the memory, with objects or with bytes', async () => {
    expect(await ran('const all = []; for (;;) all.push({ a: [all.length] });')).toEqual({
      kind: 'memory',
      megabytes: 64,
    });
    const bytes = 'const all = []; for (;;) all.push(new Uint8Array(1 << 24).fill(1));';
    expect(await ran(bytes)).toEqual({ kind: 'memory', megabytes: 300 });
  });

  it('may break down without taking the process with it', async () => {
    expect(await ran("Promise.reject(new TypeError('x'));")).toEqual({ kind: 'crash', reason: 'TypeError: x' });
    expect(await ran('process.exit(3);')).toMatchObject({ kind: 'crash' });
  });

  it.each<[GivenUp, string]>([
    [{ kind: 'time', seconds: 30 }, '读了 30 秒还没有读完'],
    [{ kind: 'memory', megabytes: 2048 }, '超过 2048 MB'],
    [{ kind: 'crash', reason: 'x' }, '没有读完：x'],
  ])('%j is told in Chinese, of the document', (why, words) => {
    let err = '';
    const terminal = { out: () => undefined, err: (text: string) => (err += text), color: { out: false, err: false } };
    expect(tellGivenUp(['read', '--as', 'yaml', 'a.pdf'], why, terminal)).toBe(1);
    expect(err).toContain('a.pdf 错误[E011]');
    expect(err).toContain(words);
  });

  it('is for documents of strangers only', () => {
    expect(['read', 'verify', 'pull', 'render', 'check', ''].map((command) => runsApart([command]))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
