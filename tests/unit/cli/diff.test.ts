import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { change, commit, FILE, git, inFolder, other, record, repositories, revised } from './diff-folders.ts';
import { folderWith, runCli } from './support.ts';

const inRepository = repositories();

describe('biaoli diff compares', () => {
  it('two files', async () => {
    inFolder({ '旧.yaml': record, '新.yaml': revised });
    expect(await runCli('diff', '旧.yaml', '新.yaml')).toEqual({
      code: 0,
      out: `旧.yaml → 新.yaml：改 1 处\n${change}`,
      err: '',
    });
    expect((await runCli('diff', '旧.yaml', '旧.yaml')).out).toBe('旧.yaml：没有改动\n');
  });

  it('a file with its last commit', async () => {
    inRepository({ [FILE]: record });
    expect((await runCli('diff', FILE)).out).toBe(`${FILE}：没有改动\n`);
    writeFileSync(FILE, revised);
    expect(await runCli('diff', FILE)).toEqual({ code: 0, out: `${FILE}：改 1 处\n${change}`, err: '' });
  });

  it('a file from a folder below the top of the repository, and from outside of it', async () => {
    const folder = inRepository({ [FILE]: record });
    writeFileSync(FILE, revised);
    process.chdir(path.dirname(FILE));
    expect((await runCli('diff', path.basename(FILE))).out).toContain(change);
    process.chdir('/');
    expect((await runCli('diff', path.join(folder, FILE))).out).toContain(change);
  });

  it('revisions as git writes them, the index among them', async () => {
    inRepository({ [FILE]: record });
    writeFileSync(FILE, revised);
    const told = `${change}`;
    expect((await runCli('diff', `HEAD:${FILE}`, FILE)).out).toBe(`${FILE}：改 1 处\n${told}`);
    expect((await runCli('diff', `:${FILE}`, FILE)).out).toContain(told);
    git('add', '--all');
    expect((await runCli('diff', `:${FILE}`, FILE)).out).toContain('没有改动');
    expect((await runCli('diff', `HEAD:${FILE}`, `:${FILE}`)).out).toContain(told);
  });

  it('all records between two revisions: changed, added, removed and renamed ones, and no other YAML', async () => {
    inRepository({ [FILE]: record, 'data/乙.yaml': other, 'templates/甲/form.yaml': '表: 甲\n', '.ci.yml': 'a: 1\n' });
    rmSync('data/乙.yaml');
    renameSync(FILE, 'data/大朗镇/改了名-2024.yaml');
    writeFileSync('data/大朗镇/改了名-2024.yaml', revised);
    writeFileSync('data/丙.yaml', other.replace('增城区民政局', '从化区民政局').replaceAll('推进', '做好'));
    writeFileSync('templates/甲/form.yaml', '表: 乙\n');
    writeFileSync('.ci.yml', 'a: 2\n');
    commit();
    const { code, out, err } = await runCli('diff', '--from', 'HEAD~1', '--to', 'HEAD');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`data/大朗镇/改了名-2024.yaml（原来叫 ${FILE}）：改 1 处\n${change}`);
    expect(out).not.toMatch(/form\.yaml|\.ci\.yml/);
    // git may see the new file as a renamed one, or as one gone and one new.
    expect(out).toMatch(
      /data\/丙\.yaml（原来叫 data\/乙\.yaml）|data\/乙\.yaml：删去的一份（增城区部门整体预算绩效目标申报表）/,
    );
    const inFolderOnly = await runCli('diff', '--from', 'HEAD~1', '--to', 'HEAD', 'data/大朗镇');
    expect(inFolderOnly.out).not.toContain('丙');
  });

  it('all that is not committed yet, new files among them', async () => {
    inRepository({ [FILE]: record });
    writeFileSync(FILE, revised);
    mkdirSync('data/新区');
    writeFileSync('data/新区/新.yaml', other);
    const expected = `${FILE}：改 1 处\n${change}\ndata/新区/新.yaml：新增的一份（增城区部门整体预算绩效目标申报表）\n`;
    expect((await runCli('diff')).out).toBe(expected);
    expect((await runCli('diff', 'data')).out).toBe(expected);
    expect((await runCli('diff', '--from', 'main', 'data')).out).toBe(expected);
    commit();
    expect((await runCli('diff')).out).toBe('没有改动。\n');
  });
});

describe('a single file that git knows in another way', () => {
  const added = `${FILE}：新增的一份（大朗镇部门整体预算绩效目标表）\n`;

  it('is new, from its own folder as well, though git is told to ignore it', async () => {
    inRepository({ 'data/乙.yaml': other });
    mkdirSync(path.dirname(FILE), { recursive: true });
    writeFileSync(FILE, record);
    expect(await runCli('diff', FILE)).toEqual({ code: 0, out: added, err: '' });
    writeFileSync('.gitignore', 'data/大朗镇\n');
    expect((await runCli('diff', FILE)).out).toBe(added);
    process.chdir(path.dirname(FILE));
    expect((await runCli('diff', path.basename(FILE))).out).toContain('：新增的一份');
  });

  it('is gone, with its folder as well', async () => {
    inRepository({ [FILE]: record, 'data/乙.yaml': other });
    rmSync(path.dirname(FILE), { recursive: true });
    const gone = `${FILE}：删去的一份（大朗镇部门整体预算绩效目标表）\n`;
    expect(await runCli('diff', FILE)).toEqual({ code: 0, out: gone, err: '' });
    expect((await runCli('diff', path.dirname(FILE))).out).toBe(gone);
  });

  it('is renamed, whether git was told or not, and found by either name', async () => {
    inRepository({ [FILE]: record, 'data/乙.yaml': other });
    const name = 'data/改了名.yaml';
    renameSync(FILE, name);
    writeFileSync(name, revised);
    const told = `${name}（原来叫 ${FILE}）：改 1 处\n${change}`;
    for (const args of [[], [name], [FILE], ['--from', 'HEAD', name], ['data/大朗镇']])
      expect(await runCli('diff', ...args)).toEqual({ code: 0, out: told, err: '' });
    commit();
    expect((await runCli('diff', '--from', 'HEAD~1', '--to', 'HEAD', name)).out).toBe(told);
  });
});

describe('a repository without a commit', () => {
  it('has only new files', async () => {
    inFolder({ [FILE]: record });
    git('init', '--quiet', '--initial-branch=main');
    const added = `${FILE}：新增的一份（大朗镇部门整体预算绩效目标表）\n`;
    for (const args of [[], [FILE], ['data'], ['--from', 'HEAD']])
      expect((await runCli('diff', ...args)).out).toBe(added);
    expect((await runCli('diff', '--from', 'main')).err).toContain('没有“main”这个版本：这个分支一次也没有提交过');
  });

  it('is compared with its first commit by the empty tree', async () => {
    inRepository({ [FILE]: record });
    const empty = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
    expect((await runCli('diff', '--from', empty, '--to', 'HEAD')).out).toBe(
      `${FILE}：新增的一份（大朗镇部门整体预算绩效目标表）\n`,
    );
  });
});

describe('paths', () => {
  it.each([[['--from', 'HEAD', 'nosuch']], [['nosuch']], [['--from', 'HEAD', 'data', '../nosuch']]])(
    'that are nowhere are told: %s',
    async (args) => {
      inRepository({ [FILE]: record });
      const { code, out, err } = await runCli('diff', ...args);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('nosuch 错误[E001] 没有这个文件或文件夹');
    },
  );

  it('that lie outside of the repository are told', async () => {
    const elsewhere = folderWith({ 'a.yaml': record });
    inRepository({ [FILE]: record });
    expect((await runCli('diff', '--from', 'HEAD', elsewhere)).err).toContain(`“${elsewhere}”不在这个 git 仓库里`);
  });
});

describe('the exit code', () => {
  it('is 0 with differences and without, unless --exit-code asks', async () => {
    inFolder({ '旧.yaml': record, '新.yaml': revised, '注.yaml': `# 核对过\n${record}` });
    expect((await runCli('diff', '旧.yaml', '新.yaml')).code).toBe(0);
    expect((await runCli('diff', '旧.yaml', '新.yaml', '--exit-code')).code).toBe(1);
    expect((await runCli('diff', '旧.yaml', '旧.yaml', '--exit-code')).code).toBe(0);
    expect(await runCli('diff', '旧.yaml', '注.yaml', '--exit-code')).toEqual({
      ...{ code: 0, err: '' },
      out: '旧.yaml → 注.yaml：只改了不印出来的地方\n',
    });
  });

  it('is 2 for wrong usage, said in Chinese', async () => {
    expect(await runCli('diff', 'a', 'b', 'c')).toMatchObject({ code: 2, out: '' });
    expect((await runCli('diff', '--to', 'main')).err).toContain('写了 --to，也要写 --from。');
    expect((await runCli('diff', '--from', 'main..HEAD')).err).toContain('把“main..HEAD”写成 --from main --to HEAD。');
    expect((await runCli('diff', 'v1.0..')).err).toContain('写成 --from v1.0 --to HEAD。');
    expect((await runCli('diff', '--from', 'a/b...c')).err).toContain('写成 --from "$(git merge-base a/b c)" --to c。');
    expect((await runCli('diff', 'a', 'b', '--as', 'html')).err).toContain('不能写“html”');
  });
});

describe('a record with errors', () => {
  it('is told at its own side, with the line, and the others are compared', async () => {
    inRepository({ [FILE]: record.replace('项目支出: 142', '项目支出: 一百'), 'data/乙.yaml': other });
    writeFileSync(FILE, revised);
    writeFileSync('data/乙.yaml', other.replace('基本支出: 3109.75', '基本支出: 3110'));
    const { code, out, err } = await runCli('diff');
    expect(code).toBe(1);
    expect(err).toMatch(new RegExp(`HEAD:${FILE}:\\d+:\\d+ 错误\\[R004\\]`));
    expect(err).toContain('│     项目支出: 一百');
    expect(out).toContain(`${FILE}：有错误，没有比\n`);
    expect(out).toContain('基本支出：3,109.75 → 3,110.00');
    expect((await runCli('diff', '--as', 'markdown')).out).toMatch(/- HEAD:data\/.*-2024\.yaml:\d+:\d+：/);
  });
});

describe('what git cannot give is said in Chinese', () => {
  it.each([
    ['an unknown revision', ['--from', 'nirgends'], 'E009', 'git 里没有“nirgends”这个版本'],
    ['an option in the place of a revision', ['--from=--output=x'], 'E009', '没有“--output=x”这个版本'],
    ['an unknown revision of a file', [`nirgends:${FILE}`, FILE], 'E009', '看看版本名有没有打错'],
    ['a file that the revision lacks', ['HEAD:data/没有.yaml', FILE], 'E010', '“HEAD”里没有“data/没有.yaml”这个文件'],
    ['a file that is not there', ['data/没有.yaml'], 'E001', '没有这个文件或文件夹'],
  ])('%s', async (_, args, code, words) => {
    inRepository({ [FILE]: record });
    const { code: exitCode, out, err } = await runCli('diff', ...args);
    expect(exitCode).toBe(1);
    expect(out).not.toContain('改 ');
    expect(err).toContain(`错误[${code}]`);
    expect(err).toContain(words);
    expect(err).not.toMatch(/fatal|usage:/u);
  });

  it('a path that begins below the top is advised on', async () => {
    inRepository({ [FILE]: record });
    process.chdir('data/大朗镇');
    const { err } = await runCli('diff', 'HEAD:公共 服务-2024.yaml', '公共 服务-2024.yaml');
    expect(err).toContain('从当前文件夹写起就写成 HEAD:./公共 服务-2024.yaml。');
  });

  it('a folder outside every repository', async () => {
    inFolder({ 'a.yaml': record });
    for (const args of [[], ['a.yaml'], ['--from', 'main']])
      expect((await runCli('diff', ...args)).err).toContain('错误[E008] 这个文件夹不在 git 仓库里');
  });

  it('a computer without git', async () => {
    inFolder({ 'a.yaml': record });
    const known = process.env.PATH;
    process.env.PATH = '/nirgends';
    onTestFinished(() => {
      process.env.PATH = known ?? '';
    });
    expect((await runCli('diff', 'a.yaml')).err).toContain('错误[E008] 这台电脑上没有 git');
    expect((await runCli('diff', 'a.yaml', 'a.yaml')).out).toBe('a.yaml：没有改动\n');
  });
});
