import { codes } from '../base/index.ts';
import { entry, type Mapping, type Node, type Scalar } from '../source/index.ts';
import { levelIn, looksLikeRule, OWN, requireReason, rules, sumRules } from './check-rules.ts';
import { type Reading, seenAt } from './reading.ts';
import type { Relation, SumCheck, SumSide, Tolerance } from './types.ts';
import { words } from './vocabulary.ts';

const w = words.check;
const sumKeys: readonly string[] = Object.values(w);

/** A sum of the form; null where it is switched off or lacks a side (reported). */
export function readSum(key: Scalar, map: Mapping, reading: Reading): SumCheck | null {
  const rule = rules.find((one) => one === key.text);
  if (rule ? !sumRules.has(rule) : looksLikeRule(key.text)) {
    const seen = rule ? `规则 ${rule}（${codes[rule]}）不是算式，不能自己写` : `没有“${key.text}”这条规则`;
    const advice = `算式的规则有：${[...sumRules.keys()].join('、')}；别的检查起一个名称，例如“结余: { …… }”。`;
    reading.report('C001', key.span, seen, advice);
    return null;
  }
  reading.onlyKeys(map, sumKeys, `检查“${key.text}”`);
  const code = rule ?? OWN;
  const usual = sumRules.get(code) ?? 'warning';
  const level = levelIn(map, reading) ?? usual;
  if (level === 'off' || (rule && level !== usual)) requireReason(key, map, reading);
  if (level === 'off') return null;
  const sides = readSides(key, map, reading);
  return (
    sides && {
      code,
      name: key.text,
      each: scalarsIn(map, w.each, reading),
      ...sides,
      unit: reading.scalar(map, w.unit)?.text ?? null,
      tolerance: readTolerance(map, reading),
      severity: level,
      message: reading.scalar(map, w.message),
      points: scalarsIn(map, w.points, reading),
      at: key.span,
    }
  );
}

function readSides(
  key: Scalar,
  map: Mapping,
  reading: Reading,
): { readonly left: Scalar; readonly relation: Relation; readonly right: readonly SumSide[] } | null {
  const { equal, atMost, atLeast } = words.relations;
  const choices = { [equal]: 'equal', [atMost]: 'atMost', [atLeast]: 'atLeast' } as const;
  const left = reading.scalar(map, w.left);
  const relation = reading.choice<Relation | null>(map, w.relation, choices, null);
  const right = rightsIn(map, reading);
  for (const [word, example] of [
    [w.left, '$和(甲, 乙)'],
    [w.relation, equal],
    [w.right, '丙'],
  ] as const) {
    const value = entry(map, word)?.value;
    if (value !== undefined && !isEmpty(value)) continue;
    reading.report('C001', key.span, `检查“${key.text}”缺“${word}”`, `加上“${word}: ${example}”这样的一行。`);
  }
  return left && relation && right.length > 0 ? { left, relation, right } : null;
}

const isEmpty = (node: Node): boolean => {
  if (node.kind === 'scalar') return node.blank;
  return node.kind === 'list' ? node.items.length === 0 : node.entries.length === 0;
};

/** One expression, a list of them, or a map of names and expressions. */
function rightsIn(map: Mapping, reading: Reading): readonly SumSide[] {
  const value = entry(map, w.right)?.value;
  if (value?.kind !== 'map') return scalarsIn(map, w.right, reading).map((text) => ({ name: null, text }));
  return value.entries.flatMap(({ key }) => {
    const text = reading.scalar(value, key.text);
    return text ? [{ name: key.text, text }] : [];
  });
}

const scalarsIn = (map: Mapping, key: string, reading: Reading): readonly Scalar[] =>
  reading.oneOrMore(map, key, { each: '一个算式', such: '[甲, 乙]' });

function readTolerance(map: Mapping, reading: Reading): Tolerance | null {
  const said = reading.scalar(map, w.tolerance);
  if (said === null) return null;
  const digits = said.text.endsWith('%') ? said.text.slice(0, -1) : said.text;
  if (/^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(digits)) return { digits, percent: digits !== said.text };
  const advice = `写一个数（和“${w.unit}”的单位相同），或者写百分数，例如 0.05 或 0.5%。`;
  reading.report('B004', seenAt(map, w.tolerance), `“${w.tolerance}”不是数：“${said.text}”`, advice);
  return null;
}
