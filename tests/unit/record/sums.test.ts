import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ScalarValue, summaryValue } from '../../../src/record/index.ts';
import { formWith, successOf } from '../blueprint/support.ts';
import { checked, toldOf } from './checking.ts';
import { FILE, recordOf, texts } from './support.ts';

const form = formWith(
  '项: { 类型: 列表, 单位: 元, 字段: { 名: 文字, 款: { 类型: 组, 字段: { 甲: 金额, 乙: 金额 } } } }',
  '合: { 类型: 组, 单位: 元, 求和: 项.款, 印: { 小数: 2, 分组: 是 }, 字段: { 甲: 金额, 乙: 金额 } }',
);
const items =
  '表: 表一\n项:\n  - { 款: { 甲: 1219.80, 乙: 0 } }\n  - { 款: { 甲: 0.1, 乙: "1,000" } }\n  - { 款: { 甲: 0.2, 乙: 7 } }\n';
const sumsOf = (record: string): unknown =>
  (texts(successOf(recordOf(form, record)).root) as { readonly 合: unknown }).合;

describe('sums of a group', () => {
  const group = formWith(
    '收入: { 类型: 组, 单位: 元, 字段: { 拨款: { 类型: 组, 字段: { 上级: 金额, 本级: 金额 } }, 其他: 金额, 注: 文字, 小计: { 类型: 金额, 求和: 收入 } } }',
    '总计: { 类型: 金额, 单位: 元, 求和: [收入, 结转] }',
    '结转: { 类型: 金额, 单位: 元 }',
  );
  const record = '表: 表一\n收入: { 拨款: { 上级: 1, 本级: 2.5 }, 其他: 4 }\n结转: 10\n';

  test('add every amount typed in it, and none of its own sums', () => {
    expect(texts(successOf(recordOf(group, record)).root)).toMatchObject({ 收入: { 小计: '7.5' }, 总计: '17.5' });
  });

  test('tell all that is blank at once', async () => {
    const blank = '表: 表一\n收入: { 拨款: { 上级:, 本级: }, 其他: , 小计: 0 }\n结转:\n';
    expect(await toldOf(group, blank)).toEqual([
      '1:4 «表一» warning A9 “总计”算不出来：“收入.拨款.上级”、“收入.拨款.本级”、“收入.其他”、“结转”空着 → 空着不等于 0：没有就填 0，或者直接写出合计。',
    ]);
  });
});

describe('a blank that is a nought to a sum', () => {
  const form = formWith(
    '收: { 类型: 组, 单位: 元, 字段: { 甲: 金额, 乙: 金额, 丙: 金额 } }',
    '计: { 类型: 金额, 单位: 元, 求和: 收, 空着算零: 是 }',
    '总: { 类型: 组, 求和: 收, 单位: 元, 空着算零: 是, 字段: { 甲: 金额, 丙: { 类型: 金额, 空着算零: 否 } } }',
  );
  const totalsOf = (record: string) => {
    const { 计, 总 } = texts(successOf(recordOf(form, record)).root) as Record<string, unknown>;
    return [计, 总];
  };

  test('is left out, also where a group says so of its sums', () => {
    expect(totalsOf('表: 表一\n收: { 甲: 1, 乙: , 丙: }\n')).toEqual(['1', { 甲: '1', 丙: '' }]);
  });

  test('leaves a sum blank where there is nothing else, but not unchecked', async () => {
    const blank = '表: 表一\n收: { 甲: , 乙: , 丙: }\n';
    expect(totalsOf(blank)).toEqual(['', { 甲: '', 丙: '' }]);
    expect(await toldOf(form, `${blank}计: 5\n总: { 甲: 0, 丙: 0 }\n`)).toEqual([
      expect.stringContaining('error A9 “计”写的是 5，各项（收.甲、收.乙、收.丙）之和是 0'),
    ]);
  });
});

describe('sums of items in items', () => {
  const form = formWith(
    '类: { 类型: 列表, 单位: 元, 字段: { 名: 文字, 计: { 类型: 金额, 求和: 项.数, 空着算零: 是 }, 项: { 类型: 列表, 字段: { 名: 文字, 数: 金额 } } } }',
    '总: { 类型: 金额, 单位: 元, 求和: 类.计, 空着算零: 是 }',
    '严: { 类型: 金额, 单位: 元, 求和: 类.计 }',
  );
  const record = '表: 表一\n类:\n  - { 名: 甲, 项: [{ 名: 子, 数: 3 }] }\n  - { 名: 乙, 项: [{ 名: 丑, 数: }] }\n';

  test('that are blank are noughts to who takes blanks for noughts, and told where they are not', async () => {
    expect(texts(successOf(recordOf(form, record)).root)).toMatchObject({
      类: [{ 计: '3' }, { 计: '' }],
      总: '3',
      严: '',
    });
    expect(await toldOf(form, record)).toEqual([expect.stringContaining('warning A9 “严”算不出来：“类[2].计”空着')]);
  });
});

describe('who adds all of a group or list', () => {
  const fields = [
    '收: { 类型: 组, 单位: 元, 字段: { 一: 金额, 二: 金额, 计: { 类型: 金额, 求和: 收 } } }',
    '项: { 类型: 列表, 单位: 元, 字段: { 甲: 金额, 乙: 金额, 小计: { 类型: 金额, 求和: [甲, 乙] } } }',
    '合: { 类型: 组, 单位: 元, 求和: 项, 字段: { 甲: 金额, 乙: 金额 } }',
    '数: { 类型: 金额, 单位: 元 }',
  ];
  const record = '表: 表一\n收: { 一: 1, 二: 2 }\n项:\n  - { 甲: 10, 乙: 20 }\n';

  test('adds no sum that stands there along with its terms', async () => {
    const check = (left: string) =>
      `${formWith(...fields)}检查:\n  平: { 左: ${left}, 关系: 等于, 右: 数, 级别: 错误 }\n`;
    expect(await toldOf(check('$和(收)'), `${record}数: 3\n`)).toEqual([]);
    expect(await toldOf(check('$和(项)'), `${record}数: 30\n`)).toEqual([]);
    expect(await toldOf(check('$和(合)'), `${record}数: 30\n`)).toEqual([]);
  });

  test('nor does a summary', () => {
    const read = successOf(
      recordOf(`${formWith(...fields)}汇总: { 收入: { 取: 收 }, 项目: { 取: 项 }, 合计: { 取: 合 } }\n`, record),
    );
    expect(read.blueprint.summary.map(({ source }) => summaryValue(read, source))).toEqual(['3', '30', '30']);
  });
});

describe('sums in rows', () => {
  const plan = formWith(
    '计划: { 类型: 列表, 单位: 元, 字段: { 名: 文字, 月: { 类型: 组, 字段: { 一: 金额, 二: 金额 } }, 季: { 类型: 金额, 求和: 月 }, 加: 金额, 全年: { 类型: 金额, 求和: [季, 加] } } }',
    '合计: { 类型: 组, 单位: 元, 求和: 计划, 字段: { 季: 金额, 全年: 金额 } }',
  );
  const rowOf = (一: string, 二: string, more = '加: 0') => `  - { 名: 甲, 月: { 一: ${一}, 二: ${二} }, ${more} }\n`;
  const filled = `表: 表一\n计划:\n${rowOf('1', '2.5')}${rowOf('0.1', '0.2', '加: 10')}`;

  test('add what stands in the row, sums too, and are added themselves', () => {
    expect(texts(successOf(recordOf(plan, filled)).root)).toMatchObject({
      计划: [
        { 季: '3.5', 全年: '3.5' },
        { 季: '0.3', 全年: '10.3' },
      ],
      合计: { 季: '3.8', 全年: '13.8' },
    });
  });

  test('are checked where they are written', async () => {
    const wrong = `表: 表一\n计划:\n${rowOf('1', '2.5', '季: 3, 加: 0')}`;
    expect(await toldOf(plan, wrong)).toEqual([
      expect.stringContaining('error A9 “计划[1].季”写的是 3，各项（月.一、月.二）之和是 3.5'),
    ]);
  });

  test('are unknown where a term is blank, told once in its row, not by what adds the row; a row with nothing in it has none', async () => {
    const blank = `表: 表一\n计划:\n${rowOf('1', '')}  - { 名: , 月: { 一: , 二: }, 加: }\n`;
    expect(await toldOf(plan, blank)).toEqual([
      expect.stringContaining('warning A9 “计划[1].季”算不出来：“计划[1].月.二”空着'),
    ]);
    const none = `表: 表一\n计划:\n${rowOf('1', '2')}  - { 名: , 月: { 一: , 二: }, 加: }\n`;
    expect(texts(successOf(recordOf(plan, none)).root)).toMatchObject({
      计划: [{ 全年: '3' }, { 全年: '' }],
      合计: { 全年: '3' },
    });
  });

  test('that are wrong do not make what adds them wrong', async () => {
    const wrong = `表: 表一\n计划:\n${rowOf('1', '2', '季: 30, 加: 0, 全年: 3')}合计: { 季: 3, 全年: 3 }\n`;
    expect(await toldOf(plan, wrong)).toEqual([expect.stringContaining('error A9 “计划[1].季”写的是 30')]);
  });

  test('of indicators too', () => {
    const tree = formWith(
      '标: { 类型: 指标, 体系: 甲类, 列: { 名: 文字, 分值: { 类型: 金额, 单位: 分 }, 加分: { 类型: 金额, 单位: 分 }, 得分: { 类型: 金额, 单位: 分, 求和: [分值, 加分] } } }',
      '总分: { 类型: 金额, 单位: 分, 求和: 标.得分 }',
    );
    const record =
      '表: 表一\n标:\n  产出:\n    数量:\n      - { 名: 甲, 分值: 8, 加分: 2 }\n      - { 名: 乙, 分值: 4, 加分: 0.5 }\n';
    expect(texts(successOf(recordOf(tree, record)).root)).toMatchObject({ 总分: '14.5' });
  });
});

describe('a nought', () => {
  const names = Array.from({ length: 30 }, (_, i) => `项${i}`);
  const many = formWith(
    `支出: { 类型: 组, 单位: 万元, 字段: { ${names.map((name) => `${name}: 金额`).join(', ')} } }`,
    '合计: { 类型: 金额, 单位: 万元, 求和: 支出 }',
    '收入: { 类型: 金额, 单位: 万元 }',
  );
  const recordWith = (amount: string, more: string): string =>
    `表: 表一\n支出:\n${names.map((name, i) => `  ${name}: ${i < 2 ? '1.25' : amount}\n`).join('')}${more}`;

  test('is not rounded, and widens no tolerance', async () => {
    const checks = `${many}检查:\n  平: { 左: $和(支出), 关系: 等于, 右: 收入, 级别: 错误 }\n`;
    expect(await toldOf(checks, recordWith('0', '合计: 2.6\n收入: 2.6\n'))).toEqual([
      expect.stringContaining('error A9 “合计”写的是 2.6'),
      expect.stringContaining('error A0 支出合计 2.5 万元，收入是 2.6 万元，差 0.1 万元'),
    ]);
    expect(await toldOf(checks, recordWith('0.01', '合计: 2.88\n收入: 2.88\n'))).toEqual([
      expect.stringContaining('hint A9'),
    ]);
  });
});

describe('sums', () => {
  test('are computed exactly where they are left out, and printed as the form says', () => {
    expect(sumsOf(items)).toEqual({ 甲: '1,220.10', 乙: '1,007.00' });
  });

  test('come from the record, not from a place in it', () => {
    const { root } = successOf(recordOf(form, items));
    const total = root.members.get('合');
    expect(total?.kind === 'group' && total.given).toBe(true);
    const first = total?.kind === 'group' ? (total.members.get('甲') as ScalarValue) : null;
    expect(first?.origin).toEqual({ kind: 'computed', path: ['合', '甲'], span: { file: FILE, start: 3, end: 5 } });
  });

  test('leave out rows with nothing in them: only an amount that is missing in a row makes them unknown', () => {
    expect(sumsOf(`${items}  - { 名: , 款: { 甲: , 乙: } }\n`)).toEqual({ 甲: '1,220.10', 乙: '1,007.00' });
    expect(sumsOf(`${items}  - { 名: 一, 款: { 甲: , 乙: 1 } }\n`)).toEqual({ 甲: '', 乙: '1,008.00' });
  });

  test('that the author wrote are kept as written where they are right', () => {
    const record = `${items}合: { 甲: 1220.1, 乙: 1007 }\n`;
    expect(sumsOf(record)).toEqual({ 甲: '1,220.10', 乙: '1,007.00' });
    const total = successOf(recordOf(form, record)).root.members.get('合');
    const first = total?.kind === 'group' ? total.members.get('甲') : undefined;
    expect(first?.kind === 'scalar' && first.origin).toMatchObject({ kind: 'value' });
  });

  test('that are blank are computed', () => {
    expect(sumsOf(`${items}合: { 甲:, 乙: 1007 }\n`)).toEqual({ 甲: '1,220.10', 乙: '1,007.00' });
  });

  test('that are wrong are A9 at the number, with the right one', async () => {
    expect(await toldOf(form, `${items}合: { 甲: 1220.13, 乙: 1006 }\n`)).toEqual([
      '6:9 «1220.13» error A9 “合.甲”写的是 1,220.13，各项（项.款.甲）之和是 1,220.10 → 改成 1220.1，或删去这一项，由程序求和。',
      '6:21 «1006» error A9 “合.乙”写的是 1,006.00，各项（项.款.乙）之和是 1,007.00 → 改成 1007，或删去这一项，由程序求和。',
    ]);
  });

  test('that rounding explains are a hint: half of the last digit for each term and for the total, and no more', async () => {
    const rows = '表: 表一\n项:\n  - { 款: { 甲: 1.25 } }\n  - { 款: { 甲: 2.5 } }\n  - { 款: { 甲: 3 } }\n';
    expect(await toldOf(form, `${rows}合: { 甲: 6.77, 乙: 0 }\n`)).toEqual([
      '6:9 «6.77» hint A9 “合.甲”写的是 6.77，各项（项.款.甲）之和是 6.75，差 0.02，像是四舍五入 → 要和各项一致，就改成 6.75；按批复的数填，可以不改。',
    ]);
    expect((await toldOf(form, `${rows}合: { 甲: 6.78, 乙: 0 }\n`))[0]).toMatch(/^6:9 «6.78» error A9 /);
  });

  test('of whole numbers are never off by rounding', async () => {
    const whole = formWith(
      '项: { 类型: 列表, 每项: { 类型: 金额, 单位: 万元 } }',
      '合: { 类型: 金额, 单位: 万元, 求和: 项 }',
    );
    expect((await checked(whole, '表: 表一\n项: [1, 2]\n合: 4\n')).map(({ severity }) => severity)).toEqual(['error']);
    expect(await checked(whole, '表: 表一\n项: [1, 2]\n合: 3\n')).toEqual([]);
  });

  test('in 万元 are off by rounding within the tolerance of all sums, whatever their digits', async () => {
    const tens = formWith(
      '项: { 类型: 列表, 每项: { 类型: 金额, 单位: 万元 } }',
      '合: { 类型: 金额, 单位: 万元, 求和: 项 }',
    );
    const severities = async (total: string) =>
      (await checked(tens, `表: 表一\n项: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1]\n合: ${total}\n`)).map((one) => one.severity);
    expect(await severities('0.63')).toEqual(['hint']);
    expect(await severities('0.57')).toEqual(['hint']);
    expect(await severities('0.631')).toEqual(['error']);
    expect(await severities('0.569')).toEqual(['error']);
  });

  test('of a blank term are unknown, which is a warning that names the term', async () => {
    const record = items.replace('甲: 0.1', '甲:');
    expect(sumsOf(record)).toEqual({ 甲: '', 乙: '1,007.00' });
    const [warning, ...more] = await checked(form, record);
    expect(more).toEqual([]);
    expect(warning).toMatchObject({
      code: 'A9',
      severity: 'warning',
      message: '“合.甲”算不出来：“项[2].款.甲”空着',
      advice: '空着不等于 0：没有就填 0，或者直接写出合计。',
    });
    expect(warning?.related).toMatchObject([
      { at: { file: FILE, start: record.indexOf('甲:,') + 2 }, message: '空着的一项' },
    ]);
  });

  test('that are written stand where a term is blank, without a word', async () => {
    const record = `${items.replace('甲: 0.1', '甲:')}合: { 甲: 5 }\n`;
    expect(sumsOf(record)).toEqual({ 甲: '5.00', 乙: '1,007.00' });
    expect(await checked(form, record)).toEqual([]);
  });

  test('of a list that prints one empty row are nothing, too', () => {
    const row = form.replace('类型: 列表,', '类型: 列表, 空时: 印一空行,');
    const { root } = successOf(recordOf(row, '表: 表一\n项: []\n'));
    expect(texts(root)).toMatchObject({ 合: { 甲: '0.00', 乙: '0.00' } });
  });

  test('of several groups are sums of fixed items', () => {
    const fixed = formWith(
      '甲: { 类型: 组, 单位: 元, 字段: { 数: 金额, 名: 文字 } }',
      '乙: { 类型: 组, 单位: 元, 字段: { 数: 金额 } }',
      '合: { 类型: 金额, 单位: 元, 求和: [甲.数, 乙.数] }',
    );
    const { root } = successOf(recordOf(fixed, '表: 表一\n甲: { 数: 1.25, 名: 一 }\n乙: { 数: 2 }\n'));
    expect(texts(root)).toMatchObject({ 合: '3.25' });
  });

  test('of nothing are nothing', () => {
    expect(sumsOf('表: 表一\n项: []\n')).toEqual({ 甲: '0.00', 乙: '0.00' });
  });

  test('equal those of whole numbers of 分, in any order', () => {
    const cents = fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 9 });
    const typed = (amount: bigint): string => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
    const plain = formWith(
      '项: { 类型: 列表, 每项: { 类型: 金额, 单位: 元 } }',
      '合: { 类型: 金额, 单位: 元, 求和: 项, 印: { 小数: 2 } }',
    );
    fc.assert(
      fc.property(cents, (amounts) => {
        const record = `表: 表一\n项: [${amounts.map(typed).join(', ')}]\n`;
        const { members } = successOf(recordOf(plain, record)).root;
        const total = members.get('合');
        expect(total?.kind === 'scalar' && total.text).toBe(typed(amounts.reduce((a, b) => a + b, 0n)));
      }),
      { seed: 7, numRuns: 40 },
    );
  });
});
