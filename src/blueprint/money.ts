import { words } from './vocabulary.ts';

const { yuan, ten, hundred, thousand, tenThousand, hundredMillion } = words.money;

/** Multiples of 元 by the words before it, as powers of ten. */
export const moneyPowers: ReadonlyMap<string, number> = new Map([
  ['', 0],
  [ten, 1],
  [hundred, 2],
  [thousand, 3],
  [tenThousand, 4],
  [ten + tenThousand, 5],
  [hundred + tenThousand, 6],
  [thousand + tenThousand, 7],
  [hundredMillion, 8],
]);

/** The power of ten of a unit such as 元 or 万元; null for units that are no multiple of 元. */
export const yuanPower = (unit: string): number | null =>
  unit.endsWith(yuan) ? (moneyPowers.get(unit.slice(0, -yuan.length)) ?? null) : null;

/** Whether amounts in one unit can be told in another: both are multiples of 元, or the same. */
export const isConvertible = (from: string, to: string): boolean =>
  from === to || (yuanPower(from) !== null && yuanPower(to) !== null);
