import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headOf, tailOf, withoutMiddle } from '../../../src/compare/cut.ts';

describe('a text without its middle', () => {
  test.each([
    ['业务培训13.2万元。', 4, '业务培训13.2万元。'],
    ['（年度）；其中业务培训13.2万元', 4, '其中业务培训13.2万元'],
    ['社会组织86.275万元;书记补贴84万元;', 3, '书记补贴84万元;'],
    ['合计一百二十万元', 3, '合计一百二十万元'],
    ['做好各项工作', 3, '项工作'],
  ])('the end of %s keeps numbers whole, with what they count', (text, least, end) => {
    expect(tailOf(text, least)).toBe(end);
  });

  test.each([
    ['办公设备采购5.04万元', 7, '办公设备采购'],
    ['投入1,219.80万元和更多', 4, '投入'],
    ['1,219.80万元和更多', 4, '1,219.80万元'],
    ['满意度≥95%以上', 5, '满意度'],
    ['做好各项工作', 3, '做好各'],
  ])('the beginning of %s ends before a number that has no room', (text, most, head) => {
    expect(headOf(text, most)).toBe(head);
  });

  test('shows no number that the text does not hold', () => {
    const part = fc.constantFrom('养老', '服务，', '培训', '；', '办公设备', '万人');
    const amount = fc.integer({ min: 0, max: 9_999_999 }).map((number) => `${number / 100}万元`);
    fc.assert(
      fc.property(fc.array(fc.tuple(part, amount), { minLength: 1, maxLength: 12 }), fc.nat(30), (parts, head) => {
        const shown = withoutMiddle(parts.flat().join(''), { head, tail: 4 });
        const held = new Set(parts.map(([, text]) => text));
        for (const [text] of shown.matchAll(/\d[\d.]*(?:万元?)?/g)) expect(held).toContain(text);
      }),
      { numRuns: 500 },
    );
  });
});
