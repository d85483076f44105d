import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { readPdf, textOf } from '../../../src/read/index.ts';
import { change, FILE, inFolder, other, record, repositories, revised } from './diff-folders.ts';
import { runCli, soundValue } from './support.ts';

const inRepository = repositories();

describe('--as', () => {
  it('text is coloured where a person looks on, and what is gone is struck through as well', async () => {
    inFolder({ '旧.yaml': record, '新.yaml': revised });
    let out = '';
    const write = (text: string): void => {
      out += text;
    };
    await run(['diff', '旧.yaml', '新.yaml'], { out: write, err: write, color: { out: true, err: true } });
    expect(out).toContain(
      '项目支出：\u001b[31m\u001b[9m142\u001b[29m\u001b[39m → \u001b[32m\u001b[1m150\u001b[22m\u001b[39m',
    );
    await run(['diff', '旧.yaml', '新.yaml', '-o', '改.txt'], {
      out: write,
      err: write,
      color: { out: true, err: true },
    });
    expect(readFileSync('改.txt', 'utf8')).toBe(`旧.yaml → 新.yaml：改 1 处\n${change}`);
  });

  it('markdown is a comment, on the screen or in a file', async () => {
    inFolder({ '旧.yaml': record, '新.yaml': revised });
    const { out } = await runCli('diff', '旧.yaml', '新.yaml', '--as', 'markdown');
    expect(out).toContain('<!-- biaoli-diff -->');
    expect(out).toContain('| 预算整体情况 › 部门预算支出 › 项目支出 | <del>142</del> | <ins>150</ins> |');
    const written = await runCli('diff', '旧.yaml', '新.yaml', '--as', 'markdown', '-o', 'o/评论.md');
    expect(written.out).toBe('已生成 o/评论.md\n');
    expect(readFileSync('o/评论.md', 'utf8')).toBe(out);
  });

  it('pdf is the new form with pages of explanation behind it', async () => {
    inFolder({ '旧.yaml': record, '新.yaml': revised });
    const { out } = await runCli('diff', '旧.yaml', '新.yaml', '--as', 'pdf', '-o', '修订.pdf');
    expect(out).toBe('已生成 修订.pdf（5页，最后是修订说明）\n');
    const text = textOf(soundValue(await readPdf(readFileSync('修订.pdf'), '修订.pdf')));
    expect(text).toContain('修订说明');
    expect(text.slice(text.indexOf('修订说明'))).toMatch(/142[\s\S]*150/);
  });

  it('pdf of many records goes into a folder; what has no marks is told', async () => {
    inRepository({ [FILE]: record, 'data/乙.yaml': other });
    writeFileSync(FILE, revised);
    writeFileSync('data/乙.yaml', `# 核对过\n${other}`);
    const { out } = await runCli('diff', '--as', 'pdf');
    expect(out).toBe(
      'data/乙.yaml：只改了不印出来的地方\n已生成 out/大朗镇/公共 服务-2024-修订.pdf（5页，最后是修订说明）\n',
    );
    expect(existsSync('out/大朗镇/公共 服务-2024-修订.pdf')).toBe(true);
  });

  it('pdf of many records is not written into one file', async () => {
    inRepository({ [FILE]: record, 'data/乙.yaml': other });
    writeFileSync(FILE, revised);
    writeFileSync('data/乙.yaml', other.replace('基本支出: 3109.75', '基本支出: 3110'));
    expect(await runCli('diff', '--as', 'pdf', '-o', '修订.pdf')).toEqual({
      ...{ code: 2, out: '' },
      err: '2 份有改动，一个文件写不下；-o 后面写文件夹，例如 -o 修订。\n',
    });
    expect(existsSync('修订.pdf')).toBe(false);
    writeFileSync('data/乙.yaml', `# 核对过\n${other}`);
    expect((await runCli('diff', '--as', 'pdf', '-o', '修订.pdf')).out).toContain('已生成 修订.pdf（5页');
  });

  it.each(['text', 'markdown', 'pdf'])('%s says where there is no change', async (as) => {
    inRepository({ [FILE]: record });
    expect((await runCli('diff', '--from', 'HEAD', '--as', as)).out).toContain('没有改动。\n');
  });
});
