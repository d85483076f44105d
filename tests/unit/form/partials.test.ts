import { describe, expect, test } from 'vitest';
import { saidBy, successOf } from '../blueprint/support.ts';
import { expanded, FORM, faultsIn, printed, table, templateOf, textsOf } from './support.ts';

const row = '<row><cell>{{名}}</cell><cell/></row>';
const named = `{{!-- 参数: 名 --}}\n${row}`;

describe('calling a partial', () => {
  test.each([
    ['«{{> 甲乙 名=名称}}»', 'F003 没有“甲乙”这个部件 → 是不是“甲”？'],
    ['«{{> 甲}}»', 'F004 部件“甲”缺参数“名” → 加上 名=字段、名="文字"、名=true 或 名=false。'],
    [
      '«{{> 甲 名=1}}»',
      'F004 参数应是字段、引号里的文字、true 或 false → 写成 参数=字段、参数="文字"、参数=true 或 参数=false。',
    ],
    [
      '«{{> 甲 名=null}}»',
      'F004 参数应是字段、引号里的文字、true 或 false → 写成 参数=字段、参数="文字"、参数=true 或 参数=false。',
    ],
    ['«{{> 甲 名="一\n二"}}»', 'F004 参数里的文字不能换行 → 写成 参数=字段、参数="文字"、参数=true 或 参数=false。'],
    ['«{{> 甲 名=名称 各=名称}}»', 'F004 部件“甲”没有参数“各” → 可以写的有：名。'],
    ['«{{> 甲 名=名秤}}»', 'F008 这里没有“名秤”这个字段 → 是不是“名称”？'],
    ['«{{> 甲 名=@root}}»', 'F002 这里应写字段的名称 → 写成 {{字段}} 或 {{组.字段}}。'],
  ])('%s', (call, fault) => {
    expect(faultsIn({ template: table(call), partials: { 甲: named } })).toEqual([fault]);
  });

  test('hands it fields, words and true or false, and nothing else', () => {
    const partial =
      '{{!-- 参数: 名 值、编号，全 --}}<row>{{#if 全}}<cell>{{名}}</cell>{{/if}}<cell>{{值}}{{编号}}</cell></row>';
    const partials = { 甲: partial };
    expect(
      printed('{{> 甲 名=名称 值=组.数 编号="<号>&amp;" 全=true}}', '名称: 局\n组: { 数: 5 }', { partials }),
    ).toEqual([['局'], ['5<号>&amp;']]);
    expect(printed('{{> 甲 名=名称 值=名称 编号="" 全=false}}', '名称: 局', { partials })).toEqual([['局']]);
  });
});

describe('faults inside a partial', () => {
  test.each([
    ['<row><cell>«{{名称}}»</cell><cell/></row>', 'F008 这里没有“名称”这个字段 → 是不是“名”？'],
    [
      '<row><cell>«{{../名称}}»</cell><cell/></row>',
      'F008 “../名称”往外退得太多 → 减少 ../ 的个数；部件只看得见它的参数。',
    ],
    ['<row><cell>«{{{名}}}»</cell><cell/></row>', 'F002 不许用 {{{ }}} 和 {{& }} → 写成 {{ }}：里面的字总是原样印出。'],
    ['<row>«<cel>»</cel></row>', 'F005 没有 <cel> 这种元素 → 是不是“cell”？'],
    ['«<cell>»{{名}}</cell>', 'F006 <cell> 不能写在<band> 里 → 前面是不是少了 <row>？这里可以写：<group> <row>。'],
    ['«<row>»<cell>{{名}}</cell>', 'F006 <row> 没有结束 → 补上 </row>；元素要在同一个 {{#…}} {{/…}} 之内成对。'],
    ['«{{#each 名}}»<row/>{{/each}}', 'F008 {{#each}} 后面应是一列，它是一个值 → 换一个字段。'],
    ['«{{> 没有}}»', 'F003 没有“没有”这个部件 → 可以写的有：甲。'],
    [
      '«{{> ../甲}}»',
      'F003 没有“../甲”这个部件 → 部件只写名称，不写文件夹：它和 form.hbs 在一个文件夹里，或者在 共用/部件/ 里。',
    ],
    ['«{{> "/etc/passwd"}}»', 'F002 部件要直接写名称，参数要写成“名=值” → 写成 {{> 部件 参数=字段}}。'],
    ['«{{> __proto__}}»', 'F003 没有“__proto__”这个部件 → 可以写的有：甲。'],
    ['«{{> constructor}}»', 'F003 没有“constructor”这个部件 → 可以写的有：甲。'],
    ['«{{> 甲 名=名}}»', 'F002 部件“甲”绕回了自己 → 部件不能直接或间接地用自己。'],
  ])('%s is told of at its place in the partial', (content, fault) => {
    const partials = { 甲: `{{!-- 参数: 名 --}}\n${content}\n` };
    expect(faultsIn({ template: table('{{> 甲 名=名称}}'), partials })).toEqual([fault]);
  });

  test('name the calls that led to it', () => {
    const partials = {
      甲: '{{!-- 参数: 名 --}}{{> 乙 名=名}}',
      乙: '{{!-- 参数: 名 --}}<row><cell>{{各}}</cell><cell/></row>',
    };
    const template = table('{{> 甲 名=名称}}');
    const [fault] = saidBy(templateOf({ template, partials }));
    expect(fault?.related.map(({ at }) => [at.file, at.start])).toEqual([
      ['templates/共用/部件/甲.hbs', partials.甲.indexOf('{{>')],
      [FORM, template.indexOf('{{>')],
    ]);
  });

  test('are told of once, however often it is called', () => {
    const partials = { 甲: '{{!-- 参数: 名 --}}<row><cell>«{{各}}»</cell><cell/></row>' };
    expect(faultsIn({ template: table('{{> 甲 名=名称}}{{> 甲 名=名称}}'), partials })).toHaveLength(1);
  });

  test('depend on what it is called with', () => {
    const partials = { 甲: '{{!-- 参数: 名 --}}<row><cell>«{{名}}»</cell><cell/></row>' };
    expect(faultsIn({ template: table('{{> 甲 名=名称}}'), partials })).toEqual([]);
    expect(faultsIn({ template: table('{{> 甲 名=列}}'), partials })).toEqual([
      'F008 这里要印一个值，它是一列 → 用 {{#each}} 逐项来印。',
    ]);
  });

  test('of the Handlebars itself are F001 in its file, with the call that led to it', () => {
    const partials = { 甲: '{{!-- 参数: 名 --}}\n<row>«{{名}»</row>' };
    expect(faultsIn({ template: table('{{> 甲 名=名称}}'), partials })).toEqual([
      'F001 这个 {{ }} 写法有误 → 检查花括号和引号是否成对，例如 {{字段}}、{{#each 列表}}、{{> 部件 参数=字段}}。',
    ]);
    const [fault] = saidBy(templateOf({ template: table('{{> 甲 名=名称}}'), partials: { 甲: '{{名' } }));
    expect(fault?.related).toMatchObject([{ at: { file: FORM }, message: '从这里用到这个部件' }]);
  });

  test('do not matter to a form that does not call it', () => {
    expect(faultsIn({ template: table(''), partials: { 甲: '{{!-- 参数: 名 --}}\n<row>{{名}</row>' } })).toEqual([]);
  });

  test('a round of several partials is refused where it closes', () => {
    const partials = { 甲: '{{> 乙}}', 乙: '«{{> 甲}}»' };
    expect(faultsIn({ template: table('{{> 甲}}'), partials })).toEqual([
      'F002 部件“甲”绕回了自己 → 部件不能直接或间接地用自己。',
    ]);
  });
});

describe('which partial is taken', () => {
  test('one beside the form before a shared one, and both names for one file', () => {
    const partials = {
      甲: named,
      'templates/表一/甲.hbs': '{{!-- 参数: 名 --}}<row><cell>近{{名}}</cell><cell/></row>',
    };
    expect(printed('{{> 甲 名=名称}}', '名称: 局', { partials })).toEqual([['近局'], ['']]);
  });

  test('a form takes form.hbs and partials of the form it is based on', () => {
    const given = {
      template: null,
      form: '表: 表一\n沿用: 共用/母\n',
      partials: {
        'templates/共用/母/form.yaml': '字段: { 名称: 文字 }',
        'templates/共用/母/form.hbs': table('{{> 甲 名=名称}}'),
        'templates/共用/母/甲.hbs': named,
      },
    };
    expect(textsOf(successOf(expanded({ ...given, record: '名称: 局' })))).toEqual([['局'], ['']]);
  });

  test('numbers go on inside a partial that is called in {{#each}}', () => {
    const partials = { 甲: '{{!-- 参数: 名 --}}<row><cell>{{序号 @index}}.{{名}}</cell><cell/></row>' };
    expect(printed('{{#each 列}}{{> 甲 名=名称}}{{/each}}', '列: [{ 名称: 甲 }, { 名称: 乙 }]', { partials })).toEqual([
      ['1.甲'],
      [''],
      ['2.乙'],
      [''],
    ]);
  });

  test('the indent of a call does not come into what is printed', () => {
    const partials = { 甲: '{{!-- 参数: 名 --}}<row><cell>{{名}}</cell><cell/></row>' };
    const record = '名称: |\n  一\n  二\n';
    expect(printed('\n      {{> 甲 名=名称}}\n', record, { partials })).toEqual([['一', '二'], ['']]);
  });
});
