import { describe, expect, test } from 'vitest';
import { openPress } from '../../../src/press.ts';
import { pull } from '../../../src/pull/index.ts';
import { readDocx } from '../../../src/read/index.ts';
import { realWorld } from '../../support/real-world.ts';
import { successOf } from '../../support/set-form.ts';
import { folderWith } from '../cli/support.ts';
import { bodyOf, wrapped } from './support/plain-docx.ts';

const file = 'data/小表.yaml';
const text = '表: 小表\n甲: 一\n';
const table = '<row><label>名</label><cell>{{甲}}</cell></row>';
/** Blocks with fixed rows, one for each item: no edit of them is understood. */
const blocks = `{{#each 单}}<row><label>项</label><label>目</label></row><row><label>细</label><cell>{{#each 目}}<p>{{序号 @index}}.{{this}}</p>{{/each}}</cell></row>{{/each}}`;

/** What an edited DOCX makes of a record whose form has these lines above its table. */
function pulledBelow(lines: string, rows: string, text: string, edited: (body: string) => string) {
  const folder = folderWith({
    'templates/小表/form.yaml':
      '表: 小表\n字段: { 甲: 文字, 单: { 类型: 列表, 字段: { 目: { 类型: 列表, 每项: 文字 } } } }\n',
    'templates/小表/form.hbs': `<form>${lines}<table><band columns="30 70">${rows}</band></table></form>`,
  });
  const press = successOf(
    openPress(realWorld(), { templates: [`${folder}/templates`, 'templates'], fonts: ['fonts'] }),
  );
  const before = successOf(press.open(file, text));
  const engine = { open: (now: string) => press.open(file, now), expand: press.expand };
  return successOf(pull(successOf(readDocx(wrapped(edited(bodyOf(before.form))), 'a.docx')), before, engine));
}

describe.each([
  ['a paragraph of a blank, as on covers', '<lines columns="100"><cell><p>　</p></cell></lines>'],
  ['several of them', '<lines columns="100"><cell><p>　</p><p>　</p></cell></lines>'],
  ['empty paragraphs', '<lines columns="100"><cell><p/><p/></cell></lines>'],
  ['the room of a seal', '<lines columns="50 50" seal="yes"><cell/><cell/></lines>'],
  ['a blank beside words', '<lines columns="50 50"><cell><p>　</p><p>　</p></cell><cell>乙</cell></lines>'],
])('lines that hold nothing: %s', (_, lines) => {
  test('are no edit of theirs, also where an edit is not understood', () => {
    const listed = '表: 小表\n甲:\n单:\n  - 目: [一, 二]\n  - 目: []\n';
    expect(pulledBelow(lines, blocks, listed, (body) => body)).toMatchObject({ text: listed, problems: [] });
  });

  test('are not missed beside an edit', () => {
    expect(pulledBelow(lines, table, text, (body) => body.replace('一', '二'))).toMatchObject({
      text: '表: 小表\n甲: 二\n',
      problems: [],
    });
  });
});
