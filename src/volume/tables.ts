import { type AmountPrint, type Blueprint, type SummaryColumn, words } from '../blueprint/index.ts';
import { type Content, printAmount, sumDigits } from '../record/index.ts';
import { columnsOf } from './member.ts';
import type { Member } from './types.ts';

/** The summary of all records of one form, in the order of the volume. */
export type SummaryTable = {
  readonly form: string;
  /** Which edition of the form; empty where the volume has only one. */
  readonly edition: string;
  readonly columns: readonly SummaryColumn[];
  /** Texts, and the digits of numbers without grouping; empty where there is nothing. */
  readonly rows: readonly (readonly string[])[];
  /** The digits of the sums; empty under what is not added up and in the first column, which names the row. Null: none. */
  readonly totals: readonly string[] | null;
  /** The years that its records are about. */
  readonly years: readonly string[];
};

/** A summary table for each form of the volume, in the order in which they first occur. `firsts` are the first pages. */
export function summaryTables(members: readonly Member[], firsts: readonly number[]): readonly SummaryTable[] {
  const byForm = new Map<Blueprint, { readonly rows: string[][]; readonly years: Set<string> }>();
  members.forEach((member, i) => {
    const form = byForm.get(member.blueprint) ?? { rows: [], years: new Set() };
    byForm.set(member.blueprint, form);
    form.rows.push(rowOf(member, firsts[i] ?? 0));
    if (member.year !== '') form.years.add(member.year);
  });
  const forms = [...byForm.keys()];
  return [...byForm].map(([blueprint, { rows, years }]) => {
    const columns = columnsOf(blueprint);
    const isSum = columns.map(({ totalled }, x) => totalled && x > 0);
    const totals = isSum.map((sum, x) => (sum ? sumDigits(rows.map((row) => row[x] ?? '')) : ''));
    const alone = forms.filter(({ id }) => id === blueprint.id).length === 1;
    return {
      form: blueprint.id,
      edition: alone ? '' : blueprint.edition,
      columns,
      rows,
      totals: isSum.includes(true) ? totals : null,
      years: [...years].sort(),
    };
  });
}

const rowOf = (member: Member, first: number): string[] =>
  columnsOf(member.blueprint).map(({ source }, x) => {
    if (source.kind === 'name') return member.name;
    if (source.kind === 'pages') return String(member.pages);
    return source.kind === 'first' ? String(first) : (member.values[x] ?? '');
  });

/** The columns whose sums miss something because some of their records have nothing there, and how many these are. */
export const missingInTotals = ({ columns, rows, totals }: SummaryTable): readonly { title: string; count: number }[] =>
  columns.flatMap(({ title }, x) => {
    if ((totals?.[x] ?? '') === '') return [];
    const count = rows.filter((row) => (row[x] ?? '') === '').length;
    return count === 0 ? [] : [{ title, count }];
  });

/** Whether a column holds numbers. */
const isNumeric = ({ source: { kind } }: SummaryColumn): boolean => kind !== 'text' && kind !== 'name';

const w = words.summaryTable;
const whole: AmountPrint = { decimals: 0, group: true };

/** What the form of the summary tables is filled with. */
export const summaryContent = (
  tables: readonly SummaryTable[],
  title: string,
): { readonly [name: string]: Content } => ({
  [w.title]: title,
  [w.tables]: tables.map(tableContent),
});

function tableContent({ form, edition, columns, rows, totals }: SummaryTable): Content {
  const prints = columns.map((column, x) =>
    columnPrint(
      column,
      [...rows, totals ?? []].map((row) => row[x] ?? ''),
    ),
  );
  const cellOf = (value: string, x: number): Content =>
    prints[x] && value !== '' ? { [w.number]: printAmount(value, prints[x]) } : { [w.text]: value };
  return {
    [w.form]: form,
    [w.edition]: edition,
    [w.columns]: columns.map(({ title, source }) => ({
      [w.name]: title,
      [w.unit]: source.kind === 'amount' ? source.unit : '',
    })),
    [w.rows]: rows.map((row) => ({ [w.cells]: row.map(cellOf) })),
    [w.totals]: totals?.map((value, x) => (x === 0 ? { [w.text]: w.totals } : cellOf(value, x))) ?? [],
  };
}

/**
 * How the numbers of a column are printed: all with as many decimals as the longest of them has, so that they stand
 * digit below digit; null for texts.
 */
export function columnPrint(column: SummaryColumn, values: readonly string[]): AmountPrint | null {
  if (!isNumeric(column)) return null;
  const { source } = column;
  if (source.kind !== 'amount') return whole;
  const longest = values.reduce((most, value) => Math.max(most, value.split('.')[1]?.length ?? 0), 0);
  return { ...source.print, decimals: Math.max(source.print.decimals, longest) };
}
