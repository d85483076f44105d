import { describe, expect, test } from 'vitest';
import { row, rowOfTwo, toldBy } from './checks-support.ts';

describe('V4: a number says what it counts', () => {
  test('a bare number is told, with the unit where the name knows it', () => {
    expect(toldBy('V4', row('天然气费', '约5左右'))).toEqual([
      '5:24 warning «约5左右» “天然气费”的值“约5左右”没有单位 → 带上单位：说的是万元就写成 约5万元左右，说的是元就写成 约5元左右。',
    ]);
    expect(toldBy('V4', row('办公费（含税，全年）', '5'))[0]).toContain('说的是元就写成 5元。');
    expect(toldBy('V4', row('颐康服务站', '5以上'))).toEqual([
      '5:25 warning «5以上» “颐康服务站”的值“5以上”没有单位 → 在“5”后面写上单位，例如人、次、天、分、%。',
    ]);
    expect(toldBy('V4', row('培训人次', '≥1,200'.replace(',', '')))).toEqual([
      '5:24 warning «≥1200» “培训人次”的值“≥1200”没有单位 → 写成 ≥1200人次。',
    ]);
    expect(toldBy('V4', row('培训人次', "'１，２００.5（含）以上'"))[0]).toContain(
      '→ 写成 １，２００.5人次（含）以上。',
    );
    expect(toldBy('V4', row("''", '5'))).toEqual([
      '5:22 warning «5» 值“5”没有单位 → 在“5”后面写上单位，例如人、次、天、分、%。',
    ]);
  });

  test('of a range the unit alone is named', () => {
    expect(toldBy('V4', row('培训人数', '10~20'))).toEqual([
      '5:24 warning «10~20» “培训人数”的值“10~20”没有单位 → 带上单位“人”。',
    ]);
    expect(toldBy('V4', row('公厕', '10~20'))[0]).toContain('→ 带上单位，例如人、次、天、分、%。');
    expect(toldBy('V4', row('投资增速', '5~6'))[0]).toContain('→ 两个数后面都带上 %。');
  });

  test('growth is a percentage, what is paid is not guessed', () => {
    expect(toldBy('V4', row('固定资产投资增速', '8'))[0]).toContain('→ 写成 8%。');
    expect(toldBy('V4', row('亩均税收增长幅度', '≥6'))[0]).toContain('→ 写成 ≥6%。');
    expect(toldBy('V4', row('亩均税收增长幅度', '0.6'))[0]).toContain('→ 带上 %：说的是 60% 就写成 60%，');
    expect(toldBy('V4', row('补贴标准', '500'))[0]).toContain('→ 在“500”后面写上单位，');
    expect(toldBy('V4', row('一般公共预算收入增长', '5'))[0]).toContain('→ 在“5”后面写上单位，');
  });

  test('each of two values is told', () => {
    expect(toldBy('V4', rowOfTwo('天然气费', '12', '约5'))).toHaveLength(2);
  });

  test.each([
    ['培训人数', '5人'],
    ['天然气费', '1.7万'],
    ['天然气费', '10~20元'],
    ['天然气费', '百分之五'],
    ['培训人数（人）', '5'],
    ['出生人口性别比', '≤112'],
    ['发展指数', '98'],
    ['全省排名', '3'],
    ['培训人数(人次) ', '5'],
    ['发放率', '95'],
    ['自聘人员工资', '3人/年/6.3'],
    ['完成时间', '2024年'],
    ['路面技术状况指数PQI', '90'],
    ['道路养护质量指数MQI', '≥90'],
    ['死亡率（1/10万）', '≤12'],
    ['降尘量（吨/平方公里·月）', '6'],
    ['获奖等级', '1'],
    ['pH', '6-9'],
    ['安全事故数', '0'],
    ['值班室', '020-13800138000'],
    ['值班室', '007'],
  ])('%s = %s has one, or is another matter', (name, value) => {
    expect(toldBy('V4', row(name, value))).toEqual([]);
  });

  test('a column of units is where the unit stands', () => {
    const body = (unit: string): string =>
      `带单位:\n  产出指标:\n    数量指标:\n      - { 名称: 甲, 计量单位: ${unit}, 量: 5 }`;
    expect(toldBy('V4', body('人'))).toEqual([]);
    expect(toldBy('V4', body(''))).toHaveLength(1);
  });
});

describe('V8: the value for the year against that for the period', () => {
  test('another unit, or a larger number', () => {
    expect(toldBy('V8', rowOfTwo('人数', '100人', '120人'))).toEqual([
      '5:37 hint «120人» “人数”的“年度值”是 120人，“实施周期值”是 100人，年度的比整个周期的还大 → 核对两处：年度的值是实施周期里的一年，单位相同，数不大于整个周期的。',
    ]);
    expect(toldBy('V8', rowOfTwo('人数', '100人', '100个'))[0]).toContain('，单位不同 →');
    expect(toldBy('V8', rowOfTwo('比例', '90%', '90个'))[0]).toContain('，单位不同 →');
    expect(toldBy('V8', rowOfTwo('投入', '1万元', '10001元'))[0]).toContain('还大');
    expect(toldBy('V8', rowOfTwo('人数', '14人', '15人（甲11人，乙4人）'))).toHaveLength(1);
    expect(toldBy('V8', rowOfTwo("''", '14人', '15人'))[0]).toContain('» “年度值”是 15人，');
    expect(toldBy('V8', rowOfTwo('覆盖率', '≥90%', '≥95%'))[0]).toContain('还大');
  });

  test.each([
    ['100人', '100人'],
    ['100人', '99.9人'],
    ['1万元', '10000元'],
    ['12个月', '1年'],
    ['≤3%', '≤5%'],
    ['<100元', '<120元'],
    ['3%', '5%'],
    ['≥3%', '5%'],
    ['3%', '≥5%'],
    ['指标值=甲/乙', '120人'],
    ['有效提升', '120人'],
    ['100', '120'],
    ['10~20人', '30人'],
  ])('%s and %s agree, or cannot be compared', (period, year) => {
    expect(toldBy('V8', rowOfTwo('人数', period, year))).toEqual([]);
  });

  test('needs a column of each', () => {
    expect(toldBy('V8', '带单位:\n  产出指标:\n    数量指标:\n      - { 名称: 甲, 上年值: 5人, 量: 9人 }')).toEqual([]);
  });
});

describe('V9: a name without a value, or a value without a name', () => {
  test('is told at the empty place', () => {
    expect(toldBy('V9', row('覆盖率', ''))).toEqual([
      '5:22 warning «» “覆盖率”没有“量” → 在“量:”后面补上值；不适用就写“不适用”。',
    ]);
    expect(toldBy('V9', row('', '10次'))).toEqual([
      '5:14 warning «» 值“10次”没有“名称” → 在“名称:”后面补上名称；没有这条指标就删去这一行。',
    ]);
    expect(toldBy('V9', rowOfTwo('人数', '3人', ''))).toEqual([
      '5:34 warning «» “人数”没有“年度值” → 在“年度值:”后面补上值；不适用就写“不适用”。',
    ]);
  });

  test('two empty values are one finding', () => {
    expect(toldBy('V9', rowOfTwo('人数', '', ''))).toEqual([
      '5:25 warning «» “人数”没有“实施周期值”“年度值” → 在“实施周期值:”后面补上值；不适用就写“不适用”。',
    ]);
  });

  test.each([
    row('', ''),
    row('不适用', ''),
    row('', '不适用'),
    row('人数', '不适用'),
    '一栏:\n  产出指标:\n    数量指标: []',
    '带单位:\n  产出指标:\n    数量指标:\n      - { 名称: 甲, 量: 9人 }',
  ])('%s is legal', (body) => {
    expect(toldBy('V9', body)).toEqual([]);
  });
});

describe('V9: an item of a list whose name is blank', () => {
  test('is told at the name, wherever it says something else', () => {
    const body = '奖项:\n  - { 名: 甲, 人: { 姓: 王 } }\n  - { 年份: 2024, 名: }\n  - { 名:, 人: { 奖金: 3 } }';
    expect(toldBy('V9', body)).toEqual([
      '4:19 warning «» “奖项”第 2 项没有“名” → 在“名:”后面补上；没有这一项就把它整个删去。',
      '5:9 warning «» “奖项”第 3 项没有“名” → 在“名:”后面补上；没有这一项就把它整个删去。',
    ]);
  });

  test.each([
    ['is empty altogether', '奖项:\n  - { 年份:, 名:, 人: { 奖金: } }'],
    ['has its name', '奖项:\n  - { 名: 甲 }'],
    ['need have no name', '事项:\n  - { 人数: 3 }'],
    ['begins with prose', '任务:\n  - { 内容:, 备注: 甲 }'],
    ['is words itself', '目标: [甲, 乙]'],
  ])('is not told where it %s', (_, body) => {
    expect(toldBy('V9', body)).toEqual([]);
  });
});
