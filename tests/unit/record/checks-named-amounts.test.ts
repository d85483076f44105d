import { describe, expect, test } from 'vitest';
import { toldBy } from './checks-support.ts';

const task = (words: string, total: string): string => `任务:\n  - { 内容: ${words}, 资金: { 总额: ${total} } }`;
const advice = '核对文中的各项和这一行的金额，改错的一处。';

describe('A10: a total that the words of a row state', () => {
  test('is what its amount is compared with', () => {
    expect(toldBy('A10', task('修缮经费为5万元、设备采购3万元，共计8万元', '9'))).toEqual([
      `3:30 hint «8万元» “内容”里写的合计是 8 万元，“总额”是 9 万元 → ${advice}`,
    ]);
    expect(toldBy('A10', task('修缮5万元，采购3万元，共8万元', '16'))).toEqual([]);
  });

  test.each(['合计', '总计：', '共需资金约', '总投资', '共', '总预算为'])('%s leads to it', (lead) => {
    expect(toldBy('A10', task(`修缮5万元，采购3万元，${lead}80000元`, '9'))[0]).toContain('里写的合计是 8 万元');
  });

  test.each(['公共支出', '共建', '合计修缮费和材料费'])('%s does not', (lead) => {
    expect(toldBy('A10', task(`修缮5万元，采购3万元，${lead}8万元`, '9'))[0]).toContain('里 3 项金额之和是 16 万元');
  });

  test('that agrees is right, and of two it is not told which is meant', () => {
    expect(toldBy('A10', task('修缮5万元，采购3万元，共计8万元', '8.02'))).toEqual([]);
    expect(toldBy('A10', task('修缮5万元，采购3万元，共计8万元', '8.021'))).toHaveLength(1);
    expect(toldBy('A10', task('一科合计5万元，二科合计3万元', '9'))).toEqual([]);
  });
});
