import { bodies, type CodePage, page } from './page.ts';
import { pair, rows } from './rows.ts';

/** A set of indicators without any finding on its kinds, as a list of level two under 产出. */
const outputs = (names: readonly string[]): string =>
  `绩效指标:\n  产出指标:\n${names.map((name) => `    ${name}:\n      - { 三级指标: 某项, 年度值: 3项 }\n`).join('')}`;
const benefit = '  效益指标:\n    社会效益指标:\n      - { 三级指标: 服务覆盖面, 年度值: 有所扩大 }\n';
const satisfaction = '  满意度指标:\n    服务对象满意度指标:\n      - { 三级指标: 群众满意度, 年度值: ≥90% }\n';
const four = ['数量指标', '质量指标', '时效指标', '成本指标'];

/** T: the taxonomy of indicators. */
export const taxonomyPages: readonly CodePage[] = [
  page(
    'T1',
    {
      meaning: '一级指标的名称不在这张表的体系里。',
      why: '体系有两套：2015 年的（财预〔2015〕88号）成本指标在产出指标下面，2021 年的（财预〔2021〕101号）成本指标单独成一级。表用哪一套，在 form.yaml 里定。',
    },
    bodies('绩效指标:\n  产出:\n    数量指标: []\n', '绩效指标:\n  产出指标:\n    数量指标: []\n'),
  ),
  page(
    'T2',
    {
      meaning: '二级指标的名称放错了地方，或者体系里没有。',
      why: '每个一级指标下面有哪些二级指标，体系里写着；放错了，汇总时就漏掉。',
    },
    bodies('绩效指标:\n  产出指标:\n    社会效益指标: []\n', '绩效指标:\n  效益指标:\n    社会效益指标: []\n'),
  ),
  page(
    'T3',
    {
      meaning: '没有产出指标，或者没有效益指标。',
      why: '绩效目标要说做了什么（产出）和有什么用（效益），缺一样就不完整。',
      handling: 'rule',
    },
    bodies(outputs(four) + satisfaction, outputs(four) + benefit + satisfaction),
  ),
  page(
    'T4',
    {
      meaning: '产出指标下面缺了应有的二级指标。',
      why: '数量、质量、时效（2015 年的体系还有成本）都要列出；没有这类指标就写 `[]`，表上照印一空行。',
      handling: 'rule',
    },
    bodies(
      outputs(four.slice(0, 2)) + benefit + satisfaction,
      `${outputs(four.slice(0, 3))}    成本指标: []\n${benefit}${satisfaction}`,
    ),
  ),
  page(
    'T5',
    { meaning: '一个满意度指标也没有。', why: '服务对象满不满意，是绩效目标必有的一项。', handling: 'rule' },
    bodies(outputs(four) + benefit, outputs(four) + benefit + satisfaction),
  ),
  page(
    'T8',
    {
      meaning: '同一个二级指标下面，两条三级指标同名。',
      why: '也许真有两件事，也许是抄重了，所以只作提示。',
      handling: 'rule',
    },
    bodies(
      '绩效指标:\n  产出指标:\n    数量指标:\n      - { 三级指标: 培训人数, 年度值: 30人 }\n      - { 三级指标: 培训人数, 年度值: 50人 }\n',
      '绩效指标:\n  产出指标:\n    数量指标:\n      - { 三级指标: 社工培训人数, 年度值: 30人 }\n      - { 三级指标: 后勤培训人数, 年度值: 50人 }\n',
    ),
  ),
  page(
    'T9',
    {
      meaning: '名称前面写了“指标1:”这样的编号，而这张表自己编号。',
      why: '表自己印编号，再写就印两遍；插一条、删一条，编号也不会错。',
      handling: 'rule',
    },
    pair('数量指标', "{ 三级指标: '指标1:培训人数', 年度值: 30人 }", '{ 三级指标: 培训人数, 年度值: 30人 }'),
  ),
];

/** V: the values of indicators. */
export const valuePages: readonly CodePage[] = [
  page(
    'V2',
    {
      meaning: '满意度、覆盖率这样不会过百的率，百分数小于 0 或大于 100。',
      why: '满意度、覆盖率、合格率不会超过 100%。只查 `templates/共用/词表.yaml` 里“不过百”列着的词尾；“可过百”里是例外。完成率、增长率可以超过，不查。',
      handling: 'rule',
    },
    pair('质量指标', '{ 三级指标: 发放准确率, 年度值: 110% }', '{ 三级指标: 发放准确率, 年度值: 100% }'),
  ),
  page(
    'V4',
    {
      meaning: '指标值是一个没有单位的数。',
      why: '“5”是 5 人、5 次还是 5 万元，验收的人看不出来。名称的词尾用什么单位，在 `templates/共用/词表.yaml` 的“量词”里；0 不用单位。',
      handling: 'rule',
    },
    pair('数量指标', '{ 三级指标: 培训次数, 年度值: 5 }', '{ 三级指标: 培训次数, 年度值: 5次 }'),
  ),
  page(
    'V5',
    {
      meaning: '名称以“率”“满意度”结尾的指标，值不是百分数，也不是等级。',
      why: '率要能算、能比。等级词（优秀、合格、基本满意……）在 `共用/等级.yaml` 里，“显著”“逐年提升”这样的形容不是等级；10O%、90%% 这样写坏了的也会指出来。',
      handling: 'rule',
    },
    pair('质量指标', '{ 三级指标: 发放准确率, 年度值: 显著 }', '{ 三级指标: 发放准确率, 年度值: ≥98% }'),
  ),
  page(
    'V6',
    {
      meaning: '率放在了数量指标里。',
      why: '数量指标说做了多少，率说做得怎样，多半属于质量指标。许多地方习惯这样放，所以只作提示。',
      handling: 'rule',
    },
    bodies(
      rows('数量指标', '{ 三级指标: 补贴发放率, 年度值: 100% }'),
      rows('质量指标', '{ 三级指标: 补贴发放率, 年度值: 100% }'),
    ),
  ),
  page(
    'V8',
    {
      meaning: '年度的值和整个周期的值单位不同，或者年度的比周期的还大。',
      why: '一年的不会比几年的多。失业率这样越低越好的（≤，或者没有写 ≥ 的百分数）不比。',
      handling: 'rule',
    },
    pair(
      '数量指标',
      '{ 三级指标: 建成站点数, 周期值: 12个, 年度值: 15个 }',
      '{ 三级指标: 建成站点数, 周期值: 12个, 年度值: 4个 }',
    ),
  ),
  page(
    'V9',
    {
      meaning: '有名称没有值，或者有值没有名称；列表里的一项没有名称。',
      why: '多半是漏填，或者从合并的格子里抄丢了。整行空着是允许的；不适用的写“不适用”。',
      handling: 'rule',
    },
    pair('数量指标', '{ 三级指标: 培训人数, 年度值: }', '{ 三级指标: 培训人数, 年度值: 30人 }'),
  ),
  page(
    'V10',
    {
      meaning: '文字里有模板或草稿留下的记号：XX、某某、**、____、省略号。',
      why: '写作时先空着，后来忘了填。',
      handling: 'rule',
    },
    bodies('总体目标: 完成XX项民生实事。\n', '总体目标: 完成12项民生实事。\n'),
  ),
];

/** X: wording. */
export const wordingPages: readonly CodePage[] = [
  page(
    'X1',
    {
      meaning: '汉字之间用了半角的逗号、冒号、分号或括号。',
      why: '中文用全角标点（GB/T 15834）。打印出来疏密不匀；不影响数据，所以只作提示。',
      handling: 'rule',
    },
    bodies('总体目标: 保障基本生活,做好养老服务。\n', '总体目标: 保障基本生活，做好养老服务。\n'),
  ),
  page(
    'X2',
    {
      meaning: '文字里有常写错的词。',
      why: '错写和正写列在 `共用/词表.yaml` 里，只收错写本身不成词的。',
      handling: 'rule',
    },
    bodies('总体目标: 对困难群众给与帮助。\n', '总体目标: 对困难群众给予帮助。\n'),
  ),
  page(
    'X4',
    {
      meaning: '要公开的表里有手机号码。',
      why: '公开的文件里一般不写个人的手机号码；办公电话没有关系。',
      handling: 'rule',
    },
    bodies('总体目标: 咨询请打13800138000。\n', '总体目标: 咨询请打020-12345678。\n'),
  ),
];
