import { describe, expect, test } from 'vitest';
import { mm, pt, typeHeight, typeWidth } from '../../../src/base/index.ts';
import type { Blueprint } from '../../../src/blueprint/index.ts';
import { blueprintOf, formWith, saidBy, successOf, told } from './support.ts';

const withSettings = (settings: string): string => `${settings}\n${formWith('甲: 文字')}`;
const read = (settings: string): Blueprint => successOf(blueprintOf(withSettings(settings)));
const faultsOf = (settings: string): string[] => told(blueprintOf(withSettings(settings)), withSettings(settings));

describe('页面', () => {
  test('is the sheet of GB/T 9704 where the form is silent', () => {
    expect(read('').paper).toEqual({
      width: mm(210),
      height: mm(297),
      top: mm(37),
      bottom: mm(35),
      left: mm(28),
      right: mm(26),
      mirrored: false,
      folio: 'gbt9704',
    });
  });

  test('lies on its side, takes A3, and has its own margins in mm, cm, pt and sizes', () => {
    const { paper } = read('页面: { 幅面: A3, 方向: 横向, 边距: { 上: 20mm, 下: 2.5cm, 左: 72pt, 右: 二号 } }');
    expect(paper).toMatchObject({
      width: mm(420),
      height: mm(297),
      top: mm(20),
      bottom: mm(25),
      left: pt(72),
      right: pt(22),
    });
  });

  test('is bound at the left when upright, at the top when it lies on its side, and may say otherwise', () => {
    const marginsOf = (settings: string): number[] => {
      const { top, bottom, left, right } = read(`页面: { ${settings} }`).paper;
      return [top, bottom, left, right].map((margin) => Math.round((margin / 72000) * 25.4));
    };
    expect(marginsOf('方向: 纵向')).toEqual([37, 35, 28, 26]);
    expect(marginsOf('装订: 左')).toEqual([37, 35, 28, 26]);
    expect(marginsOf('装订: 上')).toEqual([37, 35, 27, 27]);
    expect(marginsOf('方向: 横向')).toEqual([28, 26, 35, 37]);
    expect(marginsOf('方向: 横向, 装订: 左')).toEqual([28, 26, 37, 35]);
    expect(marginsOf('幅面: A3, 方向: 横向')).toEqual([28, 26, 35, 37]);
    expect(marginsOf('装订: 上, 边距: { 左: 20mm }')).toEqual([37, 35, 20, 27]);
  });

  test('every A4 sheet has the type area of 156 × 225 mm that GB/T 9704 gives it', () => {
    for (const settings of ['方向: 纵向', '装订: 上', '方向: 横向', '方向: 横向, 装订: 左']) {
      const { paper } = read(`页面: { ${settings} }`);
      const sides = [typeWidth(paper), typeHeight(paper)].sort((a, b) => a - b);
      expect(sides.map((side) => Math.round((side / 72000) * 25.4))).toEqual([156, 225]);
    }
  });

  test('has mirrored margins when it is printed on both sides and bound at the left, not at the top', () => {
    expect(read('页面: { 双面: 是 }').paper.mirrored).toBe(true);
    expect(read('页面: { 双面: 否 }').paper.mirrored).toBe(false);
    expect(read('页面: { 双面: 是, 装订: 上 }').paper.mirrored).toBe(false);
    expect(read('页面: { 双面: 是, 方向: 横向 }').paper.mirrored).toBe(false);
    expect(read('页面: { 双面: 是, 方向: 横向, 装订: 左 }').paper.mirrored).toBe(true);
  });

  test('prints page numbers or not; 无 is no word for it, since 无 takes inherited settings away', () => {
    expect(read('页面: { 页码: 不印 }').paper.folio).toBe('none');
    expect(read('页面: { 页码: GB/T 9704 }').paper.folio).toBe('gbt9704');
    expect(faultsOf('页面: { 页码: 无 }')).toEqual(['1:11 «无» B004 “页码”不认识“无” → 可以写的有：GB/T 9704、不印。']);
  });
});

test('a space between paragraphs that is larger than three lines is a slip', () => {
  expect(faultsOf('段落: { 段距: 1000pt }')).toEqual([
    '1:11 «1000pt» B004 “段距”太大，两段之间空得比三行还多 → 写 0pt 到 36pt。',
  ]);
});

describe('字 and 表格', () => {
  test('have the sizes of official documents where the form is silent', () => {
    const { styles, table } = read('');
    expect(styles.title).toEqual({ face: '小标宋', size: pt(22), pitch: pt(32) });
    expect(styles.cell).toEqual({ face: '宋体', size: pt(10.5), pitch: pt(16) });
    expect(table).toEqual({ padX: pt(4), padY: pt(3), rule: pt(0.5), continued: '' });
  });

  test('each role is set by face, size and pitch; the pitch may be left out', () => {
    const { styles } = read('字: { 题: 黑体 小二 30pt, 正文: 宋体 9pt }');
    expect(styles.title).toEqual({ face: '黑体', size: pt(18), pitch: pt(30) });
    expect(styles.cell).toEqual({ face: '宋体', size: pt(9), pitch: pt(13.5) });
    expect(styles.label.face).toBe('黑体');
  });

  test('a form names styles of its own, each with its own fault', () => {
    expect(read('样式: { 封面: 黑体 小二 30pt, 注: 宋体 9pt }').ownStyles).toEqual(
      new Map([
        ['封面', { face: '黑体', size: pt(18), pitch: pt(30) }],
        ['注', { face: '宋体', size: pt(9), pitch: pt(13.5) }],
      ]),
    );
    expect(read('').ownStyles.size).toBe(0);
    expect(faultsOf('样式: { 封面: 黑体, 注: 宋 9pt }')).toHaveLength(2);
  });

  test('the table has its paddings and its rule', () => {
    expect(read('表格: { 横: 5pt, 纵: 1mm, 线: 1pt }').table).toEqual({
      padX: pt(5),
      padY: mm(1),
      rule: pt(1),
      continued: '',
    });
  });
});

describe('表格, 段落, 附件 and fit', () => {
  test('a label printed again ends with （续） or another text where the form says so', () => {
    expect(read('表格: { 续: 是 }').table.continued).toBe('（续）');
    expect(read('表格: { 续: （接上页） }').table.continued).toBe('（接上页）');
    expect(read('表格: { 续: 否 }').table.continued).toBe('');
    expect(read('表格: { 横: 5pt }').table.continued).toBe('');
  });

  test('paragraphs have an indent that depends on the cell, no gap and the national rules where the form is silent', () => {
    expect(read('').paragraph).toEqual({ indent: 'auto', gap: 0, level: 'gb' });
    expect(read('段落: { 段距: 3pt }').paragraph).toEqual({ indent: 'auto', gap: pt(3), level: 'gb' });
    expect(read('段落: { 首行: 自动, 禁则: 国标 }').paragraph).toEqual({ indent: 'auto', gap: 0, level: 'gb' });
    expect(read('段落: { 首行: 2字, 禁则: 基本 }').paragraph).toEqual({ indent: 2, gap: 0, level: 'basic' });
    expect(read('段落: { 首行: 不缩 }').paragraph.indent).toBe(0);
  });

  test('fit is a number of pages, with or without 页', () => {
    expect(read('').fit).toBeNull();
    expect(read('fit: 2页').fit).toBe(2);
    expect(read('fit: 2 页').fit).toBe(2);
    expect(read('fit: 99').fit).toBe(99);
  });

  test('the number of an annex is printed as it stands, and known by its place', () => {
    expect(read('').annex).toBeNull();
    expect(read('附件: 附件2').annex).toEqual({
      text: '附件2',
      at: { file: 'templates/表一/form.yaml', start: 4, end: 7 },
    });
    expect(read('附件: "无"').annex?.text).toBe('无');
  });

  test('a form takes what another form says, and 无 takes it away', () => {
    const others = {
      'templates/底表/form.yaml': '表: 底表\n附件: 附件1\nfit: 3\n表格: { 续: 是 }\n字段: { 甲: 文字 }\n',
    };
    const inherited = (settings: string): Blueprint =>
      successOf(blueprintOf(`表: 表一\n沿用: 底表\n${settings}`, others));
    expect(inherited('')).toMatchObject({ annex: { text: '附件1' }, fit: 3, table: { continued: '（续）' } });
    expect(inherited('附件: 无\nfit: 无\n表格: { 续: 无 }')).toMatchObject({
      annex: null,
      fit: null,
      table: { continued: '' },
    });
  });
});

describe('faults of settings stand at the word that is wrong', () => {
  test.each([
    ['页面: { 幅面: A5 }', '1:11 «A5» B004 “幅面”不认识“A5” → 是不是“A4”？'],
    ['页面: { 幅度: A4 }', '1:7 «幅度» B003 “页面”里没有“幅度”这一项 → 是不是“幅面”？'],
    ['页面: { 边距: { 上: 37 } }', '1:16 «37» B004 “上”不是长度：“37” → 写成 37mm 或 16pt 这样。'],
    ['页面: { 边距: { 上: -3mm } }', '1:16 «-3mm» B004 “上”不是长度：“-3mm” → 写成 37mm 或 16pt 这样。'],
    [
      '页面: { 边距: { 左: constructor } }',
      '1:16 «constructor» B004 “左”不是长度：“constructor” → 写成 37mm 或 16pt 这样。',
    ],
    [
      '页面: { 边距: { 左: 100mm, 右: 100mm } }',
      '1:11 «{ 左: 100mm, 右: 100mm }» B004 边距太大，版心的宽或高不到 20 毫米 → 减小边距。',
    ],
    ['页面: A4', '1:5 «A4» B004 “页面”下面应是一组“名称: 内容” → 在下一行缩进两格，写“名称: 内容”。'],
    ['字:', '1:1 «字» B004 “字”下面应是一组“名称: 内容” → 在下一行缩进两格，写“名称: 内容”。'],
    ['字: { 正文: 宋体 }', '1:10 «宋体» B004 “宋体”不是“字体 字号 [行距]” → 写成“宋体 五号 16pt”这样。'],
    [
      '字: { 正文: 宋体 五号 1 }',
      '1:10 «宋体 五号 1» B004 “宋体 五号 1”不是“字体 字号 [行距]” → 写成“宋体 五号 16pt”这样。',
    ],
    [
      '字: { 正文: 宋体 toString }',
      '1:10 «宋体 toString» B004 “宋体 toString”不是“字体 字号 [行距]” → 写成“宋体 五号 16pt”这样。',
    ],
    [
      '字: { 正文: 宋体 7pt }',
      '1:10 «宋体 7pt» B004 字号小于六号，或行距小于字号 → 字号不小于六号（7.5pt），行距不小于字号。',
    ],
    [
      '字: { 正文: 宋体 五号 9pt }',
      '1:10 «宋体 五号 9pt» B004 字号小于六号，或行距小于字号 → 字号不小于六号（7.5pt），行距不小于字号。',
    ],
    ['字: { 正文: 宋体一 五号 }', '1:10 «宋体一 五号» B007 没有“宋体一”这种字体 → 是不是“宋体”？'],
    ['表格: { 线: 细 }', '1:10 «细» B004 “线”不是长度：“细” → 写成 37mm 或 16pt 这样。'],
    ['页面: { 装订: 右 }', '1:11 «右» B004 “装订”不认识“右” → 可以写的有：左、上。'],
    ['页面: { 双面: 对 }', '1:11 «对» B004 “双面”不认识“对” → 可以写的有：是、否。'],
    ['表格: { 续: 无 }', '1:10 «无» B004 “续: 无”没有可去掉的：沿用的表里没有它 → 不加“续”就写 否。'],
    ['表格: { 续: [是] }', '1:10 «[是]» B004 “续”应是一个词或一个数 → 写成“续: 内容”。'],
    ['附件: 无', '1:5 «无» B004 “附件: 无”没有可去掉的：沿用的表里没有它 → 表不是附件，就删去“附件”这一行。'],
    ['附件: |\n  附件1\n  附件2', '1:5 «|\n  附件1\n  附件2» B004 “附件”应只有一行 → 写成“附件: 内容”。'],
    ['段落: 2字', '1:5 «2字» B004 “段落”下面应是一组“名称: 内容” → 在下一行缩进两格，写“名称: 内容”。'],
    ['段落: { 缩进: 2字 }', '1:7 «缩进» B003 “段落”里没有“缩进”这一项 → 可以写的有：首行、段距、禁则。'],
    ['段落: { 首行: 无 }', '1:11 «无» B004 “首行”不认识“无” → 写 自动、不缩，或 1字 到 4字。'],
    ['段落: { 首行: 5字 }', '1:11 «5字» B004 “首行”不认识“5字” → 写 自动、不缩，或 1字 到 4字。'],
    ['段落: { 段距: 3 }', '1:11 «3» B004 “段距”不是长度：“3” → 写成 37mm 或 16pt 这样。'],
    ['段落: { 禁则: 严格 }', '1:11 «严格» B004 “禁则”不认识“严格” → 可以写的有：国标、基本。'],
    ['fit: 0页', '1:6 «0页» B004 “fit”应是 1 到 99 页，这里写的是“0页” → 写成“fit: 2页”。'],
    ['fit: 100', '1:6 «100» B004 “fit”应是 1 到 99 页，这里写的是“100” → 写成“fit: 2页”。'],
    ['fit: 两页', '1:6 «两页» B004 “fit”应是 1 到 99 页，这里写的是“两页” → 写成“fit: 2页”。'],
    ['fit: 1.5页', '1:6 «1.5页» B004 “fit”应是 1 到 99 页，这里写的是“1.5页” → 写成“fit: 2页”。'],
    ['适用年度: []', '1:7 «[]» B004 “适用年度”应是四位年份（1900—2199） → 写成“适用年度: [2024, 2025]”。'],
    ['适用年度: 2204', '1:7 «2204» B004 “适用年度”应是四位年份（1900—2199） → 写成“适用年度: [2024, 2025]”。'],
    [
      '适用年度: [2024, 25]',
      '1:7 «[2024, 25]» B004 “适用年度”应是四位年份（1900—2199） → 写成“适用年度: [2024, 2025]”。',
    ],
    ['署名: 甲甲', '1:5 «甲甲» B004 “署名”指的“甲甲”不在字段里 → 是不是“甲”？'],
    ['版式: 1', '1:1 «版式» B003 蓝图里没有“版式”这一项 → 是不是“版本”？'],
    [
      '__proto__: 1',
      '1:1 «__proto__» B003 蓝图里没有“__proto__”这一项 → 可以写的有：表、版本、适用年度、沿用、署名、页面、字、样式、表格、段落、附件、fit、字段、检查、汇总。',
    ],
  ])('%s', (settings, fault) => {
    expect(faultsOf(settings)).toEqual([fault]);
  });

  test('the faces a form takes when it is silent must exist too', () => {
    const form = withSettings('');
    const outcome = blueprintOf(form, { 'fonts/faces.yaml': '宋体: { 文件: [a.ttf] }\n黑体: { 文件: [a.ttf] }\n' });
    expect(told(outcome, form)).toEqual(['2:1 «表» B007 没有“小标宋”这种字体 → 可以写的有：宋体、黑体。']);
  });
});

describe('sizes that no sheet has room for', () => {
  const limits = [
    ['表格: { 横: 36pt, 纵: 36pt, 线: 6pt }', '表格: { 横: 36.5pt }', '“横”太大'],
    ['表格: { 纵: 1cm }', '表格: { 纵: 2cm }', '“纵”太大'],
    ['表格: { 线: 1pt }', '表格: { 线: 6.1pt }', '“线”太大'],
    ['字: { 题: 宋体 72pt 200pt }', '字: { 题: 宋体 73pt }', '字号或行距太大'],
    ['字: { 正文: 宋体 五号 200pt }', '字: { 正文: 宋体 五号 201pt }', '字号或行距太大'],
  ] as const;

  test.each(limits)('%s is taken, %s is not', (right, wrong, message) => {
    const outcome = (setting: string) => blueprintOf(`${setting}\n${formWith('甲: 文字')}`);
    expect(saidBy(outcome(right))).toEqual([]);
    expect(saidBy(outcome(wrong)).map((fault) => [fault.code, fault.message])).toEqual([['B004', message]]);
  });
});
