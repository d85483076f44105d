import { describe, expect, test } from 'vitest';
import { formWith, saidBy } from '../blueprint/support.ts';
import { faultsOf, recordOf } from './support.ts';

const form = formWith(
  '年度: { 类型: 年份, 必填: 是, 可空: 否, 例: "2024" }',
  '部门名称: { 类型: 文字, 必填: 是, 可空: 否, 例: 某局 }',
  '主管部门: { 类型: 文字, 必填: 是 }',
  '人数: 个数',
  '支出:',
  '  类型: 组',
  '  必填: 是',
  '  单位: 万元',
  '  字段:',
  '    基本支出: { 类型: 金额, 必填: 是 }',
  '    项目支出: { 类型: 金额, 必填: 是 }',
  '备注: { 类型: 组, 字段: { 说明: 文字 } }',
  '目标: 段落',
  '任务: { 类型: 列表, 单位: 元, 字段: { 名称: { 类型: 文字, 必填: 是 }, 资金: { 类型: 金额, 必填: 是, 可空: 否 } } }',
  '依据: { 类型: 列表, 可空: 否, 每项: { 类型: 段落, 可空: 否 } }',
);
const sound = '年度: 2024\n部门名称: 甲局\n主管部门:\n支出: { 基本支出: 1, 项目支出: 2 }\n';

/** What is said of a record that is sound but for one line. */
const faultsWith = (...lines: readonly string[]): string[] => {
  const keys = lines.map((line) => line.split(':')[0]);
  const kept = sound.split('\n').filter((line) => !keys.includes(line.split(':')[0]));
  return faultsOf(form, `表: 表一\n${lines.join('\n')}\n${kept.join('\n')}`);
};

test('a sound record has no fault', () => {
  expect(faultsOf(form, `表: 表一\n${sound}`)).toEqual([]);
});

describe('R001, R008: a record that names no form', () => {
  test.each([
    ['年度: 2024', '1:1 «年» R001 没有说是哪张表（缺“表”） → 在第一行写“表: 名称”；现有的表：表一。'],
    ['年度: 2024\n表:\n', '2:1 «表» R001 没有说是哪张表（缺“表”） → 在第一行写“表: 名称”；现有的表：表一。'],
    ['年度: 2024\n表: [表一]\n', '2:1 «表» R001 没有说是哪张表（缺“表”） → 在第一行写“表: 名称”；现有的表：表一。'],
    ['- 表一', '1:1 «- 表一» R008 数据文件应是一组“名称: 内容” → 第一行写“表: 表的名称”。'],
    [
      '表: 表二',
      '1:4 «表二» B001 没有“表二”这张表 → 是不是“表一”？自己的表放在别处的，加 --templates 写出它的文件夹。',
    ],
  ])('%j', (record, fault) => {
    expect(faultsOf(form, record)).toEqual([fault]);
  });
});

describe('characters that nobody sees are told where they stand', () => {
  test.each([
    [
      '人数: 4\u200D3',
      '2:6 «\u200D» I2 “人数”应是不小于 0 的整数，这里的“43”里有看不见的字符 U+200D → 删掉它，整个值重新打一遍：写成 43。',
    ],
    [
      '年度: "2024\uFE0F"',
      '2:10 «\uFE0F» R006 “年度”应是四位年份，这里的“2024”里有看不见的字符 U+FE0F → 删掉它，整个值重新打一遍：写成 2024。',
    ],
    [
      '支出: { 基本支出: 8\u200C1.5, 项目支出: 2 }',
      '2:14 «\u200C» R004 “基本支出”应是数字（万元），这里的“81.5”里有看不见的字符 U+200C → 删掉它，整个值重新打一遍：写成 81.5。',
    ],
    [
      '人\u200D数: 43',
      '2:2 «\u200D» R002 这里没有“人数”（里面有看不见的字符 U+200D）这一项 → 写成“人数”：删掉里面看不见的字符 U+200D。',
    ],
  ])('%s', (line, fault) => {
    expect(faultsWith(line)).toEqual([fault]);
  });
});

describe('R002: a key the form does not know', () => {
  test.each([
    [
      '部门明称: 甲',
      '2:1 «部门明称» R002 这里没有“部门明称”这一项 → 删去它，或改成还没有写的：人数、备注、目标、任务、依据。',
    ],
    ['目标值: 甲', '2:1 «目标值» R002 这里没有“目标值”这一项 → 是不是“目标”？'],
    [
      '__proto__: 甲',
      '2:1 «__proto__» R002 这里没有“__proto__”这一项 → 删去它，或改成还没有写的：人数、备注、目标、任务、依据。',
    ],
    [
      'constructor: 甲',
      '2:1 «constructor» R002 这里没有“constructor”这一项 → 删去它，或改成还没有写的：人数、备注、目标、任务、依据。',
    ],
    [
      'toString: 甲',
      '2:1 «toString» R002 这里没有“toString”这一项 → 删去它，或改成还没有写的：人数、备注、目标、任务、依据。',
    ],
    ['备注: { 说: 甲 }', '2:7 «说» R002 这里没有“说”这一项 → 是不是“说明”？'],
    ['备注: { 说明: 甲, 明: 乙 }', '2:14 «明» R002 这里没有“明”这一项 → 删去它。'],
    ['任务: [{ 名称: 甲, 资金: 1, 资金额: 2 }]', '2:22 «资金额» R002 这里没有“资金额”这一项 → 删去它。'],
  ])('%s', (line, fault) => {
    expect(faultsWith(line)).toEqual([fault]);
  });

  test('a missing key that it most likely means is offered, and not called missing besides', () => {
    const record = `表: 表一\n${sound.replace('部门名称', '部门明称')}`;
    expect(faultsOf(form, record)).toEqual(['3:1 «部门明称» R002 这里没有“部门明称”这一项 → 是不是“部门名称”？']);
  });
});

describe('R003: what is missing is told of at the group that lacks it', () => {
  test('at the name of the form for the top, wherever that stands', () => {
    const record = `# 说明\n\n部门名称: 甲局\n年度: 2024\n支出: { 基本支出: 1, 项目支出: 2 }\n表: 表一\n`;
    expect(faultsOf(form, record)).toEqual([
      '6:4 «表一» R003 缺“主管部门” → 加上“主管部门: ……”；没有内容就只写“主管部门:”。',
    ]);
  });

  test.each([
    ['支出: { 基本支出: 1 }', '2:1 «支出» R003 缺“项目支出” → 加上“项目支出: 0”；没有内容就只写“项目支出:”。'],
    ['支出:\n  项目支出: 1', '2:1 «支出» R003 缺“基本支出” → 加上“基本支出: 0”；没有内容就只写“基本支出:”。'],
    [
      '任务:\n  - { 名称: 甲, 资金: 1 }\n  - 资金: 2\n',
      '4:5 «资金» R003 缺“名称” → 加上“名称: ……”；没有内容就只写“名称:”。',
    ],
    ['任务: [{}]', '2:6 «{» R003 缺 2 项：“名称”“资金” → 一行一项加上“名称: ……”“资金: 0”；没有内容的，冒号后面空着。'],
  ])('%j', (line, fault) => {
    expect(faultsWith(line)[0]).toBe(fault);
  });

  test.each([
    ['年份, 可空: 否', '加上“甲: 2024”。'],
    ['年份, 例: "2025"', '加上“甲: 2025”；没有内容就只写“甲:”。'],
    ['个数, 例: "43"', '加上“甲: 0”；没有内容就只写“甲:”。'],
    ['金额, 例: "4.5", 单位: 元, 可空: 否', '加上“甲: 0”。'],
    ['段落, 例: 一段', '加上“甲: ……”；没有内容就只写“甲:”。'],
    ['文字, 例: 一句, 可空: 否', '加上“甲: 一句”。'],
    ['文字, 可空: 否', '加上“甲: ……”。'],
  ])('a missing field of the kind %s is asked for with a line to write', (kind, advice) => {
    const one = formWith(`甲: { 类型: ${kind}, 必填: 是 }`, '乙: 文字');
    expect(faultsOf(one, '表: 表一\n乙: 丙')).toEqual([`1:4 «表一» R003 缺“甲” → ${advice}`]);
  });

  test('of many fields that are missing twelve are named', () => {
    const many = formWith(...Array.from({ length: 14 }, (_, i) => `项${i}: { 类型: 个数, 必填: 是 }`));
    const [told, ...others] = faultsOf(many, '表: 表一');
    expect(others).toEqual([]);
    expect(told).toMatch(/缺 14 项：“项0”.*“项11”…… → .*“项11: 0”……；没有内容的，冒号后面空着。$/u);
  });

  test('a whole group, a list and indicators are asked for with the line that begins them', () => {
    const fields = [
      ['甲: { 类型: 组, 必填: 是, 字段: { 子: 文字 } }', '缺“甲” → 加上“甲:”，下面缩进两格，逐行写“名称: 内容”。'],
      ['乙: { 类型: 列表, 必填: 是, 每项: 文字 }', '缺“乙” → 加上“乙:”，下面每项以“- ”开头。'],
      ['丙: { 类型: 指标, 必填: 是, 体系: 甲类, 列: { 名: 文字 } }', '缺“丙” → 加上“丙:”，下面缩进写各级名称。'],
    ] as const;
    for (const [field, said] of fields)
      expect(faultsOf(formWith(field), '表: 表一')).toEqual([`1:4 «表一» R003 ${said}`]);
    expect(faultsOf(formWith(...fields.map(([field]) => field)), '表: 表一')).toEqual([
      '1:4 «表一» R003 缺 3 项：“甲”“乙”“丙” → 一行一项加上“甲:”“乙:”“丙:”。',
    ]);
  });
});

describe('I2, R006: counts and years', () => {
  test.each([
    ['人数: 43人', '2:5 «43人» I2 “人数”应是不小于 0 的整数，这里写的是“43人” → 写成 43。'],
    ['人数: ４３', '2:5 «４３» I2 “人数”应是不小于 0 的整数，这里写的是“４３” → 写成 43。'],
    ['人数: 4.5', '2:5 «4.5» I2 “人数”应是不小于 0 的整数，这里写的是“4.5” → 只写数字，例如 43。'],
    ['人数: -4', '2:5 «-4» I2 “人数”应是不小于 0 的整数，这里写的是“-4” → 只写数字，例如 43。'],
    ['人数: 3至5人', '2:5 «3至5人» I2 “人数”应是不小于 0 的整数，这里写的是“3至5人” → 只写数字，例如 43。'],
    ['年度: 2024年', '2:5 «2024年» R006 “年度”应是四位年份，这里写的是“2024年” → 写成 2024。'],
    ['年度: 24', '2:5 «24» R006 “年度”应是四位年份，这里写的是“24” → 写成 2024 这样，只写四位数字。'],
    ['年度: 3024', '2:5 «3024» R006 “年度”应是四位年份，这里写的是“3024” → 写成 2024 这样，只写四位数字。'],
  ])('%s', (line, fault) => {
    expect(faultsWith(line)).toEqual([fault]);
  });
});

describe('R007, R008, R009: one thing where another is wanted', () => {
  test.each([
    [
      '主管部门: [甲]',
      '2:1 «主管部门» R007 “主管部门”应是一段文字，这里是一列 → 写在“主管部门:”的同一行；有几段时用“|”，下面每行一段。',
    ],
    [
      '目标:\n  一: 甲\n',
      '2:1 «目标» R007 “目标”应是一段文字，这里是一组 → 写在“目标:”的同一行；有几段时用“|”，下面每行一段。',
    ],
    ['人数: [1]', '2:1 «人数» I2 “人数”应是一个整数，这里是一列 → 写在“人数:”的同一行，只写数字。'],
    ['年度: [2024]', '2:1 «年度» R006 “年度”应是一个年份，这里是一列 → 写在“年度:”的同一行，例如 2024。'],
    [
      '支出: { 基本支出: [1], 项目支出: 2 }',
      '2:7 «基本支出» R004 “基本支出”应是一个数字，这里是一列 → 写在“基本支出:”的同一行，只写数字。',
    ],
    [
      '支出: 12',
      '2:5 «12» R008 “支出”应是一组“名称: 内容”，这里是一段文字 → 在下面缩进两格，逐行写“基本支出: ……”“项目支出: ……”。',
    ],
    [
      '支出:',
      '2:1 «支出» R008 “支出”应是一组“名称: 内容”，这里空着 → 在下面缩进两格，逐行写“基本支出: ……”“项目支出: ……”。',
    ],
    [
      '备注:',
      '2:1 «备注» R008 “备注”应是一组“名称: 内容”，这里空着 → 在下面缩进两格，逐行写“说明: ……”；没有这一项就删去“备注:”。',
    ],
    ['任务: 甲', '2:5 «甲» R009 “任务”应是一列，这里是一段文字 → 在“任务:”下面每项以“- ”开头，例如“- 名称: ……”。'],
    [
      '任务: { 名称: 甲, 资金: 1 }',
      '2:1 «任务» R009 “任务”应是一列，这里是一组 → 在“任务:”下面每项以“- ”开头，例如“- 名称: ……”。',
    ],
    [
      '任务: [甲]',
      '2:6 «甲» R008 “任务”第 1 项应是一组“名称: 内容”，这里是一段文字 → 写成“- 名称: ……”，下面对齐写“资金: ……”；没有这一项就删去这一行。',
    ],
    [
      '依据: [[甲]]',
      '2:6 «[» R007 “依据”第 1 项应是一段文字，这里是一列 → 写在“依据:”的同一行；有几段时用“|”，下面每行一段。',
    ],
  ])('%j', (line, fault) => {
    expect(faultsWith(line)).toEqual([fault]);
  });
});

describe('R010: what must not be blank', () => {
  test.each([
    ['部门名称:', '2:1 «部门名称» R010 “部门名称”不能空着 → 在“部门名称:”后面写上内容。'],
    ['部门名称: ""', '2:1 «部门名称» R010 “部门名称”不能空着 → 在“部门名称:”后面写上内容。'],
    ['年度:  # 待定', '2:1 «年度» R010 “年度”不能空着 → 在“年度:”后面写上内容。'],
    ['任务: [{ 名称: 甲, 资金: }]', '2:15 «资金» R010 “资金”不能空着 → 在“资金:”后面写上内容。'],
    ['依据:', '2:1 «依据» R010 “依据”不能空着 → 至少写一项。'],
    ['依据: []', '2:1 «依据» R010 “依据”不能空着 → 至少写一项。'],
    ['依据:\n  - 甲\n  -\n', '4:4 «» R010 “依据”第 2 项不能空着 → 在“- ”后面写上内容，或删去这一行。'],
  ])('%j', (line, fault) => {
    expect(faultsWith(line)).toEqual([fault]);
  });

  test('what is required may be blank unless 可空 says 否', () => {
    expect(faultsWith('主管部门:', '任务: [{ 名称:, 资金: 1 }]', '支出: { 基本支出:, 项目支出: }')).toEqual([]);
  });
});

test('all faults of a record come at once, in the order of their places', () => {
  const record = `表: 表一
年份: 2024
部门名称: 甲局
任务:
  - { 名称: 甲, 资金: 840万, 备注: 无 }
人数: 多
支出: { 基本支出: 1 }
目标: [甲]
其他: 乙
`;
  expect(saidBy(recordOf(form, record)).map(({ code, at }) => `${code} ${record.slice(at.start, at.end)}`)).toEqual([
    'R003 表一',
    'R002 年份',
    'R004 840万',
    'R002 备注',
    'I2 多',
    'R003 支出',
    'R007 目标',
    'R002 其他',
  ]);
});

test('fields with names that mean something to JavaScript are read like others', () => {
  const names = ['constructor', 'toString', 'hasOwnProperty', 'valueOf'];
  const strange = formWith(...names.map((name) => `${name}: { 类型: 个数, 必填: 是 }`));
  expect(faultsOf(strange, `表: 表一\n${names.map((name) => `${name}: 1`).join('\n')}`)).toEqual([]);
  expect(saidBy(recordOf(strange, '表: 表一')).map(({ message }) => message)).toEqual([
    `缺 4 项：${names.map((name) => `“${name}”`).join('')}`,
  ]);
  expect(saidBy(recordOf(strange, '表: 表一\ntoString: 甲')).map(({ code }) => code)).toContain('I2');
});
