import { describe, expect, test } from 'vitest';
import { formatSource } from '../../../src/author/format/index.ts';
import { writeSkeleton } from '../../../src/author/index.ts';
import type { Blueprint } from '../../../src/blueprint/index.ts';
import { readRecord } from '../../../src/record/index.ts';
import { parseSource } from '../../../src/source/index.ts';
import { filledIn, mustBeFilled } from '../../support/fill-in.ts';
import { blueprintOf, formWith, openedShelf, repository, saidBy, successOf } from '../blueprint/support.ts';

const shelf = openedShelf(repository);
const forms = shelf.editions().map(({ blueprint }) => successOf(blueprint));

const lines = (blueprint: Blueprint): string[] => writeSkeleton(blueprint, null).split('\n');
/** The lines of a skeleton from the first field on. */
const body = (...fields: readonly string[]): string[] =>
  lines(successOf(blueprintOf(formWith(...fields))))
    .slice(5)
    .slice(0, -1);

describe.each(forms.map((form) => [form.id, form] as const))('the skeleton of %s', (_, form) => {
  const text = writeSkeleton(form, 'schema.json');
  const source = successOf(parseSource('new.yaml', text));

  test('begins with the line that leads an editor to the schema, and can be read without a word', () => {
    expect(text.startsWith('# yaml-language-server: $schema=schema.json\n')).toBe(true);
    expect(saidBy(parseSource('new.yaml', text))).toEqual([]);
  });

  test('lacks nothing but what must be filled in', () => {
    const said = saidBy(readRecord(source, shelf));
    expect(said.map(({ code, message }) => [code, message])).toEqual(
      mustBeFilled(form).map((name) => ['R010', `“${name}”不能空着`]),
    );
  });

  test('is a record that nothing is wrong with once every field has its example', () => {
    expect(saidBy(readRecord(successOf(parseSource('new.yaml', filledIn(form))), shelf))).toEqual([]);
  });

  test('is in the one layout of records already', () => {
    expect(formatSource(source, form)).toBe(text);
  });
});

test('the keys stand in the order in which the form prints them', () => {
  const form = forms.find(({ id }) => id.startsWith('大朗'));
  if (form === undefined) throw new Error('no form');
  const keys = lines(form).flatMap((line) => /^ {4}(?<key>\S+使用资金|拟用于\S+?):/u.exec(line)?.groups?.key ?? []);
  expect(keys).toEqual(['市本级使用资金', '拟用于对下转移支付资金']);
});

describe('a skeleton', () => {
  test('says what the form is and how a record is written', () => {
    const form = successOf(blueprintOf("表: 表一\n版本: '2'\n适用年度: [2024, 2025]\n字段: { 名: 文字 }\n"));
    expect(lines(form)).toEqual([
      '# 表一（版本 2，适用 2024、2025 年）',
      '# 冒号后面空一格写内容。“#”后面是说明，不会印出来，可以删去。',
      '# 必填：一定要写；可留空：名称留着，内容可以空着；可不写：用不上就连名称带下面的整段删去。',
      '',
      '表: 表一',
      '名:  # 文字；可不写',
      '',
    ]);
  });

  test('has beside each key what it is, its unit, whether it must be written, an example and a note', () => {
    expect(
      body(
        '名: { 类型: 文字, 必填: 是, 可空: 否, 例: 某局, 说明: 全称 }',
        '款: { 类型: 金额, 单位: 万元, 必填: 是, 例: "81.5" }',
        '话: 段落',
      ),
    ).toEqual([
      '名:  # 文字；必填；全称；例：某局',
      '款:  # 金额（万元）；可留空；例：81.5',
      '话:  # 一段或几段文字；可不写',
    ]);
  });

  test('sets what has several lines off by an empty line', () => {
    expect(body('组: { 类型: 组, 必填: 是, 字段: { 甲: 文字, 乙: 年份 } }', '丙: 指标值', '丁: 个数')).toEqual([
      '',
      '组:  # 一组；必填',
      '  甲:  # 文字；可不写',
      '  乙:  # 四位年份；可不写',
      '丙:  # 指标值；可不写',
      '丁:  # 个数；可不写',
    ]);
  });

  test('has one empty item in a list', () => {
    expect(
      body(
        '事: { 类型: 列表, 字段: { 题: 文字, 款: { 类型: 组, 字段: { 总: 金额 } } } }',
        '话: { 类型: 列表, 每项: 段落 }',
      ),
    ).toEqual([
      '',
      '事:  # 一列；可不写；每项以“- ”开头，有几项写几项',
      '  - 题:  # 文字；可不写',
      '    款:  # 一组；可不写',
      '      总:  # 金额；可不写',
      '',
      '话:  # 一列；可不写；每项以“- ”开头，有几项写几项',
      '  -  # 一段或几段文字',
    ]);
  });

  test('has every name of the taxonomy with one empty row, and says once what its columns are', () => {
    expect(body('指标: { 类型: 指标, 体系: 甲类, 列: { 名: { 类型: 文字, 必填: 是 }, 目标: 指标值 } }')).toEqual([
      '',
      '指标:  # 分级指标；可不写；每条以“- ”开头，有几条写几条；一条也没有的，在名称后面写 []',
      '  # 名：文字；可留空',
      '  # 目标：指标值；可不写',
      '  产出:',
      ...['    数量:', '      - 名:', '        目标:', '    质量:', '      - 名:', '        目标:'],
      '  效益:',
      ...['    社会:', '      - 名:', '        目标:', '    生态:', '      - 名:', '        目标:'],
      '  满意:',
      ...['    - 名:', '      目标:'],
    ]);
  });

  test('has a name that may stand in several places once, and mentions it in the others', () => {
    const taxonomy = {
      'templates/共用/体系.yaml': '体系: { 甲: { 一级: { 效益: [社会, 满意], 满意度: [满意], 满意: [] } } }\n',
    };
    const form = blueprintOf(formWith('指标: { 类型: 指标, 体系: 甲, 列: { 名: 文字 } }'), taxonomy);
    expect(lines(successOf(form)).slice(8, -1)).toEqual([
      '  效益:',
      '    社会:',
      '      - 名:',
      '    # 满意:  # 有的表写在这里',
      '  满意度:',
      '    满意:',
      '      - 名:',
      '  # 满意:  # 有的表写在这里',
    ]);
  });

  test('shows what the program adds up as comments', () => {
    expect(
      body(
        '项: { 类型: 列表, 字段: { 款: 金额 } }',
        '合计: { 类型: 金额, 求和: 项.款 }',
        '各: { 类型: 组, 字段: { 合: { 类型: 金额, 求和: 项.款 } } }',
        '必: { 类型: 金额, 必填: 是, 求和: 项.款 }',
        '混: { 类型: 组, 字段: { 合: { 类型: 金额, 求和: 项.款 }, 注: 文字 } }',
      ).slice(3),
    ).toEqual([
      '# 合计:  # 金额；可不写',
      '',
      '# 各:  # 一组；可不写',
      '#   合:  # 金额；可不写',
      '# 必:  # 金额；可不写',
      '',
      '混:  # 一组；可不写',
      '  # 合:  # 金额；可不写',
      '  注:  # 文字；可不写',
    ]);
  });

  test('shows a sum of the rows of indicators under each name as a comment', () => {
    const columns = '名: 文字, 甲: 金额, 乙: 金额, 小计: { 类型: 金额, 求和: [甲, 乙] }';
    const shown = body(`指标: { 类型: 指标, 体系: 甲类, 列: { ${columns} } }`);
    expect(shown.slice(2, 11)).toEqual([
      ...['  # 名：文字；可不写', '  # 甲：金额；可不写', '  # 乙：金额；可不写', '  # 小计：金额；可不写'],
      ...['  产出:', '    数量:', '      - 名:', '        甲:', '        乙:'],
    ]);
    expect(shown[11]).toBe('        # 小计:');
  });

  test('puts keys in quotes where they need them', () => {
    expect(body("'#号': 文字", '部门(单位)名称: 文字')).toEqual([
      "'#号':  # 文字；可不写",
      '部门(单位)名称:  # 文字；可不写',
    ]);
  });
});
