import { describe, expect, test } from 'vitest';
import { words } from '../../../src/blueprint/index.ts';
import { inputOf } from '../../../src/record/checks/sums/input.ts';
import { parseExpression } from '../../../src/record/checks/sums/parse.ts';
import { functionsIn, quantitiesIn } from '../../../src/record/checks/sums/quantity.ts';
import { type Budget, countSteps } from '../../../src/record/checks/sums/steps.ts';
import { straighten } from '../../../src/record/checks/sums/straight.ts';
import { type CheckedRecord, readRecord } from '../../../src/record/index.ts';
import { parseSource } from '../../../src/source/index.ts';
import { commons, formWith, openedShelf, successOf, worldOf } from '../blueprint/support.ts';
import { FILE } from './support.ts';

const fields = formWith(
  '总额: { 类型: 金额, 单位: 万元 }',
  '支出: { 类型: 组, 单位: 万元, 字段: { 基本: 金额, 项目: 金额 } }',
  '任务: { 类型: 列表, 单位: 元, 字段: { 名称: 文字, 资金: 金额, 分项: { 类型: 列表, 字段: { 名: 文字, 钱: 金额 } } } }',
);

const tasks: readonly (readonly [string, string])[] = [
  ['no', '任务: []'],
  ['one', '任务:\n  - 名称: 甲\n    资金: 10000\n    分项: []'],
  ['one with one part', '任务:\n  - 名称: 甲\n    资金: 10000\n    分项:\n      - 名: 子\n        钱: 5000'],
  [
    'several',
    '任务:\n  - 名称: 甲\n    资金: 10000\n    分项:\n      - 名: 子\n        钱: 5000\n      - 名: 丑\n        钱:\n  - 名称: 乙\n    资金:\n    分项: []\n  - 名称: 丙\n    资金: 3\n    分项:\n      - 名: 寅\n        钱: 7',
  ],
];

/** Each with whether it can be worked out without JSONata. */
const sides: readonly (readonly [string, boolean])[] = [
  ['总额', true],
  ['支出', true],
  ['支出.基本', true],
  ['任务', true],
  ['任务.资金', true],
  ['任务.分项', true],
  ['任务.分项.钱', true],
  ['$项', true],
  ['$项.资金', true],
  ['$项.分项.钱', true],
  ['$和(任务.资金)', true],
  ['$和($项.分项.钱, 总额)', true],
  ['$差(总额, $乘(支出.基本, 1.05), $最大(任务.资金, 0))', true],
  ['任务[名称 = "甲"].资金', false],
  ['$和(任务[名称 != "甲"].资金)', false],
];

describe('an expression worked out without JSONata', () => {
  test.each(sides)('%s gives what JSONata gives, in as many steps', async (text, isStraight) => {
    for (const [, list] of tasks) {
      const { root, blueprint } = recordWith(list);
      const parsed = parseExpression(text, blueprint.fields);
      if (!parsed.ok) throw new Error(parsed.fault.message);
      const { expression, tree } = parsed;
      const straight = straighten(tree);
      expect(straight !== null).toBe(isStraight);
      if (straight === null) continue;
      const functions = functionsIn(UNIT);
      countSteps(expression);
      for (const [name, work] of functions) expression.registerFunction(name, work);
      const input = inputOf(root);
      for (const item of itemsOf(root)) {
        const [own, other]: [Budget, Budget] = [{ spent: 0 }, { spent: 0 }];
        const got = straight({ input, item, budget: own, functions: new Map(functions) });
        const wanted: unknown = await expression.evaluate(input, { [words.item]: item, budget: other });
        expect(quantitiesIn(got, { unit: UNIT, budget: own })).toEqual(
          quantitiesIn(wanted, { unit: UNIT, budget: other }),
        );
        expect(own).toEqual(other);
      }
    }
  });
});

const UNIT = '元';

function recordWith(list: string): CheckedRecord {
  const shelf = openedShelf(worldOf({ ...commons, 'templates/表一/form.yaml': fields }));
  const text = `表: 表一\n总额: 12\n支出: { 基本: 1.5, 项目: 2 }\n${list}\n`;
  return successOf(readRecord(successOf(parseSource(FILE, text)), shelf));
}

/** What 逐项 may go through: the items of a list, and an amount. */
function itemsOf(root: CheckedRecord['root']): readonly unknown[] {
  const input = inputOf(root) as { readonly 任务: readonly unknown[]; readonly 总额: unknown };
  return [undefined, input.总额, ...input.任务];
}
