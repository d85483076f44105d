import { flatMap } from '../base/index.ts';
import { type FieldPath, type SummarySource, yuanPower } from '../blueprint/index.ts';
import { type Decimal, parseDecimal, plainDecimal, shiftDecimal, sumOfDecimals } from './decimal.ts';
import { filledItems, filledRows, isInnerSum } from './rows.ts';
import type { CheckedRecord, ScalarValue, Value } from './types.ts';

/**
 * What a record has for a column of a summary: a text, or the digits of a number without grouping; empty where it says
 * nothing, and for what only the volume knows. An amount that one of its terms leaves blank is unknown, not 0.
 */
export function summaryValue({ root }: CheckedRecord, source: SummarySource): string {
  switch (source.kind) {
    case 'text':
      return textAt(root, source.path);
    case 'amount':
      return sumOf(flatMap(source.paths, (path) => flatMap(valuesAt(root, path), amountsIn)).map(inUnit(source.unit)));
    case 'count':
      return sumOf(flatMap(source.paths, (path) => scalarsAt(root, path)).map(decimalOf));
    case 'rows':
      return String(flatMap(source.paths, (path) => valuesAt(root, path)).reduce((sum, one) => sum + rowsIn(one), 0));
    default:
      return '';
  }
}

/** The sum of numbers by their digits, exactly; blanks are left out, and of nothing but blanks there is no sum. */
export function sumDigits(all: readonly string[]): string {
  const known = all.filter((digits) => digits !== '').map(parseDecimal);
  return known.length === 0 ? '' : plainDecimal(sumOfDecimals(known));
}

/** What a department's form is called among others: its author, else its first text; empty where it has none. */
export function authorOf({ blueprint, root }: CheckedRecord): string {
  const author = blueprint.author === null ? '' : textAt(root, [blueprint.author]);
  if (author !== '') return author;
  const first = [...root.members.values()].find(
    (one) => one.kind === 'scalar' && one.field.kind === 'text' && one.text,
  );
  return first?.kind === 'scalar' ? first.text : '';
}

/** The year that a record is about; empty where it does not say. */
export const yearOf = ({ blueprint, root }: CheckedRecord): string =>
  blueprint.yearField === null ? '' : textAt(root, [blueprint.yearField]);

const textAt = (root: Value, path: FieldPath): string => scalarsAt(root, path)[0]?.text ?? '';

/** The values that a path leads to, one in each row of the lists and indicators on the way that anybody wrote. */
function valuesAt(value: Value | undefined, path: FieldPath): readonly Value[] {
  const [name, ...rest] = path;
  if (value === undefined) return [];
  if (name === undefined) return [value];
  if (value.kind === 'group') return valuesAt(value.members.get(name), rest);
  return flatMap(rowsOf(value), (row) => valuesAt(row, path));
}

const scalarsAt = (root: Value, path: FieldPath): readonly ScalarValue[] =>
  flatMap(valuesAt(root, path), (value) => (value.kind === 'scalar' ? [value] : []));

function rowsOf(value: Value): readonly Value[] {
  if (value.kind === 'tree') return filledRows(value);
  return value.kind === 'list' ? filledItems(value) : [];
}

const rowsIn = (value: Value): number => rowsOf(value).length;

function amountsIn(value: Value): readonly ScalarValue[] {
  if (value.kind === 'scalar') return value.field.kind === 'amount' ? [value] : [];
  if (value.kind === 'group')
    return flatMap([...value.members.values()], (member) => (isInnerSum(member) ? [] : amountsIn(member)));
  return flatMap(rowsOf(value), amountsIn);
}

/** Null for a blank. */
const decimalOf = ({ text }: ScalarValue): Decimal | null => (text === '' ? null : parseDecimal(text));

const inUnit =
  (unit: string) =>
  (scalar: ScalarValue): Decimal | null => {
    const value = decimalOf(scalar);
    const own = scalar.field.kind === 'amount' ? scalar.field.unit : unit;
    // Units that are no money were found to be the same when form.yaml was read.
    return value && shiftDecimal(value, (yuanPower(own) ?? 0) - (yuanPower(unit) ?? 0));
  };

function sumOf(terms: readonly (Decimal | null)[]): string {
  if (terms.length === 0 || terms.includes(null)) return '';
  return plainDecimal(sumOfDecimals(terms.filter((term) => term !== null)));
}
