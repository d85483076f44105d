import { describe, expect, test } from 'vitest';
import { findingsIn, row, toldBy } from './checks-support.ts';

describe('X1: half-width stops between Han', () => {
  test('a text is told once, at the first of them, with the number of places', () => {
    expect(toldBy('X1', '说明: 本局为职能部门,具有两项职能;下属三个单位。')).toEqual([
      '2:12 hint «,» 汉字之间有 2 处半角标点：, ; → 改成全角：把“职能部门,具有两项”写成“职能部门，具有两项”，其余 1 处同样改。',
    ]);
    expect(toldBy('X1', '说明: 依次,依,次')).toEqual([
      '2:7 hint «,» 汉字之间有 2 处半角标点：, → 改成全角：把“依次,依,次”写成“依次，依，次”。',
    ]);
    expect(toldBy('X1', '说明: 单位:万元')[0]).toContain('把“单位:万元”写成“单位：万元”。');
    // A character of two units is shown whole or not at all.
    expect(toldBy('X1', '说明: 某𠮷乙丙丁,甲乙丙𠮷某')[0]).toContain('把“𠮷乙丙丁,甲乙丙”写成“𠮷乙丙丁，甲乙丙”。');
  });

  test('the place is the character itself, in quotes and in lines of a block too', () => {
    expect(toldBy('X1', "说明: '甲''乙:丙丁,戊'")[0]).toMatch(/^2:10 hint «:» 汉字之间有 2 处/);
    expect(toldBy('X1', '说明: |\n  第一段。\n  第二段,在此。\n  (三)第三段')[0]).toBe(
      '4:6 hint «,» 汉字之间有 3 处半角标点：, ( ) → 改成全角：把“第二段,在此。”写成“第二段，在此。”，其余 2 处同样改。',
    );
  });

  test('brackets are told in pairs, in the middle, at the beginning and at the end of a line', () => {
    expect(toldBy('X1', '单位名称: 某区民政局(本级)')).toEqual([
      '2:12 hint «(» 汉字之间有 2 处半角标点：( ) → 改成全角：把“区民政局(本级)”写成“区民政局（本级）”。',
    ]);
    expect(toldBy('X1', '说明: (一)实施')).toHaveLength(1);
    expect(toldBy('X1', '说明: 购买服务(社工)、(临时)的费用')[0]).toContain('4 处');
    expect(toldBy('X1', '说明: 办法(福府〔2021〕6号)。')).toHaveLength(1);
    expect(toldBy('X1', '说明: 标准(GB标准)。')).toHaveLength(1);
  });

  test('beside quotes and numbers in circles they are stops of a Chinese sentence as well', () => {
    expect(toldBy('X1', '说明: 修缮费;②质保金')).toHaveLength(1);
    expect(toldBy('X1', '说明: 坚持“放管服”,推进改革')).toHaveLength(1);
    expect(toldBy('X1', '说明: 打造,“食物银行”')).toHaveLength(1);
  });

  test.each([
    '说明: 本局为职能部门，具有两项职能；下属三个单位。',
    '说明: 3,109.75万元',
    '说明: 共10,20两项',
    '说明: 上午8:30到12:00',
    '说明: 面积(m2)较大',
    '说明: 见GB/T 9704(2012)',
    '说明: A(甲)B',
    '说明: 职能1:社会',
    '说明: 甲)乙',
    '说明: |\n  甲(乙\n  丙)丁',
    '年度: 2024',
    row('完成率', '指标值=已完成村(社区)/村(社区)总数*100%'),
  ])('%s has none', (body) => {
    expect(toldBy('X1', body)).toEqual([]);
  });

  test('in the words of a formula stops count, its brackets do not', () => {
    expect(
      toldBy(
        'X1',
        row('结果', '指标值=评估等级(优),如有变动'.replace(',', ',')).replace(
          '{',
          '{ 名称: 甲, 量: "指标值=等级(优),如有变动" } #',
        ),
      ),
    ).toHaveLength(1);
  });
});

describe('X2: words that are often misspelt', () => {
  test('are told where they stand, each time', () => {
    expect(toldBy('X2', '说明: 给与补贴，建立建全制度，再给与奖励')).toEqual([
      '2:5 hint «给与» “给与”应是“给予” → 改成“给予”。',
      '2:10 hint «建立建全» “建立建全”应是“建立健全” → 改成“建立健全”。',
      '2:18 hint «给与» “给与”应是“给予” → 改成“给予”。',
    ]);
    expect(toldBy('X2', row('给与补贴人数', '3人'))).toHaveLength(1);
  });

  test.each(['说明: 给予补贴', '说明: 供给与需求', '说明: 平台帐号', '说明: 选拔款待', '说明: 发布署名文章'])(
    '%s is right',
    (body) => {
      expect(toldBy('X2', body)).toEqual([]);
    },
  );

  test('a right text beside does not excuse a wrong one', () => {
    expect(toldBy('X2', '说明: 供给与需求，给与补贴')).toEqual(['2:11 hint «给与» “给与”应是“给予” → 改成“给予”。']);
  });
});

describe('X4: mobile numbers', () => {
  test.each([
    ['说明: 联系人张某，13812345678', '13812345678'],
    ['说明: 电话138 1234 5678。', '138 1234 5678'],
    ['说明: 电话138-1234-5678转', '138-1234-5678'],
    ['说明: 电话+86 13812345678', '+86 13812345678'],
    ['说明: 电话１３８１２３４５６７８', '１３８１２３４５６７８'],
  ])('%s', (body, number) => {
    const [told, ...more] = toldBy('X4', body);
    expect(told).toContain(`hint «${number}» 这里像是手机号码：`);
    expect(told).toMatch(/ → 公开的表不印个人手机号：删去，或改成单位的办公电话。$/);
    expect(more).toEqual([]);
  });

  test.each([
    '说明: 拨打12345热线',
    '说明: 电话0755-83456789',
    '说明: 电话12812345678',
    '说明: 编号4403041381234567890',
    '说明: 共13812345678元',
    '说明: 共13812345678.50元',
    '说明: 0.13812345678',
    '任务:\n  - { 内容: 甲, 资金: { 总额: 13812345678 } }',
  ])('%s is none', (body) => {
    expect(toldBy('X4', body)).toEqual([]);
  });
});

describe('V10: what templates leave behind', () => {
  test('is told at its first place, with the number of places', () => {
    expect(toldBy('V10', '说明: 本局**重点**推进')).toEqual([
      '2:7 hint «**» “**”等 2 处像是模板或草稿里留下的记号 → 换成实际的内容；多余的就删去。',
    ]);
    expect(toldBy('V10', '单位名称: XX区民政局')).toEqual([
      '2:7 hint «XX» “XX”像是模板或草稿里留下的记号 → 换成实际的内容；多余的就删去。',
    ]);
    expect(toldBy('V10', '说明: 监督工程进度，……')).toEqual([
      '2:12 hint «……» “……”像是模板或草稿里留下的记号 → 换成实际的内容；多余的就删去。',
    ]);
  });

  test.each([
    '某某区民政局',
    '20××年完成',
    '○○街道',
    '联系人____',
    '……',
    '监督工程进度……',
    '监督工程进度…。',
    '名称【】',
    'xx区',
  ])('%s', (text) => {
    expect(toldBy('V10', `说明: ${text}`)).toHaveLength(1);
    expect(toldBy('V10', row(text, '3人'))).toHaveLength(1);
  });

  test.each(['做好走访……等工作', 'XXL号', '某区民政局', '甲*乙', '服务_项目', '关于【重要】事项', '二○二四年', 'AXX'])(
    '%s is a text',
    (text) => {
      expect(toldBy('V10', `说明: ${text}`)).toEqual([]);
    },
  );
});

test('findings come in the order of their places', () => {
  const { all } = findingsIn(
    '说明: 给与,补贴XX\n一栏:\n  产出指标:\n    数量指标:\n      - { 名称: 甲, 量: 5 }\n      - { 名称: 甲, 量:  }',
  );
  const starts = all.map(({ at }) => at.start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  expect(all.map(({ code }) => code)).toEqual(['X2', 'X1', 'V10', 'T3', 'T5', 'T4', 'V4', 'T8', 'V9']);
});
