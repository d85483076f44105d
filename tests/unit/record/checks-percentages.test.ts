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
    expect(toldBy('V5', rowOfTwo('满意度', '90', '90%以上'))[0]).toContain('→ 写成 90%。');
    expect(toldBy('V5', rowOfTwo('满意度', '90', '90'))).toHaveLength(2);
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
