import { moneyPowers, words } from '../blueprint/index.ts';

const { yuan } = words.money;

/** A number with a multiple such as 万, 百万 or 亿 and 元 after it, or without them. */
const spoken = new RegExp(
  `^(?<number>-?\\d[\\d,]*(?:\\.\\d+)?)(?<multiple>[${[...moneyPowers.keys()].join('')}]*)(?<yuan>${yuan}?)$`,
);

/** An amount as people say it: its digits, and the power of ten of its words; null where it has no words. */
export type Spoken = { readonly number: string; readonly power: number | null };

/** Reads a text such as 840万, 1.5亿元 or 3,109.75; null for any other. */
export function parseSpoken(text: string): Spoken | null {
  const { number, multiple, yuan: unit } = spoken.exec(text)?.groups ?? {};
  const power = moneyPowers.get(multiple ?? '');
  if (number === undefined || power === undefined) return null;
  return { number, power: multiple || unit ? power : null };
}
