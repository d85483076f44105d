import { describe, expect, test } from 'vitest';
import { formWith, successOf } from '../blueprint/support.ts';
import { faultsOf, recordOf, texts } from './support.ts';

const form = formWith(
  '指标: { 类型: 指标, 体系: 甲类, 列: { 名: { 类型: 文字, 必填: 是 }, 值: 指标值 } }'.replace('值:', '量:'),
);
const under = (lines: string): string => `表: 表一\n指标:\n${lines}\n`;
const faults = (lines: string): string[] => faultsOf(form, under(lines));
const read = (lines: string): unknown => texts(successOf(recordOf(form, under(lines))).root);

describe('names in their places', () => {
  test('rows stand under names of level two, and right under names of level one', () => {
    expect(read('  产出:\n    数量: [{ 名: 甲, 量: ≥1 }]\n    质量: []\n  满意:\n    - { 名: 乙 }')).toEqual({
      指标: [
        ['产出', ['数量', { 名: '甲', 量: '≥1' }], ['质量', { 名: '', 量: '' }]],
        ['满意', { 名: '乙', 量: '' }],
      ],
    });
  });

  test('where nothing stands one empty row is printed: a header without rows is no table', () => {
    const blank = ['', { 名: '', 量: '' }];
    expect(texts(successOf(recordOf(form, '表: 表一\n指标:\n')).root)).toEqual({ 指标: [blank] });
    expect(texts(successOf(recordOf(form, '表: 表一\n指标: {}\n')).root)).toEqual({ 指标: [blank] });
    expect(read('  产出: {}')).toEqual({ 指标: [['产出', blank]] });
    expect(texts(successOf(recordOf(form, '表: 表一\n')).root)).toEqual({ 指标: [] });
  });

  test('the author’s order is kept', () => {
    expect(read('  效益: { 生态: [], 社会: [] }\n  产出: { 质量: [] }')).toEqual({
      指标: [
        ['效益', ['生态', { 名: '', 量: '' }], ['社会', { 名: '', 量: '' }]],
        ['产出', ['质量', { 名: '', 量: '' }]],
      ],
    });
  });

  test('aliases are accepted on both levels and printed as typed', () => {
    expect(read('  产值: { 数量: [] }\n  效益: { 环境: [{ 名: 甲 }] }')).toEqual({
      指标: [
        ['产值', ['数量', { 名: '', 量: '' }]],
        ['效益', ['环境', { 名: '甲', 量: '' }]],
      ],
    });
  });

  test('rows may stand right under a name of level one that has a level two', () => {
    expect(faults('  产出:\n    - { 名: 甲 }')).toEqual([]);
  });
});

describe('T1, T2: names in wrong places, with the place where they belong', () => {
  test.each([
    ['  过程: []', '3:3 «过程» T1 “过程”不是“甲类”体系的一级名称 → 可以写的有：产出、效益、满意。'],
    ['  质量: []', '3:3 «质量» T1 “质量”不是“甲类”体系的一级名称 → 把它移到“产出”下面。'],
    ['  产出: { 社会: [], 数量: [] }', '3:9 «社会» T2 “产出”下面不能有“社会”这个名称 → 把它移到“效益”下面。'],
    ['  产出: { 环境: [] }\n  效益: []', '3:9 «环境» T2 “产出”下面不能有“环境”这个名称 → 把它移到“效益”下面。'],
    // All names behind a lost one are told with the first of them.
    [
      '  产出:\n    数量: []\n    社会: []\n    环境: []',
      '5:5 «社会» T2 “产出”下面不能有“社会”这个名称 → 它属于“效益”：在它上面补一行“效益:”，和“产出”对齐。',
    ],
    [
      '  产出:\n    数量: []\n    效益:\n    社会: []\n    环境: []',
      '5:5 «效益» T2 “产出”下面不能有“效益”这个名称 → 它是一级名称：和“产出”对齐，不要缩进在它下面。',
    ],
    [
      '  产出: { 效益: [] }',
      '3:9 «效益» T2 “产出”下面不能有“效益”这个名称 → 它是一级名称：和“产出”对齐，不要缩进在它下面。',
    ],
    ['  产出: { 数目: [] }', '3:9 «数目» T2 “产出”下面不能有“数目”这个名称 → 是不是“数量”？'],
    ['  产值: { 数目: [] }', '3:9 «数目» T2 “产值”下面不能有“数目”这个名称 → 是不是“数量”？'],
    ['  产出: { toString: [] }', '3:9 «toString» T2 “产出”下面不能有“toString”这个名称 → 可以写的有：数量、质量。'],
    ['  经济: []', '3:3 «经济» T1 “经济”不是“甲类”体系的一级名称 → 可以写的有：产出、效益、满意。'],
  ])('%s', (lines, fault) => {
    expect(faults(lines)).toEqual([fault]);
  });
});

describe('a text, a list or a group where a level wants another', () => {
  test.each([
    [
      '  - { 名: 甲 }',
      '2:1 «指标» R008 “指标”应是各个一级名称，这里是一列 → 在“指标:”下面缩进写名称，例如“产出:”，再往下每条以“- ”开头。',
    ],
    [
      '  产出: 甲',
      '3:7 «甲» R008 “产出”应是各个二级名称，或一列，这里是一段文字 → 在“产出:”下面缩进写名称，例如“数量:”，再往下每条以“- ”开头。',
    ],
    [
      '  产出: { 数量: 甲 }',
      '3:13 «甲» R009 “数量”应是一列，这里是一段文字 → 在“数量:”下面每项以“- ”开头，例如“- 名: ……”。',
    ],
    [
      '  产出: { 数量: 不适用 }',
      '3:13 «不适用» R009 “数量”应是一列，这里是一段文字 → 没有就写“数量: []”；有就在“数量:”下面每项以“- ”开头，例如“- 名: ……”。',
    ],
    [
      '  产出: { 数量: {} }',
      '3:9 «数量» R009 “数量”应是一列，这里是一组 → 没有就写“数量: []”；有就在“数量:”下面每项以“- ”开头，例如“- 名: ……”。',
    ],
    [
      '  产出: { 数量: { 名: 甲 } }',
      '3:9 «数量» R009 “数量”应是一列，这里是一组 → 在“数量:”下面每项以“- ”开头，例如“- 名: ……”。',
    ],
    [
      '  满意: { 名: 甲 }',
      '3:3 «满意» R009 “满意”应是一列，这里是一组 → 在“满意:”下面每项以“- ”开头，例如“- 名: ……”。',
    ],
    [
      '  产出: { 数量: [甲] }',
      '3:14 «甲» R008 “数量”第 1 项应是一组“名称: 内容”，这里是一段文字 → 写成“- 名: ……”；没有这一项就删去这一行。',
    ],
  ])('%s', (lines, fault) => {
    expect(faults(lines)).toEqual([fault]);
  });

  test('faults of rows right under a name of level one are those of rows', () => {
    expect(faults('  产出: [{ 量: 1 }]')).toEqual(['3:10 «量» R003 缺“名” → 加上“名: ……”；没有内容就只写“名:”。']);
  });

  test('faults inside the rows of any level have their own place', () => {
    expect(faults('  产出: { 数量: [{ 量: 1 }], 质量: [{ 名: 甲, 数: 2 }] }\n  满意: [{ 名: 甲 }, { 量: 2 }]')).toEqual(
      [
        '3:16 «量» R003 缺“名” → 加上“名: ……”；没有内容就只写“名:”。',
        '3:38 «数» R002 这里没有“数”这一项 → 删去它，或改成还没有写的：量。',
        '4:20 «量» R003 缺“名” → 加上“名: ……”；没有内容就只写“名:”。',
      ],
    );
  });
});
