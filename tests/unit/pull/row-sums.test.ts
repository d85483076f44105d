import { expect, test } from 'vitest';
import { openPress } from '../../../src/press.ts';
import { pull } from '../../../src/pull/index.ts';
import { readDocx } from '../../../src/read/index.ts';
import { realWorld } from '../../support/real-world.ts';
import { successOf } from '../../support/set-form.ts';
import { folderWith } from '../cli/support.ts';
import { bodyOf, plainRuns, wrapped } from './support/plain-docx.ts';

const files = {
  'templates/计划表/form.yaml': `表: 计划表
字段:
  计划: { 类型: 列表, 单位: 元, 字段: { 名: 文字, 一月: 金额, 二月: 金额, 小计: { 类型: 金额, 求和: [一月, 二月] } } }
  合计: { 类型: 组, 单位: 元, 求和: 计划, 字段: { 一月: 金额, 二月: 金额, 小计: 金额 } }
`,
  'templates/计划表/form.hbs': `<form>
<title>计划表</title>
<table><band columns="25 25 25 25">
<row kind="header"><label>名</label><label>一月</label><label>二月</label><label>小计</label></row>
{{#each 计划}}<row><cell>{{名}}</cell><cell>{{一月}}</cell><cell>{{二月}}</cell><cell>{{小计}}</cell></row>{{/each}}
<row><label span="3">全部</label><cell>{{合计.一月}}{{合计.二月}}</cell></row>
<row><label>合计</label><cell>{{合计.一月}}</cell><cell>{{合计.二月}}</cell><cell>{{合计.小计}}</cell></row>
</band></table>
</form>
`,
};
const file = 'data/计划表.yaml';
const text = '表: 计划表\n计划:\n  - { 名: 甲, 一月: 1, 二月: 20 }\n  - { 名: 乙, 一月: 300, 二月: 4000 }\n';

type Changes = readonly (readonly [from: string, to: string])[];

/** What becomes of a record when its DOCX has a row more, right below its header, and other texts are replaced. */
function pulledInto(yaml: string, row: string, changes: Changes) {
  const places = { templates: [`${folderWith(files)}/templates`, 'templates'], fonts: ['fonts'] };
  const press = successOf(openPress(realWorld(), places));
  const before = successOf(press.open(file, yaml));
  const body = changes.reduce((all, [from, to]) => {
    expect(all.split(`>${from}<`)).toHaveLength(2);
    return all.replace(`>${from}<`, `>${to}<`);
  }, bodyOf(before.form));
  const engine = { open: (now: string) => press.open(file, now), expand: press.expand };
  const bytes = wrapped(body.replace('</w:tr>', `</w:tr>${row}`));
  return successOf(pull(successOf(readDocx(bytes, 'a.docx')), before, engine));
}

const pulledWith = (...changes: Changes) => pulledInto(text, '', changes);

const pulledWithRow = (yaml: string, row: readonly string[], ...changes: Changes) => {
  const cells = row.map((words) => `<w:tc><w:p>${plainRuns(words)}</w:p></w:tc>`);
  return pulledInto(yaml, `<w:tr>${cells.join('')}</w:tr>`, changes);
};

test('an amount is written and the sum of its row follows, whether or not it was changed as well', () => {
  const wanted = text.replace('300', '301');
  expect(pulledWith(['300', '301'])).toMatchObject({ text: wanted, problems: [] });
  expect(pulledWith(['300', '301'], ['4300', '4301'])).toMatchObject({ text: wanted, problems: [] });
});

test('a sum of a row that was changed alone is told, not written', () => {
  const { text: after, problems } = pulledWith(['4300', '4301']);
  expect(after).toBe(text);
  expect(problems.map(({ code }) => code)).toEqual(['P002']);
});

test('a new row leaves its sum to the program, whatever row it was copied from', () => {
  const wanted = text.replace('计划:\n', '计划:\n  - { 名: 丙, 一月: 7, 二月: 80 }\n');
  for (const sum of ['87', '', '21', '4300'])
    expect(pulledWithRow(text, ['丙', '7', '80', sum])).toMatchObject({ text: wanted, problems: [] });
});

test('a sum of a new row that is neither right nor copied is told, and so is one that nobody can work out', () => {
  const [wrong, unknown] = [pulledWithRow(text, ['丙', '7', '80', '88']), pulledWithRow(text, ['丙', '', '80', '88'])];
  expect(wrong.problems.map(({ code, message }) => [code, message])).toEqual([
    ['P002', '第 1 张表第 2 行第 4 格“88”：这是程序算出来的，现在是“87”，没有照改'],
  ]);
  expect(unknown.problems.map(({ code, message }) => [code, message])).toEqual([
    ['P002', '第 1 张表第 2 行第 4 格“88”：这是程序算的，要加的有空着的，没有照改'],
  ]);
});

test('a new row writes its sum where the other rows write theirs', () => {
  const typed = text.replace('二月: 20', '二月: 20, 小计: 21').replace('4000', '4000, 小计: 4300');
  const wanted = typed.replace('计划:\n', '计划:\n  - { 名: 丙, 一月: 7, 二月: 80, 小计: 87 }\n');
  expect(pulledWithRow(typed, ['丙', '7', '80', '87'])).toMatchObject({ text: wanted, problems: [] });
});

test('a sum below a new row may stay as it was, and is told where it stands in the YAML that there is', () => {
  const { text: after, problems } = pulledWithRow(text, ['丙', '7', '80', '87'], ['300', '301']);
  expect(after).toContain('{ 名: 乙, 一月: 301, 二月: 4000 }');
  expect(problems).toEqual([]);
  const [wrong] = pulledWithRow(text, ['丙', '7', '80', '87'], ['4300', '4301']).problems;
  expect([wrong?.code, wrong?.at.start]).toEqual(['P002', text.indexOf('{ 名: 乙')]);
});

test('a sum that is blanked is left to the program, also where its author wrote it', () => {
  expect(pulledWith(['4300', ''])).toMatchObject({ text, problems: [] });
  const typed = text.replace('4000', '4000, 小计: 4300');
  const { text: after, problems } = pulledInto(typed, '', [['4300', '']]);
  expect(problems).toEqual([]);
  expect(after).toContain('- 名: 乙\n    一月: 300\n    二月: 4000\n    小计:\n');
});
