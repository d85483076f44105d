import { describe, expect, test } from 'vitest';
import { openPress, type Press } from '../../../src/press.ts';
import { pull } from '../../../src/pull/index.ts';
import { textsOf } from '../../../src/pull/printed/texts.ts';
import { readDocx } from '../../../src/read/index.ts';
import { realWorld } from '../../support/real-world.ts';
import { successOf } from '../../support/set-form.ts';
import { folderWith } from '../cli/support.ts';
import { bodyOf, wrapped } from './support/plain-docx.ts';

/** A form whose table has these rows; what it prints of a value hangs on whether others are there. */
function pressFor(rows: string): Press {
  const fields = `
  甲: 文字
  乙: 文字
  丙: 段落
  单: { 类型: 列表, 每项: 段落 }
  明细: { 类型: 列表, 字段: { 名称: 文字, 品目: 文字, 规格: 段落 } }`;
  const folder = folderWith({
    'templates/小表/form.yaml': `表: 小表\n字段:${fields}\n`,
    'templates/小表/form.hbs': `<form>\n<title>小表</title>\n<table><band columns="30 70">\n${rows}\n</band></table>\n</form>\n`,
  });
  return successOf(openPress(realWorld(), { templates: [`${folder}/templates`, 'templates'], fonts: ['fonts'] }));
}

const fixed = (cell: string): string =>
  `<row><label>一</label><cell>${cell}</cell></row><row><label>末</label><cell>{{丙}}</cell></row>`;
const each = (cell: string): string => `{{#each 明细}}<row><cell>{{名称}}</cell>${cell}</row>{{/each}}`;

const single = '甲: 一、二\n乙: 三\n丙: |\n  四\n  五\n';
const emptyFirst = '甲:\n乙: 三\n丙: 四\n';
const list =
  '明细:\n' +
  '  - { 名称: 甲项目, 品目: 物业管理服务, 规格: 要求满足二级等保 }\n' +
  '  - { 名称: 乙项目, 品目: 复印纸, 规格: }\n' +
  '  - { 名称: 丙项目, 品目: 空调机, 规格: 一级能效 }\n' +
  '  - { 名称: 丁项目, 品目: , 规格: 一级能效 }\n';

const forms: readonly (readonly [name: string, rows: string, values: string])[] = [
  [
    'two paragraphs, the second if there is one',
    each('<cell><p>{{品目}}</p>{{#if 规格}}<p>{{规格}}</p>{{/if}}</cell>'),
    list,
  ],
  ['two values in one line', each('<cell>{{品目}}{{#if 规格}}（{{规格}}）{{/if}}</cell>'), list],
  ['one value or the other', each('<cell>{{#if 规格}}{{规格}}{{else}}{{品目}}{{/if}}</cell>'), list],
  [
    'another row if there is a text',
    `${each('<cell>{{品目}}</cell>').replace('{{/each}}', '')}{{#if 规格}}<row><cell>{{规格}}</cell><cell>{{规格}}</cell></row>{{/if}}{{/each}}`,
    list,
  ],
  ['two values side by side', fixed('{{甲}}{{乙}}'), single],
  ['a separator that stands in a value', fixed('{{甲}}、{{乙}}'), single],
  ['a paragraph for each of two, the first blank', fixed('<p>{{甲}}</p><p>{{乙}}</p>'), emptyFirst],
  [
    'items of several paragraphs',
    fixed('{{#each 单}}<p>{{this}}</p>{{/each}}'),
    '单:\n  - |\n    一\n    二\n  - 三\n丙: 四\n',
  ],
  ['items in one line', fixed('{{#each 单}}{{this}}；{{/each}}'), '单: [一；二, 三]\n丙: 四\n'],
  ['a value with blanks around it', fixed('{{甲}}'), '甲: "　一 二　"\n丙: 四\n'],
];

const file = 'data/小表.yaml';

/** A record, and what an edited body of its DOCX makes of it. */
function setUp(rows: string, values: string) {
  const press = pressFor(rows);
  const text = `表: 小表\n${values}`;
  const before = successOf(press.open(file, text));
  const engine = { open: (now: string) => press.open(file, now), expand: press.expand };
  const pulled = (body: string) => pull(successOf(readDocx(wrapped(body), 'a.docx')), before, engine);
  return { text, before, pulled };
}

describe.each(forms)('%s', (_, rows, values) => {
  test('gives back a document that nobody edited without a word', () => {
    const { text, before, pulled } = setUp(rows, values);
    expect(successOf(pulled(bodyOf(before.form)))).toMatchObject({ text, problems: [] });
  });

  test('with one value edited changes that value, or says that it does not know', () => {
    const { before, pulled } = setUp(rows, values);
    const printed = bodyOf(before.form);
    let edited = 0;
    for (const [path, value] of textsOf(before.record.root)) {
      if (value === '' || value.includes('\n') || printed.split(value).length !== 2) continue;
      const now = `${value.trimEnd()}改`;
      const outcome = pulled(printed.replace(value, now));
      edited += 1;
      if (!outcome.ok || outcome.value.problems.length > 0) continue;
      const wanted = [...textsOf(before.record.root)].map(([at, old]) => [at, at === path ? now.trim() : old]);
      expect([...textsOf(outcome.value.after.record.root)]).toEqual(wanted);
    }
    expect(edited).toBeGreaterThan(0);
  });
});

describe('a cell edited to say what another row prints', () => {
  const change = (rows: string, values: string, from: string, to: string) => {
    const { text, before, pulled } = setUp(rows, values);
    const outcome = pulled(bodyOf(before.form).replace(from, to));
    const told = (outcome.ok ? outcome.value.problems : outcome.problems).map(({ code }) => code);
    return {
      told: [...new Set(told)],
      lines: (outcome.ok ? outcome.value.text : text).split('\n').filter((line) => !text.includes(line)),
    };
  };

  test('is split as its own row was, or not at all', () => {
    const two = '明细:\n  - { 名称: 甲项, 品目: AB, 规格: C }\n  - { 名称: 乙项, 品目: A, 规格: BCD }\n';
    expect(change(each('<cell>{{品目}}{{规格}}</cell>'), two, 'ABCD', 'ABC')).toEqual({ told: ['P006'], lines: [] });
    const either = '明细:\n  - { 名称: 甲项, 品目: 一, 规格: }\n  - { 名称: 乙项, 品目: , 规格: 三 }\n';
    const cell = '<cell>{{#if 规格}}{{规格}}{{else}}{{品目}}{{/if}}</cell>';
    const said = { told: [], lines: ['  - { 名称: 甲项, 品目: 三, 规格: }'] };
    expect(change(each(cell), either, '>一<', '>三<')).toEqual(said);
  });

  const items = '单:\n  - 一\n  - 二\n  - |\n    一段\n    二段\n  - 三段\n丙: 四\n';
  const paragraph = '<w:p><w:r><w:t xml:space="preserve">五段</w:t></w:r></w:p>';

  test.each([
    ['二段', '二段改', '    二段改'],
    ['三段', '三段改', '  - 三段改'],
    ['>二<', '>二改<', '  - 二改'],
  ])('does not matter to lists in cells of other rows: %s is edited where it stands', (from, to, line) => {
    const fields = fixed('{{#each 单}}<p>{{this}}</p>{{/each}}');
    expect(change(fields, items, from, to)).toEqual({ told: [], lines: [line] });
  });

  test('is not guessed where there is a paragraph more behind an item of several, or where its last is blank now', () => {
    const fields = fixed('{{#each 单}}<p>{{this}}</p>{{/each}}');
    const end = '二段</w:t></w:r></w:p>';
    expect(change(fields, items, end, `${end}${paragraph}`)).toEqual({ told: ['P006'], lines: [] });
    expect(change(fields, items, end, `二段改</w:t></w:r></w:p>${paragraph}`)).toEqual({ told: ['P006'], lines: [] });
    expect(change(fields, items, '>二段<', '><')).toEqual({ told: ['P006'], lines: [] });
  });

  test('with items of two values is edited where it stands, and is no fixed words where it is not understood', () => {
    const cell = '<cell>{{#each 明细}}<p>{{品目}}</p><p>{{规格}}</p>{{/each}}</cell>';
    const rows = `<row><label>明细</label>${cell}</row><row><label>末</label><cell>{{丙}}{{甲}}</cell></row>`;
    const two = '明细:\n  - { 品目: 一, 规格: 二 }\n  - 品目: 三\n    规格: |\n      四\n      五段\n丙: 末\n';
    expect(change(rows, two, '五段', '五段改')).toEqual({ told: [], lines: ['      五段改'] });
    const end = '五段</w:t></w:r></w:p>';
    expect(change(rows, two, end, `${end}${paragraph.replace('五段', '六')}`)).toEqual({ told: ['P006'], lines: [] });
  });
});
