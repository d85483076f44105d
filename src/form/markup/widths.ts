import type { ColumnWish } from '../types.ts';

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
  return words.flatMap((word): ColumnWish[] => {
    if (word === '') return [];
    if (word === AUTO) return [freeColumn];
    const bounds = range.exec(word);
    if (bounds === null) return [Number(word)];
    return [{ least: Number(bounds[1] ?? 0), most: Number(bounds[2] ?? 100) }];
  });
}

/** A column without bounds. */
export const freeColumn: ColumnWish = { least: 0, most: 100 };
