import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/base/index.ts';
import { openShelf, type Shelf } from '../../../src/blueprint/index.ts';
import {
  blueprintOf,
  commons,
  type Files,
  formWith,
  openedShelf,
  repository,
  successOf,
  told,
  worldOf,
} from './support.ts';

const TAXONOMIES = 'templates/共用/体系.yaml';
const GRADES = 'templates/共用/等级.yaml';
const WORDS = 'templates/共用/词表.yaml';
const opened = (files: Files): Outcome<Shelf> => openShelf(worldOf({ ...commons, ...files }), ['templates'], ['fonts']);

describe('应有 and 数量 of a taxonomy', () => {
  const taxonomy = (more: string): string => `体系: { 甲: { 一级: { 产出: [数量, 质量], 满意: [] }, ${more} } }`;

  test('name what indicators are checked for', () => {
    const text = taxonomy('应有: { 一级: [产出], 二级: { 产出: [质量] }, 满意度: [满意, 质量] }, 数量: [数量]');
    const found = successOf(opened({ [TAXONOMIES]: text })).commons.taxonomies.get('甲');
    expect(found?.expected).toEqual({
      levels: ['产出'],
      below: new Map([['产出', ['质量']]]),
      satisfaction: ['满意', '质量'],
    });
    expect(found?.counts).toEqual(['数量']);
  });

  test('without them nothing is expected', () => {
    const found = successOf(opened({})).commons.taxonomies.get('甲类');
    expect(found?.expected).toEqual({ levels: [], below: new Map(), satisfaction: [] });
    expect(found?.counts).toEqual([]);
  });

  test.each([
    ['应有: { 一级: [质量] }', '1:53 «质量» B004 “一级”里的“质量”不在体系里 → 可以写的有：产出、满意。'],
    ['应有: { 二级: { 质量: [数量] } }', '1:54 «质量» B004 “二级”里的“质量”不是一级名称 → 可以写的有：产出、满意。'],
    ['应有: { 二级: { 产出: [数目] } }', '1:59 «数目» B004 “产出”里的“数目”不在体系里 → 是不是“数量”？'],
    ['应有: { 满意度: [满意度] }', '1:54 «满意度» B004 “满意度”里的“满意度”不在体系里 → 是不是“满意”？'],
    ['应有: { 三级: [产出] }', '1:48 «三级» B003 “应有”里没有“三级”这一项 → 是不是“一级”？'],
    ['数量: [数]', '1:47 «数» B004 “数量”里的“数”不在体系里 → 是不是“数量”？'],
    ['数量: 数量', '1:46 «数量» B004 “数量”应是一列词 → 写成“数量: [甲, 乙]”这样。'],
  ])('%s', (more, fault) => {
    const text = taxonomy(more);
    expect(told(opened({ [TAXONOMIES]: text }), text)).toEqual([fault]);
  });
});

describe('等级.yaml', () => {
  test('gives its scales; an installation need not have it', () => {
    expect(successOf(opened({ [GRADES]: '等级: { 一: [优, 良], 二: [合格] }' })).commons.grades).toEqual([
      ['优', '良'],
      ['合格'],
    ]);
    expect(successOf(opened({})).commons.grades).toEqual([]);
  });

  test('a folder of one’s own adds scales and replaces one of the same name', () => {
    const own = {
      'own/共用/等级.yaml': '等级: { 二: [甲等], 三: [星级] }',
      [GRADES]: '等级: { 一: [优, 良], 二: [合格] }',
    };
    const shelf = successOf(openShelf(worldOf({ ...commons, ...own }), ['own', 'templates'], ['fonts']));
    expect(shelf.commons.grades).toEqual([['优', '良'], ['甲等'], ['星级']]);
  });

  test('faults are told at their place', () => {
    const text = '等级: { 一: 优 }\n级: {}';
    expect(told(opened({ [GRADES]: text }), text)).toEqual([
      '1:10 «优» B004 “一”应是一列词 → 写成“一: [甲, 乙]”这样。',
      '2:1 «级» B003 这个文件里没有“级”这一项 → 是不是“等级”？',
    ]);
  });
});

describe('词表.yaml', () => {
  test('gives its lists; what it leaves out is empty', () => {
    const text = `常错词: { 给与: 给予 }
除外: { 给与: [供给与] }
比率: { 词尾: [率], 不算: [效率], 不过百: [覆盖率], 可过百: [拨备覆盖率] }
时段: { 年度: [年度], 周期: [周期], 跨年: [质保] }
量词: { 人数: 人 }`;
    expect(successOf(opened({ [WORDS]: text })).commons.wordLists).toEqual({
      misspelt: new Map([['给与', '给予']]),
      spared: new Map([['给与', ['供给与']]]),
      rates: { endings: ['率'], others: ['效率'], bounded: ['覆盖率'], unbounded: ['拨备覆盖率'] },
      spans: { year: ['年度'], period: ['周期'], across: ['质保'] },
      measures: new Map([['人数', '人']]),
    });
    expect(successOf(opened({})).commons.wordLists).toEqual({
      misspelt: new Map(),
      spared: new Map(),
      rates: { endings: [], others: [], bounded: [], unbounded: [] },
      spans: { year: [], period: [], across: [] },
      measures: new Map(),
    });
  });

  describe('of a folder of one’s own', () => {
    const both = (own: string): Shelf['commons']['wordLists'] => {
      const installed = `常错词: { 给与: 给予, 布署: 部署 }
比率: { 词尾: [率], 不算: [效率], 可过百: [增长率] }
时段: { 年度: [年度] }`;
      const world = worldOf({ ...commons, [WORDS]: installed, 'own/共用/词表.yaml': own });
      return successOf(openShelf(world, ['own', 'templates'], ['fonts'])).commons.wordLists;
    };

    test('adds words and takes none away', () => {
      const { rates, spans, misspelt } = both('比率: { 可过百: [毛入园率], 不过百: [入园率] }');
      expect(rates).toEqual({
        endings: ['率'],
        others: ['效率'],
        bounded: ['入园率'],
        unbounded: ['增长率', '毛入园率'],
      });
      expect(spans.year).toEqual(['年度']);
      expect(misspelt.size).toBe(2);
    });

    test('takes the place of a list that begins with 无, or leaves none', () => {
      expect(both('比率: { 可过百: [无, 毛入园率] }').rates.unbounded).toEqual(['毛入园率']);
      expect(both('比率: { 可过百: [毛入园率, 无] }').rates.unbounded).toEqual(['增长率', '毛入园率', '无']);
      expect(both('比率: { 可过百: 无 }').rates).toEqual({
        endings: ['率'],
        others: ['效率'],
        bounded: [],
        unbounded: [],
      });
      expect(both('常错词: { 给与: 无, 帐户: 账户 }').misspelt).toEqual(
        new Map([
          ['布署', '部署'],
          ['帐户', '账户'],
        ]),
      );
    });

    test('whatever is no list is told as it is in one file', () => {
      const text = '比率: { 可过百: 毛入园率 }';
      const world = worldOf({ ...commons, [WORDS]: '比率: { 可过百: [增长率] }', 'own/共用/词表.yaml': text });
      expect(told(openShelf(world, ['own', 'templates'], ['fonts']), text)).toEqual([
        '1:12 «毛入园率» B004 “可过百”应是一列词 → 写成“可过百: [甲, 乙]”这样。',
      ]);
    });
  });

  test('a first 无 in the only file is no word', () => {
    expect(successOf(opened({ [WORDS]: '比率: { 词尾: [无, 率] }' })).commons.wordLists.rates.endings).toEqual(['率']);
  });

  test.each([
    ['常错字: {}', '1:1 «常错字» B003 这个文件里没有“常错字”这一项 → 是不是“常错词”？'],
    ['常错词: { 给与: }', '1:8 «给与» B002 “给与”后面没有词 → 写成“给与: 词”。'],
    ['常错词: { 帐: 账帐 }', '1:8 «帐» B004 “帐”的正写里还有它自己 → 正写里不能再有错写，不然改不完。'],
    ['常错词: { 帐: [账] }', '1:11 «[账]» B004 “帐”应是一个词或一个数 → 写成“帐: 内容”。'],
    ['比率: { 结尾: [率] }', '1:7 «结尾» B003 “比率”里没有“结尾”这一项 → 是不是“词尾”？'],
    ['时段: { 年度: 年 }', '1:11 «年» B004 “年度”应是一列词 → 写成“年度: [甲, 乙]”这样。'],
  ])('%s', (text, fault) => {
    expect(told(opened({ [WORDS]: text }), text)).toEqual([fault]);
  });
});

describe('编号 of a field', () => {
  test('is the word that the template prints with a number', () => {
    const [list, tree, plain] = successOf(
      blueprintOf(
        formWith(
          '甲: { 类型: 列表, 每项: 文字, 编号: 目标 }',
          '乙: { 类型: 指标, 体系: 甲类, 编号: 指标, 列: { 名: 文字 } }',
          '丙: { 类型: 列表, 每项: 文字 }',
        ),
      ),
    ).fields.fields;
    expect([list, tree, plain]).toMatchObject([{ numbered: '目标' }, { numbered: '指标' }, { numbered: null }]);
  });

  test('is no yes or no', () => {
    const form = formWith('甲: { 类型: 列表, 每项: 文字, 编号: 是 }');
    expect(told(blueprintOf(form), form)).toEqual([
      '3:28 «是» B004 “编号”应是一个词，这里写的是“是” → 写编号前面的词，例如“编号: 目标”；表不印编号就删去这一项。',
    ]);
  });

  test('other fields have none', () => {
    const form = formWith('甲: { 类型: 文字, 编号: 目标 }');
    expect(told(blueprintOf(form), form)[0]).toContain('«编号» B003 类型为“文字”的字段里没有“编号”这一项');
  });
});

test('the installation has all of them', () => {
  const { taxonomies, grades, wordLists } = openedShelf(repository).commons;
  expect(taxonomies.get('2015')?.expected.below.get('产出指标')).toContain('成本指标');
  expect(taxonomies.get('2021')?.expected.below.get('产出指标')).not.toContain('成本指标');
  expect(grades.flat()).toContain('基本满意');
  expect(grades.flat()).not.toContain('显著');
  expect(wordLists.misspelt.get('给与')).toBe('给予');
  for (const [wrong, right] of wordLists.misspelt) expect(right).not.toContain(wrong);
  for (const [wrong, phrases] of wordLists.spared) {
    expect(wordLists.misspelt.has(wrong)).toBe(true);
    for (const phrase of phrases) expect(phrase).toContain(wrong);
  }
});
