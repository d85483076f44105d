import { describe, expect, test } from 'vitest';
import { type Indicator, type Model, yamlOf } from './model.ts';
import { linesOf } from './support.ts';

const row = (name: string, value: string): Indicator => ({ name, period: value, year: value });
const base: Model = {
  spending: 142,
  tasks: [
    { name: '扎实推进民生项目', content: '监督工程进度。', amount: 8400000 },
    { name: '完善居家养老服务', content: '发放服务经费。', amount: 500000 },
  ],
  indicators: new Map([
    ['数量指标', [row('社工人数', '14人'), row('项目数量', '30个'), row('补贴人数', '200人')]],
    ['质量指标', [row('完成率', '≥90%'), row('准确率', '≥95%')]],
  ]),
};
const withRows = (rows: Readonly<Record<string, readonly Indicator[]>>): Model => ({
  ...base,
  indicators: new Map([...base.indicators, ...Object.entries(rows)]),
});
const compare = (after: Model, before: Model = base): Promise<string[]> => linesOf(yamlOf(before), yamlOf(after));

describe('values', () => {
  test('a changed value is told with its old and new text and where it stands', async () => {
    expect(
      await compare(withRows({ 质量指标: [row('完成率', '≥90%'), { ...row('准确率', '≥95%'), year: '≥96%' }] })),
    ).toEqual(['年度指标值：≥95% → ≥96%（产出指标 › 质量指标 › 准确率）']);
  });

  test('a value that is emptied or filled is told as such', async () => {
    const after = withRows({ 质量指标: [{ ...row('完成率', '≥90%'), year: '' }, row('准确率', '≥95%')] });
    expect(await compare(after)).toEqual(['年度指标值：≥90% → （空）（产出指标 › 质量指标 › 完成率）']);
    expect(await compare(base, after)).toEqual(['年度指标值：（空） → ≥90%（产出指标 › 质量指标 › 完成率）']);
  });

  test('of a long text only what changed is told, with a few characters around it', async () => {
    const [task] = base.tasks;
    const content = (text: string): Model => ({ ...base, tasks: task ? [{ ...task, content: text }] : [] });
    const long =
      '监督“民生微实事”项目工程进度，常态化开展“民生微心愿”临时生活救助，加大“民生大莞家”品牌项目的宣传力度。';
    expect(await compare(content(long.replace('临时生活', '困难群众')), content(long))).toEqual([
      '主要实施内容：……展“民生微心愿”〔删：临时生活〕〔加：困难群众〕救助，加大“民生……（年度重点工作任务 › 扎实推进民生项目）',
    ]);
  });

  test('an amount that prints the same is no change', async () => {
    const typed = yamlOf(base);
    expect(await linesOf(typed, typed.replace('拟投入的资金: 8400000', '拟投入的资金: "8,400,000.0"'))).toEqual([]);
  });

  test('a value that the form does not print is told as such', async () => {
    const file = yamlOf(base)
      .replace('大朗镇部门整体预算绩效目标表', '增城区部门整体预算绩效目标申报表')
      .replace('市本级', '区本级')
      .replace('年度: 2024\n', '');
    expect(await linesOf(file, file.replace('部门名称', '年度: 2025\n部门名称'))).toEqual([
      '年度：（空） → 2025（表上不印）',
    ]);
  });
});

describe('rows', () => {
  test('the last row that comes first is one move', async () => {
    const [a, b, c] = base.indicators.get('数量指标') as [Indicator, Indicator, Indicator];
    expect(await compare(withRows({ 数量指标: [c, a, b] }))).toEqual([
      '移动：三级指标“补贴人数”由第 3 项移到第 1 项（产出指标 › 数量指标）',
    ]);
  });

  test('of rows in reverse order the middle one keeps its place', async () => {
    const rows = base.indicators.get('数量指标') as readonly Indicator[];
    expect(await compare(withRows({ 数量指标: rows.toReversed() }))).toEqual([
      '移动：三级指标“补贴人数”由第 3 项移到第 1 项（产出指标 › 数量指标）',
      '移动：三级指标“社工人数”由第 1 项移到第 3 项（产出指标 › 数量指标）',
    ]);
  });

  test('a row that moved and has its old number again is not told as moved to where it was', async () => {
    const [a, b, c] = base.indicators.get('数量指标') as [Indicator, Indicator, Indicator];
    const gone = [row('甲方式', '1个'), row('乙类别', '2次')];
    const lines = await compare(withRows({ 数量指标: [b, c, a] }), withRows({ 数量指标: [...gone, a, b, c] }));
    expect(lines.filter((line) => !line.startsWith('删去'))).toEqual([
      '移动：三级指标“社工人数”和前后的行换了次序，仍是第 3 项（产出指标 › 数量指标）',
    ]);
  });

  test('a row that goes to another heading is a move, and what changed in it is told besides', async () => {
    const [a, b, c] = base.indicators.get('数量指标') as [Indicator, Indicator, Indicator];
    const after = withRows({
      数量指标: [a, c],
      质量指标: [{ ...b, year: '31个' }, row('完成率', '≥90%'), row('准确率', '≥95%')],
    });
    expect(await compare(after)).toEqual([
      '移动：三级指标“项目数量”由“产出指标 › 数量指标”第 2 项移到“产出指标 › 质量指标”第 1 项',
      '年度指标值：30个 → 31个（产出指标 › 质量指标 › 项目数量）',
    ]);
  });

  test('a row with another name and the same values is renamed', async () => {
    expect(await compare(withRows({ 质量指标: [row('服务达标情况', '≥90%'), row('准确率', '≥95%')] }))).toEqual([
      '改名：三级指标“完成率” → “服务达标情况”（产出指标 › 质量指标）',
    ]);
  });

  test('a row with another name and other values is one gone and one new', async () => {
    expect(await compare(withRows({ 质量指标: [row('服务达标情况', '合格'), row('准确率', '≥95%')] }))).toEqual([
      '删去三级指标“完成率”：实施周期指标值 ≥90%，年度指标值 ≥90%（产出指标 › 质量指标，原第 1 项）',
      '新增三级指标“服务达标情况”：实施周期指标值 合格，年度指标值 合格（产出指标 › 质量指标，第 1 项）',
    ]);
  });

  test('of rows with one name the one that changed is told by its number', async () => {
    const before = withRows({ 质量指标: [row('工资', '3人'), row('完成率', '≥90%'), row('工资', '2人')] });
    const after = withRows({ 质量指标: [row('工资', '3人'), row('完成率', '≥90%'), row('工资', '4人')] });
    expect(await compare(after, before)).toEqual([
      '实施周期指标值：2人 → 4人（产出指标 › 质量指标 › 工资（第 3 项））',
      '年度指标值：2人 → 4人（产出指标 › 质量指标 › 工资（第 3 项））',
    ]);
  });

  test('of equal rows the one that is gone is the one between other neighbours', async () => {
    const twice = withRows({ 质量指标: [row('工资', '3人'), row('完成率', '≥90%'), row('工资', '3人')] });
    const once = withRows({ 质量指标: [row('完成率', '≥90%'), row('工资', '3人')] });
    expect(await compare(once, twice)).toEqual([
      '删去三级指标“工资”：实施周期指标值 3人，年度指标值 3人（产出指标 › 质量指标，原第 1 项）',
    ]);
  });

  test('rows without a name are known by their place', async () => {
    const before = withRows({ 质量指标: [row('', '10次'), row('', '10台'), row('', '18人')] });
    const after = withRows({ 质量指标: [row('', '10次'), row('', '12台'), row('', '18人')] });
    expect(await compare(after, before)).toEqual([
      '实施周期指标值：10台 → 12台（产出指标 › 质量指标 › 第 2 项）',
      '年度指标值：10台 → 12台（产出指标 › 质量指标 › 第 2 项）',
    ]);
    const named = withRows({ 质量指标: [row('', '10次'), row('设备数量', '10台'), row('', '18人')] });
    expect(await compare(named, before)).toEqual(['三级指标：（空） → 设备数量（产出指标 › 质量指标 › 设备数量）']);
  });

  test('a task whose name and nothing else is new is renamed', async () => {
    const [first, second] = base.tasks as [Model['tasks'][0], Model['tasks'][0]];
    expect(await compare({ ...base, tasks: [first, { ...second, name: '养老' }] })).toEqual([
      '改名：年度重点工作任务“完善居家养老服务” → “养老”（年度重点工作任务）',
    ]);
  });
});

describe('long names', () => {
  const long = '做好低保、特困人员、高龄老人及残疾人等生活保障以及医疗救济等工作';
  const named = (name: string): Model => ({
    ...base,
    tasks: base.tasks.map((task, i) => (i === 1 ? { ...task, name } : task)),
  });

  test('a rename tells what changed in the name', async () => {
    expect(await compare(named(long.replace('保障以及', '保障和')), named(long))).toEqual([
      '改名：年度重点工作任务“……残疾人等生活保障〔删：以及〕〔加：和〕医疗救济等工作”（年度重点工作任务）',
    ]);
  });

  test('names with nothing in common are told whole', async () => {
    const other = '推进婚俗改革、殡葬改革，加强地名、界线管理，办好社区治理各项试点';
    expect(await compare(named(other), named(long))).toEqual([
      `改名：年度重点工作任务“${long}” → “${other}”（年度重点工作任务）`,
    ]);
  });
});

describe('headings of indicators', () => {
  test('their order is printed, and so a heading moves', async () => {
    const after = { ...base, indicators: new Map([...base.indicators].toReversed()) };
    const [line, ...others] = await compare(after);
    expect(others).toEqual([]);
    expect(line).toMatch(/^移动：“(?:数量|质量)指标”由第 [12] 项移到第 [12] 项（产出指标）$/);
  });

  test('a heading with its rows is told with each of them', async () => {
    expect(await compare(withRows({ 时效指标: [row('及时率', '100%')] }))).toEqual([
      '新增“时效指标”（产出指标，第 3 项）',
      '新增三级指标“及时率”：实施周期指标值 100%，年度指标值 100%（产出指标 › 时效指标，第 1 项）',
    ]);
  });

  test('an empty heading that gets a row has a new row, and no row is gone', async () => {
    const empty = withRows({ 时效指标: [] });
    expect(await compare(withRows({ 时效指标: [row('及时率', '100%')] }), empty)).toEqual([
      '新增三级指标“及时率”：实施周期指标值 100%，年度指标值 100%（产出指标 › 时效指标，第 1 项）',
    ]);
  });

  test('another name for the same rows is a rename', async () => {
    const before = yamlOf(base);
    expect(await linesOf(before, before.replace('    社会效益指标:', '    经济效益指标:'))).toEqual([
      '改名：“社会效益指标” → “经济效益指标”（效益指标）',
    ]);
  });
});

describe('what is printed empty', () => {
  const optional = yamlOf(base).replace('绩效指标:\n', '其他需完成的任务: []\n绩效指标:\n');

  test('a part of the form that is now printed is told', async () => {
    expect(await linesOf(yamlOf(base), optional)).toEqual(['其他需完成的任务：现在印出来（空着）']);
    expect(await linesOf(optional, yamlOf(base))).toEqual(['其他需完成的任务：不再印出来（原来空着）']);
  });
});
