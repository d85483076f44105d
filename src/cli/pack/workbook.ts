import { type AmountPrint, type SummaryColumn, words } from '../../blueprint/index.ts';
import { columnPrint, type SummaryTable } from '../../volume/index.ts';
import { textWidth } from '../width.ts';
import { columnName, type WorkbookCell, type WorkbookSheet, writeWorkbook } from '../workbook/xlsx.ts';

/** The summary tables as a workbook with a sheet for each form: numbers are numbers, and their sums formulas. */
export const summaryWorkbook = (tables: readonly SummaryTable[]): Promise<Uint8Array> =>
  writeWorkbook(tables.map(sheetOf));

function sheetOf({ form, edition, columns, rows, totals }: SummaryTable): WorkbookSheet {
  const formats = columns.map((column, x) =>
    formatOf(
      columnPrint(
        column,
        rows.map((row) => row[x] ?? ''),
      ),
    ),
  );
  const titles = columns.map(titleOf);
  const cells = rows.map((row, y): readonly WorkbookCell[] => [
    { kind: 'number', value: y + 1 },
    ...row.map((value, x) => cellOf(value, formats[x] ?? null)),
  ]);
  const sums = totals?.map((value, x) => totalOf({ value, x, rows: rows.length, format: formats[x] ?? '0' }));
  return {
    name: `${form}${edition}`,
    columns: [
      { title: '序号', width: NARROWEST },
      ...titles.map((title, x) => ({ title, width: widthOf([title, ...rows.map((row) => row[x] ?? '')]) })),
    ],
    rows: sums === undefined ? cells : [...cells, [{ kind: 'blank' }, ...sums]],
  };
}

const titleOf = ({ title, source }: SummaryColumn): string =>
  source.kind === 'amount' && source.unit !== '' ? `${title}(${source.unit})` : title;

/** `format` is null for texts. */
function cellOf(value: string, format: string | null): WorkbookCell {
  if (value === '') return { kind: 'blank' };
  return format === null ? { kind: 'text', text: value } : { kind: 'number', value: Number(value), format };
}

type Total = { readonly value: string; readonly x: number; readonly rows: number; readonly format: string };

function totalOf({ value, x, rows, format }: Total): WorkbookCell {
  if (value === '') return x === 0 ? { kind: 'text', text: words.summaryTable.totals, bold: true } : { kind: 'blank' };
  // The first row holds the titles, the first column the numbers of the rows.
  const column = columnName(x + 1);
  return {
    kind: 'formula',
    formula: `SUM(${column}2:${column}${rows + 1})`,
    result: Number(value),
    format,
    bold: true,
  };
}

/** As the printed table has it, in Excel's notation. */
const formatOf = (print: AmountPrint | null): string | null =>
  print && `${print.group ? '#,##0' : '0'}${print.decimals > 0 ? `.${'0'.repeat(print.decimals)}` : ''}`;

const NARROWEST = 8;
const WIDEST = 60;

const widthOf = (texts: readonly string[]): number =>
  Math.min(WIDEST, Math.max(NARROWEST, ...texts.map((text) => textWidth(text) + 2)));
