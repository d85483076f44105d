import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { biaoli, type Ran, root } from '../support/bundle.ts';

const good = readFileSync(join(root, 'data/大朗镇/公共服务办公室-2024.yaml'), 'utf8');
const replaced = (from: string, to: string): string => {
  if (!good.includes(from)) throw new Error(`the record lacks ${from}`);
  return good.replace(from, to);
};
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

type Case = {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly says: readonly (string | RegExp)[];
};

const tooWide = replaced('拟投入的资金: 8400000', '拟投入的资金: 840万');
const cases: readonly Case[] = [
  {
    name: 'GBK 编码',
    // 表: 大 in GBK, then a byte order that UTF-8 does not know.
    content: Uint8Array.from([0xb1, 0xed, 0x3a, 0x20, 0xb4, 0xf3, 0xc0, 0xca, 0x0a]),
    says: ['错误[E004]', 'GBK', 'UTF-8'],
  },
  { name: '空文件', content: '', says: ['错误[S001]'] },
  { name: '只有注释', content: '# 还没有写\n', says: ['错误[S001]'] },
  { name: '括号没有配对', content: replaced('基本信息:', '基本信息: { 财政供养人员数: 43'), says: ['错误[S002]'] },
  { name: '制表符缩进', content: replaced('  财政供养人员数', '\t财政供养人员数'), says: ['错误[S003]'] },
  { name: '键重复', content: replaced('年度: 2024', '年度: 2024\n年度: 2025'), says: ['错误[S004]', '年度'] },
  {
    name: '锚点爆炸',
    content: `表: &a [一, 一]\n乙: &b [*a, *a, *a, *a]\n丙: &c [*b, *b, *b, *b]\n丁: [*c, *c, *c, *c]\n`,
    says: ['错误[S005]'],
  },
  {
    name: '不认识的键',
    content: replaced('总体绩效目标:', '总体绩效目际:'),
    says: ['错误[R002]', '是不是“总体绩效目标”？'],
  },
  {
    name: '缺必填项',
    content: replaced('部门名称: 东莞市大朗镇公共服务办公室\n', ''),
    says: ['错误[R003]', '缺“部门名称”'],
  },
  {
    name: '类型不对',
    content: replaced('财政供养人员数: 43', '财政供养人员数: 四十三人'),
    says: ['错误[I2]', '四十三人'],
  },
  {
    name: '金额带万字',
    content: tooWide,
    says: [new RegExp(`:${lineOf(tooWide, '840万')}:13 错误\\[R004\\]`), '写成 8400000。', '^^^^^'],
  },
  {
    name: '金额分节不对',
    content: replaced('拟投入的资金: 8400000', '拟投入的资金: 1,2,3'),
    says: ['错误[R004]', '1,2,3'],
  },
  {
    name: '两处错都说',
    content: replaced('拟投入的资金: 8400000', '拟投入的资金: 840万').replace('项目支出: 142', '项目支出: 一百'),
    says: ['840万', '一百'],
  },
  {
    name: '没有这张表',
    content: replaced('表: 大朗镇部门整体预算绩效目标表', '表: 大郎镇部门整体预算绩效目标表'),
    says: ['错误[B001]', '是不是“大朗镇部门整体预算绩效目标表”？'],
  },
  { name: '没有写哪张表', content: replaced('表: 大朗镇部门整体预算绩效目标表\n', ''), says: ['错误[R001]'] },
  { name: '没有适用的版本', content: replaced('年度: 2024', '年度: 2031'), says: ['错误[B006]', '2031'] },
  {
    name: '没有字体的字',
    content: replaced('部门名称: 东莞市', '部门名称: \u{2ebf0}莞市'),
    says: ['错误[T001]', 'U+2EBF0'],
  },
  { name: '私用区的字', content: replaced('部门名称: 东莞市', '部门名称: \ue000莞市'), says: ['错误[S008]'] },
  { name: '折行的长文', content: replaced('年度: 2024', '年度: >\n  2024'), says: ['错误[S006]'] },
  { name: '五十兆', content: new Uint8Array(50 * 1024 * 1024).fill(0x61), says: ['错误[E003]'] },
];

let home: string;
let ran: Ran;
const data = (): string => join(home, 'data');

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'biaoli-坏输入-'));
  mkdirSync(data());
  writeFileSync(join(data(), '好的.yaml'), good);
  for (const { name, content } of cases) writeFileSync(join(data(), `${name}.yaml`), content);
  ran = await biaoli(['render', 'data', '-o', 'out'], { cwd: home });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const blockOf = (file: string): string => {
  const lines = ran.err.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`data/${file}`));
  const rest = lines.slice(from);
  const until = rest.findIndex((line) => line.startsWith('data/') && !line.startsWith(`data/${file}`));
  return from === -1 ? '' : rest.slice(0, until === -1 ? rest.length : until).join('\n');
};

describe('a folder with one good record among faulty ones', () => {
  test('exits with 1, writes the good record and nothing of the others', () => {
    expect(ran.code).toBe(1);
    expect(readdirSync(join(home, 'out')).toSorted()).toEqual(['.biaoli', '好的.docx', '好的.pdf']);
  });

  test('never shows a stack trace or an English message', () => {
    expect(ran.err).not.toMatch(/\n\s+at .*[:(]\d+|Error:|undefined/);
    for (const line of ran.err.split('\n')) expect(line).not.toMatch(/\[[A-Z]\d{3}\](?!.*\p{Script=Han})/u);
  });

  test.each(cases)('$name: says where, what and what to do', ({ name, says }) => {
    const block = blockOf(`${name}.yaml`);
    expect(block).toContain('办法：');
    for (const part of says)
      expect(block).toMatch(typeof part === 'string' ? new RegExp(part.replace(/[[\]().*+?^$|\\]/g, '\\$&')) : part);
  });
});

describe('places that cannot be read or written', () => {
  test('a folder without YAML', async () => {
    mkdirSync(join(home, '空'));
    const { code, err } = await biaoli(['render', '空', '-o', 'out'], { cwd: home });
    expect({ code, says: err.includes('错误[E005]') }).toEqual({ code: 1, says: true });
  });

  test('a file that is not there', async () => {
    const { code, err } = await biaoli(['check', '没有.yaml'], { cwd: home });
    expect({ code, says: err.includes('错误[E001]') }).toEqual({ code: 1, says: true });
  });

  test('an output folder that is a file: nothing is half-written', async () => {
    writeFileSync(join(home, '挡路'), '原来的');
    const { code, err } = await biaoli(['render', 'data/好的.yaml', '-o', '挡路'], { cwd: home });
    expect({ code, says: err.includes('错误[E006]') }).toEqual({ code: 1, says: true });
    expect(readFileSync(join(home, '挡路'), 'utf8')).toBe('原来的');
  });

  test('an unreadable record and a read-only folder', async ({ skip }) => {
    // Nothing is closed to root: then the child is run as somebody else, if that one may read the bundle at all.
    const somebody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const probe = await biaoli(['--version'], { cwd: '/', ...somebody });
    if (probe.code !== 0) skip('nobody but root may run the bundle here');
    chmodSync(home, 0o755);
    writeFileSync(join(home, '锁.yaml'), good);
    chmodSync(join(home, '锁.yaml'), 0o000);
    mkdirSync(join(home, '只读'), { mode: 0o555 });
    const unreadable = await biaoli(['check', '锁.yaml'], { cwd: home, ...somebody });
    expect(unreadable).toMatchObject({ code: 1, err: expect.stringContaining('错误[E002]') });
    const readOnly = await biaoli(['render', 'data/好的.yaml', '-o', '只读'], { cwd: home, ...somebody });
    expect(readOnly).toMatchObject({ code: 1, err: expect.stringContaining('错误[E006]') });
    expect(readdirSync(join(home, '只读'))).toEqual([]);
  });

  test('check finds what render finds and writes nothing', async () => {
    cpSync(data(), join(home, '另一处/data'), { recursive: true });
    const { code, err } = await biaoli(['check', 'data'], { cwd: join(home, '另一处') });
    expect(code).toBe(1);
    expect(err.match(/错误\[[A-Z]\d+\]/g)).toEqual(ran.err.match(/错误\[[A-Z]\d+\]/g));
    expect(existsSync(join(home, '另一处/out'))).toBe(false);
  });
});

describe('wrong usage', () => {
  test.each([
    [['rendr', 'data'], 'render'],
    [['render'], '缺少参数'],
    [['render', 'data', '--format', 'odt'], 'odt'],
    [['read', 'a.txt', '--as', 'yaml9'], 'yaml9'],
  ])('%j exits with 2', async (args, says) => {
    const { code, err, out } = await biaoli(args, { cwd: home });
    expect(code).toBe(2);
    expect(err + out).toContain(says);
  });
});
