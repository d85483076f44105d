import { describe, expect, test } from 'vitest';
import { hasRatio, isBounded, isGrade, isRate, percentsIn } from '../../../src/record/checks/rates.ts';
import { plainDecimal } from '../../../src/record/decimal.ts';
import { parseTarget } from '../../../src/record/target/parse.ts';

const rates = { endings: ['率'], others: ['效率'], bounded: ['覆盖率', '度'], unbounded: ['拨备覆盖率', '满意度'] };

describe('which rates can only lie between 0 and 100 %', () => {
  test.each([
    ['医保覆盖率', true],
    ['知晓度', true],
    ['医保覆盖率（全区）', true],
    ['拨备覆盖率', false],
    ['银行拨备覆盖率 (年末)', false],
    ['满意度', false],
    ['完成率', false],
    ['覆盖率目标', false],
    ['覆盖率（同比）', false],
    ['', false],
  ])('%s: %s', (name, bounded) => {
    expect(isBounded(name, rates)).toBe(bounded);
  });

  test('of ends that are the same the one that allows more is right', () => {
    expect(isBounded('覆盖率', { ...rates, unbounded: ['覆盖率'] })).toBe(false);
    expect(isBounded('覆盖率', { ...rates, bounded: [], unbounded: [] })).toBe(false);
  });
});

test('an end that is no rate is none behind a remark either', () => {
  expect(isRate('发放率（%）', rates)).toBe(true);
  expect(isRate('工作效率（%）', rates)).toBe(false);
  expect(isRate('率先', rates)).toBe(false);
});

describe('grades', () => {
  const grades = [['优', '良'], ['合格']];

  test.each(['优', '“良”', '合格。', '合格等级', '优级以上', '良及以上', '为优', '评定为优', '验收合格', '结果:合格'])(
    '%s is one',
    (text) => {
      expect(isGrade(parseTarget(text), grades)).toBe(true);
    },
  );

  test.each(['优化', '以服务为优', '合格率稳步提升', '不合格', '90%', '合格，优', '', '1件合格'])(
    '%s is none',
    (text) => {
      expect(isGrade(parseTarget(text), grades)).toBe(false);
    },
  );
});

describe('percentages in values', () => {
  const percents = (text: string, isInPercent = false): string[] =>
    percentsIn(parseTarget(text), isInPercent).map(plainDecimal);

  test.each([
    ['≥95%', ['95']],
    ['90%-95%', ['90', '95']],
    ['甲95%，乙5个', ['95']],
    ['不低于95 %，其中乙≥90.5%', ['95', '90.5']],
    ['95%，较上年提高10%', []],
    ['甲9O%，乙95%以上', []],
    ['指标值=甲/乙*100%', []],
    ['120', []],
  ])('%s', (text, numbers) => {
    expect(percents(text)).toEqual(numbers);
  });

  test('a bare number is one where the name says so', () => {
    expect(percents('120', true)).toEqual(['120']);
    expect(percents('120人', true)).toEqual([]);
    expect(percents('12万', true)).toEqual([]);
  });

  test.each(['覆盖率达100%', '覆盖 9.5 ％左右', '约5‰至6‰的人', '百分之多少', '约3：1', '3／万人', '2比1'])(
    '%s has a ratio',
    (text) => {
      expect(hasRatio(parseTarget(text))).toBe(true);
    },
  );

  test.each(['100', '%', '约9O%', '1.1.1%的人', '每A1%B', '3个', '和/或'])('%s has none', (text) => {
    expect(hasRatio(parseTarget(text))).toBe(false);
  });
});
