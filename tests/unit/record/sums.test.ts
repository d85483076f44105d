import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScalarValue } from '../../../src/record/index.ts';
import { formWith, saidBy, successOf } from '../blueprint/support.ts';
import { FILE, faultsOf, recordOf, texts } from './support.ts';

const form = formWith(
  '项: { 类型: 列表, 单位: 元, 字段: { 名: 文字, 款: { 类型: 组, 字段: { 甲: 金额, 乙: 金额 } } } }',
  '合: { 类型: 组, 单位: 元, 求和: 项.款, 印: { 小数: 2, 分组: 是 }, 字段: { 甲: 金额, 乙: 金额 } }',
);
const items =
  '表: 表一\n项:\n  - { 款: { 甲: 1219.80, 乙: 0 } }\n  - { 款: { 甲: 0.1, 乙: "1,000" } }\n  - { 款: { 甲: 0.2, 乙: 7 } }\n';
const sumsOf = (record: string): unknown =>
  (texts(successOf(recordOf(form, record)).root) as { readonly 合: unknown }).合;

describe('sums', () => {
  test('are computed exactly where they are left out, and printed as the form says', () => {
    expect(sumsOf(items)).toEqual({ 甲: '1,220.10', 乙: '1,007.00' });
  });

  test('come from the record, not from a place in it', () => {
    const { root } = successOf(recordOf(form, items));
    const total = root.members.get('合');
    expect(total?.kind === 'group' && total.given).toBe(true);
    const first = total?.kind === 'group' ? (total.members.get('甲') as ScalarValue) : null;
    expect(first?.origin).toEqual({ kind: 'computed', path: ['合', '甲'], span: { file: FILE, start: 3, end: 5 } });
  });

  test('that the author wrote are kept as written where they are right', () => {
    const record = `${items}合: { 甲: 1220.1, 乙: 1007 }\n`;
    expect(sumsOf(record)).toEqual({ 甲: '1,220.10', 乙: '1,007.00' });
    const total = successOf(recordOf(form, record)).root.members.get('合');
    const first = total?.kind === 'group' ? total.members.get('甲') : undefined;
    expect(first?.kind === 'scalar' && first.origin).toMatchObject({ kind: 'value' });
  });

  test('that are blank are computed', () => {
    expect(sumsOf(`${items}合: { 甲:, 乙: 1007 }\n`)).toEqual({ 甲: '1,220.10', 乙: '1,007.00' });
  });

  test('that are wrong are A9 at the number, with the right one', () => {
    expect(faultsOf(form, `${items}合: { 甲: 1220.11, 乙: 1006 }\n`)).toEqual([
      '6:9 «1220.11» A9 “合.甲”写的是 1,220.11，各项（项.款.甲）之和是 1220.1 → 改成 1220.1，或删去这一项，由程序求和。',
      '6:21 «1006» A9 “合.乙”写的是 1,006.00，各项（项.款.乙）之和是 1007 → 改成 1007，或删去这一项，由程序求和。',
    ]);
  });

  test('of a blank term are unknown, which is a warning that names the term', () => {
    const record = items.replace('甲: 0.1', '甲:');
    const outcome = recordOf(form, record);
    expect(sumsOf(record)).toEqual({ 甲: '', 乙: '1,007.00' });
    const [warning, ...more] = saidBy(outcome);
    expect(more).toEqual([]);
    expect(warning).toMatchObject({ code: 'A9', severity: 'warning', message: '“合.甲”算不出来：有一项金额空着' });
    expect(warning?.related).toMatchObject([{ at: { file: FILE, start: record.indexOf('甲:,') + 2 } }]);
  });

  test('that are written stand where a term is blank, without a word', () => {
    const record = `${items.replace('甲: 0.1', '甲:')}合: { 甲: 5 }\n`;
    expect(sumsOf(record)).toEqual({ 甲: '5.00', 乙: '1,007.00' });
    expect(saidBy(recordOf(form, record))).toEqual([]);
  });

  test('of nothing are nothing', () => {
    expect(sumsOf('表: 表一\n项: []\n')).toEqual({ 甲: '0.00', 乙: '0.00' });
  });

  test('equal those of whole numbers of 分, in any order', () => {
    const cents = fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 9 });
    const typed = (amount: bigint): string => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
    const plain = formWith(
      '项: { 类型: 列表, 每项: { 类型: 金额, 单位: 元 } }',
      '合: { 类型: 金额, 单位: 元, 求和: 项, 印: { 小数: 2 } }',
    );
    fc.assert(
      fc.property(cents, (amounts) => {
        const record = `表: 表一\n项: [${amounts.map(typed).join(', ')}]\n`;
        const { members } = successOf(recordOf(plain, record)).root;
        const total = members.get('合');
        expect(total?.kind === 'scalar' && total.text).toBe(typed(amounts.reduce((a, b) => a + b, 0n)));
      }),
      { seed: 7, numRuns: 40 },
    );
  });
});
