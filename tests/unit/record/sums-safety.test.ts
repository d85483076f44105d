import { describe, expect, test } from 'vitest';
import { formWith } from '../blueprint/support.ts';
import { checked, FORM, lineOf, toldOf } from './checking.ts';
import { FILE } from './support.ts';

const fields = formWith(
  '部门(单位)经费: { 类型: 金额, 单位: 万元 }',
  '名: 文字',
  '杂(一): { 类型: 组, 字段: { 名: 文字, 钱: { 类型: 金额, 单位: 万元 } } }',
  '支出: { 类型: 组, 单位: 万元, 字段: { 基本: 金额, 项目: 金额 } }',
  '任务: { 类型: 列表, 单位: 元, 字段: { 名称: 文字, 资金: 金额, 人数: { 类型: 金额, 单位: 人 } } }',
  '指标: { 类型: 指标, 体系: 甲类, 列: { 量: 文字, 分: { 类型: 金额, 单位: 分 } } }',
  '用款: { 类型: 列表, 单位: 元, 字段: { 1月: 金额, 2月: 金额, 11月: 金额 } }',
  '话: { 类型: 指标, 体系: 甲类, 列: { 量: 文字 } }',
  '杂: { 类型: 组, 字段: { 名: 文字, 钱: { 类型: 金额, 单位: 万元 } } }',
);
const record = '表: 表一\n';
const formOf = (...lines: readonly string[]): string =>
  `${fields}检查:\n  平:\n${lines.map((line) => `    ${line}\n`).join('')}`;
const yaml = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** What is said of an expression on the left of a check, without what is always the same. */
async function saidOf(expression: string, ...more: readonly string[]): Promise<string[]> {
  const form = formOf(`左: ${yaml(expression)}`, '关系: 等于', '右: 支出.基本', '单位: 万元', ...more);
  const told = (await checked(form, record)).map(lineOf({ [FORM]: form }));
  return told.map((line) => line.replace(/^\d+:\d+ /, '').replace('error C001 检查“平”：', ''));
}

const product =
  '“$乘”要一个金额和一个数，或者一笔钱和一个数量 → 写成 $乘(甲, 1.05)，或者 $乘(单价, 数量)，数量的单位不是钱（台、人、亩）。';
const usable = '可以用的有：名称、数、$项 和 $和、$差、$乘、$最大、$最小。';

const choice = '只能按文字挑：写成 列表[名称 = "文字"].金额；不等于写 !=，还可以用 and 和 or 连起来。';

describe('an expression of 检查', () => {
  test.each([
    ['/(a+)+$/', [`«/» 算式里不能用“/” → ${usable}`]],
    ['$eval("1")', ['«$eval» 没有“$eval”这个函数 → 可以写的有：$和、$差、$乘、$最大、$最小。']],
    ['$sum(任务.资金)', ['«$sum» 没有“$sum”这个函数 → 可以写的有：$和、$差、$乘、$最大、$最小。']],
    ['$合(支出)', ['«$合» 没有“$合”这个函数 → 是不是“$和”？']],
    ['和(支出)', ['«和» 没有“和”这个函数 → 是不是“$和”？']],
    ['function($x){$x}', [`«(» 算式里不能用“(” → ${usable}`]],
    ['($f := function($x){$f($x)}; $f(1))', [`«(» 算式里不能用“(” → ${usable}`]],
    ['$map([1..1000000], $和)', ['«$map» 没有“$map”这个函数 → 可以写的有：$和、$差、$乘、$最大、$最小。']],
    ['$和([1..1000000])', [`«[» 算式里不能用“[” → ${usable}`]],
    ['支出.**', [`«**» 算式里不能用“**” → ${usable}`]],
    ['$和(支出.*)', [`«*» 算式里不能用“*” → 用 $乘(甲, 1.05) 或 $乘(单价, 数量)。`]],
    ['支出.%.支出', null],
    ['支出.基本 + 支出.项目', ['«+» 算式里不能用“+” → 用 $和(甲, 乙)。']],
    ['支出.基本 - 支出.项目', ['«-» 算式里不能用“-” → 用 $差(甲, 乙)；名称里有“-”就把名称用反引号括起来。']],
    ['支出.基本 > 支出.项目', [`«>» 算式里不能用“>” → ${usable}`]],
    ['支出.基本 = 支出.项目', [`«=» 算式里不能用“=” → ${usable}`]],
    ['支出.基本 & "元"', [`«&» 算式里不能用“&” → ${usable}`]],
    ['支出.基本 ? 支出.基本 : 支出.项目', [`«?» 算式里不能用“?” → ${usable}`]],
    ['|支出|{"基本": 1}|', [`«|» 算式里不能用“|” → ${usable}`]],
    ['{"a": 支出.基本}', [`«{» 算式里不能用“{” → ${usable}`]],
    ['支出.基本 ~> $和', [`«~>» 算式里不能用“~>” → ${usable}`]],
    ['$和(?, 支出.基本)', [`«(» 算式里不能用“(” → ${usable}`]],
    ['"字"', [`«"字"» 算式里不能用“"字"” → ${usable}`]],
    ['true', [`«e» 算式里不能用“e” → ${usable}`]],
    ['支出{名: 基本}', null],
    ['任务^(资金)', null],
    ['任务@$x.资金', null],
    ['任务#$x.资金', null],
    ['任务[].资金', null],
    ['$和(任务.资金)[0]', null],
    ['5[0]', [`«5» 算式里不能用“5” → ${usable}`]],
    ['$.支出.基本', ['«$» 不能用“$” → 逐项检查时用“$项”指那一项；别的都写名称，从最外一层写起。']],
    ['$$.支出.基本', ['«$$» 不能用“$$” → 逐项检查时用“$项”指那一项；别的都写名称，从最外一层写起。']],
    ['$x', ['«$x» 不能用“$x” → 逐项检查时用“$项”指那一项；别的都写名称，从最外一层写起。']],
    ['基本', ['«基本» 字段里没有“基本” → 写成“支出.基本”。']],
    ['$项', ['«$项» “$项”只能和“逐项”一起用 → 在这条检查里写上“逐项: 列表的名称”。']],
    ['任务[0].资金', [`«0» 方括号里不能这样写 → ${choice}`]],
    ['$和(任务[资金 > 5].资金)', [`«>» 方括号里不能这样写 → ${choice}`]],
    ['$和(任务[资金 = "5"].资金)', [`«=» 方括号里不能这样写 → ${choice}`]],
    ['$和(任务[名称 = 名称].资金)', [`«=» 方括号里不能这样写 → ${choice}`]],
  ])('may not be %s', async (expression, lines) => {
    const said = await saidOf(expression);
    if (lines === null) expect(said.join()).toMatch(/ → /);
    else expect(said).toEqual(lines);
  });

  test.each([
    ['支出.基夲', '«基夲» “支出”里没有“基夲” → 是不是“基本”？'],
    ['$和(支岀.基本, 支出.项目)', '«支岀» 字段里没有“支岀” → 是不是“支出”？'],
    ['$和(任务.经费)', '«经费» “任务”里没有“经费” → 可以写的有：名称、资金、人数。'],
    ['$和(任务[名 = "甲"].资金)', '«名» “任务”里没有“名” → 是不是“名称”？'],
    ['支出.基本.多', '«多» “基本”里没有“多”：它是金额 → 删去点和它后面的名称。'],
    [
      '$和(指标.产出.分)',
      '«产出» “产出”是体系里的名目，不能写进算式 → 不写名目，写成“指标.分”：各个名目下面的行都算。',
    ],
    [
      '$和(指标.环境.分)',
      '«环境» “环境”是体系里的名目，不能写进算式 → 不写名目，写成“指标.分”：各个名目下面的行都算。',
    ],
    ['$和(话.产出)', '«产出» “产出”是体系里的名目，不能写进算式 → 换成类型为“金额”的字段。'],
    ['$和(指标.得分)', '«得分» “指标”里没有“得分” → 是不是“分”？'],
    ['$和(指标.量)', '«量» “指标的量”不是金额，是文字 → 换成类型为“金额”的字段。'],
    ['$和(指标)', '«指标» “指标”不是金额，是指标 → 写到金额为止，例如“指标.分”。'],
    ['指标.分', '«指标.分» “指标.分”是一列金额，要的是一个 → 加起来就写 $和(指标.分)。'],
    ['$和(指标.分)', '«$和(指标.分)» “分”的单位是“分”，不能换算成“万元” → 改这条检查的“单位”，或字段的单位。'],
    ['$和(指标[量 = 名].分)', `«=» 方括号里不能这样写 → ${choice}`],
    ['`支出`.`基夲`', '«`基夲`» “支出”里没有“基夲” → 是不是“基本”？'],
    ['名', '«名» “名”不是金额，是文字 → 换成类型为“金额”的字段。'],
    ['$和(任务)', '«任务» “任务”不是金额，是列表 → 写到金额为止，例如“任务.资金”。'],
    ['$和(`杂(一)`)', '«`杂(一)`» “杂(一)”不是金额，是组 → 写到金额为止，例如“`杂(一)`.钱”。'],
    ['杂', '«杂» “杂”不是金额，是组 → 写到金额为止，例如“杂.钱”。'],
    ['任务.资金', '«任务.资金» “任务.资金”是一列金额，要的是一个 → 加起来就写 $和(任务.资金)。'],
    ['支出', '«支出» “支出”是一组金额，要的是一个 → 加起来就写 $和(支出)。'],
    ['$和()', '«$和» “$和”的括号里是空的 → 写成 $和(甲, 乙)。'],
    ['$和(支出.基本, 5)', '«$和» “$和”里只能是金额，不能是数 → 倍数用 $乘(甲, 1.05)。'],
    ['$差(支出.基本)', '«$差» “$差”要两个金额 → 写成 $差(甲, 乙)；一列金额先用 $和(…) 加起来。'],
    ['$差(支出, 支出.基本)', '«$差» “$差”要两个金额 → 写成 $差(甲, 乙)；一列金额先用 $和(…) 加起来。'],
    ['$乘(支出.基本, 支出.项目)', `«$乘» ${product}`],
    ['$乘(2, 3)', `«$乘» ${product}`],
    ['$乘(支出, 3)', `«$乘» ${product}`],
    ['$乘(支出.基本, 指标.分)', `«$乘» ${product}`],
    ['$乘(支出.基本, $和(指标.分, 支出.项目))', `«$乘» ${product}`],
    ['$乘($和(指标.分), $和(指标.分))', `«$乘» ${product}`],
    ['1e30', '«0» 这个数太大或太小 → 写成 0.05 或 1200 这样的数。'],
    ['$和(支出.基本', '«本» 算式没有写完 → 少了“)”；写成“$和(甲, 乙.丙)”这样，名称之间用半角的点和逗号。'],
    ['支出..基本', '«..» 算式写到“..”这里看不懂 → 写成“$和(甲, 乙.丙)”这样，名称之间用半角的点和逗号。'],
    [
      '$和（支出）',
      '«$和（支出）» 不能用“$和（支出）” → 括号、逗号和点用半角，写成：$和(支出)（名称里本来就有的，把名称用反引号括起来）。',
    ],
    [
      '$和(支出.基本，支出.项目)',
      '«基本，支出» “支出”里没有“基本，支出” → 括号、逗号和点用半角，写成：$和(支出.基本, 支出.项目)（名称里本来就有的，把名称用反引号括起来）。',
    ],
    [
      '支出．基本',
      '«支出．基本» 字段里没有“支出．基本” → 括号、逗号和点用半角，写成：支出.基本（名称里本来就有的，把名称用反引号括起来）。',
    ],
    [
      '$和(部门(单位)经费)',
      '«经费» 算式写到“经费”这里看不懂 → 名称以数字开头，或者有括号一类的符号，要用反引号括起来，写成：$和(`部门(单位)经费`)。',
    ],
    [
      '$和(用款.1月, 用款.`2月`, 用款.11月)',
      '«月» 算式写到“月”这里看不懂 → 名称以数字开头，或者有括号一类的符号，要用反引号括起来，写成：$和(用款.`1月`, 用款.`2月`, 用款.`11月`)。',
    ],
    ['$和(任务.人数)', '«$和(任务.人数)» “人数”的单位是“人”，不能换算成“万元” → 改这条检查的“单位”，或字段的单位。'],
  ])('that is wrong is told at the word, with advice: %s', async (expression, line) => {
    const said = await saidOf(expression);
    expect(said).toEqual([line]);
  });

  test('names with brackets stand in backticks', async () => {
    const form = formOf("左: '`部门(单位)经费`'", '关系: 等于', '右: 支出.基本');
    const given = '表: 表一\n部门(单位)经费: 3\n支出: { 基本: 2, 项目: 0 }\n';
    expect((await checked(form, given)).map(({ message }) => message)).toEqual([
      '部门(单位)经费 3 万元，基本是 2 万元，差 1 万元',
    ]);
  });

  test('is told to be too long before it is parsed', async () => {
    const said = await saidOf(`$和(${'('.repeat(5000)}`);
    expect(said.map((line) => line.replace(/«.*»/, '«»'))).toEqual(['«» 算式太长，超过 2000 个字 → 拆成几条检查。']);
  });

  test('as deep as it may be long harms nobody', async () => {
    expect(await saidOf(`${'$和('.repeat(400)}支出${')'.repeat(400)}`)).toEqual([]);
    expect((await saidOf('('.repeat(1999)))[0]).toContain('算式没有写完');
  });

  test('is told where the record has faults, too', async () => {
    const form = formOf('左: 甲', '关系: 等于', '右: 支出.基本');
    expect((await checked(form, '表: 表一\n多: 1\n')).map(({ code }) => code).toSorted()).toEqual(['C001', 'R002']);
  });

  test('has its place in the file, however it is quoted', async () => {
    for (const quoted of ['支出.基夲', "'支出.基夲'", '"支出.基夲"']) {
      const form = formOf(`左: ${quoted}`, '关系: 等于', '右: 支出.基本');
      expect((await toldOf(form, record))[0]).toContain(`«基夲» error C001`);
    }
    const escaped = formOf('左: "支出.\\u57fa夲"', '关系: 等于', '右: 支出.基本');
    expect((await toldOf(escaped, record))[0]).toContain('«"支出.\\u57fa夲"» error C001');
    const block = formOf('左: |', '  支出.基夲', '关系: 等于', '右: 支出.基本');
    expect((await toldOf(block, record))[0]).toContain('«|\n      支出.基夲» error C001');
  });

  test('of every right side, 逐项, 指向 and 消息 is looked at', async () => {
    const form = formOf('左: 支岀', '关系: 等于', '右: [支出.基本, 支岀]', '指向: 名', '消息: "{左}和{佑}"');
    expect(
      (await toldOf(form, record)).map((line) => line.replace(/^[^«]*/, '').replace('error C001 检查“平”：', '')),
    ).toEqual([
      '«支岀» 字段里没有“支岀” → 是不是“支出”？',
      '«支岀» 字段里没有“支岀” → 是不是“支出”？',
      '«名» “名”不是金额，是文字 → 换成类型为“金额”的字段。',
      '«{佑}» “消息”里不能填“{佑}” → 花括号里可以写：项、左、右、左名、右名、差。',
    ]);
    const each = formOf('逐项: [任务, 名]', '左: $项.资金', '关系: 等于', '右: 支出.基本');
    expect((await toldOf(each, record)).map((line) => line.replace(/^[^«]*/, ''))).toEqual([
      '«名» error C001 检查“平”：“名”是文字，没有可以逐项查的 → 写列表、指标或组的名称。',
    ]);
    const bare = formOf('逐项: 任务', '左: 项.资金', '关系: 等于', '右: 支出.基本', '单位: 万元');
    expect((await toldOf(bare, record)).map((line) => line.replace(/^[^«]*/, ''))).toEqual([
      '«项» error C001 检查“平”：字段里没有“项” → 那一项写成“$项”。',
    ]);
  });

  test('of items of several lists must fit all of them', async () => {
    const form = formOf('逐项: [任务, 支出]', '左: $项.资金', '关系: 等于', '右: 支出.基本', '单位: 万元');
    expect((await toldOf(form, record))[0]).toContain('“支出”里没有“资金”');
  });
});

describe('units of a check', () => {
  test('must be said where its amounts have several', async () => {
    const form = formOf('左: $和(任务.资金)', '关系: 等于', '右: 支出.基本');
    expect((await toldOf(form, record)).map((line) => line.replace(/^[^«]*/, ''))).toEqual([
      '«$和(任务.资金)» error C001 检查“平”：各项的单位不一样：元、万元 → 写上“单位: 元”，都换算了再比。',
    ]);
  });

  test('must be of one kind', async () => {
    const form = formOf('左: $和(任务.人数)', '关系: 等于', '右: 支出.基本', '单位: 万元');
    expect((await toldOf(form, record)).map((line) => line.replace(/^[^«]*/, ''))).toEqual([
      '«$和(任务.人数)» error C001 检查“平”：“人数”的单位是“人”，不能换算成“万元” → 改这条检查的“单位”，或字段的单位。',
    ]);
  });
});

describe('the work of a check', () => {
  const rows = (count: number): string =>
    `表: 表一\n支出: { 基本: 1, 项目: 1 }\n任务:\n${'- { 资金: 1 }\n'.repeat(count)}`;

  test('is bounded by a count of steps, not by the clock: C002, the same each time', async () => {
    const form = formOf(
      '逐项: 任务',
      '左: $和($项.资金, $项.资金, $项.资金, $项.资金, $项.资金, $项.资金, $项.资金, $项.资金)',
      '关系: 不超过',
      '右: 支出.基本',
      '单位: 万元',
      '级别: 提示',
    );
    expect(await checked(form, rows(100))).toEqual([]);
    const given = rows(4000);
    const found = await checked(form, given);
    expect(found.map(lineOf({ [FORM]: form, [FILE]: given }))).toEqual([
      '13:3 «平» hint C002 算到检查“平”，各条检查一共算了 100000 步还没有算完，没有算下去 → 把数据里的列表拆成几份，或把检查写得简单些、少些。',
    ]);
    expect(found[0]?.related).toEqual([{ at: { file: FILE, start: 3, end: 5 }, message: '在算这份数据' }]);
    expect(await checked(form, given)).toEqual(found);
  });

  test.each([
    ['a list summed again for each item', ["左: '$和($项.资金, 任务)'", '关系: 不少于', '右: $项.资金']],
    ['a list pointed at for each item', ["左: '$和($项.资金, 任务)'", '关系: 等于', '右: 1', '指向: 任务.资金']],
  ])('what each step looks at counts too: %s', async (_, lines) => {
    const form = `${formWith('任务: { 类型: 列表, 单位: 元, 字段: { 资金: 金额 } }')}检查:\n  平: { 逐项: 任务, ${lines.join(', ')} }\n`;
    expect((await checked(form, `表: 表一\n任务:\n${'- { 资金: 1 }\n'.repeat(1000)}`)).map(({ code }) => code)).toEqual(
      ['C002'],
    );
  });

  test('points that are the same for all items are looked for once', async () => {
    const form = formOf('逐项: 任务', '左: $项.资金', '关系: 等于', '右: 2', '指向: 任务.资金', '单位: 元', '允差: 0');
    const found = await checked(form, rows(2000));
    expect(found).toHaveLength(2000);
    expect(found.every(({ code }) => code === 'A0')).toBe(true);
  });

  test('is bounded for a record as a whole: many checks have one budget', async () => {
    const one = (index: number) =>
      `  平${index}: { 左: '$和(任务[名称 != "甲${index}"].资金)', 关系: 不少于, 右: 支出.基本, 单位: 元 }`;
    const form = `${formOf('左: 支出.基本', '关系: 不少于', '右: 支出.基本')}${Array.from({ length: 300 }, (_, i) => one(i)).join('\n')}\n`;
    const found = await checked(form, rows(500));
    expect(found.filter(({ code }) => code === 'C002')).toHaveLength(1);
  });

  test('does not grow as a square: what is the same for all items is worked out once', async () => {
    const form = formOf('逐项: 任务', '左: $项.资金', '关系: 不超过', '右: $和(任务.资金)', '单位: 元');
    expect(await checked(form, rows(2000))).toEqual([]);
  });
});

test('what an item has is said to stand in it, and what it lacks is not in it', async () => {
  expect((await saidOf('资金', '逐项: 任务')).join()).toContain('字段里没有“资金” → 写成“$项.资金”。');
  expect((await saidOf('$项.金额', '逐项: 任务')).join()).toContain('这一项里没有“金额”');
});
