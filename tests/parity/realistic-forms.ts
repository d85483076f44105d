import fc from 'fast-check';
import { mm, type Paper, pt, type TextStyle } from '../../src/base/index.ts';
import type { BandSpec, CellSpec, FormDocument, GroupSpec, Lines, RowSpec } from '../../src/form/index.ts';
import type { Setup } from '../../src/measure/index.ts';
import { realSetup } from '../support/real-setup.ts';
import {
  band,
  cell,
  formOf,
  group,
  header,
  kept,
  lines,
  label as plainLabel,
  row,
  table,
  title,
} from '../support/specs.ts';

/** A form as offices fill them in, with the setup it is set in. */
export type RealisticForm = { readonly form: FormDocument; readonly setup: Setup };

/** As the markup has it: centred. */
const label = (text: string): CellSpec => plainLabel(text, { align: 'center' });

const subjects = ['民政局', '各镇街', '社工服务站', '区财政', '项目单位', '第三方机构', '颐康中心', '救助管理站'];
const verbs = ['按时足额发放', '严格落实', '持续推进', '加强和改进', '全面完成', '组织开展', '委托实施', '逐项核查'];
const objects = [
  '困难群众基本生活救助资金',
  '“应救尽救，应保尽保”的要求',
  '《广东省社会救助条例》（2023年修订）',
  '养老服务体系建设',
  'PDF和Word两种格式的台账',
  '4,128.5万元的项目支出',
  '覆盖率≥90%的年度目标',
  '2024年度“双百工程”（含13个镇街）',
  '政府采购（GB/T 9704-2012）文书',
  '残疾人两项补贴、临时救助及低保金',
];
const ends = ['，', '；', '。', '，确保', '；同时', '（见附件3）。', '——', '：'];

const clause = fc
  .tuple(
    fc.constantFrom(...subjects),
    fc.constantFrom(...verbs),
    fc.constantFrom(...objects),
    fc.constantFrom(...ends),
    fc.nat({ max: 99_999 }),
  )
  // The number tells one sentence from the other when a page is read back.
  .map(([subject, verb, object, end, number]) => `${subject}${verb}${object}共${number}项${end}`);

const prose = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(clause, { minLength: least, maxLength: most }).map((clauses) => clauses.join(''));

const amount = fc.integer({ min: 10, max: 9_999_999 }).map((cents) => {
  const [whole = '', part = ''] = (cents / 100).toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`;
});
const target = fc.oneof(
  fc.integer({ min: 50, max: 100 }).map((percent) => `≥${percent}%`),
  fc.integer({ min: 1, max: 900 }).map((count) => `${count}个以上`),
  fc.constantFrom('有效提升', '不低于上年或全国平均水平', '2024年12月底前', '评估结果均为合格以上'),
);
const indicator = fc
  .tuple(fc.constantFrom('覆盖率', '完成数量', '及时率', '发放准确率', '满意度'), fc.constantFrom(...objects))
  .map(([name, object]) => object.slice(0, 12) + name);

/** Names of labels, some of them too long for their columns. */
const names = fc.constantFrom(
  '数量指标',
  '质量指标',
  '可持续影响指标',
  '服务对象满意度指标',
  '时效指标',
  '社会效益指标',
);

const indicatorRow: fc.Arbitrary<RowSpec> = fc
  .tuple(indicator, target, target)
  .map(([name, period, year]) => row(cell(name), cell(period), cell(year)));

const second: fc.Arbitrary<GroupSpec> = fc
  .tuple(
    names,
    fc.array(indicatorRow, { minLength: 1, maxLength: 7 }),
    fc.constantFrom<GroupSpec['keep']>('none', 'none', 'whole', 'next'),
  )
  .map(([name, rows, keep]) => kept(keep, group(label(name), ...rows)));

const first: fc.Arbitrary<GroupSpec> = fc
  .tuple(fc.constantFrom('产出指标', '效益指标', '满意度指标'), fc.array(second, { minLength: 1, maxLength: 4 }))
  .map(([name, children]) => group(label(name), ...children));

const indicatorHead = header(
  label('一级指标'),
  label('二级指标'),
  label('三级指标'),
  label('实施周期指标值'),
  label('年度指标值'),
);

/** 绩效指标: labels in three levels, short rows. */
const indicators: fc.Arbitrary<BandSpec> = fc
  .tuple(fc.array(first, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([groups, nested]) =>
    nested
      ? band([13, 11, 13, 27, 18, 18], group(label('绩效指标'), indicatorHead, ...groups))
      : band([16, 16, 28, 20, 20], indicatorHead, ...groups),
  );

const taskRow: fc.Arbitrary<RowSpec> = fc
  .tuple(
    fc.constantFrom(...objects),
    prose(1, 9),
    amount,
    prose(1, 7),
    fc.constantFrom<RowSpec['keep']>('none', 'none', 'none', 'whole', 'next'),
  )
  .map(([name, content, money, goal, keep]) =>
    kept(keep, row(cell(name), cell(content), cell(money, { align: 'right' }), cell(goal))),
  );

const taskHead = header(
  label('名称'),
  label('主要实施内容'),
  label('拟投入的资金(万元)'),
  label('期望达到的目标（概述）'),
);

/** 年度重点工作任务: a label over all rows, long text side by side. */
const tasks: fc.Arbitrary<BandSpec> = fc
  .tuple(fc.array(taskRow, { minLength: 1, maxLength: 8 }), fc.boolean())
  .map(([rows, headed]) =>
    band([13, 15, 30, 12, 30], group(label('年度重点工作任务'), ...(headed ? [taskHead] : []), ...rows)),
  );

/** Short answers, sums and a long goal. */
const summary: fc.Arbitrary<BandSpec> = fc
  .tuple(amount, amount, fc.array(prose(2, 14), { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 90 }))
  .map(([base, project, goal, people]) =>
    band(
      [16, 26, 16, 21, 21],
      row(label('部门名称'), cell('广州市增城区民政局', { span: 4 })),
      group(
        label('预算整体情况'),
        row(label('部门预算支出'), label('基本支出'), cell(base), cell(project)),
        row(label('按预算级次划分'), label('市本级使用资金'), cell(project, { span: 2 })),
      ),
      row(label('基本信息'), cell(`供养${people}人`), label('下属二级单位数'), cell(String(people), { span: 2 })),
      row(label('总体绩效目标'), cell(goal, { span: 4 })),
    ),
  );

/** Many short rows of sums under one header for the whole table. */
const ledger: fc.Arbitrary<BandSpec> = fc
  .array(fc.tuple(fc.constantFrom(...objects), amount, amount, target), { minLength: 5, maxLength: 60 })
  .map((rows) =>
    band(
      [8, 40, 18, 18, 16],
      header(label('序号'), label('项目'), label('预算金额(万元)'), label('执行金额(万元)'), label('备注')),
      ...rows.map(([name, budget, spent, note], i) =>
        row(cell(String(i + 1)), cell(name), cell(budget), cell(spent), cell(note)),
      ),
    ),
  );

const facts = fc.constantFrom(
  '台账（2024版），25份',
  'PDF、Word和XLSX（含附件）',
  '联系电话（0755）82861234',
  '完成率98.5%（1,203户），其余3户',
  '京-沪、GB/T 9704-2012',
  '3个工作日-10个工作日',
  '“应救尽救”，90%以上',
  '无',
);

/** Long findings beside labels that stand upright, and narrow columns of numbers among marks. */
const checklist: fc.Arbitrary<BandSpec> = fc
  .array(
    fc.tuple(
      fc.constantFrom('整改落实情况', '存在的问题', '下一步工作'),
      fc.array(fc.tuple(prose(1, 16), facts, facts), { minLength: 1, maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) =>
    band(
      [8, 56, 18, 18],
      ...parts.map(([name, rows]) =>
        group(
          plainLabel(name, { align: 'center', direction: 'vertical' }),
          ...rows.map(([found, proof, note]) => row(cell(found), cell(proof), cell(note))),
        ),
      ),
    ),
  );

const bands: fc.Arbitrary<readonly BandSpec[]> = fc.oneof(
  fc.tuple(summary, tasks, indicators),
  fc.tuple(summary, indicators),
  fc.tuple(tasks, indicators),
  fc.tuple(indicators),
  fc.tuple(tasks),
  fc.tuple(ledger),
  fc.tuple(summary, ledger),
);

const above: Lines = lines(
  [60, 40],
  cell('填报单位（盖章）：区民政局', { align: 'left' }),
  cell('单位：万元', { align: 'right' }),
);
const below: fc.Arbitrary<readonly Lines[]> = fc.constantFrom<readonly Lines[]>(
  [],
  [lines([50, 50], cell('填表人：', { align: 'left' }), cell('联系电话：', { align: 'left' }))],
  [{ ...lines([50, 50], cell('单位负责人（签字）：'), cell('2024年12月31日')), seal: true }],
);

const papers: fc.Arbitrary<Paper> = fc
  .tuple(fc.constantFrom([37, 35, 28, 26], [27, 26, 25, 20], [20, 20, 25, 20]), fc.boolean(), fc.boolean(), fc.nat(4))
  .map(([[top, bottom, left, right], mirrored, numbered, turned]) => ({
    width: mm(turned === 0 ? 297 : 210),
    height: mm(turned === 0 ? 210 : 297),
    top: mm(top as number),
    bottom: mm(bottom as number),
    left: mm(left as number),
    right: mm(right as number),
    mirrored,
    folio: numbered ? 'gbt9704' : 'none',
  }));

const style = (face: string, size: number, pitch: number): TextStyle => ({ face, size: pt(size), pitch: pt(pitch) });

const setups: fc.Arbitrary<Setup> = fc
  .record({
    size: fc.constantFrom(9, 10.5, 12),
    pitch: fc.constantFrom(1.4, 1.5, 1.6),
    face: fc.constantFrom('宋体', '仿宋'),
    padX: fc.constantFrom(2, 4),
    padY: fc.constantFrom(1, 3),
    rule: fc.constantFrom(0.5, 0.75),
    continued: fc.constantFrom('', '（续）'),
    indent: fc.constantFrom<'auto' | number>('auto', 0, 2),
    gap: fc.constantFrom(0, 0, 4),
  })
  .map(({ size, pitch, face, padX, padY, rule, continued, indent, gap }) => ({
    ...realSetup,
    styles: {
      ...realSetup.styles,
      label: style('黑体', size, size * pitch),
      cell: style(face, size, size * pitch),
      line: style(face, size, size * pitch),
    },
    table: { padX: pt(padX), padY: pt(padY), rule: pt(rule), continued },
    paragraph: { indent, gap: pt(gap), level: 'gb' },
  }));

/** A page with a title and a line in styles of their own; where both sides are printed LibreOffice leaves out its blank back. */
const coverOn = (paper: Paper): FormDocument['sections'] => {
  const line = lines([45, 55], cell('部门名称：', { align: 'right' }), cell('区民政局', { align: 'left' }));
  const blocks = [
    { ...lines([100], cell(['　', '　', '　'])), style: style('仿宋', 16, 36) },
    { ...title('部门整体支出绩效自评报告'), style: style('小标宋', 36, 54) },
    { ...line, style: style('仿宋', 16, 36) },
  ];
  return paper.mirrored ? [] : [{ paper: { ...paper, folio: 'cover' }, blocks }];
};

const formsOf = (content: fc.Arbitrary<readonly BandSpec[]>): fc.Arbitrary<RealisticForm> =>
  fc
    .record({ bands: content, paper: papers, setup: setups, lined: fc.boolean(), below, covered: fc.boolean() })
    .map(({ bands: all, paper, setup, lined, below: tail, covered }) => {
      const form = formOf(
        paper,
        title('部门整体预算绩效目标申报表'),
        ...(lined ? [above] : []),
        table(...all),
        ...tail,
      );
      return { setup, form: covered ? { ...form, sections: [...coverOn(paper), ...form.sections] } : form };
    });

/** Forms over one to some six pages of A4, as finance bureaus know them. */
export const realisticForms = formsOf(bands);

/** The same with upright labels. */
export const uprightForms = formsOf(fc.tuple(checklist));
