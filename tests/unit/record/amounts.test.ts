import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDecimals,
  amountPattern,
  equalDecimals,
  parseDecimal,
  plainDecimal,
  printAmount,
} from '../../../src/record/decimal.ts';
import { formWith, successOf } from '../blueprint/support.ts';
import { faultsOf, recordOf, texts } from './support.ts';

const inUnit = (unit: string, more = ''): string => formWith(`数: { 类型: 金额, 单位: ${unit}${more} }`);
const record = (amount: string): string => `表: 表一\n数: ${amount}\n`;

describe('an amount is accepted as typed', () => {
  test.each([
    ['3109.75', '3,109.75'],
    ['3,109.75', '3,109.75'],
    ['"3,109.75"', '3,109.75'],
    ['0', '0.00'],
    ['0.5', '0.50'],
    ['8400000', '8,400,000.00'],
    ['1020.135', '1,020.135'],
    ['180.00', '180.00'],
    ['999', '999.00'],
    ['1000', '1,000.00'],
    ['12345678901234567890.123', '12,345,678,901,234,567,890.123'],
  ])('%s is printed %s with two decimals and groups', (typed, printed) => {
    const form = inUnit('元', ', 印: { 小数: 2, 分组: 是 }');
    expect(texts(successOf(recordOf(form, record(typed))).root)).toEqual({ 数: printed });
  });

  test('without 印 it is printed exactly as typed', () => {
    for (const typed of ['1219.80', '3,109.75', '0']) {
      expect(texts(successOf(recordOf(inUnit('元'), record(typed))).root)).toEqual({ 数: typed });
    }
  });

  test('with 可负 it may be negative', () => {
    const form = inUnit('元', ', 可负: 是, 印: { 小数: 2, 分组: 是 }');
    expect(texts(successOf(recordOf(form, record('-1234.5'))).root)).toEqual({ 数: '-1,234.50' });
  });
});

describe('an amount that is none gets the literal digits as advice where they can be known', () => {
  test.each([
    ['元', '840万', 'R004 “数”应是数字（元），这里写的是“840万” → 写成 8400000。'],
    ['万元', '840万', 'R004 “数”应是数字（万元），这里写的是“840万” → 写成 840。'],
    ['万元', '840万元', 'R004 “数”应是数字（万元），这里写的是“840万元” → 写成 840。'],
    ['万元', '8400000元', 'R004 “数”应是数字（万元），这里写的是“8400000元” → 写成 840。'],
    ['万元', '1元', 'R004 “数”应是数字（万元），这里写的是“1元” → 写成 0.0001。'],
    ['元', '1.5亿', 'R004 “数”应是数字（元），这里写的是“1.5亿” → 写成 150000000。'],
    ['亿元', '3百万', 'R004 “数”应是数字（亿元），这里写的是“3百万” → 写成 0.03。'],
    ['元', '840，', 'R004 “数”应是数字（元），这里写的是“840，” → 写成 840。'],
    ['元', '"840;"', 'R004 “数”应是数字（元），这里写的是“840;” → 写成 840。'],
    ['万元', '840万元。', 'R004 “数”应是数字（万元），这里写的是“840万元。” → 写成 840。'],
    ['元', '+840', 'R004 “数”应是数字（元），这里写的是“+840” → 写成 840。'],
    ['元', '８４０', 'R004 “数”应是数字（元），这里写的是“８４０” → 写成 840。'],
    ['元', '８４０．５０', 'R004 “数”应是数字（元），这里写的是“８４０．５０” → 写成 840.5。'],
    ['万元', '¥5', 'R004 “数”应是数字（万元），这里写的是“¥5” → 写成 0.0005。'],
    ['万元', '￥5万', 'R004 “数”应是数字（万元），这里写的是“￥5万” → 写成 5。'],
    ['元', '￥3,109.75', 'R004 “数”应是数字（元），这里写的是“￥3,109.75” → 写成 3109.75。'],
    ['元', '1 000', 'R004 “数”应是数字（元），这里写的是“1 000” → 写成 1000。'],
    ['元', '007', 'R004 “数”应是数字（元），这里写的是“007” → 写成 7。'],
    [
      '元',
      '1,2,3',
      'R004 “数”应是数字（元），这里写的是“1,2,3” → 逗号应每三位一个，也可以不写：核对原数，如果是 123，就写成 123。',
    ],
    [
      '元',
      '8.4E+06',
      'R004 “数”应是数字（元），这里写的是“8.4E+06” → 这是 Excel 的写法，尾数可能已经舍去：核对原数，如果正好是 8400000，就写成 8400000。',
    ],
    [
      '元',
      '1.25E-01',
      'R004 “数”应是数字（元），这里写的是“1.25E-01” → 这是 Excel 的写法，尾数可能已经舍去：核对原数，如果正好是 0.125，就写成 0.125。',
    ],
    ['元', '8E+999', 'R004 “数”应是数字（元），这里写的是“8E+999” → 只写数字，例如 8400000 或 8,400,000.00。'],
    ['元', '约840万', 'R004 “数”应是数字（元），这里写的是“约840万” → 只写数字，例如 8400000 或 8,400,000.00。'],
    ['元', '1.2.3', 'R004 “数”应是数字（元），这里写的是“1.2.3” → 只写数字，例如 8400000 或 8,400,000.00。'],
    ['元', '1e5', 'R004 “数”应是数字（元），这里写的是“1e5” → 只写数字，例如 8400000 或 8,400,000.00。'],
    ['元', '.5', 'R004 “数”应是数字（元），这里写的是“.5” → 只写数字，例如 8400000 或 8,400,000.00。'],
    ['元', '5万亿万', 'R004 “数”应是数字（元），这里写的是“5万亿万” → 只写数字，例如 8400000 或 8,400,000.00。'],
    ['台', '-5', 'A17 “数”应是不小于 0 的数字，这里写的是“-5” → 这里的数不能是负数，请核对。'],
    ['台', '1.2.3', 'R004 “数”应是数字（台），这里写的是“1.2.3” → 只写数字，例如 3 或 1.5。'],
    ['元', '-5', 'A17 “数”应是不小于 0 的数字，这里写的是“-5” → 这里的金额不能是负数，请核对。'],
    ['元', '－5万', 'A17 “数”应是不小于 0 的数字，这里写的是“－5万” → 这里的金额不能是负数，请核对。'],
    ['元', '−5', 'A17 “数”应是不小于 0 的数字，这里写的是“−5” → 这里的金额不能是负数，请核对。'],
    ['constructor元', '5万', 'R004 “数”应是数字（constructor元），这里写的是“5万” → 写成 50000。'],
  ])('in %s: %s', (unit, typed, fault) => {
    expect(faultsOf(inUnit(unit), record(typed))).toEqual([`2:4 «${typed}» ${fault}`]);
  });

  test('a form without unit names none', () => {
    expect(faultsOf(formWith('数: 金额'), record('多'))[0]).toContain('“数”应是数字，这里写的是“多”');
  });

  test('a long text is shown by its beginning, in one line', () => {
    const [fault] = faultsOf(inUnit('元'), `表: 表一\n数: |\n  ${'很长的一段话'.repeat(8)}\n  第二段\n`);
    expect(fault).toContain('这里写的是“很长的一段话很长的一段话很长的一段话很长的一段…”');
  });
});

const digits = fc.stringMatching(/^(?:0|[1-9]\d{0,17})(?:\.\d{1,6})?$/);
const amount = fc.tuple(fc.boolean(), digits).map(([negative, text]) => (negative ? `-${text}` : text));
const print = fc.record({ decimals: fc.nat(9), group: fc.boolean() });

describe('laws of amounts', () => {
  test('what is printed is an amount again, and the same one', () => {
    fc.assert(
      fc.property(amount, print, (typed, how) => {
        const printed = printAmount(typed, how);
        expect(printed).toMatch(amountPattern);
        expect(equalDecimals(parseDecimal(printed), parseDecimal(typed))).toBe(true);
      }),
      { seed: 2 },
    );
  });

  test('printing twice is printing once, and no typed digit is lost', () => {
    fc.assert(
      fc.property(amount, print, (typed, how) => {
        const printed = printAmount(typed, how);
        expect(printAmount(printed, how)).toBe(printed);
        expect(printed.replaceAll(',', '').startsWith(typed)).toBe(true);
      }),
      { seed: 3 },
    );
  });

  test('at least so many decimals are printed, and commas only between thousands', () => {
    fc.assert(
      fc.property(amount, print, (typed, how) => {
        const [whole = '', fraction = ''] = printAmount(typed, how).split('.');
        expect(fraction.length).toBe(Math.max(how.decimals, typed.split('.')[1]?.length ?? 0));
        expect(whole).toMatch(how.group ? /^-?\d{1,3}(,\d{3})*$/ : /^-?\d+$/);
      }),
      { seed: 4 },
    );
  });

  test('addition is that of whole millionths', () => {
    const millionths = (text: string): bigint => {
      const [whole = '', fraction = ''] = text.split('.');
      return BigInt(whole + fraction.padEnd(6, '0'));
    };
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 12 }), (terms) => {
        const total = terms.map(parseDecimal).reduce(addDecimals, { units: 0n, scale: 0 });
        expect(millionths(plainDecimal(total))).toBe(terms.map(millionths).reduce((a, b) => a + b, 0n));
      }),
      { seed: 5 },
    );
  });

  test('the plain digits have no zeros at their end and read back as the same number', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(8), (units, scale) => {
        const plain = plainDecimal({ units, scale });
        expect(plain).toMatch(/^(?:-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?)$/);
        expect(equalDecimals(parseDecimal(plain), { units, scale })).toBe(true);
      }),
      { seed: 6 },
    );
  });
});
