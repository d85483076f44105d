import { expect, it } from 'vitest';
import type { AmountField } from '../../../src/blueprint/index.ts';
import { parsePrinted } from '../../../src/record/index.ts';

const amountIn = (unit: string) =>
  ({
    kind: 'amount',
    name: '金额',
    unit,
    print: null,
    mayBeNegative: false,
    mayBeBlank: false,
    sumOf: null,
  }) as Partial<AmountField> as AmountField;

it('what an amount ought to be has its unit, where there is one', () => {
  expect(parsePrinted(amountIn('万元'), '八十', '')).toEqual({ ok: false, wanted: '应是数字（万元）' });
  expect(parsePrinted(amountIn(''), '八十', '')).toEqual({ ok: false, wanted: '应是数字' });
});
