import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { biaoli, bundle, runNode } from '../../support/bundle.ts';
import { folderWith } from './support.ts';

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

  it('does all its work, and ends with its own exit code, when its reader has seen enough', async () => {
    const good = readFileSync('data/云澜区/城乡供水管网改造-2025.yaml', 'utf8');
    const names = Array.from({ length: 30 }, (_, i) => `data/${i}.yaml`);
    const home = folderWith(
      Object.fromEntries(names.map((name, i) => [name, i === 29 ? good.replace('年度: 2025', '年度: 元年') : good])),
    );
    const child = spawn(process.execPath, [bundle, 'render', 'data', '-f', 'docx', '--verbose'], { cwd: home });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(readdirSync(`${home}/out`).filter((name) => name.endsWith('.docx'))).toHaveLength(29);
  });

  it.each([
    ['render', 'a.yaml'],
    ['read', 'a.pdf'],
    ['verify', 'a.docx'],
  ])('says that its working folder is gone (%s)', async (...args) => {
    const home = folderWith({ 'gone/a': '' });
    const script = `process.chdir('gone'); require('node:fs').rmSync('../gone', { recursive: true });
      process.argv.push(...${JSON.stringify(args)}); require(${JSON.stringify(bundle)});`;
    const { code, err } = await runNode(['-e', script], { cwd: home });
    expect([code, err]).toEqual([
      1,
      '工作的文件夹已经不在了（删掉了，或者移走了）：用 cd 换到别的文件夹，再来一次。\n',
    ]);
  });

  it.skipIf(!existsSync('/dev/full')).each([
    ['render', ['render', 'data', '-f', 'docx']],
    ['check', ['check', 'data', '--format', 'json']],
    ['read', ['read', 'a.docx']],
  ])('of %s does all its work where nothing can be said, without a stack, and ends with 1', async (_, args) => {
    const good = readFileSync('data/云澜区/城乡供水管网改造-2025.yaml', 'utf8');
    const home = folderWith({ 'data/1.yaml': good, 'data/2.yaml': `${good}# 二\n` });
    await biaoli(['render', 'data/1.yaml', '-f', 'docx', '-o', '.'], { cwd: home });
    renameSync(`${home}/1.docx`, `${home}/a.docx`);
    const full = openSync('/dev/full', 'w');
    for (const stdio of [
      ['ignore', full, 'pipe'],
      ['ignore', full, full],
    ] as const) {
      const child = spawn(process.execPath, [bundle, ...args], { cwd: home, stdio: [...stdio] });
      let err = '';
      child.stderr?.on('data', (data) => {
        err += data;
      });
      expect(await once(child, 'close')).toEqual([1, null]);
      expect(err).not.toMatch(/ENOSPC|^ {2,}at /mu);
      if (stdio[2] === 'pipe') expect(err).toContain('有的话没有写出来：磁盘满了');
    }
    closeSync(full);
    if (args[0] === 'render') expect(readdirSync(`${home}/out`)).toEqual(expect.arrayContaining(['1.docx', '2.docx']));
  });
});
