import { describe, expect, test } from 'vitest';
import { findingsIn, row, rowOfTwo, toldBy } from './checks-support.ts';

describe('A18: a breakdown in brackets', () => {
  test('whose parts do not sum to the number before it is told', () => {
    expect(toldBy('A18', row('人数', '14人（社工11人、劳务2人）'))).toEqual([
      '5:22 hint «14人（社工11人、劳务2人）» 括号里 2 项之和是 13人，括号前面写的是 14人 → 核对各项；如果各项没有错，前面写 13人。',
    ]);
    expect(toldBy('A18', row('投入', '≥3万元（甲1.5万元；乙1.6万元）'))[0]).toContain(
      '之和是 3.1万元，括号前面写的是 3万元',
    );
    expect(toldBy('A18', row('投入', '1万元（甲6000元；乙5000元）'))[0]).toContain('之和是 1.1万元');
    expect(toldBy('A18', row('比例', '100%（甲60%；乙41%）'))[0]).toContain('之和是 101%，括号前面写的是 100%');
    expect(toldBy('A18', row('人数', '14人（其中：社工11人、劳务4人）'))).toHaveLength(1);
  });

  test.each([
    '14人（社工11人、劳务3人）',
    '1万元（甲6000元；乙4000元）',
    '14人（其中社工11人、劳务2人）',
    '14人（社工11人）',
    '14人（社工约11人、劳务2人）',
    '14人（社工11人、劳务2次）',
    '5次（每季度1次、年底2次）',
    '14人',
  ])('%s agrees, or cannot be summed', (value) => {
    expect(toldBy('A18', row('人数', value))).toEqual([]);
  });

  test('in the column for the year as well', () => {
    expect(toldBy('A18', rowOfTwo('人数', '14人', '14人（社工11人、劳务4人）'))).toHaveLength(1);
  });
});

describe('A10: the amounts that the words of a row name', () => {
  const task = (words: string, total: string): string =>
    `任务:\n  - { 内容: ${words}, 资金: { 总额: ${total}, 拨款: 0 } }`;

  test('that do not sum to its amount are told at the first of them', () => {
    expect(toldBy('A10', task('修缮5万元；质保金约2.75万；审核费5000元。', '9.25'))).toEqual([
      '3:13 hint «5万元» “内容”里 3 项金额之和是 8.25 万元，“总额”是 9.25 万元 → 核对文中的各项和这一行的金额，改错的一处。',
    ]);
    const [finding] = findingsIn(task('修缮5万元；质保金2万元', '9')).all;
    expect(finding?.related).toMatchObject([{ message: '总额在这里' }]);
  });

  test('rounding of each is allowed for: 0.02 万元 at least', () => {
    expect(toldBy('A10', task('修缮5万元；质保金2万元', '7.02'))).toEqual([]);
    expect(toldBy('A10', task('修缮5万元；质保金2万元', '7.021'))).toHaveLength(1);
    expect(toldBy('A10', task('修缮5万元；质保金2万元', '6.98'))).toEqual([]);
    expect(toldBy('A10', task('修缮5万元；质保金2万元', '6.979'))).toHaveLength(1);
    expect(toldBy('A10', task('甲1万元；乙1万元；丙1万元；丁1万元；戊1万元', '5.025'))).toEqual([]);
    expect(toldBy('A10', task('甲1万元；乙1万元；丙1万元；丁1万元；戊1万元', '5.026'))).toHaveLength(1);
  });

  test.each([
    ['修缮5万元；质保金2.75万', '7.75'],
    ['修缮5万元', '9'],
    ['共9万元，修缮5万元，质保金3万元', '9'],
    ['修缮5万元；其中质保金2万元', '9'],
    ['每人每月500元，共12人，另购3万元', '9'],
    ['修缮5万元/年；质保金2万元', '9'],
    ['上年5万元，今年2万元', '9'],
    ['用5万元修缮；质保金2万元', '9'],
    ['修缮5万人次；质保2万人次', '9'],
    ['修缮500平方米；质保20平方米', '9'],
    ['修缮5万元；质保金2万元', ''],
  ])('%s with %s agrees, or means something else', (words, total) => {
    expect(toldBy('A10', task(words, total).replace(', 拨款: 0', ''))).toEqual([]);
  });

  test('any amount of the row may be the one that is meant', () => {
    const body = '任务:\n  - { 内容: 修缮5万元；质保金2万元, 资金: { 总额: 9, 拨款: 7 } }';
    expect(toldBy('A10', body)).toEqual([]);
  });

  test('amounts that are no money are not compared with money, nor are lines that are no prose', () => {
    expect(toldBy('A10', '工程:\n  - { 内容: 修缮5万元；质保金2万元, 长度: 9 }')).toEqual([]);
    expect(toldBy('A10', '任务:\n  - { 备注: 修缮5万元；质保金2万元, 资金: { 总额: 9 } }')).toEqual([]);
  });
});
