import { expect, test } from 'vitest';
import { openPress } from '../../../src/press.ts';
import { pull } from '../../../src/pull/index.ts';
import { readDocx } from '../../../src/read/index.ts';
import { realWorld } from '../../support/real-world.ts';
import { successOf } from '../../support/set-form.ts';
import { folderWith } from '../cli/support.ts';
import { bodyOf, wrapped } from './support/plain-docx.ts';

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
<row><label>合计</label><cell>{{合计.一月}}</cell><cell>{{合计.二月}}</cell><cell>{{合计.小计}}</cell></row>
</band></table>
</form>
`,
};
const file = 'data/计划表.yaml';
const text = '表: 计划表\n计划:\n  - { 名: 甲, 一月: 1, 二月: 20 }\n  - { 名: 乙, 一月: 300, 二月: 4000 }\n';

/** What becomes of the record when texts of its DOCX are replaced by others. */
function pulledWith(...changes: readonly (readonly [from: string, to: string])[]) {
  const places = { templates: [`${folderWith(files)}/templates`, 'templates'], fonts: ['fonts'] };
  const press = successOf(openPress(realWorld(), places));
  const before = successOf(press.open(file, text));
  const body = changes.reduce((all, [from, to]) => {
    expect(all.split(`>${from}<`)).toHaveLength(2);
    return all.replace(`>${from}<`, `>${to}<`);
  }, bodyOf(before.form));
  const engine = { open: (now: string) => press.open(file, now), expand: press.expand };
  return successOf(pull(successOf(readDocx(wrapped(body), 'a.docx')), before, engine));
}

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
