import { bodies, type CodePage, page, patches } from './page.ts';

/** T0, L: what goes wrong when a document is set. */
export const settingPages: readonly CodePage[] = [
  page(
    'T001',
    {
      meaning: '一个字，所有的字库里都没有。',
      why: '印出来会是空白或方框。罕见的人名、地名用字，装上有这个字的字库就能印；看不见的字符多半是粘贴时带来的，删去就好。',
    },
    bodies('总体目标: 表彰\u{2ebf0}某同志。\n', '总体目标: 表彰某同志。\n'),
  ),
  page(
    'T002',
    {
      meaning: '一个数、一个词比格子还宽，只好从中间断开。',
      why: '断开的数容易看错。缩短它，或者加宽这一栏。',
      handling: 'stays',
    },
    patches('template', ['<band columns="30 70">', '<band columns="96 4">'], '总体目标: 12345678901234567890\n'),
  ),
  page(
    'L001',
    {
      meaning: '一格的字比一页还多，只好断开来印。',
      why: '断开的格子，读的人要翻页接着看。缩短文字，或者加宽这一栏。',
      handling: 'stays',
    },
    bodies(
      `任务:\n  - 名称: ${'低保、特困供养、临时救助、高龄津贴、残疾人两项补贴，'.repeat(20)}\n    内容: 发放\n`,
      '任务:\n  - 名称: 低保\n    内容: 发放\n',
    ),
  ),
  page(
    'L002',
    { meaning: '页面太矮，一行也放不下。', why: '边距太大，或者字太大，一页里没有地方印字。' },
    patches('form', [
      '适用年度: [2024]',
      '适用年度: [2024]\n页面: { 边距: { 上: 130mm, 下: 140mm } }\n字: { 正文: 宋体 五号 100pt }',
    ]),
  ),
  page(
    'L003',
    {
      meaning: '缩到六号字、格子里最小的空，还是排不进要的页数。',
      why: '再小就看不清了（GB/T 9704 的字号到六号为止）。缩短文字，或者多要一页。',
    },
    bodies(
      `排版: { fit: 1页 }\n总体目标: |\n${'  保障困难群众基本生活，做好养老服务，推进社会工作。\n'.repeat(3)}任务:\n${'  - { 名称: 低保, 内容: 发放低保金 }\n'.repeat(120)}`,
      '排版: { fit: 1页 }\n总体目标: 保障困难群众基本生活。\n',
    ),
  ),
];
