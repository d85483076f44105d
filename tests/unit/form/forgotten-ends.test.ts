import { describe, expect, test } from 'vitest';
import { saidBy } from '../blueprint/support.ts';
import { faultsIn, table, templateOf } from './support.ts';

describe('an end tag that was forgotten is told once, at the element', () => {
  test.each([
    [table('<row>«<cell>»甲<cell>乙</cell></row>'), 'F006 <cell> 没有结束 → 在下一个 <cell> 前面补上 </cell>。'],
    [table('<row>«<label>»甲<cell>乙</cell></row>'), 'F006 <label> 没有结束 → 在下一个 <cell> 前面补上 </label>。'],
    [
      '<form><table>«<band columns="100">»<row><cell/></row><band columns="100"><row><cell/></row></band></table></form>',
      'F006 <band> 没有结束 → 在下一个 <band> 前面补上 </band>。',
    ],
    [table('«<row>»<cell/><cell/><row><cell/><cell/></row>'), 'F006 <row> 没有结束 → 在下一个 <row> 前面补上 </row>。'],
  ])('%s', (template, fault) => {
    expect(faultsIn({ template })).toEqual([fault]);
  });
});

describe('a start tag that was forgotten is told once, at the first that should stand in it', () => {
  const rows = '<row><cell/></row><row><cell/></row>';
  const band = (content: string): string => `<band columns="100">${content}</band>`;

  test.each([
    [`<form><table>«<row>»<cell/></row>${rows}</band>${band(rows)}</table></form>`, '<row> 不能写在<table> 里', 'band'],
    [`<form>«<band columns="100">»${rows}</band>${band(rows)}</table></form>`, '<band> 不能写在<form> 里', 'table'],
    [
      `<form><table>${band('«<cell>»甲</cell><cell>乙</cell></row>')}</table></form>`,
      '<cell> 不能写在<band> 里',
      'row',
    ],
    [table('<group><label/>«<cell>»甲</cell></row><row><cell/></row></group>'), '<cell> 不能写在<group> 里', 'row'],
    [
      `<form><table>${band('«<label>»甲</label><row><cell/></row></group>')}</table></form>`,
      '<label> 不能写在<band> 里',
      'group> 或 <row',
    ],
    [`«<title>»题</title><table>${band(rows)}</table></form>`, '<title> 不能写在最外层', 'form'],
    // What ends around it, or begins beside it, ends it as well.
    [`<form><table>«<row>»<cell/></row>${rows}</table></form>`, '<row> 不能写在<table> 里', 'band'],
    [`<form><table>«<row>»<cell/></row>${band(rows)}</table></form>`, '<row> 不能写在<table> 里', 'band'],
  ])('%s', (template, fault, name) => {
    const told = faultsIn({ template });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`F006 ${fault} → 前面是不是少了 <${name}>？`);
  });
});

describe('a tag that lacks a character is told once', () => {
  test.each([
    [table('<row><cell>甲«</cell»<cell/></row>'), 'F001 </cell> 缺“>” → 写成 </cell>。'],
    [table('<row><cell/><cell/>«</row»\n<row><cell/><cell/></row>'), 'F001 </row> 缺“>” → 写成 </row>。'],
    [table('«row>»<cell/><cell/></row>'), 'F001 <row> 缺“<” → 写成 <row>。'],
    [
      '<form><title>题</title><table>«band columns="100">»<row><cell/></row></band></table></form>',
      'F001 <band columns="100"> 缺“<” → 写成 <band columns="100">。',
    ],
    [table('<row>«cell>甲»</cell><cell/></row>'), 'F001 <cell> 缺“<” → 写成 <cell>。'],
    [table('<row><cell/><cell/>«/row>»<row><cell/><cell/></row>'), 'F001 </row> 缺“<” → 写成 </row>。'],
    [table('<row><cell>甲«<cell>»<cell>乙</cell></row>'), 'F006 这里应是 </cell>，写成了 <cell> → 改成 </cell>。'],
    [
      table('<row><cell/><cell/>«<row>»<row><cell/><cell/></row>'),
      'F006 这里应是 </row>，写成了 <row> → 改成 </row>。',
    ],
    [table('<group><label/><row><cell/></row>«<group>»'), 'F006 这里应是 </group>，写成了 <group> → 改成 </group>。'],
    [
      '<form><table><band columns="100"><row><cell/></row>«<band>»<band columns="100"><row><cell/></row></band></table></form>',
      'F006 这里应是 </band>，写成了 <band> → 改成 </band>。',
    ],
    [table('<row>«<cell甲»</cell><cell/></row>'), 'F001 <cell> 缺“>” → 写成 <cell>甲。'],
    [table('<row>«<cell align="left" 甲乙»</cell><cell/></row>'), 'F001 <cell> 缺“>” → 写成 <cell align="left">甲乙。'],
    [table('<row>«<cell»{{组.数}}</cell><cell/></row>'), 'F001 <cell> 缺“>” → 写成 <cell>。'],
    [
      table('<row>«<cell span=2»</cell></row>'),
      'F001 <cell> 这个标签写法有误 → 属性写成 名="值"，用半角双引号；标签里不能用 {{ }}。',
    ],
    [
      '<form><cover><title>甲</title>«<cover>»<title>题</title></form>',
      'F006 这里应是 </cover>，写成了 <cover> → 改成 </cover>。',
    ],
    ['<form><title>题</title>«<form>»', 'F006 这里应是 </form>，写成了 <form> → 改成 </form>。'],
  ])('%s', (template, fault) => {
    expect(faultsIn({ template })).toEqual([fault]);
  });
});

describe('a field that stands elsewhere is named with its path', () => {
  test.each([
    ['<row><cell>«{{数}}»</cell><cell/></row>', 'F008 这里没有“数”这个字段 → 是不是“组.数”？'],
    [
      '{{#each 列}}<row><cell>«{{数}}»</cell><cell/></row>{{/each}}',
      'F008 这里没有“数”这个字段 → 可以写的有：名称、段。',
    ],
    ['{{#each 列}}<row><cell>«{{组}}»</cell><cell/></row>{{/each}}', 'F008 这里没有“组”这个字段 → 是不是“../组”？'],
  ])('%s', (content, fault) => {
    expect(faultsIn({ template: table(content) })).toEqual([fault]);
  });
});

describe('a <page/> in a wrong place is told once, with where it may stand', () => {
  const advice = '<page/> 写在 <form> 里，<table>、<lines> 的前面或后面；一个表格要从这里分页，就分成两个 <table>。';
  const rows = '<row><cell/></row>';

  test.each([
    [
      `<form><table><band columns="100">${rows}</band>«<page/>»<band columns="100">${rows}</band></table></form>`,
      'table',
    ],
    [`<form><table><band columns="100">${rows}«<page/>»${rows}</band></table></form>`, 'band'],
    [
      `<form><cover><title>甲</title>«<page/>»</cover><table><band columns="100">${rows}</band></table></form>`,
      'cover',
    ],
  ])('%s', (template, parent) => {
    expect(faultsIn({ template })).toEqual([`F006 <page> 不能写在<${parent}> 里 → ${advice}`]);
  });
});

describe('where blocks are paired wrongly', () => {
  test('fields that the form has nowhere are told, and no others', () => {
    const template = table(
      '<row><cell>{{名秤}}</cell><cell>{{../数}}</cell></row>{{#each 没有}}<row><cell>{{序号 @index}}</cell><cell>{{组.树}}{{级名}}</cell></row>{{/if}}',
    );
    expect(saidBy(templateOf({ template })).map(({ code, message }) => `${code} ${message}`)).toEqual([
      'F001 {{#each}} 和 {{/if}} 没有配对',
      'F008 这里没有“名秤”这个字段',
      'F008 这里没有“没有”这个字段',
      'F008 这里没有“树”这个字段',
    ]);
  });
});

describe('a comment as HTML has it is one fault', () => {
  const advice = '注释写成 {{!-- … --}}，里面可以有 {{ }}。';

  test.each([
    ['«<!--» <row><cell>{{没有}}</cell></row>{{#if 名称}}<row/>{{/if}}', '这个 <!-- 没有结束'],
    ['«<!--» <row><cell>{{没有}}</cell></row> --><row><cell/><cell/></row>', '<!-- --> 里有 {{ }}，它照样会印'],
  ])('%s', (content, message) => {
    expect(faultsIn({ template: table(content) })).toEqual([`F001 ${message} → ${advice}`]);
  });

  test.each([
    '<!-- 注 --><row><cell>{{名称}}</cell><cell/></row>',
    '{{!-- <!-- --}}<row><cell/><cell>{{名称}}</cell></row>',
  ])('but for %s', (content) => {
    expect(faultsIn({ template: table(content) })).toEqual([]);
  });
});
