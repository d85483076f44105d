import { describe, expect, test } from 'vitest';
import { mm } from '../../../src/base/index.ts';
import { openShelf } from '../../../src/blueprint/index.ts';
import { blueprintOf, commons, type Files, formWith, saidBy, successOf, told, worldOf } from './support.ts';

const parent = (text: string): Files => ({ 'templates/共用/母/form.yaml': text });
const child = (...lines: readonly string[]): string => `表: 表一\n沿用: 共用/母\n${lines.join('\n')}\n`;

describe('沿用', () => {
  const mother = parent(`版本: '9'
适用年度: [2020]
署名: 局
页面: { 幅面: A3, 边距: { 上: 20mm, 下: 20mm } }
字段:
  局: 文字
  基本:
    类型: 组
    字段:
      人数: { 类型: 个数, 必填: 是 }
      单位数: 个数
  末: 文字
`);

  test('takes fields and settings, merged deep down, and leaves the identity of the parent', () => {
    const form = child('页面: { 边距: { 上: 30mm } }', '字段: { 基本: { 字段: { 人数: { 必填: 否 }, 车数: 个数 } } }');
    const blueprint = successOf(blueprintOf(form, mother));
    expect(blueprint).toMatchObject({ id: '表一', edition: '', years: null, author: '局' });
    expect(blueprint.paper).toMatchObject({ width: mm(297), top: mm(30), bottom: mm(20) });
    const [, group] = blueprint.fields.fields;
    if (group?.kind !== 'group') throw new Error('no group');
    expect(group.fields.map(({ name, kind, required }) => [name, kind, required])).toEqual([
      ['人数', 'count', false],
      ['单位数', 'count', false],
      ['车数', 'count', false],
    ]);
  });

  test('a field of one word in the parent is one with its 类型, in groups, columns and items too', () => {
    const old = parent(`字段:
  电话: 文字
  组: { 类型: 组, 字段: { 人数: 个数 } }
  行: { 类型: 列表, 每项: 文字 }
`);
    const now = child(
      '字段:',
      '  电话: { 必填: 是 }',
      '  组: { 字段: { 人数: { 必填: 是 } } }',
      '  行: { 每项: { 例: 某 } }',
    );
    const [phone, group, rows] = successOf(blueprintOf(now, old)).fields.fields;
    expect(phone).toMatchObject({ kind: 'text', required: true });
    expect(group).toMatchObject({ fields: [{ kind: 'count', required: true }] });
    expect(rows).toMatchObject({ item: { kind: 'text', example: '某' } });
  });

  test('a field that says what it is, or whose like it is, takes nothing of the word in the parent', () => {
    const old = parent(`字段:
  甲: 文字
  乙: { 类型: 金额, 单位: 元 }
`);
    const [same] = successOf(blueprintOf(child('字段: { 甲: { 同: 乙 } }'), old)).fields.fields;
    expect(same).toMatchObject({ kind: 'amount', unit: '元' });
    const [typed] = successOf(blueprintOf(child('字段: { 甲: { 类型: 金额, 单位: 万元 } }'), old)).fields.fields;
    expect(typed).toMatchObject({ kind: 'amount', unit: '万元' });
  });

  test('elsewhere a word of the parent is replaced by a map', () => {
    const form = child('署名: { 甲: 乙 }');
    expect(saidBy(blueprintOf(form, parent('署名: 局\n字段: { 局: 文字 }')))).toHaveLength(1);
  });

  test('keeps the order of the parent and puts what is new after it', () => {
    const names = successOf(blueprintOf(child('字段: { 新: 文字, 末: 年份 }'), mother)).fields.fields.map(
      ({ name }) => name,
    );
    expect(names).toEqual(['局', '基本', '末', '新']);
  });

  test('无 takes a field or a setting away', () => {
    const form = child('署名: 无', '页面: 无', '字段: { 局: 无, 基本: { 字段: { 人数: 无 } } }');
    const blueprint = successOf(blueprintOf(form, mother));
    expect(blueprint.author).toBeNull();
    expect(blueprint.paper.width).toBe(mm(210));
    expect(blueprint.fields.fields.map(({ name }) => name)).toEqual(['基本', '末']);
    expect(blueprint.fields.fields[0]).toMatchObject({ fields: [{ name: '单位数' }] });
  });

  test('无 in quotes is a word like others', () => {
    const old = parent('字段: { 局: { 类型: 文字, 例: 旧 } }');
    expect(successOf(blueprintOf(child("字段: { 局: { 例: '无' } }"), old)).fields.fields[0]?.example).toBe('无');
    expect(successOf(blueprintOf(child('字段: { 局: { 例: 无 } }'), old)).fields.fields[0]?.example).toBe('');
  });

  test('a parent’s page numbers are not lost when they are set anew', () => {
    const numbers = parent('页面: { 页码: GB/T 9704 }\n字段: { 甲: 文字 }');
    expect(successOf(blueprintOf(child('页面: { 页码: 不印 }'), numbers)).paper.folio).toBe('none');
  });

  test('names the folders nearest first', () => {
    expect(successOf(blueprintOf(child(), mother)).folders).toEqual(['templates/表一', 'templates/共用/母']);
  });

  test('goes through several levels', () => {
    const files = {
      ...parent('沿用: 共用/祖\n字段: { 乙: 文字 }'),
      'templates/共用/祖/form.yaml': '字段: { 甲: 年份 }',
    };
    const { fields, folders } = successOf(blueprintOf(child(), files));
    expect(fields.fields.map(({ name }) => name)).toEqual(['甲', '乙']);
    expect(folders).toEqual(['templates/表一', 'templates/共用/母', 'templates/共用/祖']);
  });

  test('a fault of the parent is told of in the parent’s file', () => {
    const [fault] = saidBy(blueprintOf(child(), parent('字段: { 甲: 文子 }')));
    expect(fault).toMatchObject({ code: 'B004', at: { file: 'templates/共用/母/form.yaml', start: 9 } });
  });

  test.each([
    ['沿用: 共用/没有', '2:5 «共用/没有» B005 沿用不到“共用/没有”：没有这个文件夹，或其中没有 form.yaml'],
    ['沿用: 表一', '2:5 «表一» B005 沿用不到“表一”：它又沿用回了自己'],
    ['沿用: [共用/母]', '2:5 «[共用/母]» B005 “沿用”应是一张表的名称'],
    ['沿用:', '2:4 «» B005 “沿用”应是一张表的名称 → 写成“沿用: 名称”。'],
    ['沿用: 共用/每', '沿用不到“共用/每”：没有这个文件夹，或其中没有 form.yaml → 是不是“共用/母”？'],
    [
      '沿用: ../templates/共用/母',
      '2:5 «../templates/共用/母» B005 沿用不到“../templates/共用/母”：它指到了模板文件夹外面',
    ],
    ['沿用: 共用/../共用/母', '它指到了模板文件夹外面'],
    ['沿用: ./共用/母', '它指到了模板文件夹外面'],
    ['沿用: /templates/共用/母', '它指到了模板文件夹外面'],
    ["沿用: '共用\\\\母'", '它指到了模板文件夹外面'],
    ["沿用: 'C:共用'", '它指到了模板文件夹外面'],
  ])('%s is refused at the name', (line, fault) => {
    const form = `表: 表一\n${line}\n字段: { 甲: 文字 }\n`;
    expect(told(blueprintOf(form, mother), form)[0]).toContain(fault);
  });

  test('a form that hides one of the same name may be based on it', () => {
    const files = {
      ...commons,
      'templates/表一/form.yaml': '表: 表一\n字段: { 甲: 文字 }',
      'own/表一/form.yaml': '表: 表一\n沿用: 表一\n字段: { 乙: 文字 }',
    };
    const shelf = successOf(openShelf(worldOf(files), ['own', 'templates'], ['fonts']));
    const { fields, folders } = successOf(shelf.find('表一', () => null, { file: '', start: 0, end: 0 }));
    expect(fields.fields.map(({ name }) => name)).toEqual(['甲', '乙']);
    expect(folders).toEqual(['own/表一', 'templates/表一']);
  });

  test('goes no deeper than eight forms', () => {
    const chain = (deep: number) =>
      Object.fromEntries(
        Array.from({ length: deep }, (_, i) => [
          `templates/共用/${i}/form.yaml`,
          i + 1 < deep ? `沿用: 共用/${i + 1}` : '字段: { 甲: 文字 }',
        ]),
      );
    const form = '表: 表一\n沿用: 共用/0\n';
    expect(blueprintOf(form, chain(8)).ok).toBe(true);
    expect(told(blueprintOf(form, chain(9)), form)[0]).toContain('已经套了 8 层');
  });

  test('a circle over several forms is refused where it closes', () => {
    const files = parent('沿用: 共用/女\n字段: { 甲: 文字 }');
    const circle = { ...files, 'templates/共用/女/form.yaml': '沿用: 共用/母' };
    const [fault] = saidBy(blueprintOf(child(), circle));
    expect(fault).toMatchObject({ code: 'B005', at: { file: 'templates/共用/女/form.yaml', start: 4 } });
  });
});

describe('同', () => {
  test('takes all settings of a sibling and puts its own over them', () => {
    const form = formWith(
      '甲: { 类型: 列表, 必填: 是, 字段: { 名: 文字 } }',
      '乙: { 同: 甲, 必填: 否, 字段: { 数: 个数 } }',
    );
    const [first, second] = successOf(blueprintOf(form)).fields.fields;
    expect(first).toMatchObject({ kind: 'list', required: true, item: { fields: [{ name: '名' }] } });
    expect(second).toMatchObject({
      kind: 'list',
      name: '乙',
      required: false,
      item: { fields: [{ name: '名' }, { name: '数' }] },
    });
  });

  test('takes a sibling that is a lone word, and one that stands below', () => {
    const [first, second] = successOf(blueprintOf(formWith('甲: { 同: 乙, 必填: 是 }', '乙: 年份'))).fields.fields;
    expect(first).toMatchObject({ kind: 'year', required: true });
    expect(second).toMatchObject({ kind: 'year', required: false });
  });

  test('follows what a child changed in an inherited sibling', () => {
    const mother = parent('字段:\n  甲: { 类型: 金额, 单位: 元 }\n  乙: { 同: 甲 }\n');
    const { fields } = successOf(blueprintOf(child('字段: { 甲: { 单位: 万元 } }'), mother));
    expect(fields.fields[1]).toMatchObject({ name: '乙', unit: '万元' });
  });

  test.each([
    ['乙: { 同: 丙 }', '4:11 «丙» B005 照用不到：旁边没有字段“丙” → 可以写的有：甲。'],
    ['乙: { 同: 乙 }', '4:11 «乙» B005 照用不到：“乙”自己也写了“同” → 可以写的有：甲。'],
    ['乙: { 同: __proto__ }', '4:11 «__proto__» B005 照用不到：旁边没有字段“__proto__” → 可以写的有：甲。'],
  ])('%s is refused, and nothing more is said of the field', (line, fault) => {
    const form = formWith('甲: 文字', line);
    expect(told(blueprintOf(form), form)).toEqual([fault]);
  });

  test('does not go from one to the next', () => {
    const form = formWith('甲: 文字', '乙: { 同: 甲 }', '丙: { 同: 乙 }');
    expect(told(blueprintOf(form), form)).toEqual(['5:11 «乙» B005 照用不到：“乙”自己也写了“同” → 可以写的有：甲。']);
  });
});
