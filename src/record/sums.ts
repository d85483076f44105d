import { type Diagnostic, diagnostic, flatMap, pathText } from '../base/index.ts';
import { type AmountField, type AmountPrint, type Field, isSum, type SumPath } from '../blueprint/index.ts';
import {
  absoluteDecimal,
  compareDecimals,
  type Decimal,
  parseDecimal,
  plainDecimal,
  printDecimal,
  subtractDecimals,
  sumOfDecimals,
} from './decimal.ts';
import { filledItems, filledRows, isFilled } from './rows.ts';
import { roundedOf, roundingOf } from './tolerance.ts';
import type { GroupValue, ScalarValue, TreeNode, Value } from './types.ts';

/**
 * Computes the sums the author left out and checks those he wrote. In an item of a list, and in a row of indicators, a
 * sum adds what stands there; a row with nothing in it has none.
 */
export function fillSums(root: GroupValue): { readonly root: GroupValue; readonly found: readonly Diagnostic[] } {
  const found: Diagnostic[] = [];
  /** Sums that are looked at, as they stand afterwards: others may add them. */
  const settled = new Map<ScalarValue, ScalarValue>();
  /** Sums that their author wrote, and that are not what they add up to. */
  const wrong = new Set<ScalarValue>();
  /** Blank sums that add something unknown; other blank ones have nothing to add. */
  const unknown = new Set<ScalarValue>();

  const fillGroup = (group: GroupValue, scope: GroupValue): GroupValue => {
    const members = [...group.members].map(([name, member]) => [name, fill(member, scope)] as const);
    const computed = members.some(([, member]) => member.kind === 'scalar' && member.origin.kind === 'computed');
    return { ...group, given: group.given || computed, members: new Map(members) };
  };
  const fillRow = <Row extends Value>(row: Row): Row | GroupValue =>
    row.kind === 'group' && isFilled(row) ? fillGroup(row, row) : row;
  const fillNode = (node: TreeNode): TreeNode => ({
    ...node,
    below: node.below.map(fillNode),
    rows: node.rows.map(fillRow),
  });
  const fill = (value: Value, scope: GroupValue): Value => {
    switch (value.kind) {
      case 'group':
        return fillGroup(value, scope);
      case 'list':
        return hasSums(value.field) ? { ...value, items: value.items.map(fillRow) } : value;
      case 'tree':
        return hasSums(value.field) ? { ...value, nodes: value.nodes.map(fillNode) } : value;
      default:
        return settle(value, scope);
    }
  };
  const settle = (value: ScalarValue, scope: GroupValue): ScalarValue => {
    const { field } = value;
    if (field.kind !== 'amount' || field.sumOf === null) return value;
    const known = settled.get(value) ?? sumUp(value, field, termsOf(field.sumOf, scope));
    settled.set(value, known);
    return known;
  };
  const termsOf = (paths: readonly SumPath[], scope: GroupValue): readonly ScalarValue[] =>
    flatMap(paths, (path) =>
      collect(
        { value: scope, scope },
        path.map(({ name }) => name),
      ),
    ).map((term) => settle(term.value, term.scope));
  const sumUp = (value: ScalarValue, field: AmountField, terms: readonly ScalarValue[]): ScalarValue => {
    const blanks = terms.filter((term) => term.text === '' && (unknown.has(term) || !field.blankIsNought));
    const at = value.origin.span;
    if (blanks.length > 0) {
      if (value.text !== '') return value;
      unknown.add(value);
      // An unknown sum has been told, with what makes it so.
      const news = blanks.filter((blank) => !unknown.has(blank));
      if (news.length > 0) found.push(unknownSum(value, news));
      return value;
    }
    const known = terms.filter(({ text }) => text !== '');
    if (value.text === '' && known.length === 0 && terms.length > 0) return value;
    const total = sumOfDecimals(known.map(({ text }) => parseDecimal(text)));
    const text = printDecimal(total, field.print);
    if (value.text === '') {
      const path = 'path' in value.origin ? value.origin.path : [];
      return { ...value, text, origin: { kind: 'computed', path, span: at } };
    }
    const difference = absoluteDecimal(subtractDecimals(parseDecimal(value.text), total));
    // What adds a wrong sum may be right itself.
    if (difference.units === 0n || known.some((term) => wrong.has(term))) return value;
    const sum: WrongSum = {
      sum: value,
      print: field.print,
      total,
      of: someOf((field.sumOf ?? []).map((path) => path.map(({ name }) => name).join('.'))),
    };
    if (compareDecimals(difference, roundingIn(known, value, field.unit)) <= 0) {
      found.push(roundedSum(sum, difference));
    } else {
      wrong.add(value);
      found.push(wrongSum(sum));
    }
    return value;
  };

  return { root: fillGroup(root, root), found };
}

/** By the list or the indicators of a form: whether there are sums in its rows. */
const sums = new WeakMap<Field, boolean>();

function hasSums(field: Field): boolean {
  const known = sums.get(field) ?? findSums(field);
  sums.set(field, known);
  return known;
}

function findSums(field: Field): boolean {
  if (field.kind === 'group') return field.fields.some(hasSums);
  if (field.kind === 'list') return hasSums(field.item);
  if (field.kind === 'tree') return hasSums(field.row);
  return isSum(field);
}

/** A value and where the paths of a sum that it may be begin. */
type Placed<V> = { readonly value: V; readonly scope: GroupValue };

/** The amounts that a path leads to. A row with nothing in it has none. */
function collect({ value, scope }: Placed<Value | undefined>, path: readonly string[]): Placed<ScalarValue>[] {
  if (value?.kind === 'tree') return flatMap(filledRows(value), (row) => collect({ value: row, scope: row }, path));
  if (value?.kind === 'list')
    return flatMap(filledItems(value), (item) =>
      collect({ value: item, scope: item.kind === 'group' ? item : scope }, path),
    );
  if (value?.kind === 'group') return collect({ value: value.members.get(path[0] ?? ''), scope }, path.slice(1));
  return value?.kind === 'scalar' && path.length === 0 ? [{ value, scope }] : [];
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
type WrongSum = {
  readonly sum: ScalarValue;
  readonly print: AmountPrint | null;
  readonly total: Decimal;
  readonly of: string;
};

const wrongSum = (wrong: WrongSum): Diagnostic =>
  diagnostic({
    code: 'A9',
    at: wrong.sum.origin.span,
    message: bothNumbers(wrong),
    advice: `改成 ${plainDecimal(wrong.total)}，或删去这一项，由程序求和。`,
  });

const bothNumbers = ({ sum, print, total, of }: WrongSum): string =>
  `“${nameOf(sum)}”写的是 ${printDecimal(parseDecimal(sum.text), print)}，各项（${of}）之和是 ${printDecimal(total, print)}`;

/** Totals are often summed before they are rounded, and an approved total is not the author's to change. */
const roundedSum = (wrong: WrongSum, difference: Decimal): Diagnostic =>
  diagnostic({
    code: 'A9',
    severity: 'hint',
    at: wrong.sum.origin.span,
    message: `${bothNumbers(wrong)}，差 ${printDecimal(difference, wrong.print)}，像是四舍五入`,
    advice: `要和各项一致，就改成 ${plainDecimal(wrong.total)}；按批复的数填，可以不改。`,
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
