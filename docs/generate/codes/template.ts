import { TEMPLATE } from './form.ts';
import { type CodePage, files, page, patches } from './page.ts';

const row = '<row><label>总体目标</label><cell>{{总体目标}}</cell></row>';

/** F: form.hbs. */
export const templatePages: readonly CodePage[] = [
  page(
    'F001',
    { meaning: '模板里的 {{ }} 或标签写法有误。', why: '写法有误，就不知道这里要印什么。' },
    patches('template', ['{{#each 任务}}', '{{#each 任务}']),
  ),
  page(
    'F002',
    {
      meaning: '模板里用了不许用的写法：`{{{ }}}`、自己定的函数、绕回自己的部件……',
      why: '模板可能来自别处；只许用的几种写法都不会把数据当成标签，也读不到别的文件。',
    },
    patches('template', ['<cell>{{总体目标}}</cell>', '<cell>{{{总体目标}}}</cell>']),
  ),
  page(
    'F003',
    { meaning: '没有模板里点名的部件。', why: '部件在 form.hbs 旁边，或者在 `共用/部件/` 里。' },
    patches('template', ['{{> 指标 指标=绩效指标 编号=false}}', '{{> 绩效 指标=绩效指标 编号=false}}']),
  ),
  page(
    'F004',
    { meaning: '调用部件时少了参数，多了参数，或者参数的值不对。', why: '部件在第一行说明要哪些参数，一个也不能少。' },
    patches('template', ['{{> 指标 指标=绩效指标 编号=false}}', '{{> 指标 指标=绩效指标}}']),
  ),
  page(
    'F005',
    { meaning: '模板里有不认识的元素。', why: '表只由几种元素搭成；打错的元素不会印。' },
    patches('template', [row, row.replaceAll('label', 'lable')]),
  ),
  page(
    'F006',
    {
      meaning: '元素放错了地方：没有结束，结束的次序不对，或文字写在了格子外面。',
      why: '`<band>` 里是 `<row>`，`<row>` 里是 `<label>` 和 `<cell>`，文字只写在格子里。',
    },
    patches('template', [row, row.replace('</cell></row>', '</row></cell>')]),
  ),
  page(
    'F007',
    {
      meaning: '元素的属性不认识、写错了值，或者缺了必要的属性。',
      why: '属性定栏宽、对齐和跨几栏；写错的不会照猜的印。',
    },
    patches('template', [row, row.replace('<cell>', '<cell align="middle">')]),
  ),
  page(
    'F008',
    {
      meaning: '模板里要印的字段，表里没有；或者在这里不是一个值、一列。',
      why: '字段都在 form.yaml 里；模板先和它对一遍，免得到了某一份数据才发现。',
    },
    patches('template', ['<cell>{{总体目标}}</cell>', '<cell>{{总休目标}}</cell>']),
  ),
  page(
    'F009',
    {
      meaning: '一个组里一行也没有。',
      why: '组的栏目跨着组里的行；没有行，栏目就没有地方印。多半是数据里这一列空着。',
    },
    patches(
      'template',
      [
        '{{#each 任务}}\n    <row><label>{{名称}}</label><cell>{{内容}}</cell></row>\n    {{/each}}',
        '<group><label>任务</label>{{#each 任务}}<row><cell>{{名称}}</cell></row>{{/each}}</group>',
      ],
      '任务: []\n',
    ),
  ),
  page(
    'F010',
    {
      meaning: '模板太大、套得太深，或者这份数据展开以后太大。',
      why: '一张表的模板只有几千个字；给大小和层数定了上限，坏模板也不会拖住电脑。',
    },
    patches('template', [row, `${'<group><label>任务</label>'.repeat(45)}${row}`]),
  ),
  page(
    'F011',
    {
      meaning: '一个字段模板里哪里也没有印；或者这份数据里有这样的内容。',
      why: '数据里写了、表上没有的内容，看表的人不会知道。年份和求和的字段不算：它们可以只用来选版本、做汇总。',
      handling: 'stays',
    },
    patches('template', [row, row.replace('{{总体目标}}', '总体目标')], '总体目标: 群众满意。\n'),
  ),
  page(
    'G001',
    {
      meaning: '一段的栏宽加起来不是 100，或者有一栏太窄。',
      why: '栏宽是占整张表的百分数；不是 100，各段的右边就对不齐。',
    },
    patches('template', ['<band columns="30 70">', '<band columns="30 60">']),
  ),
  page(
    'G002',
    { meaning: '一行里的格子排过了表的右边。', why: '一行的格子（连同跨栏）要正好占满各栏。' },
    patches('template', [row, row.replace('</cell>', '</cell><cell></cell>')]),
  ),
  page(
    'G003',
    { meaning: '两个格子占了同一块地方。', why: '每块地方只能有一个格子；跨行的格子压到了下面的。' },
    patches('template', [
      row,
      '<row><cell>甲</cell><cell rows="2">乙</cell></row>\n    <row><cell span="2">丙</cell></row>',
    ]),
  ),
  page(
    'G004',
    { meaning: '一行没有占满各栏，右边空了一块。', why: '空着的格子也要写 `<cell></cell>`，表才画得完整。' },
    patches('template', [row, '<row><label>总体目标</label></row>']),
  ),
  page(
    'G005',
    { meaning: '一张表一行也没有。', why: '没有行的表画不出来。' },
    files(
      { [TEMPLATE]: '<form>\n<title>示例表</title>\n<table><band columns="100"></band></table>\n</form>\n' },
      {
        [TEMPLATE]:
          '<form>\n<title>示例表</title>\n<table><band columns="100"><row><cell>{{部门名称}}</cell></row></band></table>\n</form>\n',
      },
    ),
  ),
];
