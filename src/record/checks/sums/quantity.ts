import type jsonata from 'jsonata';
import { Bare, flatMap } from '../../../base/index.ts';
import { type AmountField, words, yuanPower } from '../../../blueprint/index.ts';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  multiplyDecimals,
  parseDecimal,
  shiftDecimal,
  subtractDecimals,
  ZERO,
} from '../../decimal.ts';
import { isInnerSum } from '../../rows.ts';
import type { ScalarValue } from '../../types.ts';
import { type Budget, budgetIn, spend } from './steps.ts';

/** An amount in the unit of a check, and the values it was made of. `value` is null where one of them is blank. */
export type Quantity = { readonly value: Decimal | null; readonly terms: readonly ScalarValue[] };

/** What JSONata sees of an amount: nothing it could name, count with or compare. */
export type Opaque = { readonly [AMOUNT]: Quantity | ScalarValue };
const AMOUNT = Symbol('amount');

export const opaque = (amount: Quantity | ScalarValue): Opaque =>
  Object.freeze(Object.assign(new Bare(), { [AMOUNT]: amount }));

/** How amounts are looked at: in which unit, and from which budget. */
export type Look = { readonly unit: string; readonly budget: Budget };

/** The amounts in whatever an expression gave: nothing, one, a list of them, or groups of them; numbers are amounts. */
export function quantitiesIn(given: unknown, look: Look): readonly Quantity[] {
  spend(look.budget);
  if (Array.isArray(given)) return flatMap(given, (one) => quantitiesIn(one, look));
  if (typeof given === 'number') return [{ value: parseDecimal(String(given)), terms: [] }];
  if (typeof given !== 'object' || given === null) return [];
  if (!(AMOUNT in given)) return flatMap(Object.values(given), (one) => (isInner(one) ? [] : quantitiesIn(one, look)));
  const amount = given[AMOUNT] as Quantity | ScalarValue;
  return ['kind' in amount ? convert(amount, look.unit) : amount];
}

/** Whether an amount of a group adds others of that group: they are counted already. */
function isInner(given: unknown): boolean {
  if (typeof given !== 'object' || given === null || !(AMOUNT in given)) return false;
  const amount = given[AMOUNT] as Quantity | ScalarValue;
  return 'kind' in amount && isInnerSum(amount);
}

/** A value of the record in the unit of a check; what is no money keeps its number. */
export function convert(scalar: ScalarValue, unit: string): Quantity {
  if (scalar.text === '') return { value: null, terms: [scalar] };
  const number = parseDecimal(scalar.text);
  const from = yuanPower((scalar.field as AmountField).unit);
  const to = yuanPower(unit);
  return { value: from === null || to === null ? number : shiftDecimal(number, from - to), terms: [scalar] };
}

type Operation = (a: Decimal, b: Decimal) => Decimal;

const operations: readonly (readonly [string, Operation])[] = [
  [words.functions.sum, addDecimals],
  [words.functions.difference, subtractDecimals],
  [words.functions.product, multiplyDecimals],
  [words.functions.largest, (a, b) => (compareDecimals(a, b) < 0 ? b : a)],
  [words.functions.smallest, (a, b) => (compareDecimals(b, a) < 0 ? b : a)],
];

/** The functions of 检查 on amounts in one unit, by their names. The sum of nothing is 0. */
export const functionsIn = (
  unit: string,
): readonly (readonly [string, (this: Calling, ...given: unknown[]) => Opaque])[] =>
  operations.map(([name, operation]) => [
    name,
    function (...given) {
      const quantities = quantitiesIn(given, { unit, budget: budgetIn(this.environment) });
      const values = quantities.map(({ value }) => value).filter((value) => value !== null);
      const known = values.length === quantities.length;
      const value = known ? (values.length === 0 ? ZERO : values.reduce(operation)) : null;
      return opaque({ value, terms: flatMap(quantities, ({ terms }) => terms) });
    },
  ]);

/** What JSONata calls functions with. */
type Calling = { readonly environment: Pick<jsonata.Environment, 'lookup'> };
