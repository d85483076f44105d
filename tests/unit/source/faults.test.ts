import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codes } from '../../../src/base/index.ts';
import { parseSource } from '../../../src/source/index.ts';
import { runs } from '../../support/runs.ts';
import { faults } from './read.ts';

/** Each text has exactly the fault beside it: `line:column code` and a piece of the message or advice. */
const single: readonly (readonly [string, string, string])[] = [
  ['', '1:1 S001', '例如“年度: 2024”'],
  ['# 只有注释\n', '1:1 S001', '只有注释'],
  ['---\n', '1:1 S001', '空的'],
  ['# 注\r年度: 2024\r', '1:4 S002', 'LF'],
  ['a:\n    b: 1\n  c: 2', '3:3 S002', '缩进没有对齐'],
  ['a:\n    b: 1\n# 注\n  c: 2', '4:3 S002', '缩进没有对齐'],
  ['a: 1\n  b: 2\n', '2:3 S002', '“b”比上一行缩进得深'],
  ['a: [1, 2\nb: 3\n', '1:4 S002', '缺“]”'],
  ['a: { x: 1\nb: 3\n', '1:4 S002', '缺“}”'],
  ['a: [1}\n', '1:6 S002', '改成“]”'],
  ['b: ]\n', '1:4 S002', '多了一个“]”'],
  ['a: "xxx\nb: 1\n', '1:4 S002', '引号 " 没有收口'],
  ["a: 'x\n", '1:4 S002', "引号 ' 没有收口"],
  ['a: "双百工程"项目\n', '1:10 S002', `写成 '"双百工程"项目'`],
  ['a: [2024]12号\n', '1:10 S002', "写成 '[2024]12号'"],
  ['a: >90%\nb: 1\n', '1:4 S002', "写成 '>90%'"],
  ['a: >5\nb: 1\n', '1:4 S002', '>5%'],
  ['a: |abc\n', '1:4 S002', "写成 '|abc'"],
  ['a: @x\n', '1:4 S002', "写成 '@x'"],
  ['a: %5\n', '1:4 S002', "写成 '%5'"],
  ['a: 一是: 二\n', '1:4 S002', "写成 '一是: 二'"],
  ['a: - b\n', '1:4 S002', '“- ”要另起一行'],
  ['a: "\\q"\n', '1:5 S002', '反斜杠'],
  ['a: "x"#c\n', '1:7 S002', '# 前面加一个空格'],
  ['a: [1, "3" 4]\n', '1:12 S002', '少了逗号'],
  ['a: {x: 1 y: 2}\n', '1:8 S002', '半角逗号'],
  ['a: { b, c: 1 }\n', '1:6 S002', '“b”没有冒号'],
  ['? a\n: b\n', '1:1 S002', '? 键'],
  ['[a]: 1\n', '1:1 S002', '一个词作键'],
  [': 1\n', '1:1 S002', '一个词作键'],
  ['a:\n\tb: 1\n', '2:1 S003', '空格'],
  ['a:\n  b: 1\n \tc: 2\n', '3:2 S003', '空格'],
  ['a: &x 1\n', '1:4 S005', '锚点'],
  ['a: *重点\n', '1:4 S005', "写成 '*重点'"],
  ['a: !!int 1\n', '1:4 S005', '标签'],
  ['<<: 1\n', '1:1 S005', '<<'],
  ['a: >\n  x\n  y\n', '1:4 S006', '改成“|”'],
  ['a: 一\n  二\n', '1:4 S006', '一段写成一行'],
  ['a: "一\n  二"\n', '1:4 S006', '一段写成一行'],
  ['a: 一\n  乙：二\n', '1:4 S006', '如果“乙：二”是另一项'],
  ['a: 1\n---\nb: 2\n', '2:1 S007', '另存一个文件'],
  ['%YAML 1.2\n---\na: 1\n', '1:1 S007', '删掉这一行'],
  ['a: x\u0007y\n', '1:5 S008', 'U+0007'],
  ['a: x\uE863y\n', '1:5 S008', '自造字 U+E863'],
  ['a: \uFFFD\uFFFD\n', '1:4 S008', 'U+FFFD'],
  ['a: \u{1FFFE}\n', '1:4 S008', 'U+1FFFE'],
  ['a: \u202Ex\n', '1:4 S008', 'U+202E'],
  ['a: 81\u200B.5\n', '1:6 S008', '看不见的字符 U+200B'],
  ['a: 2024\u200E\n', '1:8 S008', 'U+200E'],
  ['a: 2024\n基本\u200F支出: 1\n', '2:3 S008', 'U+200F'],
  ['a: |\n  甲\u2060乙\n', '2:4 S008', 'U+2060'],
  ['a: "x\\u200By"\n', '1:4 S008', 'U+200B'],
  ['a: "\\uE000"\n', '1:4 S008', 'U+E000'],
  ['a: "\\ud800"\n', '1:4 S008', 'U+D800'],
  ['a: "x\\ny"\n', '1:4 S008', '用“|”'],
  ['a: x\ty\n', '1:5 S008', '制表符'],
];

describe('faults of a YAML file', () => {
  it.each(single)('%j has exactly the fault %s', (text, place, words) => {
    const found = faults(text);
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(`${place} `)).toBe(true);
    expect(found[0]).toContain(words);
  });

  it('tells of a key that stands twice, with the place of the first', () => {
    const outcome = parseSource('f.yaml', '甲: 1\n乙: 2\n甲: 3\n');
    if (outcome.ok) throw new Error('two equal keys were accepted');
    expect(outcome.problems).toMatchObject([
      { code: 'S004', at: { start: 10 }, related: [{ at: { start: 0, end: 1 } }] },
    ]);
  });

  it('tells once of keys one after the other that stand twice: the line above them is gone', () => {
    expect(faults('列:\n  - 名: 甲\n    一: 1\n    二: 2\n    一: 3\n    二: 4\n')).toEqual([
      '5:5 S004 同一组里从“一”起 2 项又写了一遍 → 如果是另一条，在“一”上面补一行“- 名: ……”；如果写重了，只留一份。',
    ]);
    expect(faults('组:\n  一: 1\n  二: 2\n  一: 3\n  二: 4\n  三: 5\n  二: 6\n')).toEqual([
      '4:3 S004 同一组里从“一”起 2 项又写了一遍 → 如果是另一组，在“一”上面补一行那一组的键；如果写重了，只留一份。',
      '7:3 S004 同一组里“二”写了两次 → 只留一个；如果是两条并列的内容，各自用“- ”起头写成一列。',
    ]);
    expect(faults('列:\n  - 名: 甲\n    组:\n      一: 1\n    组:\n      一: 2\n')).toEqual([
      '5:5 S004 同一组里“组”写了两次 → 如果是另一条，在“组”上面补一行“- 名: ……”；如果写重了，只留一份。',
    ]);
    expect(faults('列:\n  - { 名: 甲, 值: 1, 值: 2 }\n  - { 名: 甲, 值: 1, 名: 乙, 值: 2 }\n')).toEqual([
      '2:19 S004 同一组里“值”写了两次 → 只留一个；如果是两条并列的内容，各自写成“- { …… }”。',
      '3:19 S004 同一组里从“名”起 2 项又写了一遍 → 只留一份；如果是两条并列的内容，各自写成“- { …… }”。',
    ]);
    expect(faults('组:\n  一: 1\n  一: 2\n  一: 3\n')).toEqual([
      '3:3 S004 同一组里“一”写了 3 次 → 只留一个；如果是两条并列的内容，各自用“- ”起头写成一列。',
    ]);
  });

  it('tells of all faults of a file at once, in the order of their places', () => {
    const found = faults('甲: *x\n乙: 一\n  二\n丙：三\n丁: "\uE000"\n甲: 1\n');
    expect(found.map((one) => one.slice(0, 8))).toEqual(['1:4 S005', '2:4 S006', '4:2 S002', '5:5 S008', '6:1 S004']);
  });

  it('tells of a bracket too many once, and of what is wrong below it', () => {
    const found = faults('甲: }\n乙:\n  - 一\n  - { 丙: 1 } }\n  - 二\n丁：2\n戊: [1, { 己: 2 ] ]\n庚: 3\n');
    expect(found.map((one) => one.split(' → ')[0])).toEqual([
      '1:4 S002 多了一个“}”',
      '4:14 S002 多了一个“}”',
      '6:2 S002 “丁”后面用了全角冒号“：”',
      '7:15 S002 这里的“]”应是“}”',
    ]);
  });

  it('leaves private-use characters in comments alone', () => {
    expect(faults('a: 1 # \uE000\n')).toEqual([]);
  });

  it('reads joiners that emoji and scripts need', () => {
    expect(faults('a: 👩\u200D👧\nb: \u{1F3F4}\u{E0067}\u{E007F}\nc: می\u200Cخواهم\n')).toEqual([]);
  });

  it('reads colons, quotes and brackets inside a text as text', () => {
    expect(faults('a: 时间12:30，见“甲[1]”{x} # y\nb: http://a.cn/?b\nc: -5\nd: ≥90%\n')).toEqual([]);
  });
});

describe('a clerk’s slips at the colon', () => {
  it.each([
    ['年度:2024\n表: x\n', '1:3 S002 “年度”后面的冒号没有跟空格 → 写成“年度: 2024”'],
    ['表: x\n部门名称：民政局\n年度: 2024\n', '2:5 S002 “部门名称”后面用了全角冒号“：” → 写成“部门名称: 民政局”'],
    ['表: x\n部门名称：民政局\n', '2:5 S002 “部门名称”后面用了全角冒号“：”'],
    ['部门名称：民政局', '1:5 S002 “部门名称”后面用了全角冒号“：”'],
    ['任务:\n  - 名称：甲\n    金额: 3\n    备注: x\n', '2:7 S002 “名称”后面用了全角冒号“：” → 写成“名称: 甲”'],
    ['基本信息：\n  人数: 43\n  单位数: 0\n年度: 2024\n', '1:5 S002 “基本信息”后面用了全角冒号“：” → 写成“基本信息:”'],
    ['{总额:1219.80, 财政: 1}', '1:4 S002 { } 里的冒号后面没有空格 → 写成“{总额: 1219.80, 财政: 1}”'],
    ['a: 1\n第二段\n', '2:1 S002 “第二段”没有冒号'],
  ])('%j is understood', (text, expected) => {
    const found = faults(text);
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(expected)).toBe(true);
  });

  it('are told line by line', () => {
    expect(faults('表：大朗\n年度：2024\n').map((one) => one.slice(0, 3))).toEqual(['1:2', '2:3']);
  });
});

describe('any text at all', () => {
  const piece = fc.constantFrom(
    ...[
      'a: ',
      '中：',
      '- ',
      '\n',
      '  ',
      '\t',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      '|',
      '>',
      '*x',
      '&y',
      '!z',
      '# ',
      '%',
    ],
    ...['? ', ': ', '---\n', '...\n', 'x', '\\', '\uE000', '\r\n', '\r', '\u0007', '|2\n', '@', '`', '<<: ', '\uFEFF'],
  );

  it('is read or refused in Chinese, at a place inside the text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const outcome = parseSource('f.yaml', text);
        if (outcome.ok) return;
        for (const { at, code, message, advice } of outcome.problems) {
          expect(at.start).toBeGreaterThanOrEqual(0);
          expect(at.end).toBeGreaterThanOrEqual(at.start);
          expect(at.end).toBeLessThanOrEqual(text.length);
          expect(codes[code]).toBeDefined();
          expect(message).toMatch(/\p{Script=Han}/u);
          expect(advice).toMatch(/[。]$/u);
          expect(message + advice).not.toMatch(/\b(?:must|should|Unexpected|not|with|the)\b/u);
        }
      }),
      { numRuns: runs(1500) },
    );
  });
});
