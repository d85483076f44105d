import { lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fmt } from '../../../src/cli/commands/fmt.ts';
import { folderWith, runCli } from './support.ts';

const NAME = '福田区部门整体支出绩效目标表';
const untidy = `年度: "2024"\r\n表:   ${NAME}\r\n部门名称: 某局 # 全称\r\n`;
const tidy = `表: ${NAME}\n年度: 2024\n部门名称: 某局  # 全称\n`;

/** Runs `fmt -` with this standard input. */
async function piped(input: string | Uint8Array, check = false): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    color: { out: false, err: false },
  };
  const code = await fmt(['-'], { check }, terminal, async () => Buffer.from(input));
  return { code, out, err };
}

describe('biaoli fmt', () => {
  it('rewrites what is not in shape, names it, and leaves the rest alone', async () => {
    const folder = folderWith({ 'data/甲.yaml': untidy, 'data/乙.yaml': tidy });
    const first = await runCli('fmt', `${folder}/data`);
    expect(first).toEqual({
      code: 0,
      out: `已整理 ${folder}/data/甲.yaml\n整理了 1 份，1 份本来就整齐。\n`,
      err: '',
    });
    expect(readFileSync(`${folder}/data/甲.yaml`, 'utf8')).toBe(tidy);
    expect(readdirSync(`${folder}/data`).sort()).toEqual(['乙.yaml', '甲.yaml']);
    expect(await runCli('fmt', `${folder}/data`)).toMatchObject({ code: 0, out: '整理了 0 份，2 份本来就整齐。\n' });
  });

  it('--check changes nothing, names the files, and exits with 1; with 0 when all are in shape', async () => {
    const folder = folderWith({ 'data/甲.yaml': untidy, 'data/乙.yaml': tidy });
    const checked = await runCli('fmt', '--check', `${folder}/data`);
    expect(checked.code).toBe(1);
    expect(checked.out).toBe(`不整齐 ${folder}/data/甲.yaml\n1 份整齐，1 份不整齐；用 biaoli fmt 整理。\n`);
    expect(readFileSync(`${folder}/data/甲.yaml`, 'utf8')).toBe(untidy);
    expect(await runCli('fmt', '--check', `${folder}/data/乙.yaml`)).toMatchObject({
      code: 0,
      out: '1 份整齐，0 份不整齐。\n',
    });
  });

  it('a byte order mark is out of shape; the line ends that git puts in on Windows are not', async () => {
    const folder = folderWith({ 'bom.yaml': `\uFEFF${tidy}`, 'crlf.yaml': tidy.replaceAll('\n', '\r\n') });
    expect(await runCli('fmt', '--check', folder)).toMatchObject({
      code: 1,
      out: expect.stringContaining('1 份整齐，1 份'),
    });
    expect(await runCli('fmt', folder)).toMatchObject({ code: 0, out: expect.stringContaining('整理了 1 份') });
    expect(readFileSync(`${folder}/bom.yaml`, 'utf8')).toBe(tidy);
    expect(readFileSync(`${folder}/crlf.yaml`, 'utf8')).toBe(tidy.replaceAll('\n', '\r\n'));
  });

  it('an untidy file gets the line ends of Unix', async () => {
    const folder = folderWith({ 'a.yaml': untidy });
    await runCli('fmt', folder);
    expect(readFileSync(`${folder}/a.yaml`, 'utf8')).not.toContain('\r');
  });

  it('leaves a file with faults of syntax alone, says what they are, and goes on', async () => {
    const folder = folderWith({ '坏.yaml': `表: ${NAME}\n年度：2024\n`, '好.yaml': untidy });
    const { code, out, err } = await runCli('fmt', folder);
    expect(code).toBe(1);
    expect(err).toContain(`${folder}/坏.yaml:2:3 错误[S002]`);
    expect(err).toContain(`没有整理：${folder}/坏.yaml\n`);
    expect(err).toContain('共 1 个错误');
    expect(out).toBe(`已整理 ${folder}/好.yaml\n整理了 1 份，0 份本来就整齐，1 份有错误，没有动。\n`);
    expect(readFileSync(`${folder}/坏.yaml`, 'utf8')).toContain('年度：2024');
  });

  it('formats a record that breaks the rules of its form without a word of them', async () => {
    const folder = folderWith({ 'a.yaml': `没有的键:   1\n表: ${NAME}\n年度: 二〇二四\n` });
    expect(await runCli('fmt', folder)).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(`${folder}/a.yaml`, 'utf8')).toBe(`表: ${NAME}\n没有的键: 1\n年度: 二〇二四\n`);
  });

  it('formats a record of an unknown form but for its order, and says so', async () => {
    const folder = folderWith({ 'a.yaml': '乙:   1\n表: 没有的表\n' });
    const { code, err } = await runCli('fmt', folder);
    expect(code).toBe(0);
    expect(err).toBe(`${folder}/a.yaml：没有“没有的表”这张表，键的次序没有动。\n`);
    expect(readFileSync(`${folder}/a.yaml`, 'utf8')).toBe('乙: 1\n表: 没有的表\n');
  });

  it('does not touch what is no record: other YAML, and the files of templates', async () => {
    const others = { 'compose.yaml': 'a:   1\n', '某表/form.yaml': `表:   ${NAME}\n` };
    const folder = folderWith(others);
    const { code, out, err } = await runCli('fmt', folder, `${folder}/某表/form.yaml`);
    expect(code).toBe(0);
    expect(out).toBe('整理了 0 份，0 份本来就整齐。\n');
    expect(err).toContain('compose.yaml：没有写“表: 名称”，看不出是数据，没有动。');
    expect(err).toContain('form.yaml：是表的模板，不是数据，没有动。');
    for (const [name, text] of Object.entries(others)) expect(readFileSync(`${folder}/${name}`, 'utf8')).toBe(text);
  });

  it('two records of one name in two folders are no matter here', async () => {
    const folder = folderWith({ '一/a.yaml': untidy, '二/a.yaml': untidy });
    expect(await runCli('fmt', `${folder}/一/a.yaml`, `${folder}/二/a.yaml`)).toMatchObject({ code: 0, err: '' });
  });

  it('a link stays a link, and what it leads to is rewritten', async () => {
    const folder = folderWith({ 'there/甲.yaml': untidy });
    symlinkSync(`${folder}/there/甲.yaml`, `${folder}/甲.yaml`);
    expect(await runCli('fmt', `${folder}/甲.yaml`)).toMatchObject({ code: 0 });
    expect(lstatSync(`${folder}/甲.yaml`).isSymbolicLink()).toBe(true);
    expect(readFileSync(`${folder}/there/甲.yaml`, 'utf8')).toBe(tidy);
  });

  it('E001 for a file that is not there', async () => {
    expect(await runCli('fmt', `${folderWith()}/a.yaml`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('错误[E001]'),
    });
  });

  it('finds the form in the user’s own templates', async () => {
    const form = '表: 我的表\n字段:\n  甲: { 类型: 文字 }\n  乙: { 类型: 文字 }\n';
    const folder = folderWith({ 'forms/我的表/form.yaml': form, '数据.yaml': '乙: 1\n甲: 2\n表: 我的表\n' });
    writeFileSync(`${folder}/forms/我的表/form.hbs`, '');
    const result = await runCli('fmt', `${folder}/数据.yaml`, '--templates', `${folder}/forms`);
    expect(result).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(`${folder}/数据.yaml`, 'utf8')).toBe('表: 我的表\n甲: 2\n乙: 1\n');
  });
});

describe('a formatted record', { timeout: 60_000 }, () => {
  it.each(['渚源县/民政局-2024', '福田区/民政局-2024'])('%s is rendered to the same bytes as before', async (name) => {
    const folder = folderWith({ 'data/a.yaml': readFileSync(`data/${name}.yaml`) });
    const docx = async (out: string): Promise<Buffer> => {
      const rendered = await runCli('render', `${folder}/data`, '-o', `${folder}/${out}`, '-f', 'docx');
      expect(rendered.code).toBe(0);
      return readFileSync(`${folder}/${out}/a.docx`);
    };
    const before = await docx('before');
    expect((await runCli('fmt', `${folder}/data`)).code).toBe(0);
    expect((await docx('after')).equals(before)).toBe(true);
  });
});

describe('biaoli fmt -', () => {
  it('reads the standard input and writes the standard output, and nothing else', async () => {
    expect(await piped(untidy)).toEqual({ code: 0, out: tidy, err: '' });
    expect(await piped(tidy)).toEqual({ code: 0, out: tidy, err: '' });
  });

  it('--check writes nothing and exits with 1 where it is not in shape', async () => {
    expect(await piped(untidy, true)).toEqual({ code: 1, out: '', err: '' });
    expect(await piped(tidy, true)).toEqual({ code: 0, out: '', err: '' });
  });

  it('shows the faults of what it read, and writes nothing an editor could put in its place', async () => {
    const { code, out, err } = await piped('表：x\n');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('标准输入:1:2 错误[S002]');
    expect(err).toContain(' > 1 │ 表：x\n');
    expect(await piped(Uint8Array.of(0xff, 0xfe))).toMatchObject({
      code: 1,
      err: expect.stringContaining('错误[E004]'),
    });
  });

  it('gives back unchanged what is no record', async () => {
    expect(await piped('a:   1\n')).toMatchObject({ code: 0, out: 'a:   1\n', err: expect.stringContaining('没有动') });
  });

  it('stands alone', async () => {
    expect(await runCli('fmt', '-', 'data')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('单独') });
  });
});
