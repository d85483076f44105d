import { describe, expect, test } from 'vitest';
import { openShelf } from '../../../src/blueprint/index.ts';
import { blueprintOf, commons, formWith, saidBy, successOf, told, worldOf } from './support.ts';

const faultsOf = (form: string): string[] => told(blueprintOf(form), form);
const faultsOfFields = (...lines: readonly string[]): string[] => faultsOf(formWith(...lines));
const kinds = '可以写的有：文字、段落、年份、个数、金额、指标值、组、列表、指标。';

describe('a blueprint that lacks something', () => {
  test.each([
    ['字段: { 甲: 文字 }', ['1:1 «字» B002 蓝图没有“表” → 写上“表: 名称”，名称和文件夹相同。']],
    ['表:\n字段: { 甲: 文字 }', ['1:1 «表» B002 蓝图没有“表” → 写上“表: 名称”，名称和文件夹相同。']],
    ['表: 表一', ['1:1 «表» B002 没有“字段” → 写上“字段:”，下面列出各个字段。']],
    ['表: 表一\n字 段: { 甲: 文字 }', ['2:1 «字 段» B003 蓝图里没有“字 段”这一项 → 写成“字段”：中间不空格。']],
    [
      '表: 表一\n字: { 题: 宋体 二号 }\n字断: { 甲: 文字 }',
      ['3:1 «字断» B003 蓝图里没有“字断”这一项 → 是不是“字段”？'],
    ],
    ['表: 表一\n字段:', ['2:1 «字段» B004 “字段”下面应是一组“名称: 内容” → 在下一行缩进两格，写“名称: 内容”。']],
    ['- 表一', ['1:1 «- 表一» B004 蓝图应是一组“名称: 内容” → 每行写“名称: 内容”。']],
    [
      '表: 表二\n字段: { 甲: 文字 }',
      ['1:4 «表二» B004 “表”是“表二”，文件夹却叫“表一” → 两者要相同（旧版本的文件夹可叫“名称@版本”）。'],
    ],
  ])('%j', (form, faults) => {
    expect(faultsOf(form)).toEqual(faults);
  });
});

describe('faults of fields stand at their own words', () => {
  test.each([
    ['甲:', `3:3 «甲» B002 “甲”没有写类型 → ${kinds}`],
    ['甲: { 必填: 是 }', `3:3 «甲» B002 “甲”没有写类型 → ${kinds}`],
    ['甲: 文子', `3:6 «文子» B004 没有“文子”这种类型 → 是不是“文字”？${kinds}`],
    [
      '甲: { 类型: 金额, 例: 三千 }',
      "3:19 «三千» B004 “例”应是数字，不带单位，这里写的是“三千” → 写成“例: '81.5'”这样：填表的人照着它填。",
    ],
    [
      '甲: { 类型: 个数, 例: 43人 }',
      "3:19 «43人» B004 “例”应是整数，不带单位，这里写的是“43人” → 写成“例: '43'”这样：填表的人照着它填。",
    ],
    [
      '甲: { 类型: 年份, 例: 2025年 }',
      "3:19 «2025年» B004 “例”应是四位年份，这里写的是“2025年” → 写成“例: '2025'”这样：填表的人照着它填。",
    ],
    ['甲: toString', `3:6 «toString» B004 没有“toString”这种类型 → ${kinds}`],
    ['甲: [文字]', '3:6 «[文字]» B004 “甲”应写类型，不能是一列 → 写成“类型: 文字”这样。'],
    ['甲: { 类型: 文字, 必添: 是 }', '3:16 «必添» B003 类型为“文字”的字段里没有“必添”这一项 → 是不是“必填”？'],
    [
      '甲: { 类型: 文字, 单位: 元 }',
      '3:16 «单位» B003 类型为“文字”的字段里没有“单位”这一项 → 可以写的有：类型、必填、可空、例、说明、同。',
    ],
    ['甲: { 类型: 文字, 必填: 对 }', '3:20 «对» B004 “必填”不认识“对” → 可以写的有：是、否。'],
    ['甲: { 类型: [文字] }', `3:12 «[文字]» B004 “类型”应是一个词或一个数 → 写成“类型: 内容”。`],
    ['甲: { 类型: 金额, 印: { 小数: 两 } }', '3:25 «两» B004 小数位数应是 0 到 9 的整数 → 写成“小数: 2”这样。'],
    ['甲: { 类型: 金额, 印: { 位数: 2 } }', '3:21 «位数» B003 “印”里没有“位数”这一项 → 是不是“小数”？'],
    ['甲: { 类型: 组 }', '3:3 «甲» B002 “甲”缺“字段” → 在“字段:”下面列出至少一个字段。'],
    ['甲: { 类型: 组, 字段: {} }', '3:19 «{}» B002 “字段”下面是空的 → 在“字段:”下面列出至少一个字段。'],
    ['甲: { 类型: 列表 }', '3:3 «甲» B002 “甲”缺“字段” → 在“字段:”下面列出至少一个字段。'],
    ['甲: { 类型: 列表, 每项: 文子 }', `3:20 «文子» B004 没有“文子”这种类型 → 是不是“文字”？${kinds}`],
    ['甲: { 类型: 列表, 每项: }', `3:16 «每项» B002 “每项”没有写类型 → ${kinds}`],
    [
      '甲: { 类型: 列表, 每项: 文字, 字段: { 乙: 文字 } }',
      '3:24 «字段» B004 “字段”和“每项”只能写一个 → 每项是一组就只写“字段”，是一个值就只写“每项”。',
    ],
    ['甲: { 类型: 列表, 每项: 文字, 空时: 空行 }', '3:28 «空行» B004 “空时”不认识“空行” → 是不是“印一空行”？'],
    ['甲: { 类型: 指标, 列: { 乙: 文字 } }', '3:3 «甲» B002 缺“体系” → 写成“体系: 名称”，可以写的有：甲类、乙类。'],
    ['甲: { 类型: 指标, 体系: 丙类, 列: { 乙: 文字 } }', '3:20 «丙类» B004 没有“丙类”这个体系 → 是不是“甲类”？'],
    [
      '甲: { 类型: 指标, 体系: 甲类, 字段: { 三级: 文字 } }',
      '3:24 «字段» B003 指标的各列写在“列”里 → 把“字段:”改成“列:”。',
    ],
    ['甲: { 类型: 指标, 体系: 甲类 }', '3:3 «甲» B002 “甲”缺“列” → 在“列:”下面列出至少一个字段。'],
    [
      '甲: { 类型: 指标, 体系: 甲类, 列: { 乙: { 类型: 列表, 每项: 文字 } } }',
      '3:29 «乙» B004 列“乙”只能是一个值 → 不能用类型“列表”。',
    ],
    [
      '甲: { 类型: 指标, 体系: 甲类, 列: { 值: 文字 } }',
      '3:29 «值» B004 列不能叫“值” → 模板里用它指各个值；换一个名称。',
    ],
    ['表: 文字', '3:3 «表» B004 字段不能叫“表” → 数据里用它写表的名称；换一个名称。'],
    ['甲: 无', '3:3 «甲» B005 “甲: 无”没有可去掉的：沿用的表里没有它 → 核对名称；沿用的表里没有的，不用写。'],
  ])('%s', (line, fault) => {
    expect(faultsOfFields(line)).toEqual([fault]);
  });

  test('all faults of a blueprint come at once, in the order of their places', () => {
    const form = '表: 表二\n字段:\n  甲: 文子\n  乙: { 类型: 年份, 可空: 不 }\n页面: { 幅面: B5 }\n';
    expect(saidBy(blueprintOf(form)).map(({ code, at }) => [code, form.slice(at.start, at.end)])).toEqual([
      ['B004', '表二'],
      ['B004', '文子'],
      ['B004', '不'],
      ['B004', 'B5'],
    ]);
  });

  test('a fault of the YAML itself stops the reading and is told as it is', () => {
    expect(saidBy(blueprintOf('表: 表一\n\t字段: 1')).map(({ code }) => code)).toContain('S003');
  });
});

describe('求和 must lead to typed amounts of the same unit', () => {
  const terms = '款: { 类型: 列表, 单位: 元, 字段: { 数: 金额, 名: 文字 } }';
  const tree =
    '标: { 类型: 指标, 体系: 甲类, 列: { 名: 文字, 分值: { 类型: 金额, 单位: 分 }, 量: { 类型: 金额, 单位: 元 } } }';
  test.each([
    ['求和: 款.数目', '数目', '“款”里没有字段“数目”', '是不是“数”？'],
    ['求和: 项.数', '项', '没有字段“项”', '可以写的有：款、标、合。'],
    ['求和: 款', '款', '它指到的不是金额，是列表', '写到金额为止，例如“求和: 款.数”。'],
    ['求和: 款.名', '名', '它指到的不是金额，是文字', '指到类型为“金额”的字段。'],
    ['求和: 合', '合', '加来加去加到了它自己', '去掉这一项，换成由人填的金额。'],
    ['求和: 标.分值', '分值', '各项的单位是“分”，合计的是“元”', '把两处的单位写成一样。'],
    ['求和: __proto__.数', '__proto__', '没有字段“__proto__”', '可以写的有：款、标、合。'],
    ['求和: 款.数.元', '元', '“款.数”里没有“元”：它是金额', '写成“求和: 款.数”。'],
    ['求和: 标', '标', '它指到的不是金额，是指标', '写到金额为止，例如“求和: 标.分值”。'],
    ['求和: 标.名', '名', '它指到的不是金额，是文字', '指到类型为“金额”的字段。'],
    ['求和: 标.分質', '分質', '“标”里没有字段“分質”', '是不是“分值”？'],
    ['求和: 标.产出.分值', '产出', '“产出”是体系里的名目', '不写名目，写成“求和: 标.分值”：各个名目下面的行都加。'],
    ['求和: 标.环境.量', '环境', '“环境”是体系里的名目', '不写名目，写成“求和: 标.分值”：各个名目下面的行都加。'],
    [
      '求和: 款.数、标.量',
      '数、标',
      '“款”里没有字段“数、标”',
      '几条路径写成一列，中间用半角逗号：“求和: [甲.金额, 乙.金额]”。',
    ],
    ['求和: 款。数', '款。数', '没有字段“款。数”', '名称之间用半角的点。'],
    ["求和: '款.数目'", '数目', '“款”里没有字段“数目”', '是不是“数”？'],
    ['求和: "\\u6b3e.数目"', '"\\u6b3e.数目"', '“款”里没有字段“数目”', '是不是“数”？'],
  ])('%s', (setting, word, why, advice) => {
    const [fault, ...more] = faultsOfFields(terms, tree, `合: { 类型: 金额, 单位: 元, ${setting} }`);
    expect(more).toEqual([]);
    expect(fault).toMatch(/^5:\d+ /);
    const path = setting.slice(4).replaceAll(/['"]/g, '').replace('\\u6b3e', '款');
    expect(fault?.replace(/^5:\d+ /, '')).toBe(`«${word}» B004 “合”的“求和: ${path}”不对：${why} → ${advice}`);
  });

  test('of several paths each is looked at, and none may stand twice', () => {
    const form = '合: { 类型: 金额, 单位: 元, 求和: [款.数, 款.数目, 标.量, 款.数] }';
    expect(faultsOfFields(terms, tree, form)).toEqual([
      '5:35 «数目» B004 “合”的“求和: 款.数目”不对：“款”里没有字段“数目” → 是不是“数”？',
      '5:46 «数» B004 “合”的“求和: 款.数”不对：这条路径写了两次，会加两次 → 删去一条。',
    ]);
    expect(faultsOfFields(terms, tree, '合: { 类型: 金额, 单位: 元, 求和: [款.数, 标.量] }')).toEqual([]);
  });

  test('a list of paths holds paths, and at least one', () => {
    expect(faultsOfFields(terms, '合: { 类型: 金额, 单位: 元, 求和: [款.数, { 甲: 乙 }] }')).toEqual([
      '4:33 «{ 甲: 乙 }» B004 “求和”的每一项应是一条路径 → 写成“求和: [甲.金额, 乙.金额]”这样。',
    ]);
    expect(faultsOfFields(terms, '合: { 类型: 金额, 单位: 元, 求和: [] }')).toEqual([
      '4:27 «[]» B004 “求和”是空的 → 写上要加的金额，或删去“求和”。',
    ]);
  });

  test('a group hands 求和 down with the names of its members, and a missing one is told of at the member', () => {
    const faults = faultsOfFields(terms, '合: { 类型: 组, 单位: 元, 求和: 款, 字段: { 数: 金额, 量: 金额 } }');
    expect(faults).toEqual(['4:42 «量» B004 “量”的“求和: 款.量”不对：“款”里没有字段“量” → 可以写的有：数、名。']);
    const text = '合: { 类型: 组, 单位: 元, 求和: 款.名, 字段: { 数: 金额, 量: 金额 } }';
    expect(faultsOfFields(terms, text)).toEqual([
      '4:28 «名» B004 “数”的“求和: 款.名.数”不对：“款.名”不是金额，是文字 → 指到类型为“金额”的字段。',
    ]);
  });

  test('a path that a group hands down to several members is told once', () => {
    const faults = faultsOfFields(terms, '合: { 类型: 组, 单位: 元, 求和: 款.数目, 字段: { 甲: 金额, 乙: 金额 } }');
    expect(faults).toEqual(['4:28 «数目» B004 “甲”的“求和: 款.数目.甲”不对：“款”里没有字段“数目” → 是不是“数”？']);
  });

  test('a group that hands down what cannot be summed is told at its 求和', () => {
    const faults = faultsOfFields(terms, '合: { 类型: 组, 单位: 分, 求和: 款, 字段: { 数: 金额 } }');
    expect(faults).toEqual([
      '4:26 «款» B004 “数”的“求和: 款.数”不对：各项的单位是“元”，合计的是“分” → 把两处的单位写成一样。',
    ]);
  });

  test('a sum in a row adds only what stands in that row', () => {
    const why =
      '“合”的“求和: 款.数”不对：“款”在这一项外面，列表和指标里只加同一项里的金额 → 路径从这一项里的字段写起；全表的合计移到外面求和。';
    const inList = faultsOfFields(terms, '表中: { 类型: 列表, 单位: 元, 字段: { 合: { 类型: 金额, 求和: 款.数 } } }');
    expect(inList).toEqual([`4:47 «款» B004 ${why}`]);
    const inTree = faultsOfFields(
      terms,
      '标: { 类型: 指标, 体系: 甲类, 列: { 合: { 类型: 金额, 单位: 元, 求和: 款.数 } } }',
    );
    expect(inTree.map((line) => line.replace(/^\S+ /, ''))).toEqual([`«款» B004 ${why}`]);
    const toItself = faultsOfFields(
      '款: { 类型: 列表, 单位: 元, 字段: { 数: 金额, 合: { 类型: 金额, 求和: 款.数 } } }',
    );
    expect(toItself).toEqual([
      expect.stringContaining('路径从这一项里的字段写起，例如“求和: 数”；全表的合计移到外面求和。'),
    ]);
    const ofOneValue = faultsOfFields('数: { 类型: 列表, 每项: { 类型: 金额, 单位: 元, 求和: 数 } }');
    expect(ofOneValue).toEqual([expect.stringContaining('列表的一项只是一个金额，里面没有可加的')]);
    expect(
      faultsOfFields(
        '款: { 类型: 列表, 单位: 元, 字段: { 一: 金额, 二: 金额, 季: { 类型: 金额, 求和: [一, 二] } } }',
        '标: { 类型: 指标, 体系: 甲类, 列: { 一: { 类型: 金额, 单位: 元 }, 合: { 类型: 金额, 单位: 元, 求和: 一 } } }',
      ),
    ).toEqual([]);
  });

  test('a name that stands in a group, or in the item around, is told with its place', () => {
    const inGroup = '月: { 类型: 组, 单位: 元, 字段: { 一: 金额, 计: { 类型: 金额, 求和: [一] } } }';
    expect(faultsOfFields(inGroup)).toEqual([expect.stringContaining('没有字段“一” → 写全：“求和: 月.一”。')]);
    const inner =
      '外: { 类型: 列表, 单位: 元, 字段: { 价: 金额, 内: { 类型: 列表, 字段: { 数: 金额, 和: { 类型: 金额, 求和: 价 } } } } }';
    expect(faultsOfFields(inner)).toEqual([expect.stringContaining('“价”在这一项外面')]);
  });

  test('blanks are noughts only to sums', () => {
    expect(faultsOfFields('数: { 类型: 金额, 单位: 元, 空着算零: 是 }')).toEqual([
      expect.stringContaining('«空着算零» B004 “空着算零”只用在求和的金额上 → 删去“空着算零”，或者写上“求和”。'),
    ]);
    const inherited = '合: { 类型: 组, 单位: 元, 求和: 款, 空着算零: 是, 字段: { 数: { 类型: 金额, 空着算零: 否 } } }';
    expect(faultsOfFields(terms, inherited)).toEqual([]);
  });

  test('a sum may add sums, but not itself at any remove', () => {
    const fields = (last: string) => [
      '款: { 类型: 列表, 单位: 元, 字段: { 一: 金额, 季: { 类型: 金额, 求和: 一 } } }',
      '合: { 类型: 金额, 单位: 元, 求和: [款.季, 另] }',
      `另: { 类型: 金额, 单位: 元, 求和: ${last} }`,
    ];
    expect(faultsOfFields(...fields('款.一'))).toEqual([]);
    expect(faultsOfFields(...fields('合'))).toEqual([
      expect.stringMatching(/^4:\d+ «另» B004 “合”的“求和: 另”不对：加来加去加到了它自己/),
      expect.stringMatching(/^5:\d+ «合» B004 “另”的“求和: 合”不对：加来加去加到了它自己/),
    ]);
  });
});

describe('an unknown form', () => {
  const find = (id: string, files = {}) => {
    const world = worldOf({ ...commons, ...files });
    return saidBy(successOf(openShelf(world, ['templates'], ['fonts'])).find(id, () => null, at));
  };
  const at = { file: 'a.yaml', start: 3, end: 5 };
  const form = { 'templates/表一/form.yaml': formWith('甲: 文字') };

  test('is B001 at the name, with the nearest form', () => {
    expect(find('表二', form)).toMatchObject([
      {
        code: 'B001',
        at,
        message: '没有“表二”这张表',
        advice: '是不是“表一”？自己的表放在别处的，加 --templates 写出它的文件夹。',
      },
    ]);
  });

  test('has other advice where there is no form at all', () => {
    expect(find('表二')[0]?.advice).toContain('还没有表');
  });

  test.each(['共用', '__proto__', '..', '表一@2023', ''])('%j is the name of none', (id) => {
    expect(find(id, form)[0]?.code).toBe('B001');
  });
});
