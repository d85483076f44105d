import { type Diagnostic, diagnostic, flatMap, pathText } from '../base/index.ts';
import type { AmountField, SumPath } from '../blueprint/index.ts';
import {
  absoluteDecimal,
  compareDecimals,
  type Decimal,
  parseDecimal,
  plainDecimal,
  printAmount,
  subtractDecimals,
  sumOfDecimals,
} from './decimal.ts';
import { filledItems, filledRows } from './rows.ts';
import { roundedOf, roundingOf } from './tolerance.ts';
import type { GroupValue, ScalarValue, Value } from './types.ts';

/** Computes the sums the author left out and checks those he wrote. */
export function fillSums(root: GroupValue): { readonly root: GroupValue; readonly found: readonly Diagnostic[] } {
  const found: Diagnostic[] = [];

  const fillGroup = (group: GroupValue): GroupValue => {
    const members = [...group.members].map(([name, member]) => [name, fill(member)] as const);
    const computed = members.some(([, member]) => member.kind === 'scalar' && member.origin.kind === 'computed');
    return { ...group, given: group.given || computed, members: new Map(members) };
  };
  const fill = (value: Value): Value => {
    if (value.kind === 'group') return fillGroup(value);
    if (value.kind !== 'scalar' || value.field.kind !== 'amount' || value.field.sumOf === null) return value;
    return fillAmount(value, value.field, value.field.sumOf);
  };
  const fillAmount = (value: ScalarValue, field: AmountField, sumOf: readonly SumPath[]): ScalarValue => {
    const paths = sumOf.map((path) => path.map(({ name }) => name));
    const terms = flatMap(paths, (path) => collect(root, path));
    const blanks = terms.filter(({ text }) => text === '');
    const at = value.origin.span;
    if (blanks.length > 0) {
      if (value.text === '') found.push(unknownSum(value, blanks));
      return value;
    }
    const total = sumOfDecimals(terms.map(({ text }) => parseDecimal(text)));
    const text = printAmount(plainDecimal(total), field.print);
    if (value.text === '') {
      const path = 'path' in value.origin ? value.origin.path : [];
      return { ...value, text, origin: { kind: 'computed', path, span: at } };
    }
    const difference = absoluteDecimal(subtractDecimals(parseDecimal(value.text), total));
    if (difference.units === 0n) return value;
    const rounded = compareDecimals(difference, roundingIn(terms, value, field.unit)) <= 0;
    const sum: WrongSum = {
      sum: value,
      total: plainDecimal(total),
      of: someOf(paths.map((path) => path.join('.'))),
    };
    found.push(rounded ? roundedSum(sum, plainDecimal(difference)) : wrongSum(sum));
    return value;
  };

  return { root: fillGroup(root), found };
}

/** The amounts that a path leads to. A row with nothing in it has none. */
function collect(value: Value | undefined, path: readonly string[]): ScalarValue[] {
  if (value?.kind === 'tree') return flatMap(filledRows(value), (row) => collect(row, path));
  if (value?.kind === 'list') return flatMap(filledItems(value), (item) => collect(item, path));
  if (value?.kind === 'group') return collect(value.members.get(path[0] ?? ''), path.slice(1));
  return value?.kind === 'scalar' && path.length === 0 ? [value] : [];
}

/** Names of amounts that are told at most; the others are counted. */
const MOST_NAMES = 4;

const someOf = (names: readonly string[]): string =>
  `${names.slice(0, MOST_NAMES).join('、')}${names.length > MOST_NAMES ? `等 ${names.length} 项` : ''}`;

function unknownSum(sum: ScalarValue, blanks: readonly ScalarValue[]): Diagnostic {
  const places = new Map(blanks.map(({ origin }) => [origin.span.start, origin.span]));
  return diagnostic({
    code: 'A9',
    severity: 'warning',
    at: sum.origin.span,
    message: `“${nameOf(sum)}”算不出来：${someOf(blanks.map((blank) => `“${nameOf(blank)}”`))}空着`,
    advice: '空着不等于 0：没有就填 0，或者直接写出合计。',
    related: [...places.values()].slice(0, MOST_NAMES).map((at) => ({ at, message: '空着的一项' })),
  });
}

/** A total written by the author, what it ought to be, and the paths of its terms. */
type WrongSum = { readonly sum: ScalarValue; readonly total: string; readonly of: string };

const wrongSum = ({ sum, total, of }: WrongSum): Diagnostic =>
  diagnostic({
    code: 'A9',
    at: sum.origin.span,
    message: `“${nameOf(sum)}”写的是 ${sum.text}，各项（${of}）之和是 ${total}`,
    advice: `改成 ${total}，或删去这一项，由程序求和。`,
  });

/** Totals are often summed before they are rounded, and an approved total is not the author's to change. */
const roundedSum = ({ sum, total, of }: WrongSum, difference: string): Diagnostic =>
  diagnostic({
    code: 'A9',
    severity: 'hint',
    at: sum.origin.span,
    message: `“${nameOf(sum)}”写的是 ${sum.text}，各项（${of}）之和是 ${total}，差 ${difference}，像是四舍五入`,
    advice: `要和各项一致，就改成 ${total}；按批复的数填，可以不改。`,
  });

/**
 * What rounding can explain between a total and its terms: no more than the tolerance of all sums, and no more than
 * half of the last digit typed of each of them, so that amounts typed to the yuan are not let off by hundreds.
 */
function roundingIn(terms: readonly ScalarValue[], total: ScalarValue, unit: string): Decimal {
  const scale = Math.max(...[total, ...terms].map(({ text }) => parseDecimal(text).scale));
  const rounded = roundedOf(terms);
  const halves: Decimal = { units: 5n * BigInt(rounded + 1), scale: scale + 1 };
  const usual = roundingOf(rounded, unit);
  return compareDecimals(halves, usual) < 0 ? halves : usual;
}

const nameOf = ({ field, origin }: ScalarValue): string => ('path' in origin ? pathText(origin.path) : field.name);
