import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findInstall } from '../../../src/cli/install.ts';
import { run } from '../../../src/cli/run.ts';
import { folderWith, runCli } from './support.ts';

const record = path.resolve('data/福田区/民政局-2024.yaml');

describe('help and version', () => {
  it.each([[['--help']], [['render', '--help']], [['check', '-h']], [['help', 'read']], [['forms', '-h']]])(
    '%j is in Chinese, to the end, and exits with 0',
    async (args) => {
      const { code, out, err } = await runCli(...args);
      expect(code).toBe(0);
      expect(err).toBe('');
      expect(out).toContain('用法：');
      expect(out).not.toMatch(/Usage|Options|Arguments|Commands|display|default|choices/u);
    },
  );

  it('each command has an example', async () => {
    for (const command of ['render', 'check', 'fmt', 'read', 'forms'])
      expect((await runCli(command, '--help')).out).toContain(`例：\n  biaoli ${command}`);
  });

  it('--version is the package’s', async () => {
    expect(await runCli('--version')).toEqual({ code: 0, out: `${findInstall().version}\n`, err: '' });
  });
});

describe('wrong usage exits with 2 and says in Chinese what is wrong', () => {
  it.each([
    [['rendr', 'x'], '没有“rendr”这个命令。是不是“render”？'],
    [['印'], '可用的命令：render、check、'],
    [['render'], '缺少参数“输入”'],
    [['render', 'x', '--fromat', 'pdf'], '没有“--fromat”这个选项。是不是“--format”？'],
    [['render', 'x', '--format'], '后面要有一个值'],
    [['render', 'x', '--format', 'png'], '没有“png”这种格式'],
    [['render', 'x', '--format', ','], '可以写 pdf、docx'],
    [['render', 'x', '--watch', '--verify'], '--watch 和 --verify 不能同时用'],
    [['render', 'x', '--watch', '--report', 'a.json'], '--watch 和 --report 不能同时用'],
    [['render', 'x', '--watch', '--jobs', '1'], '--watch 和 --jobs 不能同时用'],
    [['render', 'x', '--watch', '-q'], '--watch 和 --quiet 不能同时用'],
    [['render', 'x', '--verify', '--prune'], '--verify 和 --prune 不能同时用'],
    [['render', 'x', '-o', ''], '-o 后面要写名称，不能空着'],
    [['read', 'x', '-o', ' '], '-o 后面要写名称，不能空着'],
    [['read', 'a', 'b'], '参数太多'],
    [['read', 'a', '--as', 'html'], '不能写“html”'],
    [['render', 'x', '--jobs', '100000'], '1 到 99999 的整数，不能写“100000”'],
    [['pack', 'x'], '一定要写“-o, --out <文件>”'],
    [['--verbose', 'render', 'x'], '“--verbose”要写在命令后面，例如 biaoli render --verbose'],
    [['--format', 'json', 'check', 'x'], '“--format”要写在命令后面，例如 biaoli check --format'],
    [['check', 'x', '--jobs=2'], 'check 没有“--jobs”这个选项，render 才有'],
    [['check', 'x', '-o', 'y'], 'check 没有“-o”这个选项，render、pack、diff、read、schema 才有'],
    [['forms', '--body'], '可用的选项：--check、--templates、--fonts、--help'],
    [['render', 'x', '--fromat', 'pdf'], '用 biaoli render --help 看用法'],
    [['help', 'rendr'], '没有“rendr”这个命令。是不是“render”？'],
    [['fmt', ''], '有一处是空的'],
    [['render', 'x', '--templates', ' '], '有一处是空的'],
    [['diff', '--from', ''], '有一处是空的'],
  ])('%j', async (args, words) => {
    const { code, out, err } = await runCli(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(words);
    expect(err).not.toMatch(/error|unknown|Did you mean|invalid/u);
  });

  it('no command at all shows the help', async () => {
    const { code, err } = await runCli();
    expect(code).toBe(2);
    expect(err).toContain('命令：');
    expect(err).not.toContain('用 biaoli --help');
  });
});

describe('a fault of ours', () => {
  it('exits with 70, asks to report it, and shows the stack', async () => {
    let err = '';
    const code = await run(['--version'], {
      out: () => {
        throw new Error('broken terminal');
      },
      err: (text) => {
        err += text;
      },
      color: { out: false, err: false },
    });
    expect(code).toBe(70);
    expect(err).toContain('开发者');
    expect(err).toMatch(/broken terminal\n\s+at /u);
  });
});

describe('commands', { timeout: 60_000 }, () => {
  it('render writes each format under the mirrored path, and says so', async () => {
    const out = `${folderWith()}/out`;
    const result = await runCli('render', record, '--out', out);
    expect(result).toMatchObject({ code: 0 });
    expect(readdirSync(`${out}/福田区`).toSorted()).toEqual(['民政局-2024.docx', '民政局-2024.pdf']);
    expect(result.out).toMatch(/^已生成 .*\/福田区\/民政局-2024\.pdf（\d+页）\n已生成 .*\.docx\n共生成 1 份。\n$/u);
  });

  it('render goes on after a faulty record, exits with 1, and writes nothing for it', async () => {
    const folder = folderWith({ 'in/坏.yaml': '表: 没有的表\n', 'in/空.yaml': '' });
    writeFileSync(`${folder}/in/好.yaml`, readFileSync(record));
    const { code, out, err } = await runCli('render', `${folder}/in`, '-o', `${folder}/out`, '-f', 'DOCX');
    expect(code).toBe(1);
    expect(readdirSync(`${folder}/out`)).toEqual(['.biaoli', '好.docx']);
    expect(out).toContain('生成 1 份，2 份有错误');
    expect(err).toContain('错误[B001]');
    expect(err).toContain('错误[S001]');
    expect(err).toMatch(/共 2 个错误/u);
  });

  it('check writes nothing and counts', async () => {
    const folder = folderWith({ 'in/坏.yaml': '表：x\n' });
    const good = await runCli('check', record);
    expect(good).toMatchObject({ code: 0 });
    expect(good.out).toContain('1 份没有错误（1 份有警告）');
    const bad = await runCli('check', record, `${folder}/in`);
    expect(bad).toMatchObject({ code: 1 });
    expect(bad.out).toContain('1 份没有错误（1 份有警告），1 份有错误');
    expect(bad.err).toContain('全角冒号');
    expect(existsSync(`${folder}/out`)).toBe(false);
  });

  it('read gives back what render wrote, from either format', async () => {
    const out = folderWith();
    await runCli('render', record, '-o', out);
    for (const [format, as] of [
      ['docx', 'text'],
      ['docx', 'table'],
      ['pdf', 'text'],
      ['pdf', 'table'],
    ]) {
      const { code, out: text } = await runCli('read', `${out}/福田区/民政局-2024.${format}`, '--as', `${as}`);
      expect(code).toBe(0);
      expect(text).toContain('1020.135');
    }
    const [docx, pdf] = await Promise.all(
      ['docx', 'pdf'].map((format) => runCli('read', `${out}/福田区/民政局-2024.${format}`, '--as', 'table')),
    );
    expect(pdf?.out).toBe(docx?.out);
  });

  it('read and verify say that a record is neither of the documents they read', async () => {
    const file = `${folderWith({ 'a.yaml': '表: 甲' })}/a.yaml`;
    for (const command of ['read', 'verify']) {
      const { code, err } = await runCli(command, file);
      expect(code).toBe(1);
      expect(err).toContain('错误[D001] 这不是 PDF，也不是 DOCX');
    }
  });

  it('read refuses what is neither', async () => {
    const folder = folderWith({ 'a.docx': 'no zip' });
    const { code, err } = await runCli('read', `${folder}/a.docx`);
    expect(code).toBe(1);
    expect(err).toMatch(/错误\[[A-Z]\d{3}\]/u);
  });

  it('forms lists the forms and the fields of one', async () => {
    const list = await runCli('forms');
    expect(list).toMatchObject({ code: 0 });
    const [first = ''] = list.out.split('\n');
    const one = await runCli('forms', first);
    expect(one).toMatchObject({ code: 0 });
    expect(one.out.startsWith(`表: ${first}\n`)).toBe(true);
    expect(one.out).toContain('部门');
    expect(await runCli('forms', `${first}x`)).toMatchObject({ code: 1, err: expect.stringContaining(first) });
  });
});

describe('finding the installation', () => {
  it('goes up to the package.json of biaoli, past those of others', () => {
    const folder = folderWith({
      'package.json': '{"name":"biaoli","version":"9.8.7"}',
      'dist/package.json': '{"name":"other","version":"1.0.0"}',
    });
    expect(findInstall(`${folder}/dist/biaoli.js`)).toEqual({
      version: '9.8.7',
      templates: `${folder}/templates`,
      fonts: `${folder}/fonts`,
    });
  });

  it('throws outside of one', () => {
    expect(() => findInstall(`${folderWith()}/biaoli.js`)).toThrow('package.json');
  });
});
