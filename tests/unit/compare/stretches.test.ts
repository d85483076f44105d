import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likeness } from '../../../src/compare/similar.ts';
import { stretchesBetween } from '../../../src/compare/stretches.ts';

const shown = (before: string, after: string): string =>
  stretchesBetween(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}]` : `[+${text}]`))
    .join('');

const prose = fc
  .array(fc.constantFrom(...'养老服务，。完善100%a \n、“”;,7.5'), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('what changed in a text', () => {
  test('the pieces make up both texts, and no two of one kind stand side by side', () => {
    fc.assert(
      fc.property(prose, prose, (before, after) => {
        const pieces = stretchesBetween(before, after);
        const without = (kind: string): string =>
          pieces.flatMap((one) => (one.kind === kind ? [] : [one.text])).join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
        expect(pieces.every(({ text }) => text !== '')).toBe(true);
        expect(pieces.some(({ kind }, i) => kind === pieces[i + 1]?.kind)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['建设30个服务站。', '建设35个服务站。', '建设[-30][+35]个服务站。'],
    ['投入1,219.80万元。', '投入1,220万元。', '投入[-1,219.80][+1,220]万元。'],
    ['一是养老，二是救助。', '一是养老，二是儿童福利，三是救助。', '一是养老，二是[+儿童福利，三是]救助。'],
    ['开展宣传，加强培训，做好服务。', '加强培训，做好服务。', '[-开展宣传，]加强培训，做好服务。'],
    ['第一段。\n第二段。', '第一段。\n新的一段。\n第二段。', '第一段。\n[+新的一段。\n]第二段。'],
    ['殡仪服务', '公益性安葬', '[-殡仪服务][+公益性安葬]'],
    // A clause is found again though what follows it ends in the same way.
    ['办实事、办好事。', '办实事、好事。新增一句，落实10件实事。', '办实事、[-办]好事。[+新增一句，落实10件实事。]'],
    ['开展宣传加强培训。', '开展宣传，加强培训。', '开展宣传[+，]加强培训。'],
  ])('%s → %s', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  test('texts with nothing in common are told whole, however long', () => {
    const [before, after] = ['甲'.repeat(20_000), '乙'.repeat(20_000)];
    expect(stretchesBetween(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  });
});

test('likeness is 1 for equal texts, 0 for strangers, the same from both sides', () => {
  expect([likeness('', ''), likeness('率', '率'), likeness('完成率', '及时')]).toEqual([1, 1, 0]);
  expect(likeness('任务完成率', '任务完成情况')).toBeCloseTo(6 / 9);
  fc.assert(fc.property(prose, prose, (a, b) => likeness(a, b) === likeness(b, a) && likeness(a, b) <= 1));
});
