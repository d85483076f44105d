import { expect, test } from 'vitest';
import { findingsIn } from './checks-support.ts';

// A quadratic step would not come to an end within the time limit of a test.
test.each([...' …/%(（，甲1Xx*【', '1,000', '5万元，'])(
  'the rules look at long texts of «%s» in proportion to their length',
  (piece) => {
    const long = piece.repeat(200_000);
    const row = (name: string, value: string): string => `      - { 名称: '${name}', 量: '${value}' }`;
    const rows = [row(`覆盖(${long}率`, '5'), row(`覆盖(${long})`, `${long}5`), row('覆盖率', `甲${long}乙`)];
    const { all } = findingsIn(
      `说明: '甲${long}乙'\n单位名称: '甲${long}乙'\n一栏:\n  产出指标:\n    数量指标:\n${rows.join('\n')}`,
    );
    expect(all.length).toBeGreaterThan(0);
  },
);
