import type { SpanWords } from '../../blueprint/index.ts';
import type { ScalarValue } from '../types.ts';
import type { Indicator } from './survey.ts';

const named = ({ field }: ScalarValue, words: readonly string[]): boolean =>
  words.some((word) => field.name.includes(word));

/** The values for the year: those of columns that say so, else of all that do not speak of the whole period. */
export function yearTargets({ targets }: Indicator, { year, period }: SpanWords): readonly ScalarValue[] {
  const ofYear = targets.filter((value) => named(value, year));
  return ofYear.length > 0 ? ofYear : targets.filter((value) => !named(value, period));
}

/** The value for the whole period and the one for the year, where a form has one of each; else null. */
export function periodAndYear(
  { targets }: Indicator,
  { year, period }: SpanWords,
): { readonly period: ScalarValue; readonly year: ScalarValue } | null {
  if (targets.length < 2) return null;
  const ofYear = targets.filter((value) => named(value, year) && !named(value, period));
  const ofPeriod = targets.filter((value) => named(value, period) && !named(value, year));
  const [oneYear] = ofYear;
  const [onePeriod] = ofPeriod;
  if (ofYear.length !== 1 || ofPeriod.length !== 1 || !oneYear || !onePeriod) return null;
  return { period: onePeriod, year: oneYear };
}
