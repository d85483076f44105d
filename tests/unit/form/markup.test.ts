import { describe, expect, test } from 'vitest';
import { expanded, faultsIn, fields, type Given, printed, table } from './support.ts';

const tableOnly = (content: string): string => `<form><table>${content}</table></form>`;
const where = '文字和值只能写在 <title> <subtitle> <label> <cell> <p> 里。';
const paired = '元素要在同一个 {{#…}} {{/…}} 之内成对。';
const unopened = (name: string): string => `删去它，或在前面补上 <${name}>；两个要在同一个 {{#…}} {{/…}} 之内。`;

describe('F001: tags that are none', () => {
  test.each([
    [table('<row>«<cell span="{{名称}}»">字</cell><cell/></row>'), '<cell> 这个标签写法有误'],
    [table('<row>«<cell span=2>»字</cell></row>'), '<cell> 这个标签写法有误'],
    [table("<row>«<cell span='2'>»字</cell></row>"), '<cell> 这个标签写法有误'],
    [table('<row>«<cell {{名称}}»>字</cell></row>'.replace('{{名称}}»>', '»{{名称}}>')), '<cell> 这个标签写法有误'],
    [
      tableOnly('«<band columns="{{名称}}»"><row/></band>'.replace('{{名称}}»', '»{{名称}}')),
      '<band> 这个标签写法有误',
    ],
    [table('<row>«<cell span=2/>»</row>'), '<cell> 这个标签写法有误'],
  ])('%s', (template, message) => {
    const given = template.replace('"{{名称}}»"', '"»{{名称}}"');
    expect(faultsIn({ template: given })).toEqual([
      `F001 ${message} → 属性写成 名="值"，用半角双引号；标签里不能用 {{ }}。`,
    ]);
  });

  test('that hold nothing end themselves', () => {
    expect(
      faultsIn({ template: '<form>«<page>»<table><band columns="100"><row><cell/></row></band></table></form>' }),
    ).toEqual(['F006 <page> 没有结束 → 写成 <page/>。']);
  });

  test('that run into the next one lack their end', () => {
    expect(faultsIn({ template: table('<row>«<cell span="2" »</cell></row>') })).toEqual([
      'F001 <cell> 缺“>” → 写成 <cell span="2">。',
    ]);
  });

  test.each([
    ['«<»5 人', '这个“<”不是标签的开头'],
    ['甲 «<» 乙', '这个“<”不是标签的开头'],
  ])('%s', (text, message) => {
    expect(faultsIn({ template: table(`<row><cell>${text}</cell><cell/></row>`) })).toEqual([
      `F001 ${message} → 要印“<”请写 &lt;；注释写成 {{!-- … --}}。`,
    ]);
  });
});

describe('F006, F007: covers and styles', () => {
  const styled = (styles: string, content: string): Given => ({
    template: `<form>${content}<table><band columns="100"><row><cell/></row></band></table></form>`,
    form: `${styles}${fields}`,
  });

  test('a cover comes first, and there is one', () => {
    const cover = '<cover><title>甲</title></cover>';
    expect(faultsIn(styled('', `<title>乙</title>«<cover>»<title>甲</title></cover>`), expanded)).toEqual([
      'F006 <cover> 前面还有别的内容 → 封面只有一个，紧跟在 <form> 后面；别处另起一页写 <page/>。',
    ]);
    expect(faultsIn(styled('', `${cover}«<cover>»<title>甲</title></cover>`), expanded)).toHaveLength(1);
    expect(faultsIn(styled('', `<page/>${cover}`), expanded)).toEqual([]);
  });

  test.each([
    ['', '在 form.yaml 里顶格写“样式: { 封面提: 仿宋 三号 32pt }”这样。'],
    ['样式: { 封面题: 宋体 一号, 注: 宋体 五号 }\n', '写 form.yaml 的“样式”里的名称。是不是“封面题”？'],
  ])('a style is one of form.yaml: %s', (styles, advice) => {
    expect(faultsIn(styled(styles, '«<title style="封面提">»甲</title>'))).toEqual([
      `F007 style="封面提" 不对 → ${advice}`,
    ]);
  });

  test('a style is of the form that calls a partial', () => {
    const given = styled('样式: { 注: 宋体 五号 }\n', '{{> 注}}');
    const partials = { 注: '<lines columns="100" style="注"><cell>甲</cell></lines>' };
    expect(faultsIn({ ...given, partials })).toEqual([]);
  });
});

describe('F005: unknown elements', () => {
  test.each([
    ['«<rows>»<cell/></rows>', 'rows', '是不是“row”？'],
    ['«<tr>»字<td/></tr>'.replace('<td/>', ''), 'tr', '写成 <row>。'],
    [
      '«<constructor>»</constructor>',
      'constructor',
      '可以写的有：form、cover、title、subtitle、lines、table、page、band、group、row、label、cell、p。',
    ],
    [
      '«<toString/>»',
      'toString',
      '可以写的有：form、cover、title、subtitle、lines、table、page、band、group、row、label、cell、p。',
    ],
  ])('%s', (content, name, advice) => {
    expect(faultsIn({ template: table(content) })).toEqual([`F005 没有 <${name}> 这种元素 → ${advice}`]);
  });
});

describe('F006: elements and texts in wrong places', () => {
  test.each([
    ['«<title>»题</title>', '<title> 不能写在最外层 → 前面是不是少了 <form>？这里可以写：<form>。'],
    [
      '<form>«<row/>»</form>',
      '<row> 不能写在<form> 里 → 这里可以写：<cover> <title> <subtitle> <lines> <table> <page>。',
    ],
    [table('<row><cell><p>«<p>»字</p></p></cell><cell/></row>'), '<p> 不能写在<p> 里 → 把它移出去。'],
    [table('<row>«文字»</row>'), `文字“文字”不能写在这里 → ${where}`],
    [table('<row>«{{名称}}»</row>'), `值不能印在这里 → ${where}`],
    ['«题目»', `文字“题目”不能写在这里 → ${where}`],
    [table('<row><cell/><cell/>').replace('</band>', '«</band>»'), '这里应先写 </row>'],
    [table('<row><cell/><cell/></row>«</row>»'), `</row> 没有对应的开头 → ${unopened('row')}`],
    [table('{{#if 名称}}«<row>»{{/if}}<cell/><cell/></row>'), '<row> 没有结束'],
    [table('<row>{{#if 名称}}«</row>»{{/if}}'), `</row> 没有对应的开头 → ${unopened('row')}`],
    [table('{{#each 列}}<row><cell>{{名称}}«</row>»{{/each}}'), `这里应先写 </cell> → ${paired}`],
    ['<form></form>«</form>»', `</form> 没有对应的开头 → ${unopened('form')}`],
  ])('%s', (template, fault) => {
    expect(faultsIn({ template })[0]).toContain(`F006 ${fault}`);
    expect(faultsIn({ template })[0]).toMatch(/^F006/);
  });

  test.each([
    ['', '模板里没有 <form>'],
    ['<form/>«<form>»</form>', '<form> 只能有一个'],
    ['{{#if 名称}}<form></form>{{/if}}', '模板里没有 <form>'],
  ])('%j is no form', (template, message) => {
    const [fault, ...more] = faultsIn({ template }, expanded);
    expect(more).toEqual([]);
    expect(fault?.replace('templates/表一/form.hbs 0-0 ', '')).toBe(
      `F006 ${message} → 整张表写在一对 <form> … </form> 里。`,
    );
  });

  test('an end that comes too early names the element that is still open', () => {
    const template = table('<row><cell>字</row>');
    const outcome = expanded({ template });
    const [fault] = outcome.ok ? [] : outcome.problems;
    expect(fault?.related).toMatchObject([{ at: { start: template.indexOf('<cell'), end: template.indexOf('字') } }]);
  });

  test('an end inside a block does not end what stands around it', () => {
    const template = table('<row><cell/><cell>{{#if 名称}}«</cell>»字{{/if}}</cell></row>');
    expect(faultsIn({ template })).toEqual([`F006 </cell> 没有对应的开头 → ${unopened('cell')}`]);
  });

  test('both arms of a condition close what they open', () => {
    const arms = '{{#if 名称}}<row><cell/><cell/></row>{{else}}<row><cell span="2"/></row>{{/if}}';
    expect(faultsIn({ template: table(arms) })).toEqual([]);
  });
});

describe('F006: groups whose label only the record decides', () => {
  const faults = (content: string, record = ''): string[] => faultsIn({ template: table(content), record }, expanded);

  test.each([
    ['«<group>»<row><cell/></row></group>', '组的第一个元素应是 <label>'],
    ['<group><label>甲</label>«<label>»乙</label><row><cell/></row></group>', '一个组只能有一个 <label>'],
    ['«<group>»{{#if 名称}}<label>甲</label>{{/if}}<row><cell/></row></group>', '组的第一个元素应是 <label>'],
  ])('%s', (content, message) => {
    expect(faults(content)).toEqual([`F006 ${message} → 写成 <group><label>…</label><row>…</row></group>。`]);
  });

  test('are right where the record makes them right', () => {
    const content = '<group>{{#if 名称}}<label>甲</label>{{/if}}<row><cell/></row></group>';
    expect(faults(content, '名称: 局')).toEqual([]);
  });
});

describe('F007: attributes', () => {
  test.each([
    ['<cell wide="2"/>', '<cell> 没有属性 wide → 可以写的有：span、rows、spread、indent、align、valign、direction。'],
    ['<cell aling="left"/>', '<cell> 没有属性 aling → 是不是“align”？'],
    ['<cell span="0"/>', 'span="0" 不对 → 写一个从 1 到 60 的整数。'],
    ['<cell rows="两"/>', 'rows="两" 不对 → 写一个从 1 到 9999 的整数。'],
    ['<cell spread="1"/>', 'spread="1" 不对 → 写一个从 2 到 12 的整数。'],
    ['<label spread="13"/>', 'spread="13" 不对 → 写一个从 2 到 12 的整数。'],
    ['<cell indent="2字"/>', 'indent="2字" 不对 → 写一个从 1 到 12 的整数。'],
    ['<cell align="middle"/>', 'align="middle" 不对 → 可以写的有：left、center、right、justify、auto。'],
    ['<cell align="centre"/>', 'align="centre" 不对 → 是不是“center”？'],
    ['<label direction="down"/>', 'direction="down" 不对 → 可以写的有：horizontal、vertical。'],
    ['<cell span="2" span="1"/>', '<cell> 的属性 span 写了两次 → 只留一个。'],
    ['<cell at="1"/>', '<cell> 没有属性 at → 可以写的有：span、rows、spread、indent、align、valign、direction。'],
    [
      '<cell constructor="1"/>',
      '<cell> 没有属性 constructor → 可以写的有：span、rows、spread、indent、align、valign、direction。',
    ],
  ])('%s', (cell, fault) => {
    expect(faultsIn({ template: table(`<row>«${cell}»<cell/></row>`) })).toEqual([`F007 ${fault}`]);
  });

  test.each([
    ['«<band>»<row/></band>', '<band> 缺属性 columns → 写成 <band columns="30 70"> 这样，各栏之和为 100。'],
    [
      '«<band columns="30%">»<row/></band>',
      'columns="30%" 不对 → 写各栏占的百分数，用空格隔开；由程序定的栏写 auto，或写范围，例如 "13 auto 12..30 10.. 18"。',
    ],
    [
      '«<band columns="">»<row/></band>',
      'columns="" 不对 → 写各栏占的百分数，用空格隔开；由程序定的栏写 auto，或写范围，例如 "13 auto 12..30 10.. 18"。',
    ],
    [
      '«<band columns="20 .. 30">»<row/></band>',
      'columns="20 .. 30" 不对 → 写各栏占的百分数，用空格隔开；由程序定的栏写 auto，或写范围，例如 "13 auto 12..30 10.. 18"。',
    ],
    [
      '«<band columns="30..12 auto">»<row/></band>',
      'columns="30..12 auto" 不对 → 写各栏占的百分数，用空格隔开；由程序定的栏写 auto，或写范围，例如 "13 auto 12..30 10.. 18"。',
    ],
    ['<band columns="100">«<row kind="head">»</row></band>', 'kind="head" 不对 → 是不是“header”？'],
    ['<band columns="100">«<row keep="all">»</row></band>', 'keep="all" 不对 → 可以写的有：whole、next。'],
    ['<band columns="100">«<group keep="none">»</group></band>', 'keep="none" 不对 → 可以写的有：whole、next。'],
    ['«<band columns="100" keep="next">»</band>', '<band> 没有属性 keep → 可以写的有：columns。'],
  ])('%s', (band, fault) => {
    expect(faultsIn({ template: tableOnly(band) })).toEqual([`F007 ${fault}`]);
  });

  test.each([
    ['<lines columns="50 50">', '<cell/>', '<lines> 有 2 栏，里面有 1 个 <cell> → 每栏写一个 <cell>，空着的也写。'],
    [
      '<lines columns="50 50">',
      '<cell/>{{#if 名称}}<cell/>{{/if}}',
      '<lines> 有 2 栏，里面有 1 个 <cell> → 每栏写一个 <cell>，空着的也写。',
    ],
  ])('%s%s', (lines, content, fault) => {
    const template = `<form>«${lines}»${content}</lines></form>`;
    expect(faultsIn({ template }, expanded)).toEqual([`F007 ${fault}`]);
  });

  test.each([
    ['50 40', '加起来是 90，不是 100 → 把 columns 里的数改成和为 100，例如 columns="60 40"。'],
    ['60 60', '加起来是 120，不是 100 → 把 columns 里的数改成和为 100，例如 columns="40 60"。'],
    ['150 150 150', '加起来是 450，不是 100 → 把 columns 里的数改成和为 100 的正数。'],
    ['0 100', '有一栏宽是 0 → 删去这一栏，或写它占的百分数。'],
    ['60 50..60', '最窄合起来也有 110，凑不成 100 → 减小写死的栏宽或下限。'],
    ['40 ..50', '最宽合起来只有 90，凑不成 100 → 加大写死的栏宽或上限，或让一栏写 auto。'],
    [`${'1 '.repeat(40)}60 1`.repeat(2), '有 83 栏 → 一段至多 60 栏。'],
  ])('G001 columns="%s" cannot fill the width', (columns, fault) => {
    expect(faultsIn({ template: tableOnly(`«<band columns="${columns}">»<row/></band>`) })).toEqual([
      `G001 <band> 的栏宽${fault}`,
    ]);
  });

  test('columns that miss the whole by a rounding are right, in bands and in lines', () => {
    const template = '<form><lines columns="33.33 33.33 33.33"><cell/><cell/><cell/></lines></form>';
    expect(faultsIn({ template }, expanded)).toEqual([]);
    expect(faultsIn({ template: template.replace('33.33 33.33 33.33', '33 33 33') })).toHaveLength(1);
  });

  test('seal says yes or nothing', () => {
    const template = '<form>«<lines columns="100" seal="no">»<cell/></lines></form>';
    expect(faultsIn({ template })).toEqual(['F007 seal="no" 不对 → 可以写的有：yes。']);
  });

  test('cells of lines do not span', () => {
    const template = '<form><lines columns="50 50">«<cell span="2">»甲</cell><cell/></lines></form>';
    expect(faultsIn({ template }, expanded)).toEqual([
      'F007 <lines> 里的 <cell> 不能跨栏或跨行 → 删去 span 和 rows，改 columns 里的栏宽。',
    ]);
  });
});

describe('F009: a group without rows', () => {
  const group = '«<group>»<label>甲{{名称}}</label>{{#each 列}}<row><cell>{{名称}}</cell></row>{{/each}}</group>';
  const given = (record: string): Given => ({ template: table(group), record });

  test('stands at the group in the template and names its label', () => {
    expect(faultsIn(given('名称: 局'), expanded)).toEqual([
      'F009 组“甲局”里一行也没有，{{#each 列}} 一项也没有 → 没有内容时也要有行：在 {{/each}} 前面加 {{else}}<row>…</row>，或用 {{#if 列}} 把这一组略去。',
    ]);
  });

  test('tells what a first level without a second needs', () => {
    const tree = '«<group>»<label>{{级名}}</label>{{#each 下级}}<row><cell>{{级名}}</cell></row>{{/each}}</group>';
    const instead = '<group><label span="2">{{级名}}</label>{{#each 行}}<row>…</row>{{/each}}</group>';
    const advice = `一级没有二级时也要有行：写成 {{#if 下级}}（这一组）{{else}}${instead}{{/if}}。`;
    const faultsWith = (record: string) =>
      faultsIn({ template: table(`{{#each 指标}}${tree}{{/each}}`), record }, expanded);
    expect(faultsWith('指标: { 满意: [] }')).toEqual([
      `F009 组“满意”里一行也没有，{{#each 下级}} 一项也没有 → ${advice}`,
    ]);
    expect(faultsWith('指标:')).toEqual([
      `F009 这一组（栏目是空的）里一行也没有，{{#each 下级}} 一项也没有 → ${advice}`,
    ]);
  });

  test('names a loop once, however often it had nothing to go through', () => {
    const rows = '{{#each 列}}{{#each ../词}}<row><cell>{{this}}</cell></row>{{/each}}{{/each}}';
    const template = table(`«<group>»<label>甲</label>${rows}</group>`);
    expect(faultsIn({ template, record: `列:\n${'  - { 名称: 甲 }\n'.repeat(60_000)}` }, expanded)).toEqual([
      expect.stringMatching(/^F009 组“甲”里一行也没有，\{\{#each \.\.\/词\}\} 一项也没有 → /u),
    ]);
  });

  test('without a loop in it is to be filled or left out', () => {
    const template = table('«<group>»<label>甲</label>{{#if 名称}}<row><cell/></row>{{/if}}</group>');
    expect(faultsIn({ template }, expanded)).toEqual([
      'F009 组“甲”里一行也没有 → 给这一项填上内容，或在模板里用 {{#if}} 把空的组略去。',
    ]);
  });

  test('leads to the data where the label comes from them', () => {
    const outcome = expanded({ ...given('名称: 局'), template: table(group.replace(/[«»]/g, '')) });
    const [fault] = outcome.ok ? [] : outcome.problems;
    expect(fault?.related).toMatchObject([{ at: { file: 'data/a.yaml', start: 10, end: 11 } }]);
  });

  test('is no fault where there are rows, or where the template leaves the group out', () => {
    expect(faultsIn(given('列: [{ 名称: 甲 }]'), expanded)).toEqual([]);
    const careful = `{{#if 列}}${group}{{/if}}<row><cell/><cell/></row>`;
    expect(faultsIn({ template: table(careful) }, expanded)).toEqual([]);
  });

  test('is told of once, at the innermost', () => {
    const nested = `<group><label>外</label>${group}</group>`;
    expect(faultsIn({ template: table(nested) }, expanded)).toHaveLength(1);
  });
});

describe('literal text', () => {
  test.each([
    ['  甲 乙  ', ['甲 乙']],
    ['甲\n      乙', ['甲乙']],
    ['\n  甲\n', ['甲']],
    ['甲\n  　　乙', ['甲　　乙']],
    ['&lt;p&gt; &amp;amp; &quot;', ['<p> &amp; "']],
    ['&copy &nbsp', ['&copy &nbsp']],
    ['　　甲　', ['　　甲　']],
    ['<p>甲</p> <p>乙</p>', ['甲', '乙']],
    ['甲<p>乙</p>丙', ['甲', '乙', '丙']],
    ['<p></p>', ['']],
    ['甲<!-- 注 -->乙', ['甲乙']],
    ['甲{{!-- 注 --}}乙', ['甲乙']],
    ['\\{{名称}}', ['{{名称}}']],
  ])('%j', (content, paragraphs) => {
    expect(printed(`<row><cell>${content}</cell><cell/></row>`)[0]).toEqual(paragraphs);
  });

  test('goes together with values', () => {
    expect(printed('<row><cell> 名: {{名称}} ({{组.数}}) </cell><cell/></row>', '名称: 局\n组: { 数: 5 }')[0]).toEqual([
      '名: 局 (5)',
    ]);
  });
});
