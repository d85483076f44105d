import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { biaoli, bundle } from '../../support/bundle.ts';

/** The bundle in a process of its own. */
const start = (...args: string[]) => spawn(process.execPath, [bundle, ...args]);

describe('the process', { timeout: 60_000 }, () => {
  it('ends with the exit code of the command', async () => {
    const child = start('nothing');
    let err = '';
    child.stderr.on('data', (data) => {
      err += data;
    });
    expect(await once(child, 'close')).toEqual([2, null]);
    expect(err).toContain('没有“nothing”这个命令');
  });

  // V8 itself complains, on whatever stream, of a flag that the release of Node does not know.
  it.each([
    ['one record', ['data/大朗镇/公共服务办公室-2024.yaml']],
    ['many', ['data/大朗镇', 'data/福田区']],
  ])('sets no flag for %s that this Node does not know', async (_, inputs) => {
    const { code, out, err } = await biaoli(['check', ...inputs]);
    expect(code).toBe(0);
    expect(out + err).not.toMatch(/unrecognized|--help/);
  });

  it('is quiet when its reader closes the pipe', async () => {
    const child = start('--help');
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (data) => {
      err += data;
    });
    await once(child, 'close');
    expect(err).not.toContain('EPIPE');
    expect(err).not.toContain('at ');
  });
});
