import { describe, expect, test } from 'vitest';
import { findingsIn, toldBy } from './checks-support.ts';

const one = '[{ 名称: 甲, 实施周期值: 3人, 年度值: 3人 }]';
const product = `  产出指标: { 数量指标: ${one}, 质量指标: [], 时效指标: [], 成本指标: [] }`;
const effect = `  效益指标: { 社会效益指标: ${one} }`;
const satisfied = `  服务对象满意度指标: ${one}`;
const tree = (...lines: readonly string[]): string => `两栏:\n${lines.join('\n')}`;

test('a tree with all that is expected is told nothing, and so are names without indicators (T6)', () => {
  expect(findingsIn(tree(product, effect, satisfied)).all).toEqual([]);
});

describe('T3: outputs and effects', () => {
  test('a missing kind is told at the key of the tree', () => {
    expect(toldBy('T3', tree(product, satisfied))).toEqual([
      '2:1 warning «两栏» “两栏”里没有效益指标 → 至少各写一条：“效益指标:”下面写二级名称，再往下每条以“- ”开头。',
    ]);
    expect(toldBy('T3', tree(effect, satisfied))).toHaveLength(1);
  });

  test('a kind whose rows are all empty is missing', () => {
    expect(toldBy('T3', tree(product, '  效益指标: { 社会效益指标: [] }', satisfied))).toHaveLength(1);
  });

  test('a tree without any indicator is told once', () => {
    const empty = tree('  产出指标: { 数量指标: [] }');
    expect(findingsIn(empty).all.map(({ code }) => code)).toEqual(['T3']);
    expect(toldBy('T3', empty)).toEqual([
      '2:1 warning «两栏» “两栏”里还没有指标 → 至少各写一条：“产出指标:”“效益指标:”下面写二级名称，再往下每条以“- ”开头。',
    ]);
    expect(toldBy('T3', '两栏:')).toHaveLength(1);
  });

  test('a tree that the record does not have is no tree of it', () => {
    expect(findingsIn('说明: 无').all).toEqual([]);
  });
});

describe('T4: the names of level two under outputs', () => {
  test('those that are not written are told at the name of level one', () => {
    expect(toldBy('T4', tree(`  产出指标: { 数量指标: ${one}, 质量指标: [] }`, effect, satisfied))).toEqual([
      '3:3 warning «产出指标» “产出指标”下面没有时效指标、成本指标 → 补上“时效指标:”“成本指标:”和它的指标；没有这类指标就写“时效指标: []”“成本指标: []”，表上印一空行。',
    ]);
  });

  test('a taxonomy that has costs on level one does not want them under outputs', () => {
    const body = (names: string): string => `一栏:\n  产出指标: { 数量指标: [{ 名称: 甲, 量: 3人 }], ${names} }`;
    expect(toldBy('T4', body('质量指标: [], 时效指标: []'))).toEqual([]);
    expect(toldBy('T4', body('质量指标: []'))).toEqual([
      '3:3 warning «产出指标» “产出指标”下面没有时效指标 → 补上“时效指标:”和它的指标；没有这类指标就写“时效指标: []”，表上印一空行。',
    ]);
  });

  test('rows right under a name of level one have no level two to lack', () => {
    expect(toldBy('T4', tree(`  产出指标: ${one}`, effect, satisfied))).toEqual([]);
  });
});

describe('T5: satisfaction', () => {
  test('is told where there is none', () => {
    expect(toldBy('T5', tree(product, effect))).toEqual([
      '2:1 warning «两栏» “两栏”里没有满意度的指标 → 在“满意度指标:”下面至少写一条，值写 ≥90% 这样。',
    ]);
    expect(toldBy('T5', tree(product, effect, '  满意度指标: { 服务对象满意度指标: [] }'))).toHaveLength(1);
  });

  test.each([
    satisfied,
    `  满意度指标: { 服务对象满意度指标: ${one} }`,
    `  满意度指标: { 社会公众或服务对象满意度指标: ${one} }`,
    `  满意度指标: ${one}`,
  ])('%s is one', (line) => {
    expect(toldBy('T5', tree(product, effect, line))).toEqual([]);
  });

  test('under effects it is one too', () => {
    expect(toldBy('T5', tree(product, `  效益指标: { 服务对象满意度指标: ${one} }`))).toEqual([]);
  });
});

describe('T8: names are told apart', () => {
  const named = (...names: readonly string[]): string =>
    `一栏:\n  产出指标:\n    数量指标:\n${names.map((name) => `      - { 名称: ${name}, 量: 3人 }`).join('\n')}`;

  test('the second of two is told, and the first is shown', () => {
    expect(toldBy('T8', named('工资', '工资'))).toEqual([
      '6:15 hint «工资» “数量指标”下面有两条“工资” → 如果是两件事，名称里写出不同；如果重复了，删去一条。',
    ]);
    const related = findingsIn(named('工资', '工资')).all.find(({ code }) => code === 'T8')?.related;
    expect(related).toMatchObject([{ message: '前一条在这里', at: { start: 42, end: 44 } }]);
    expect(toldBy('T8', named('工资', '工 资', '工资'))).toHaveLength(2);
  });

  test.each([
    [named('工资', '工资补贴')],
    [named('不适用', '不适用')],
    [named('', '')],
    ['一栏:\n  产出指标: { 数量指标: [{ 名称: 甲, 量: 3人 }], 质量指标: [{ 名称: 甲, 量: 3人 }] }'],
  ])('%s are', (body) => {
    expect(toldBy('T8', body)).toEqual([]);
  });
});

describe('T9: numbers that the form prints itself', () => {
  test('are told with what to leave', () => {
    expect(toldBy('T9', '目标:\n  - 目标1: 保障基本生活\n'.replace(': 保', '：保'))).toEqual([
      '3:5 warning «目标1：» “目标1：”这样的编号由表自己印，这里写了就印两遍 → 删去编号，只写“保障基本生活”。',
    ]);
    expect(toldBy('T9', '事项:\n  - { 名: 事项一、走访, 人数: 3 }')).toEqual([
      '3:10 warning «事项一、» “事项一、”这样的编号由表自己印，这里写了就印两遍 → 删去编号，只写“走访”。',
    ]);
    const body = tree(product, effect, satisfied).replace('名称: 甲', '名称: "指标12: 人数"');
    expect(toldBy('T9', body)).toEqual([
      '3:25 warning «指标12:» “指标12:”这样的编号由表自己印，这里写了就印两遍 → 删去编号，只写“人数”。',
    ]);
  });

  test.each([
    '目标:\n  - 保障基本生活',
    '目标:\n  - 目标明确，保障基本生活',
    '目标:\n  - 目标1保障基本生活',
    '目标:\n  - 职能1：保障基本生活',
    '一栏:\n  产出指标: { 数量指标: [{ 名称: 指标1：人数, 量: 3人 }] }',
    '任务:\n  - { 内容: 指标1：人数 }',
  ])('%s has none that it prints', (body) => {
    expect(toldBy('T9', body)).toEqual([]);
  });
});
