import { RECORD } from './form.ts';
import { type bodies, type CodePage, page, patches } from './page.ts';
import { pair } from './rows.ts';

const sum = '  A4: { 左: $和(任务.金额)';
/** C: 检查 of form.yaml and 接受 of a record. */
export const checkPages: readonly CodePage[] = [
  page(
    'C001',
    {
      meaning: 'form.yaml 的 `检查` 里，算式、规则的代码或原因写得不对。',
      why: '算式里的字段名打错了，检查就永远查不出问题；所以读表的时候就先对一遍。改级别、不查的，要写明原因。',
    },
    patches('form', [sum, sum.replace('金额', '金客')]),
  ),
  page(
    'C002',
    {
      meaning: '一条检查算了太多步，没有算完。',
      why: '给步数定了上限（一条检查、一份数据十万步），写得不好的算式、长得没有边的数据也不会拖住电脑。真的表用不到百分之一。级别跟着那一条检查。',
    },
    slow(),
  ),
  page(
    'C003',
    { meaning: '`接受` 写得不对：没有写理由，或者代码不对。', why: '接受一个警告是一个决定，看的人要知道为什么。' },
    pair(
      '质量指标',
      '{ 三级指标: 覆盖率, 年度值: 4个以上, 接受: { V5: } }',
      '{ 三级指标: 覆盖率, 年度值: 4个以上, 接受: { V5: 上级文件规定按个数 } }',
    ),
  ),
  page(
    'C004',
    {
      meaning: '`接受` 的那个问题这里没有。',
      why: '问题改好了，接受的话就该删去；不然以后真出了同样的问题，会悄悄放过。它只管和它并列的内容。',
      handling: 'stays',
    },
    pair(
      '质量指标',
      '{ 三级指标: 覆盖率, 年度值: ≥98%, 接受: { V5: 上级文件规定按个数 } }',
      '{ 三级指标: 覆盖率, 年度值: ≥98% }',
    ),
  ),
];

/** A long check over more tasks than any department has; the page only says how many. */
function slow(): ReturnType<typeof bodies> {
  const line = '  - { 名称: 低保, 金额: 3, 财政拨款: 1, 其他资金: 2 }\n';
  const usual = "右: '$和($项.财政拨款, $项.其他资金)'";
  const long = `右: '$和(${new Array(20).fill('$项.其他资金').join(', ')})'`;
  const { wrong, right } = patches('form', [usual, long], `任务:\n${line}`);
  if (wrong.kind !== 'press') return { wrong, right };
  const data = wrong.files[RECORD]?.toString() ?? '';
  const shown = [wrong.shown.slice(0, 1), { file: RECORD, text: `${data}  # …… 这样的任务写了 6000 项\n` }].flat();
  return { wrong: { ...wrong, shown, files: { ...wrong.files, [RECORD]: data + line.repeat(5999) } }, right };
}
