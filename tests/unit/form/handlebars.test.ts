import { describe, expect, test } from 'vitest';
import { faultsIn, table } from './support.ts';

const inCell = (content: string): string => table(`<row><cell>${content}</cell><cell/></row>`);
const one = '<row><cell span="2">{{名称}}</cell></row>';
const only = '只用 {{值}}、{{#each}}、{{#with}}、{{#if}}、{{#unless}} 和 {{> 部件}}。';
const blocks = '只有 {{#each 字段}} {{#with 字段}} {{#if 字段}} {{#unless 字段}}。';

test('a sound template has no fault', () => {
  expect(faultsIn({ template: table(one) })).toEqual([]);
});

const noSums =
  '没有这样的算法 → 可用的只有 {{序号 @index}}：写在 {{#each}} 里，从 1 起编号。合计写在 form.yaml 的“求和”里。';

describe('F001: what Handlebars cannot read', () => {
  const braces = '检查花括号和引号是否成对，例如 {{字段}}、{{#each 列表}}、{{> 部件 参数=字段}}。';

  test.each([
    ['{{#each 列}}«{{/with}}»', '{{#each}} 和 {{/with}} 没有配对 → 写成 {{/each}}。'],
    ['«{{each 列}}»{{/each}}', '{{each …}} 少了“#” → 写成 {{#each …}}。'],
    ['{{#each 列}}{{#if 名称}}«{{if}}»{{/each}}', '{{if}} 少了“/” → 写成 {{/if}}。'],
    ['«{{#if 年 == 2025}}»{{/if}}', '这个 {{ }} 写法有误 → {{#if}} 只看一项有没有内容，不能比较、不能算。'],
    ['«{{@index + 1}}»', '这个 {{ }} 写法有误 → 编号写成 {{序号 @index}}，放在 {{#each}} 里，从 1 起。'],
    ['«{{/each}}»', '{{/each}} 没有对应的 {{#each}} → 删去它，或在前面补上开头。'],
    ['«{{#each 列}}»', '{{#each}} 没有 {{/each}} → 补上 {{/each}}，或删去这一个。'],
    ['{{#each 列}}«{{#if 名称}}»{{/each}}', '{{#if}} 没有 {{/if}} → 补上 {{/if}}，或删去这一个。'],
    ['<title>«{{名称}»</title>', `这个 {{ }} 写法有误 → ${braces}`],
    ['<title>«{{名称 »{{名称}}</title>', `这个 {{ }} 写法有误 → ${braces}`],
    ['<title>«{{名称 "}}»</title>', `这个 {{ }} 写法有误 → ${braces}`],
    [
      '<title>«{{部门(单位)名称}}»</title>',
      '这个 {{ }} 写法有误 → 字段名里有括号或空格，就写成 {{[部门(单位)名称]}}。',
    ],
  ])('%s', (content, fault) => {
    expect(faultsIn({ template: `<form>\n${content}\n</form>` })).toEqual([`F001 ${fault}`]);
  });

  test.each([
    ['«{名称}»', '“{名称}”是只有一层花括号，会照样印出来 → 写成 {{名称}}。'],
    ['«｛｛名称｝｝»', '“｛｛名称｝｝”是全角的花括号，会照样印出来 → 写成 {{名称}}。'],
    [
      '甲«&nbsp;»乙',
      '不认得“&nbsp;”，会照样印出来 → 只认得 &lt; &gt; &amp; &quot;：要印“&”就写 &amp;，成为 &amp;nbsp;；别的字直接打出来，空格打全角的。',
    ],
  ])('what would be printed as it stands: %s', (text, fault) => {
    const template = `<form>\n<title>${text}{{名称}}</title>\n</form>`;
    expect(faultsIn({ template })).toEqual([`F001 ${fault}`]);
  });

  test('braces around what is no field are printed', () => {
    expect(faultsIn({ template: '<form><title>{甲} ｛乙｝ &lt;{{名称}}&gt; A&B</title></form>' })).toEqual([]);
  });

  test('all of them come at once, and the faults of elements with them', () => {
    const template = '<form>\n<titel>{{名称}</titel>\n{{#each 列}}\n{{部门(局)}}\n<table><row/></table>\n</form>';
    const faults = faultsIn({ template });
    expect(faults.map((fault) => / ([FG]\d+ .*?) →/.exec(fault)?.[1])).toEqual([
      'F001 这个 {{ }} 写法有误',
      'F001 这个 {{ }} 写法有误',
      'F001 {{#each}} 没有 {{/each}}',
      'F005 没有 <titel> 这种元素',
      'F006 <row> 不能写在<table> 里',
    ]);
  });

  test('a comment hides what it holds, and \\{{ is text', () => {
    const template = '<form>{{!-- {{#each}} <b> --}}{{! {{名 }}<title>\\{{名称}}</title></form>';
    expect(faultsIn({ template })).toEqual([]);
  });
});

describe('F002: what a template must not use', () => {
  test.each([
    ['«{{{名称}}}»', '不许用 {{{ }}} 和 {{& }} → 写成 {{ }}：里面的字总是原样印出。'],
    ['«{{&名称}}»', '不许用 {{{ }}} 和 {{& }} → 写成 {{ }}：里面的字总是原样印出。'],
    ['«{{@root.名称}}»', '这里应写字段的名称 → 写成 {{字段}} 或 {{组.字段}}。'],
    ['«{{@index}}»', '这里应写字段的名称 → 编号写成 {{序号 @index}}，放在 {{#each}} 里，从 1 起。'],
    ['«{{"名称"}}»', '这里应写字段的名称 → 写成 {{字段}} 或 {{组.字段}}。'],
    ['«{{lookup 组 "数"}}»', noSums],
    ['«{{名称 长=1}}»', noSums],
    ['«{{log 名称}}»', noSums],
    ['«{{序号 名称}}»', noSums],
    [
      '«{{序号 @index}}»',
      '{{序号 @index}} 不在 {{#each}} 里，没有号可编 → 可用的只有 {{序号 @index}}：写在 {{#each}} 里，从 1 起编号。',
    ],
    [
      '{{#each 词}}{{else}}«{{序号 @index}}»{{/each}}',
      '{{序号 @index}} 不在 {{#each}} 里，没有号可编 → 可用的只有 {{序号 @index}}：写在 {{#each}} 里，从 1 起编号。',
    ],
    ['«{{#if 名称 组}}»甲{{/if}}', `不许用 {{#if …}} 这种写法 → ${blocks}`],
    ['«{{#if}}»甲{{/if}}', `不许用 {{#if …}} 这种写法 → ${blocks}`],
    ['«{{#名称}}»甲{{/名称}}', `不许用 {{#名称 …}} 这种写法 → ${blocks}`],
    ['«{{#if (lookup 组 "数")}}»甲{{/if}}', '这里应写字段的名称 → 写成 {{字段}} 或 {{组.字段}}。'],
    ['«{{#with this}}»甲{{/with}}', '{{#with}} 又进到了正在里面的这一层 → 删去这一层，或换一个字段。'],
    [
      '{{#each 词}}«{{#each ../词}}»甲{{/each}}{{/each}}',
      '{{#each}} 又进到了正在里面的这一层 → 删去这一层，或换一个字段。',
    ],
    [
      '{{#with 组}}«{{#with ../组}}»甲{{/with}}{{/with}}',
      '{{#with}} 又进到了正在里面的这一层 → 删去这一层，或换一个字段。',
    ],
    ['«{{* 名称}}»', `这种写法不许用 → ${only}`],
    ['«{{#*inline "甲"}}乙{{/inline}}»', `这种写法不许用 → ${only}`],
    ['«{{#> 甲}}乙{{/甲}}»', `这种写法不许用 → ${only}`],
    ['«{{> (lookup 组 "数")}}»', '部件要直接写名称，参数要写成“名=值” → 写成 {{> 部件 参数=字段}}。'],
    ['«{{> 甲 组}}»', '部件要直接写名称，参数要写成“名=值” → 写成 {{> 部件 参数=字段}}。'],
    ['«\uE000»', '模板里有私用区的字符 → 换成普通的字。'],
  ])('%s', (content, fault) => {
    const [told, ...more] = faultsIn({ template: inCell(content) });
    expect(more).toEqual([]);
    expect(told).toBe(`F002 ${fault}`);
  });

  test('a private-use character is refused in attributes and parameters too', () => {
    const partials = { 甲: '{{!-- 参数: 字 --}}<row><cell>{{字}}</cell><cell/></row>' };
    expect(faultsIn({ template: table('{{> 甲 字="«\uE001»"}}'), partials })[0]).toMatch(/^F002 模板里有私用区的字符/);
  });
});

describe('F008: fields that the form does not have, or that are something else', () => {
  test.each([
    ['«{{名秤}}»', '这里没有“名秤”这个字段 → 是不是“名称”？'],
    ['«{{组.数额}}»', '“组”没有“数额”这个字段 → 是不是“数”？'],
    ['«{{名称.长}}»', '“名称”是一个值，下面没有“长” → 删去点和后面的名称。'],
    ['«{{词.length}}»', '“词”是一列，下面没有“length” → 用 {{#each}} 进到每一项，再写名称。'],
    ['«{{组}}»', '这里要印一个值，它是一组 → 写到最里面的一项，例如 {{组.字段}}。'],
    ['«{{this}}»', '这里要印一个值，它是一组 → 写到最里面的一项，例如 {{组.字段}}。'],
    ['«{{列}}»', '这里要印一个值，它是一列 → 用 {{#each}} 逐项来印。'],
    ['«{{__proto__}}»', '这里没有“__proto__”这个字段 → 可以写的有：名称、组、列、词、指标。'],
    ['«{{constructor.name}}»', '这里没有“constructor”这个字段 → 可以写的有：名称、组、列、词、指标。'],
    ['«{{组.toString}}»', '“组”没有“toString”这个字段 → 可以写的有：数、名称。'],
    ['«{{名称.text}}»', '“名称”是一个值，下面没有“text” → 删去点和后面的名称。'],
    ['«{{../名称}}»', '“../名称”往外退得太多 → 减少 ../ 的个数；部件只看得见它的参数。'],
    ['«{{#each 组}}»甲{{/each}}', '{{#each}} 后面应是一列，它是一组 → 写成 {{#with 组}} … {{/with}}，或换一个字段。'],
    ['«{{#each 名称}}»甲{{/each}}', '{{#each}} 后面应是一列，它是一个值 → 换一个字段。'],
    ['«{{#with 列}}»甲{{/with}}', '{{#with}} 后面应是一组，它是一列 → 写成 {{#each 列}} … {{/each}}，或换一个字段。'],
    ['«{{#if 名秤}}»甲{{/if}}', '这里没有“名秤”这个字段 → 是不是“名称”？'],
    ['{{#each 列}}«{{组}}»{{/each}}', '这里没有“组”这个字段 → 是不是“../组”？'],
    ['{{#with 组}}{{#if 数}}{{else}}«{{列}}»{{/if}}{{/with}}', '这里没有“列”这个字段 → 是不是“../列”？'],
    ['{{#if 名称}}«{{else if 组.名}}»甲{{/if}}', '“组”没有“名”这个字段 → 是不是“名称”？'],
  ])('%s', (content, fault) => {
    const [told, ...more] = faultsIn({ template: inCell(content) });
    expect(more).toEqual([]);
    expect(told).toBe(`F008 ${fault}`);
  });

  test('each level of a taxonomy has its name, what stands below, its rows, and the rows their values', () => {
    const rows = '{{#each 行}}{{三级}}{{目标}}{{#each 值}}{{this}}{{/each}}{{/each}}';
    const below = `{{#each 下级}}{{级名}}${rows}{{/each}}`;
    expect(faultsIn({ template: inCell(`{{#each 指标}}{{级名}}${below}${rows}{{/each}}`) })).toEqual([]);
    expect(faultsIn({ template: inCell('{{#each 指标}}«{{名}}»{{/each}}') })).toEqual([
      'F008 这里没有“名”这个字段 → 是不是“级名”？',
    ]);
  });

  test('../ reaches the level outside, and {{else}} is outside again', () => {
    expect(faultsIn({ template: inCell('{{#each 列}}{{../组.数}}{{else}}{{组.数}}{{/each}}') })).toEqual([]);
  });
});

test('all faults of a template come at once', () => {
  const faults = faultsIn({ template: inCell('{{名秤}}{{{名称}}}{{> 没有}}{{列}}') });
  expect(faults.map((fault) => / (F\d+) /.exec(fault)?.[1])).toEqual(['F008', 'F002', 'F003', 'F008']);
});
