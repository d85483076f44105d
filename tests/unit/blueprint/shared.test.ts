import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/base/index.ts';
import { openShelf, type Shelf } from '../../../src/blueprint/index.ts';
import { commons, type Files, successOf, told, worldOf } from './support.ts';

const TAXONOMIES = 'templates/共用/体系.yaml';
const WORDS = 'templates/共用/断词.yaml';
const opened = (files: Files): Outcome<Shelf> => openShelf(worldOf({ ...commons, ...files }), ['templates'], ['fonts']);

describe('体系.yaml', () => {
  test('gives each taxonomy its names and all of them the aliases', () => {
    const { taxonomies } = successOf(opened({})).commons;
    expect([...taxonomies.keys()]).toEqual(['甲类', '乙类']);
    expect(taxonomies.get('甲类')?.levels).toEqual(
      new Map([
        ['产出', ['数量', '质量']],
        ['效益', ['社会', '生态']],
        ['满意', []],
      ]),
    );
    expect(taxonomies.get('乙类')?.aliases.get('环境')).toBe('生态');
  });

  test.each([
    ['别名: {}', '1:1 «别» B002 没有“体系” → 写上“体系:”，下面列出各个体系。'],
    ['体系: { 甲: { 出处: 某号 } }', '1:7 «甲» B002 体系“甲”没有“一级” → 写上“一级:”和各个名目。'],
    ['体系: { 甲: { 一级: { 产出: 数量 } } }', '1:22 «数量» B004 “产出”应是一列词 → 写成“产出: [甲, 乙]”这样。'],
    ['体系: { 甲: { 一级: { 产出: } } }', '1:18 «产出» B004 “产出”应是一列词 → 写成“产出: [甲, 乙]”这样。'],
    [
      '体系: { 甲: { 一级: { 产出: [] }, 级别: 一 } }',
      '1:28 «级别» B003 体系“甲”里没有“级别”这一项 → 可以写的有：出处、适用、一级、应有、数量。',
    ],
    ['体系: { 甲: { 一级: { 产出: [] } } }\n别称: {}', '2:1 «别称» B003 这个文件里没有“别称”这一项 → 是不是“别名”？'],
    [
      '体系: { 甲: { 一级: { 产出: [] } } }\n别名: { 产值: 产初 }',
      '2:11 «产初» B004 别名“产值”指的“产初”不在体系里 → 是不是“产出”？',
    ],
  ])('%s', (text, fault) => {
    expect(told(opened({ [TAXONOMIES]: text }), text)).toEqual([fault]);
  });

  const merged = (own: string): Outcome<Shelf> =>
    openShelf(worldOf({ ...commons, 'own/共用/体系.yaml': own }), ['own', 'templates'], ['fonts']);

  test('of a nearer template folder adds to that of a farther one', () => {
    const { taxonomies } = successOf(
      merged('体系: { 丙: { 一级: { 产出: [新] } } }\n别名: { 新的: 新, 产值: 质量 }'),
    ).commons;
    expect([...taxonomies.keys()]).toEqual(['甲类', '乙类', '丙']);
    expect(taxonomies.get('甲类')?.levels.get('产出')).toEqual(['数量', '质量']);
    expect([...(taxonomies.get('丙')?.aliases ?? [])]).toEqual([
      ['环境', '生态'],
      ['产值', '质量'],
      ['新的', '新'],
    ]);
  });

  test('of a nearer template folder changes what it names and takes away what it says 无 of', () => {
    const { taxonomies } = successOf(merged('体系: { 乙类: 无, 甲类: { 一级: { 产出: [数量], 满意: 无 } } }')).commons;
    expect([...taxonomies.keys()]).toEqual(['甲类']);
    expect([...(taxonomies.get('甲类')?.levels ?? [])]).toEqual([
      ['产出', ['数量']],
      ['效益', ['社会', '生态']],
    ]);
  });

  test('with a fault in the nearer file is told of there', () => {
    const text = '别名: { 产值: 产初 }';
    expect(told(merged(text), text)).toEqual(['1:11 «产初» B004 别名“产值”指的“产初”不在体系里 → 是不是“产出”？']);
    expect(told(merged('- 甲'), '- 甲')).toEqual([
      '1:1 «- 甲» B004 这个文件应是一组“名称: 内容” → 每行写“名称: 内容”。',
    ]);
  });

  test.each([
    ['体系: 3', ['1:5 «3» B004 “体系”下面应是一组“名称: 内容” → 在下一行缩进两格，写“名称: 内容”。']],
    ['体系: { 乙类: 3 }', ['1:11 «3» B004 “乙类”下面应是一组“名称: 内容” → 在下一行缩进两格，写“名称: 内容”。']],
  ])('that spoils what lies below it is told of in the nearer file alone: %s', (text, faults) => {
    expect(told(merged(text), text)).toEqual(faults);
  });

  test('of a nearer folder may take away a name that an alias of the farther one stands for', () => {
    const own = '体系: { 乙类: 无, 甲类: { 一级: { 效益: [社会] } } }';
    const { taxonomies } = successOf(merged(own)).commons;
    expect([...(taxonomies.get('甲类')?.aliases ?? [])]).toEqual([['产值', '产出']]);
  });

  test('an installation without one is told which file is missing', () => {
    const { [TAXONOMIES]: _, ...files } = commons;
    const outcome = openShelf(worldOf(files), ['templates'], ['fonts']);
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'E001', at: { file: TAXONOMIES } }] });
  });
});

describe('断词.yaml', () => {
  test('gives the words of all its groups; an installation need not have it', () => {
    const text = '断词: { 一: [预算, 资金], 二: [资金, 目标] }';
    expect([...successOf(opened({ [WORDS]: text })).commons.labelWords]).toEqual(['预算', '资金', '目标']);
    expect(successOf(opened({})).commons.labelWords.size).toBe(0);
  });

  test.each([
    ['断词: { 一: [近] }', ['远', '近', '二']],
    ['断词: { 一: [无, 近] }', ['近', '二']],
  ])('of all template folders are taken together, but for a list that begins anew: %s', (own, all) => {
    const files = { [WORDS]: '断词: { 一: [远], 二: [二] }', 'own/共用/断词.yaml': own };
    const shelf = successOf(openShelf(worldOf({ ...commons, ...files }), ['own', 'templates'], ['fonts']));
    expect([...shelf.commons.labelWords]).toEqual(all);
  });

  test.each([
    [
      '词: {}',
      [
        '1:1 «词» B002 没有“断词” → 写上“断词:”，下面分组列出各个词。',
        '1:1 «词» B003 这个文件里没有“词”这一项 → 是不是“断词”？',
      ],
    ],
    ['断词: [预算]', ['1:5 «[预算]» B004 “断词”下面应是一组“名称: 内容” → 在下一行缩进两格，写“名称: 内容”。']],
    ['断词: { 一: 预算 }', ['1:10 «预算» B004 “一”应是一列词 → 写成“一: [甲, 乙]”这样。']],
  ])('%s', (text, faults) => {
    expect(told(opened({ [WORDS]: text }), text)).toEqual(faults);
  });
});
