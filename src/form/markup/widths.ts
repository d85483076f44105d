import { flatMap, PERCENT_SLACK, roundedPercents } from '../../base/index.ts';
import type { ColumnWish } from '../types.ts';
import { MOST_COLUMNS } from './vocabulary.ts';

const AUTO = 'auto';
const range = /^(\d+(?:\.\d+)?)?\.\.(\d+(?:\.\d+)?)?$/;
const percent = /^\d+(?:\.\d+)?$/;

/** What `columns` of a band may say: numbers, `auto`, and ranges such as 12..30, 12.. and ..30. */
export const areWidths = (value: string): boolean =>
  value
    .trim()
    .split(/\s+/)
    .every((word) => word === AUTO || percent.test(word) || isRange(word));

function isRange(word: string): boolean {
  const bounds = range.exec(word);
  return bounds !== null && word !== '..' && Number(bounds[1] ?? 0) <= Number(bounds[2] ?? 100);
}

/** The columns of a checked attribute; null for a single `auto`, which stands for all columns. */
export function readWidths(value: string): readonly ColumnWish[] | null {
  const words = value.trim().split(/\s+/);
  if (words.length === 1 && words[0] === AUTO) return null;
  return flatMap(words, (word): ColumnWish[] => {
    if (word === '') return [];
    if (word === AUTO) return [freeColumn];
    const bounds = range.exec(word);
    if (bounds === null) return [Number(word)];
    return [{ least: Number(bounds[1] ?? 0), most: Number(bounds[2] ?? 100) }];
  });
}

/** Why these columns cannot fill the width, and what to do; null where they can. */
export function widthsFault(columns: readonly ColumnWish[]): { readonly why: string; readonly advice: string } | null {
  const least = columns.reduce<number>((sum, wish) => sum + (typeof wish === 'number' ? wish : wish.least), 0);
  const most = columns.reduce<number>((sum, wish) => sum + (typeof wish === 'number' ? wish : wish.most), 0);
  if (columns.length > MOST_COLUMNS) return { why: `有 ${columns.length} 栏`, advice: `一段至多 ${MOST_COLUMNS} 栏。` };
  if (columns.includes(0)) return { why: '有一栏宽是 0', advice: '删去这一栏，或写它占的百分数。' };
  if (columns.every((wish) => typeof wish === 'number')) {
    if (Math.abs(least - 100) <= PERCENT_SLACK) return null;
    return { why: `加起来是 ${roundedPercents(least)}，不是 100`, advice: adviseSum(columns, least) };
  }
  if (least > 100 + PERCENT_SLACK)
    return { why: `最窄合起来也有 ${roundedPercents(least)}，凑不成 100`, advice: '减小写死的栏宽或下限。' };
  if (most < 100 - PERCENT_SLACK)
    return {
      why: `最宽合起来只有 ${roundedPercents(most)}，凑不成 100`,
      advice: '加大写死的栏宽或上限，或让一栏写 auto。',
    };
  return null;
}

/** With the widest column made to fit where that is possible. */
function adviseSum(columns: readonly number[], total: number): string {
  const widest = columns.indexOf(Math.max(...columns));
  const fitting = columns.map((width, i) => (i === widest ? roundedPercents(width + 100 - total) : width));
  const sum = '把 columns 里的数改成和为 100';
  return (fitting[widest] ?? 0) > 0 ? `${sum}，例如 columns="${fitting.join(' ')}"。` : `${sum} 的正数。`;
}

/** A column without bounds. */
export const freeColumn: ColumnWish = { least: 0, most: 100 };
