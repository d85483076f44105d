import { type Diagnostic, diagnostic, pathText } from '../../../base/index.ts';
import { type AmountField, isConvertible, words, yuanPower } from '../../../blueprint/index.ts';
import {
  compareDecimals,
  type Decimal,
  equalDecimals,
  parseDecimal,
  plainDecimal,
  printDecimal,
  shiftDecimal,
  ZERO,
} from '../../decimal.ts';
import type { CheckedRecord, ScalarValue } from '../../types.ts';
import type { CompiledSum } from './compile.ts';
import { type Breach, gap, type KnownSide } from './evaluate.ts';
import { itemName } from './item-name.ts';
import { convert } from './quantity.ts';
import { titleText } from './title.ts';

/** More related places than these tell nobody more. */
const MOST_RELATED = 9;

/** A sum that does not hold, as people say it: both numbers, by how much, and every amount with its place. */
export function tellBreach(breach: Breach, record: CheckedRecord): Diagnostic {
  const { sum, left, right, points } = breach;
  const { code, severity } = sum.check;
  const [nearest] = right;
  const terms = [...new Set([...points, ...left.terms, ...nearest.terms])];
  const [first] = [...points, ...singleTerm(left), ...suspects(breach), ...singleTerm(nearest), ...terms];
  const related = terms.filter((term) => term !== first).slice(0, MOST_RELATED);
  return diagnostic({
    code,
    severity,
    at: first?.origin.span ?? record.at,
    message: messageOf(breach, record),
    advice: adviceOf(breach, first),
    related: related.map((term) => ({ at: term.origin.span, message: termText(term, sum) })),
  });
}

/** What is too much in all is most likely so by its largest amount: a slip of the unit or of the decimal point. */
const suspects = ({ sum, left }: Breach): readonly ScalarValue[] =>
  sum.check.relation === 'atMost'
    ? left.terms.toSorted((a, b) => compareDecimals(amountIn(b, sum.unit), amountIn(a, sum.unit)))
    : [];

const amountIn = (term: ScalarValue, unit: string): Decimal => convert(term, unit).value ?? ZERO;

const singleTerm = ({ formula, terms }: KnownSide): readonly ScalarValue[] => (formula.single ? terms : []);

function messageOf(breach: Breach, record: CheckedRecord): string {
  const { sum, left, item } = breach;
  const [nearest] = breach.right;
  const own = sum.check.message;
  const itemText = item === null ? '' : itemName(item, record.root);
  const isOwnItem = itemText === '' || itemText === nameOf(left, sum);
  if (own === null) return `${isOwnItem ? '' : `${itemText}：`}${usualMessage(breach)}`;
  const { fills } = words;
  const filled: Readonly<Record<string, string>> = {
    [fills.item]: itemText,
    [fills.left]: amountText(left.value, sum),
    [fills.right]: amountText(nearest.value, sum),
    [fills.leftName]: nameOf(left, sum),
    [fills.rightName]: nameOf(nearest, sum),
    [fills.difference]: amountText(gap(left, nearest), sum),
  };
  return own.text.replace(/\{([^{}]*)\}/g, (whole, word: string) => filled[word] ?? whole);
}

/** The message of a check that has none of its own; alternatives of one value are told once. */
function usualMessage({ sum, left, right }: Breach): string {
  const told = right.filter((one, i) => right.findIndex(({ value }) => equalDecimals(value, one.value)) === i);
  const [verb, difference] = { equal: ['', '差'], atMost: ['超过', '多'], atLeast: ['不到', '少'] }[sum.check.relation];
  const sides = told.map((side) => {
    const number = amountText(side.value, sum);
    const name = nameOf(side, sum);
    const named = name === plainDecimal(side.value) ? `${verb === '' ? '应是' : verb} ${number}` : null;
    const stated = named ?? (verb === '' ? `${name}是 ${number}` : `${verb}${name} ${number}`);
    return `${stated}，${difference} ${amountText(gap(left, side), sum)}`;
  });
  return `${nameOf(left, sum)} ${amountText(left.value, sum)}，${sides.join('；')}`;
}

/** What form.yaml calls a side, the name of an item that is an amount itself, or what its expression says. */
function nameOf({ formula, terms: [term] }: KnownSide, { depths }: CompiledSum): string {
  const itself = formula.names?.length === 0 ? term?.field.name : '';
  const told = formula.calledBy ?? (itself || titleText(formula.title, depths));
  // Nobody typed what was computed, so that it is found by the group it is printed in.
  const inGroup = formula.names?.slice(-2).join('的') ?? '';
  return term?.origin.kind === 'computed' && told === formula.names?.at(-1) ? inGroup : told;
}

const amountText = (value: Decimal, { unit, print }: Pick<CompiledSum, 'unit' | 'print'>): string =>
  `${printDecimal(value, print)}${unit === '' ? '' : ` ${unit}`}`;

/** A value and its name; in the unit of the check its number is told as all others are. */
function termText({ field, text, origin }: ScalarValue, { unit, print }: CompiledSum): string {
  const own = field as AmountField;
  const name = 'path' in origin ? pathText(origin.path) : field.name;
  if (text === '') return name;
  return `${name} ${amountText(parseDecimal(text), own.unit === unit ? { unit, print } : own)}`;
}

/** The number that would do, where one value is a whole side and has to equal the other; else what to look at. */
function adviceOf({ sum, left, right }: Breach, first: ScalarValue | undefined): string {
  const [nearest] = right;
  const all = [...left.terms, ...nearest.terms].map(({ field }) => (field as AmountField).unit);
  const mixed = [...new Set(all)].filter((unit) => isConvertible(unit, sum.unit));
  const units = mixed.length > 1 ? `，注意有的填${mixed.join('、有的填')}` : '';
  const other = singleTerm(left)[0] === first ? nearest : singleTerm(nearest)[0] === first ? left : null;
  if (first === undefined || other === null || sum.check.relation !== 'equal')
    return `核对这几项的数字和单位${units}。`;
  if (first.origin.kind === 'computed')
    return `“${nameOf(other === left ? nearest : left, sum)}”是程序加出来的：核对加的各项${units}。`;
  const power = (yuanPower(sum.unit) ?? 0) - (yuanPower((first.field as AmountField).unit) ?? 0);
  return `核对这几项${units}；别的都对，这里就写 ${plainDecimal(shiftDecimal(other.value, power))}。`;
}
