import { flatMap } from '../../../base/index.ts';
import { words } from '../../../blueprint/index.ts';
import {
  absoluteDecimal,
  compareDecimals,
  type Decimal,
  multiplyDecimals,
  parseDecimal,
  subtractDecimals,
} from '../../decimal.ts';
import { roundedOf, roundingOf } from '../../tolerance.ts';
import type { ScalarValue } from '../../types.ts';
import type { CompiledSum } from './compile.ts';
import type { Formula } from './formula.ts';
import { firstScalar } from './input.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';
import type { Budget } from './steps.ts';

/** A side with its number in the unit of the check. */
export type KnownSide = { readonly formula: Formula; readonly value: Decimal; readonly terms: readonly ScalarValue[] };

/** One sum that does not hold, for the record or for one of its items. */
export type Breach = {
  readonly sum: CompiledSum;
  readonly left: KnownSide;
  /** The alternatives, the nearest first. */
  readonly right: readonly [KnownSide, ...KnownSide[]];
  /** A value inside the item; null where there is no 逐项. */
  readonly item: ScalarValue | null;
  readonly points: readonly ScalarValue[];
};

/** Quantities that are the same for all checks of a record, by unit and expression. */
export type Constants = Map<string, Quantity | null>;

/** One check of one record. */
export type Round = {
  readonly sum: CompiledSum;
  readonly input: object;
  readonly budget: Budget;
  readonly constants: Constants;
};

/** Where a sum does not hold in a record. One with a blank amount in it is not known, and is skipped. */
export async function breachesOf(round: Round): Promise<readonly Breach[]> {
  const { each, unit } = round.sum;
  const look = { unit, budget: round.budget };
  const items: unknown[] = [];
  for (const formula of each) items.push(...listed(await run(formula, round, undefined)));
  const quantity = async (formula: Formula, item: unknown): Promise<Quantity | null> => {
    const key = `${unit} ${formula.text}`;
    const settled = formula.ofItem ? undefined : round.constants.get(key);
    if (settled !== undefined) return settled;
    const [given = null] = quantitiesIn(await run(formula, round, item), look);
    // What is the same for every item is worked out once: a list summed for each of its items would take squares.
    if (!formula.ofItem) round.constants.set(key, given);
    return given;
  };
  const fixed = new Map<Formula, readonly ScalarValue[]>();
  const pointsAt = async (formula: Formula, item: unknown): Promise<readonly ScalarValue[]> => {
    const settled = fixed.get(formula);
    if (settled !== undefined) return settled;
    const terms = flatMap(quantitiesIn(await run(formula, round, item), look), (one) => one.terms);
    if (!formula.ofItem) fixed.set(formula, terms);
    return terms;
  };
  const breaches: Breach[] = [];
  for (const item of each.length === 0 ? [undefined] : items) {
    const breach = await breachOf(round, item, { quantity, pointsAt });
    if (breach) breaches.push(breach);
  }
  return breaches;
}

/** More places than this nobody looks at. */
const MOST_POINTS = 20;

/** What formulas give for an item; what is the same for all items is worked out once. */
type Answers = {
  readonly quantity: (formula: Formula, item: unknown) => Promise<Quantity | null>;
  readonly pointsAt: (formula: Formula, item: unknown) => Promise<readonly ScalarValue[]>;
};

async function breachOf(round: Round, item: unknown, { quantity, pointsAt }: Answers): Promise<Breach | null> {
  const { sum } = round;
  const left = sideOf(sum.left, await quantity(sum.left, item));
  if (left === null) return null;
  const right: KnownSide[] = [];
  for (const formula of sum.right) {
    const side = sideOf(formula, await quantity(formula, item));
    if (side === null || holds(sum, left, side)) return null;
    right.push(side);
  }
  const [nearest, ...others] = right.toSorted((a, b) => compareDecimals(gap(left, a), gap(left, b)));
  if (nearest === undefined) return null;
  const points: ScalarValue[] = [];
  for (const formula of sum.points) points.push(...(await pointsAt(formula, item)).slice(0, MOST_POINTS));
  const [own] = flatMap(quantitiesIn(item, { unit: sum.unit, budget: round.budget }), ({ terms }) => terms);
  return { sum, left, right: [nearest, ...others], item: firstScalar(item) ?? own ?? null, points };
}

const sideOf = (formula: Formula, quantity: Quantity | null): KnownSide | null =>
  quantity === null || quantity.value === null ? null : { formula, value: quantity.value, terms: quantity.terms };

/** Names are followed as JSONata would, at a hundredth of the time; most sides of most checks are names. */
const run = async ({ expression, names, ofItem }: Formula, round: Round, item: unknown): Promise<unknown> =>
  names === null
    ? expression.evaluate(round.input, { [words.item]: item, budget: round.budget })
    : names.reduce((at, name) => (at as Readonly<Record<string, unknown>>)[name], ofItem ? item : round.input);

const listed = (given: unknown): readonly unknown[] =>
  Array.isArray(given) ? given : given === undefined ? [] : [given];

/** How far two sides are from each other. */
export const gap = (left: KnownSide, right: KnownSide): Decimal =>
  absoluteDecimal(subtractDecimals(left.value, right.value));

function holds(sum: CompiledSum, left: KnownSide, right: KnownSide): boolean {
  const { relation } = sum.check;
  const order = compareDecimals(left.value, right.value);
  if ((relation === 'atMost' && order < 0) || (relation === 'atLeast' && order > 0)) return true;
  return compareDecimals(gap(left, right), toleranceOf(sum, left, right)) <= 0;
}

const PERCENT: Decimal = { units: 1n, scale: 2 };

function toleranceOf({ check, unit }: CompiledSum, left: KnownSide, right: KnownSide): Decimal {
  const { tolerance } = check;
  if (tolerance === null) return roundingOf(roundedOf(left.terms) + roundedOf(right.terms), unit);
  const said = parseDecimal(tolerance.digits);
  return tolerance.percent ? multiplyDecimals(multiplyDecimals(said, PERCENT), absoluteDecimal(right.value)) : said;
}
