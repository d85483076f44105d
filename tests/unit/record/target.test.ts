import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDecimal } from '../../../src/record/decimal.ts';
import { parseTarget, saysNone } from '../../../src/record/target/parse.ts';
import type { Moment, Quantity, Reading } from '../../../src/record/target/types.ts';

const ten: Readonly<Record<number, string>> = { 0: '', 2: '百', 3: '千', 4: '万', 6: '百万', 8: '亿', 12: '万亿' };

function quantity({ number, percent, multiple, unit }: Quantity): string {
  return `${plainDecimal(number)}${percent ? '%' : ''}${ten[multiple] ?? `e${multiple}`}${unit}`;
}

const moment = ({ year, month, day }: Moment): string => [year, month, day].map((part) => part ?? '').join('-');

/** A reading in one line, in signs of its own: the operator first, then what it goes with. */
function print(reading: Reading): string {
  switch (reading.kind) {
    case 'quantity':
      return `${reading.operator ?? ''} ${quantity(reading.quantity)}`.trim();
    case 'range':
      return `${quantity(reading.from)}..${quantity(reading.to)}`;
    case 'breakdown': {
      const parts = reading.parts.map(({ name, quantity: one }) => `${name} ${quantity(one)}`).join(' + ');
      return `${reading.operator ?? ''} ${quantity(reading.quantity)} ${reading.whole ? '=' : '∋'} ${parts}`.trim();
    }
    case 'list':
      return reading.parts.map(({ name, quantity: one }) => `${name} ${quantity(one)}`).join(' + ');
    case 'date':
      return `@${moment(reading.from)}${reading.to === null ? '' : `..${moment(reading.to)}`}`;
    case 'formula':
      return `${reading.name} := ${reading.expression}`;
    case 'word':
      return `“${reading.word}”${reading.operator ?? ''}`;
    default:
      return reading.kind;
  }
}

const read = (text: string): string => print(parseTarget(text).reading);

describe('numbers with their operator, unit and bound', () => {
  test.each([
    ['14人', '14人'],
    ['≥90%', '≥ 90%'],
    ['>=90%', '≥ 90%'],
    ['≧90％', '≥ 90%'],
    ['＞１，２００人次', '> 1200人次'],
    ['≤10万元', '≤ 10万元'],
    ['<=5天', '≤ 5天'],
    ['<0.5%', '< 0.5%'],
    ['=100%', '= 100%'],
    ['约30个', '≈ 30个'],
    ['大约8210人', '≈ 8210人'],
    ['~5', '≈ 5'],
    ['近百人', '“近百人”'],
    ['不低于95%', '≥ 95%'],
    ['不少于 3 次', '≥ 3次'],
    ['至少1次', '≥ 1次'],
    ['大于或等于3年', '≥ 3年'],
    ['大于3年', '> 3年'],
    ['高于90%', '> 90%'],
    ['不超过100万元', '≤ 100万元'],
    ['不高于3‰', '≤ 0.3%'],
    ['至多2处', '≤ 2处'],
    ['低于2%', '< 2%'],
    ['达到100%', '= 100%'],
    ['控制在3亿元以内', '≤ 3亿元'],
    ['4个以上', '≥ 4个'],
    ['20%以上（含）', '≥ 20%'],
    ['20%（含）以上', '≥ 20%'],
    ['20%及以上', '≥ 20%'],
    ['5%以下', '≤ 5%'],
    ['15个工作日内', '≤ 15个工作日'],
    ['30天之内', '≤ 30天'],
    ['18人左右', '≈ 18人'],
    ['达到95%以上', '≥ 95%'],
    ['不少于10人以上', '≥ 10人'],
    ['约10人以上', '≈ 10人'],
    ['100%。', '100%'],
    ['≥2263人次；', '≥ 2263人次'],
    ['-5%', '-5%'],
    ['−5%', '-5%'],
    ['5', '5'],
    ['1.70', '1.7'],
    ['1,234,567.5元', '1234567.5元'],
    ['1,23人', 'free'],
    ['007', 'free'],
    ['0.7人', '0.7人'],
    ['0人', '0人'],
    ['020-13800138000', 'free'],
    ['2.75万', '2.75万'],
    ['3百万元', '3百万元'],
    ['2万亿元', '2万亿元'],
    ['3000元/具', '3000元/具'],
    ['60元/人·月', '60元/人·月'],
    ['120m2', '120m2'],
    ['20㎡', '20㎡'],
    ['≥ 1000 平方米', '≥ 1000平方米'],
    ['36℃', '36℃'],
  ])('%s', (text, reading) => {
    expect(read(text)).toBe(reading);
  });

  test.each([
    ['百分之九十', '90%'],
    ['百分之九十五以上', '≥ 95%'],
    ['百分之百', '100%'],
    ['百分之十', '10%'],
    ['百分之二十', '20%'],
    ['百分之五', '5%'],
    ['百分之98.5', '98.5%'],
    ['九成', '90%'],
    ['八成半以上', '≥ 85%'],
    ['9成', '90%'],
    ['9.5成', '95%'],
    ['百分之一百二十', '120%'],
    ['百分之一百二十五以上', '≥ 125%'],
    ['百分之一百零五', '105%'],
    ['百分之一百一十', '110%'],
    ['百分之两百', '200%'],
    ['百分之九百九十九', '999%'],
    ['百分之一百二', '“百分之一百二”'],
    ['百分之一百零', '“百分之一百零”'],
    ['百分之一百零五十', '“百分之一百零五十”'],
    ['百分之百百', '“百分之百百”'],
    ['百分之一十', '10%'],
    ['百分之多少', '“百分之多少”'],
    ['百分之二三', '“百分之二三”'],
    ['三成本', '“三成本”'],
  ])('percents in words: %s', (text, reading) => {
    expect(read(text)).toBe(reading);
  });
});

describe('ranges', () => {
  test.each([
    ['10~20人', '10人..20人'],
    ['10～20人', '10人..20人'],
    ['10-20人', '10人..20人'],
    ['10—20人', '10人..20人'],
    ['10人至20人', '10人..20人'],
    ['3到5天', '3天..5天'],
    ['90-95%', '90%..95%'],
    ['90%-95%', '90%..95%'],
    ['1万元~2万元', '1万元..2万元'],
    ['1~2万元', '1万元..2万元'],
    ['10-20-30人', 'free'],
    ['10~', 'free'],
  ])('%s', (text, reading) => {
    expect(read(text)).toBe(reading);
  });
});

describe('breakdowns and lists', () => {
  test.each([
    ['14人（社工人员11人，临时劳务人员3人）', '14人 = 社工人员 11人 + 临时劳务人员 3人'],
    ['≥14人(社工11人、劳务:3人)', '≥ 14人 = 社工 11人 + 劳务 3人'],
    ['14人（其中社工11人；劳务3人）', '14人 ∋ 社工 11人 + 劳务 3人'],
    ['14人（包括：社工11人；劳务3人）', '14人 ∋ 社工 11人 + 劳务 3人'],
    ['14人（社工11人）', '14人'],
    ['14人（社工约11人，劳务3人）', '14人'],
    ['14人（社工11人，等）', '14人'],
    ['5次（每季度1次，年底1次）', '5次'],
    ['人员（社工11人，劳务3人）', 'free'],
    ['社工11人，劳务3人', '社工 11人 + 劳务 3人'],
    ['社工11人，劳务', 'free'],
    ['（社工11人，劳务3人）', 'free'],
  ])('%s', (text, reading) => {
    expect(read(text)).toBe(reading);
  });
});

describe('dates', () => {
  test.each([
    ['2024年12月完成', '@2024-12-'],
    ['2024年12月31日前', '@2024-12-31'],
    ['2024年', '@2024--'],
    ['2024年度', '@2024--'],
    ['2024年底前完成', '@2024--'],
    ['12月底前', '@-12-'],
    ['12月', '@-12-'],
    ['于2024年6月前', '@2024-6-'],
    ['截至2024年12月', '@2024-12-'],
    ['2024-12-31', '@2024-12-31'],
    ['2024.6.30前', '@2024-6-30'],
    ['2024/06/30', '@2024-6-30'],
    ['2023-2025年', '@2023--..2025--'],
    ['2023年至2025年', '@2023--..2025--'],
    ['1-12月', '@-1-..-12-'],
    ['2024年1-12月', '@2024-1-..2024-12-'],
    ['2024年1月至2025年6月', '@2024-1-..2025-6-'],
    ['13月', '13月'],
    ['12个月', '12个月'],
    ['3年', '3年'],
    ['2024年2月29日', '@2024-2-29'],
    ['2000年2月29日', '@2000-2-29'],
    ['2月29日', '@-2-29'],
    ['2024年2月30日', 'free'],
    ['2023年2月29日', 'free'],
    ['1900年2月29日', 'free'],
    ['2024年4月31日', 'free'],
    ['6月31日前', 'free'],
    ['9月31日', 'free'],
    ['11月31日', 'free'],
    ['4月30日', '@-4-30'],
    ['1月31日', '@-1-31'],
    ['2024-02-30', 'free'],
    ['2024年13月', 'free'],
    ['2024-12/31', 'free'],
    ['2024年完成3项', 'free'],
  ])('%s', (text, reading) => {
    expect(read(text)).toBe(reading);
  });
});

describe('formulas, words and the rest', () => {
  test.each([
    ['指标值=a/b*100%', '指标值 := a/b*100%'],
    ['指标值＝已完成数/应完成数×100%', '指标值 := 已完成数/应完成数×100%'],
    ['指标值=按规定公开', '指标值 := 按规定公开'],
    ['“指标值=保持/提升”', '指标值 := 保持/提升”'],
    ['已完成数/应完成数×100%', ' := 已完成数/应完成数×100%'],
    ['已完成数×100%', 'free'],
    ['数量>=3', 'free'],
    ['数量=>3', 'free'],
    ['10=10', 'free'],
    ['有效提升', '“有效提升”'],
    ['良以上', '“良”≥'],
    ['基本满意', '“基本满意”'],
    ['“优”', '““优””'],
    ['不适用', 'none'],
    ['不适用。', 'none'],
    ['无', 'none'],
    ['/', 'none'],
    ['——', 'none'],
    ['', 'blank'],
    ['　 ', 'blank'],
    ['覆盖率达100%', 'free'],
    ['3人/年/6.3', 'free'],
    ['2人/年/4.2万', 'free'],
    ['吨/1300元', 'free'],
    ['每年3次', 'free'],
    ['做好一二三等十余项工作并按时完成各项任务', 'free'],
  ])('%s', (text, reading) => {
    expect(read(text)).toBe(reading);
  });

  test('what says nothing', () => {
    expect(['不适用', '无', '暂无；', '-', 'N/A'].every(saysNone)).toBe(true);
    expect(['不适用于此', '无障碍', ''].some(saysNone)).toBe(false);
  });
});

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
