import { flatMap } from '../../base/index.ts';
import type { Operator } from './types.ts';

/** What people write before a number, by the sign it means; longer words first where one begins another. */
const leading: readonly (readonly [Operator, readonly string[]])[] = [
  [
    '≥',
    [
      '>=',
      '=>',
      '≥',
      '≧',
      '⩾',
      '大于或等于',
      '大于等于',
      '高于或等于',
      '不得低于',
      '不得少于',
      '不应低于',
      '不低于',
      '不少于',
      '不小于',
      '至少',
      '最少',
      '最低',
      '起码',
    ],
  ],
  [
    '≤',
    [
      '<=',
      '=<',
      '≤',
      '≦',
      '⩽',
      '小于或等于',
      '小于等于',
      '低于或等于',
      '不得超过',
      '不得高于',
      '不应超过',
      '不超过',
      '不高于',
      '不多于',
      '不大于',
      '至多',
      '最多',
      '最高',
      '控制在',
    ],
  ],
  ['>', ['>', '大于', '超过', '高于', '多于']],
  ['<', ['<', '小于', '低于', '少于', '不足', '不到', '不满']],
  ['≈', ['≈', '~', '约为', '大约', '大概', '约', '近']],
  ['=', ['=', '等于', '达到', '达', '实现', '完成', '共计', '共', '为']],
];

const signs: ReadonlyMap<string, Operator> = new Map(
  flatMap(leading, ([operator, words]) => words.map((word) => [word, operator] as const)),
);
const leadingAt = new RegExp([...signs.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'y');

/** The operator that stands at an index of a folded text, and where it ends. */
export function operatorAt(text: string, start: number): { readonly operator: Operator | null; readonly end: number } {
  leadingAt.lastIndex = start;
  const word = leadingAt.exec(text)?.[0];
  if (word === undefined) return { operator: null, end: start };
  return { operator: signs.get(word) ?? null, end: start + word.length };
}

/** What people write behind a number. */
const trailing: readonly (readonly [string, Operator])[] = [
  ['以上', '≥'],
  ['以下', '≤'],
  ['以内', '≤'],
  ['之内', '≤'],
  ['左右', '≈'],
  ['上下', '≈'],
  ['内', '≤'],
];

/** The bound a folded text ends with, and where it begins; 含 and 及 before it belong to it. */
export function boundBefore(text: string, end: number): { readonly operator: Operator | null; readonly start: number } {
  for (const [word, operator] of trailing) {
    if (!text.endsWith(word, end)) continue;
    let start = end - word.length;
    for (const link of ['(含)', '（含）', '及其', '及', ' ']) if (text.endsWith(link, start)) start -= link.length;
    return { operator, start };
  }
  return { operator: null, start: end };
}

/** The sign of both together: what stands before the number counts, unless it only says that it is reached. */
export const joined = (before: Operator | null, behind: Operator | null): Operator | null =>
  behind !== null && (before === null || before === '=') ? behind : before;
