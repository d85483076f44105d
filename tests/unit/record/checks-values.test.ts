import { describe, expect, test } from 'vitest';
import { row, rowOfTwo, toldBy } from './checks-support.ts';

describe('V2: a rate that cannot lie outside of 0 to 100 %', () => {
  const advice = (name: string): string =>
    `核对数字和小数点。如果它本来就可以超出，请管理模板的同事在 templates/共用/词表.yaml 里写上“比率: { 可过百: [${name}] }”。`;

  test('above and below it is an error at the value', () => {
    expect(toldBy('V2', row('补贴发放率（全年）', '≥950%'))).toEqual([
      `5:29 error «≥950%» “补贴发放率（全年）”的值是 950%，应在 0 到 100% 之间 → ${advice('补贴发放率')}`,
    ]);
    expect(toldBy('V2', row('群众满意度', '-1%'))).toEqual([
      `5:25 error «-1%» “群众满意度”的值是 -1%，应在 0 到 100% 之间 → ${advice('群众满意度')}`,
    ]);
    expect(toldBy('V2', rowOfTwo('发放率', '100.01%', '90%~101%'))).toHaveLength(2);
  });

  test.each([
    ['覆盖率', '百分之一百二十', '120'],
    ['就业率', '≥95%，其中贫困生≥150%', '150'],
    ['救助率', '一级90%、二级120%', '120'],
    ['合格率(%)', '120', '120'],
    ['群众满意度（ ％ ）', '950', '950'],
    ['覆盖率', '110%（含流动人口）', '110'],
    ['城镇居民覆盖率', '不低于101 %，其余按规定办', '101'],
  ])('%s = %s is seen', (name, value, seen) => {
    expect(toldBy('V2', row(name, value))[0]).toContain(`的值是 ${seen}%，应在`);
  });

  test.each(['0%', '100%', '100.0%', '1000‰', '百分之百', '90%-100%', '小学100%，初中不低于99%', '12.101%'])(
    '%s is within',
    (value) => {
      expect(toldBy('V2', row('发放率', value))).toEqual([]);
    },
  );

  test.each([
    ['税收增长率', '120%'],
    ['收入完成率（%）', '105%'],
    ['工作效率', '200%'],
    ['培训人数', '200%'],
    ['发放率', '950'],
    ['合格率（‰）', '950'],
    ['合格率（%）', '950人'],
    ['合格率（%）', '1万'],
    ['学前三年毛入园率', '110%'],
    ['医院床位使用率', '105%'],
    ['债务率', '≤120%'],
    ['税收任务完成率', '110%'],
    ['产销率', '102%'],
    ['拨备覆盖率', '150%'],
    ['资金到位率', '100.5%'],
    ['环比下降率', '-3%'],
    ['人口净流入率', '-1%'],
    ['人口自然增长率', '-2.5‰'],
    ['群众满意度（比上年提高）', '-1%'],
    ['覆盖率', '覆盖面较上年增长150%，稳步推进'],
    ['发放率', '90%0，其余≥950%%'],
    ['发放率', 'A950%，其余1.1.950%'],
  ])('%s = %s is another matter', (name, value) => {
    expect(toldBy('V2', row(name, value))).toEqual([]);
  });
});

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

describe('V5: a rate has a percentage or a grade', () => {
  const wanted =
    '或写等级（优、良、中、差、优秀、良好、合格、不合格、基本合格、达标、基本达标、不达标…）；如果指标说的是个数，改名称，不用“率”字结尾。';

  test('a count or a mere adjective is told', () => {
    expect(toldBy('V5', row('服务覆盖率', '4个以上'))).toEqual([
      `5:25 warning «4个以上» “服务覆盖率”的值应是百分数或等级，这里写的是“4个以上” → 写成 ≥90% 这样，${wanted}`,
    ]);
    expect(toldBy('V5', row('群众满意度', '显著'))).toHaveLength(1);
    expect(toldBy('V5', row('群众满意度', '按规定公开，并接受监督'))).toHaveLength(1);
  });

  test('a bare number is told with its percentage', () => {
    expect(toldBy('V5', row('发放率', '≥95'))).toEqual([
      '5:23 warning «≥95» “发放率”的值应是百分数或等级，这里写的是“≥95” → 写成 ≥95%。',
    ]);
    expect(toldBy('V5', row('升学率', '100以上'))[0]).toContain('→ 写成 100%以上。');
    expect(toldBy('V5', row('完成率', '100.1'))[0]).toContain('→ 100.1 大于 100：核对数字和小数点，再带上 %。');
    expect(toldBy('V5', row('下降率', '-101'))[0]).toContain('→ -101 大于 100：');
    expect(toldBy('V5', row('差错率', '≤0'))[0]).toContain('→ 写成 ≤0%。');
    expect(toldBy('V5', row('发放率', '1.1'))[0]).toContain('→ 写成 1.1%。');
    expect(toldBy('V5', row('发放率', '90~95'))[0]).toContain('→ 两个数后面都带上 %。');
  });

  test('a fraction may be meant either way', () => {
    expect(toldBy('V5', row('发放率', '约0.955左右'))[0]).toContain(
      '→ 带上 %：说的是 95.5% 就写成 约95.5%左右，说的是 0.955% 就写成 约0.955%左右。',
    );
    expect(toldBy('V5', row('发放率', '≥1'))[0]).toContain('→ 带上 %：说的是 100% 就写成 ≥100%，');
    expect(toldBy('V5', row('节能率', '-0.1'))[0]).toContain(
      '→ 带上 %：说的是 10% 就写成 -10%，说的是 0.1% 就写成 -0.1%。',
    );
  });

  test.each([
    ['10O%', '写成 100%。'],
    ['1OO%', '写成 100%。'],
    ['9l.I%', '写成 91.1%。'],
    ['90%%', '写成 90%。'],
    ['≥≥90%', '写成 ≥90%。'],
    ['≥95℅', '写成 ≥95%。'],
    ['≥95.5.5%', '核对数字和符号，写成 ≥90% 这样。'],
    ['9O.5.5%', '核对数字和符号，写成 ≥90% 这样。'],
    ['9O%~95%', '核对数字和符号，写成 ≥90% 这样。'],
    ['覆盖9O%以上群众', '核对数字和符号，写成 ≥90% 这样。'],
    ['全覆盖', '写成 100%。'],
    ['应保尽保', '写成 100%。'],
    ['适龄儿童应种尽种', '写成 100%。'],
    ['零', '写成 0%。'],
    ['0差错', '写成 0%。'],
  ])('%s is told with what it means', (value, advice) => {
    expect(toldBy('V5', row('发放率', value))).toEqual([
      `5:23 warning «${value}» “发放率”的值应是百分数或等级，这里写的是“${value}” → ${advice}`,
    ]);
  });

  test.each([
    '满意度逐年提升',
    '不断提高群众满意度',
    '合格率稳步提升',
    '基本实现全覆盖',
    '未做到应保尽保',
    '达到预期目标',
    '达到市民要求',
    '5分钟内到达',
    '7×24小时',
    '不太满意',
    '成为优',
    '约',
    '≥',
    '3万',
    '5件',
  ])('%s is no measure of a rate', (value) => {
    const [told = '', ...others] = toldBy('V5', row('群众满意度', value));
    expect(others).toEqual([]);
    expect(told).toContain(`这里写的是“${value}” → 写成 ≥90% 这样，${wanted}`);
  });

  test.each([
    '≥90%',
    '百分之九十以上',
    '九成以上',
    '90%-95%',
    '3‰',
    '覆盖率达100%',
    '5/10万',
    '1：12',
    '基本满意',
    '优',
    '良以上',
    '“良好”等次以上',
    '评估结果均为合格以上',
    '不低于上年水平',
    '同比提高2个百分点',
    '≥90分',
    '90分以上',
    '高于全国平均',
    '≤1.2人/万车',
    '≤5件／万人',
    '万分之三',
    '≥4.5分（满分5分）',
    '4.5星',
    '★★★★',
    'MQI≥92',
    'MQI 92',
    '不低于省定标准',
    '不低于上级下达的任务',
    '优良',
    '较满意',
    '评为“优秀”等次',
    '考核结果：优',
    '均达到良好以上。',
    '合格及以上',
    '100％以上',
    '满意度不低于90%',
    '指标值=甲/乙*100%',
    '不适用',
    "''",
  ])('%s is one', (value) => {
    expect(toldBy('V5', row('服务覆盖率', value))).toEqual([]);
  });

  test.each(['服务次数', '工作效率', '发放率(%)', '发放率（‰）', '死亡率（1/10万）', '通报率先完成'])(
    '%s is no rate, or says it itself',
    (name) => {
      expect(toldBy('V5', row(name, '4个以上'))).toEqual([]);
    },
  );

  test('a remark behind the name does not hide it', () => {
    expect(toldBy('V5', row('发放率（含补发）', '4个以上'))).toHaveLength(1);
  });

  test('what stands for the period may tell how the rate is reckoned', () => {
    expect(toldBy('V5', rowOfTwo('满意度', '通过问卷了解', '90%以上'))).toEqual([]);
    expect(toldBy('V5', rowOfTwo('满意度', '90%以上', '通过问卷了解'))).toHaveLength(1);
  });
});

describe('V6: a rate among counts', () => {
  test('is told by its name, or by a percentage for the year', () => {
    expect(toldBy('V6', row('火化率', '100%'))).toEqual([
      '5:15 hint «火化率» “火化率”是比率，放在“数量指标”里 → 移到“质量指标”“时效指标”中合适的一个下面，或者改成数量，例如“150个”。',
    ]);
    expect(toldBy('V6', row('领取补贴的残疾人', '覆盖率达100%'))).toEqual([
      '5:28 hint «覆盖率达100%» “领取补贴的残疾人”的值“覆盖率达100%”是百分数，放在“数量指标”里 → 移到“质量指标”“时效指标”中合适的一个下面，或者改成数量，例如“150个”。',
    ]);
    expect(toldBy('V6', row("''", '≥90%'))[0]).toContain('这一行的值“≥90%”是百分数');
  });

  test.each([
    row('火化率', '100%', '质量指标'),
    row('服务人数', '100人'),
    row('服务人数', '指标值=甲/乙*100%'),
    row('服务人数', '有效提升'),
  ])('%s is none', (body) => {
    expect(toldBy('V6', body)).toEqual([]);
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
