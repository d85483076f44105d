import { yuanPower } from '../blueprint/index.ts';
import { compareDecimals, type Decimal, multiplyDecimals, shiftDecimal, wholeDecimal, ZERO } from './decimal.ts';
import type { ScalarValue } from './types.ts';

/** Amounts in 万元 are published to two decimals, so each may be off by half of the last one. */
const PER_TERM: Decimal = { units: 5n, scale: 3 };
const AT_LEAST: Decimal = { units: 2n, scale: 2 };
const UNIT_POWER = 4;

/** How many amounts may have been rounded: a nought is none of them. */
export const roundedOf = (terms: readonly ScalarValue[]): number =>
  terms.filter(({ text }) => /[1-9]/u.test(text)).length;

/**
 * How far two sides of a sum may differ by rounding, in `unit`: 0.005 万元 for each of so many terms, 0.02 万元 at least.
 * What is no money is counted, not rounded: 0.
 */
export function roundingOf(terms: number, unit: string): Decimal {
  const power = yuanPower(unit);
  if (power === null) return ZERO;
  const each = multiplyDecimals(PER_TERM, wholeDecimal(terms));
  return shiftDecimal(compareDecimals(each, AT_LEAST) < 0 ? AT_LEAST : each, UNIT_POWER - power);
}
