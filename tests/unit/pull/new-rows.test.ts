import { expect, test } from 'vitest';
import { openPress } from '../../../src/press.ts';
import { pull } from '../../../src/pull/index.ts';
import { readDocx } from '../../../src/read/index.ts';
import { realWorld } from '../../support/real-world.ts';
import { successOf } from '../../support/set-form.ts';
import { folderWith } from '../cli/support.ts';
import { bodyOf, plainRuns, wrapped } from './support/plain-docx.ts';

const files = {
  'templates/任务表/form.yaml': `表: 任务表
字段:
  任务: { 类型: 列表, 单位: 元, 字段: { 名: 文字, 内容: 段落, 款: { 类型: 组, 字段: { 总: 金额, 拨: 金额 } } } }
`,
  'templates/任务表/form.hbs': `<form>
<title>任务表</title>
<table><band columns="25 25 25 25">
{{#each 任务}}<row><cell>{{名}}</cell><cell>{{内容}}</cell><cell>{{款.总}}</cell><cell>{{款.拨}}</cell></row>{{/each}}
<row><label span="4">完</label></row>
</band></table>
</form>
`,
};

/** The lines that a row typed below the first of a record adds to its text. */
function linesOfNewRow(items: string): readonly string[] {
  const places = { templates: [`${folderWith(files)}/templates`, 'templates'], fonts: ['fonts'] };
  const press = successOf(openPress(realWorld(), places));
  const text = `表: 任务表\n任务:\n${items}`;
  const file = 'data/任务表.yaml';
  const before = successOf(press.open(file, text));
  const cells = ['乙', '二', '5', '6'].map((words) => `<w:tc><w:p>${plainRuns(words)}</w:p></w:tc>`);
  const body = bodyOf(before.form).replace('</w:tr>', `</w:tr><w:tr>${cells.join('')}</w:tr>`);
  const engine = { open: (now: string) => press.open(file, now), expand: press.expand };
  const pulled = successOf(pull(successOf(readDocx(wrapped(body), 'a.docx')), before, engine));
  expect(pulled.problems).toEqual([]);
  return pulled.text.split('\n').filter((line) => !text.split('\n').includes(line));
}

test.each([
  ['  - { 名: 甲, 内容: 一, 款: { 总: 3, 拨: 4 } }\n', ['  - { 名: 乙, 内容: 二, 款: { 总: 5, 拨: 6 } }']],
  ['  - 名: 甲\n    内容: 一\n    款: { 总: 3, 拨: 4 }\n', ['  - 名: 乙', '    内容: 二', '    款: { 总: 5, 拨: 6 }']],
  [
    '  - 名: 甲\n    内容: 一\n    款:\n      总: 3\n      拨: 4\n',
    ['  - 名: 乙', '    内容: 二', '      总: 5', '      拨: 6'],
  ],
])('a new row and the groups in it are written as those beside it: %j', (items, lines) => {
  expect(linesOfNewRow(items)).toEqual(lines);
});
