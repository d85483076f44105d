import { words } from '../blueprint/index.ts';

const { yuan, ten, hundred, thousand, tenThousand, hundredMillion } = words.money;

/** Multiples of 元 by the words before it, as powers of ten. */
const powers: ReadonlyMap<string, number> = new Map([
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

/** A number with a multiple such as 万, 百万 or 亿 and 元 after it, or without them. */
const spoken = new RegExp(
  `^(?<number>-?\\d[\\d,]*(?:\\.\\d+)?)(?<multiple>[${[...powers.keys()].join('')}]*)(?<yuan>${yuan}?)$`,
);

/** An amount as people say it: its digits, and the power of ten of its words; null where it has no words. */
export type Spoken = { readonly number: string; readonly power: number | null };

/** Reads a text such as 840万, 1.5亿元 or 3,109.75; null for any other. */
export function parseSpoken(text: string): Spoken | null {
  const { number, multiple, yuan: unit } = spoken.exec(text)?.groups ?? {};
  const power = powers.get(multiple ?? '');
  if (number === undefined || power === undefined) return null;
  return { number, power: multiple || unit ? power : null };
}

/** The power of ten of a unit such as 元 or 万元; null for units that are no multiple of 元. */
export const yuanPower = (unit: string): number | null =>
  unit.endsWith(yuan) ? (powers.get(unit.slice(0, -yuan.length)) ?? null) : null;
