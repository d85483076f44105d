import { words } from '../../blueprint/index.ts';
import { type Decimal, parseDecimal, shiftDecimal, wholeDecimal } from '../decimal.ts';
import { parseNumerals } from './numerals.ts';
import type { Quantity } from './types.ts';

const { hundred, thousand, tenThousand, hundredMillion } = words.money;

/** Longer numbers are no counts of anything, and cost time to read. */
const MOST_DIGITS = 24;

/** 020 is the area code of a telephone. */
const digitsAt = /-?(?!0\d)(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?/y;
const percentWordsAt = /百分之/y;
const numeralsAt = /[零一二两三四五六七八九十百]{1,6}/y;
const tenthsAt =
  /(?<ones>[一二三四五六七八九十]|\d(?:\.\d)?)成(?<half>半?)(?!本|果|功|员|效|年|立|都|交|就|绩|长|型|品|人)/y;
const percentSignAt = / ?(?:%|‰)/y;
const multipleAt = / ?(?:[百千]?万|[百千万]?亿)/y;

/** A unit: letters with `/` or `·` between them, such as 人次, 元/人·月, m2 or 个工作日; 至 and 到 lead to another number. */
const unitAt =
  / ?(?:(?![至到])[\p{Script=Han}A-Za-z℃°㎡㎥㎏㎞㎜㎝μ²³]|(?<=m)[23]){1,10}(?:[/·](?:(?![至到])[\p{Script=Han}A-Za-z℃㎡㎥²³]|(?<=m)[23]){1,10}){0,3}/uy;

/** A quantity and where it ends. */
export type QuantityAt = { readonly quantity: Quantity; readonly end: number };

/**
 * The quantity that begins at an index of a folded text; null where none does. `limit` is where the unit ends at the
 * latest.
 */
export function quantityAt(text: string, start: number, limit = text.length): QuantityAt | null {
  const spoken = spokenPercentAt(text, start);
  if (spoken !== null) return spoken.end <= limit ? spoken : null;
  const digits = matchAt(digitsAt, text, start);
  if (digits === null || digits.length > MOST_DIGITS) return null;
  const number = numberOf(digits);
  let end = start + digits.length;
  const sign = matchAt(percentSignAt, text, end);
  if (sign !== null) {
    const perMille = sign.endsWith('‰');
    return { quantity: percentOf(perMille ? shiftDecimal(number, -1) : number), end: end + sign.length };
  }
  const multiple = matchAt(multipleAt, text, end) ?? '';
  end += multiple.length;
  const unit = (matchAt(unitAt, text, end) ?? '').slice(0, Math.max(0, limit - end));
  end += unit.length;
  return { quantity: { number, percent: false, multiple: powerOf(multiple.trim()), unit: unit.trim() }, end };
}

/** 百分之九十, 百分之95 or 九成. */
function spokenPercentAt(text: string, start: number): QuantityAt | null {
  if (matchAt(percentWordsAt, text, start) !== null) {
    const from = start + 3;
    const numerals = matchAt(numeralsAt, text, from);
    const value = numerals === null ? null : parseNumerals(numerals);
    if (numerals !== null && value !== null)
      return { quantity: percentOf(wholeDecimal(value)), end: from + numerals.length };
    const digits = matchAt(digitsAt, text, from);
    if (digits === null || digits.length > MOST_DIGITS) return null;
    return { quantity: percentOf(numberOf(digits)), end: from + digits.length };
  }
  tenthsAt.lastIndex = start;
  const { ones, half } = tenthsAt.exec(text)?.groups ?? {};
  if (ones === undefined) return null;
  const tens = parseNumerals(ones);
  const tenth = tens === null ? shiftDecimal(parseDecimal(ones), 1) : wholeDecimal(tens * 10);
  const number = half ? { units: tenth.units + 5n, scale: tenth.scale } : tenth;
  return { quantity: percentOf(number), end: tenthsAt.lastIndex };
}

/** Whether nothing is said of what a number counts: neither a unit nor a multiple, and no percent. */
export const isBare = ({ percent, unit, multiple }: Quantity): boolean => !percent && unit === '' && multiple === 0;

/** What {@link digitsAt} found, as a number. */
const numberOf = (digits: string): Decimal => parseDecimal(digits.replaceAll('，', ','));

const percentOf = (number: Decimal): Quantity => ({ number, percent: true, multiple: 0, unit: '' });

const powers: Readonly<Record<string, number>> = { [hundred]: 2, [thousand]: 3, [tenThousand]: 4, [hundredMillion]: 8 };
const powerOf = (multiple: string): number => [...multiple].reduce((sum, word) => sum + (powers[word] ?? 0), 0);

function matchAt(pattern: RegExp, text: string, start: number): string | null {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? null;
}
