import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTarget } from '../../../src/record/target/parse.ts';
import { read } from './target-reading.ts';

describe('laws', () => {
  const units = ['', '人', '人次', '个工作日', '元/人', '平方米', '%', '万元', '亿元'];
  const operators = ['', '≥', '≤', '>', '<', '=', '≈'];
  const digits = fc
    .tuple(fc.nat({ max: 10 ** 9 }), fc.option(fc.integer({ min: 1, max: 999 }), { nil: null }))
    .map(([whole, fraction]) =>
      `${whole}${fraction === null ? '' : `.${fraction}`}`.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''),
    );

  test('an operator, a number and a unit come back as they were put together', () => {
    fc.assert(
      fc.property(fc.constantFrom(...operators), digits, fc.constantFrom(...units), (operator, number, unit) => {
        const text = `${operator}${number}${unit}`;
        expect(read(text)).toBe(`${operator} ${number}${unit}`.trim());
      }),
    );
  });

  test('grouped thousands, full-width digits and blanks say the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...operators), fc.nat({ max: 10 ** 9 }), (operator, number) => {
        const plain = read(`${operator}${number}人`);
        const grouped = String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
        const wide = String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
        expect([
          read(`${operator}${grouped}人`),
          read(`${operator}${wide}人`),
          read(` ${operator} ${number} 人 `),
        ]).toEqual(Array(3).fill(plain));
      }),
    );
  });

  test('any text is taken, and kept as it is', () => {
    const pieces = fc.constantFrom(
      '9',
      '0',
      '.',
      ',',
      '，',
      '年',
      '月',
      '日',
      '人',
      '%',
      '≥',
      '=',
      '以上',
      '（',
      '）',
      '百分之',
      '九',
      '十',
      '成',
      '/',
      '-',
      '~',
      '至',
      '万',
      ' ',
      '其中',
      '1，000',
      '优',
      'x',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
        ),
        (text) => {
          expect(parseTarget(text).text).toBe(text);
        },
      ),
      { numRuns: 1000 },
    );
  });

  // A quadratic step would not come to an end within the time limit of a test.
  test.each([...'9零百至(人≥年% =', '1,000', '1-', 'a/', '人，'])(
    'a long text of %s takes time in proportion',
    (piece) => {
      const text = piece.repeat(200_000);
      for (const around of [text, `1${text}`, `1${text}以上`, `甲=${text}`, `1(${text})`])
        expect(parseTarget(around).text).toBe(around);
    },
  );

  test('numbers of more digits than anything has are no numbers', () => {
    expect(read(`${'9'.repeat(24)}人`)).toBe(`${'9'.repeat(24)}人`);
    expect(read(`${'9'.repeat(25)}人`)).toBe('free');
    expect(read(`百分之${'9'.repeat(25)}`)).toBe('free');
  });
});
