import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import { unzipSync } from 'fflate';
import writeXlsxFile, { type CellObject, type Feature } from 'write-excel-file/node';
import { zipFiles } from '../zip.ts';
import { type SheetFacts, type SheetPage, sheetPage } from './page.ts';

/** A cell of a workbook. Numbers and formulas may say how they are shown, in Excel's notation such as `#,##0.00`. */
export type WorkbookCell =
  | { readonly kind: 'text'; readonly text: string; readonly bold?: boolean; readonly wrap?: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly format?: string; readonly bold?: boolean }
  | {
      readonly kind: 'formula';
      /** Without the equals sign, such as `SUM(B2:B9)`. */
      readonly formula: string;
      /** What it comes to, for readers that do not compute. */
      readonly result: number;
      readonly format?: string;
      readonly bold?: boolean;
    }
  | { readonly kind: 'blank' };

/** A sheet: a header row that stays in sight, and rows below it. */
export type WorkbookSheet = {
  /** Any name; what Excel does not allow in one is replaced, and equal names are numbered. */
  readonly name: string;
  /** Each with its width in characters of the usual size; a Han character takes two. The last ones may not be printed. */
  readonly columns: readonly { readonly title: string; readonly width: number; readonly unprinted?: boolean }[];
  readonly rows: readonly (readonly WorkbookCell[])[];
};

/** The bytes of an .xlsx workbook: the same sheets give the same bytes, at any hour and in any time zone. */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const pages = sheets.map((sheet, i) => sheetPage(factsOf(sheet, names[i] as string, i)));
  const written = writeXlsxFile(
    sheets.map(({ columns, rows }, i) => ({
      sheet: names[i] as string,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [columns.map(({ title }) => header(title)), ...rows.map((row) => row.map(cellOf))],
    })),
    { fontFamily: '宋体', fontSize: 11, features: [resultsOf(sheets), pagesOf(pages)] },
  );
  // The library stamps each part with the hour.
  return zipFiles(new Map(Object.entries(unzipSync(await written.toBuffer()))), 6);
}

/** The name of a column by its number from 0: A, B … Z, AA. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

const ruled = { borderStyle: 'thin', borderColor: '#000000', alignVertical: 'center' } as const;

const header = (title: string): CellObject => ({
  ...ruled,
  value: clean(title),
  type: String,
  fontWeight: 'bold',
  align: 'center',
  wrap: true,
});

function cellOf(cell: WorkbookCell): CellObject {
  if (cell.kind === 'blank') return { ...ruled };
  const weight = cell.bold ? ({ fontWeight: 'bold' } as const) : {};
  if (cell.kind === 'text') {
    if (cell.text === '') return { ...ruled };
    return { ...ruled, ...weight, value: clean(cell.text), type: String, wrap: cell.wrap ?? false };
  }
  const format = cell.format === undefined ? {} : { format: cell.format };
  if (cell.kind === 'number') return { ...ruled, ...weight, ...format, value: cell.value, type: Number };
  return { ...ruled, ...weight, ...format, value: cell.formula, type: 'Formula' };
}

/** XML 1.0 has no place for these, not even escaped. */
const clean = (text: string): string =>
  text.replace(/[\p{Cc}\ufffe\uffff]/gu, (control) => (/[\t\n\r]/.test(control) ? control : ''));

/** What a file of the workbook may be read from, in the library's types. */
type FileContent = Stream | Buffer | Blob;

/** The library writes formulas without what they come to; a preview that computes nothing would show blanks. */
function resultsOf(sheets: readonly WorkbookSheet[]): Feature<FileContent> {
  const results = sheets.map(({ rows }) =>
    rows.flat().flatMap((cell) => (cell.kind === 'formula' ? [cell.result] : [])),
  );
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, _, { sheetIndex }) => {
            let next = 0;
            return content.replaceAll('</f>', () => `</f><v>${results[sheetIndex]?.[next++] ?? 0}</v>`);
          },
        },
      },
    },
  };
}

function factsOf({ columns, rows }: WorkbookSheet, name: string, index: number): SheetFacts {
  const printed = columns.filter(({ unprinted }) => unprinted !== true);
  const lastRow = 1 + rows.length;
  return {
    name,
    index,
    width: printed.reduce((sum, column) => sum + column.width, 0),
    lastColumn: columnName(columns.length - 1),
    lastPrinted: columnName(printed.length - 1),
    lastRow,
    lastOwnRow: lastRow - (rows.at(-1)?.some(({ kind }) => kind === 'formula') ? 1 : 0),
  };
}

/** The library knows neither how sheets are printed nor filters. */
const pagesOf = (pages: readonly SheetPage[]): Feature<FileContent> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (content, _, { sheetIndex }) => {
          const { before, after } = pages[sheetIndex] as SheetPage;
          return content
            .replace(/<worksheet[^>]*>/, (opening) => opening + before)
            .replace('</sheetData>', (closing) => closing + after);
        },
      },
      'xl/workbook.xml': {
        transform: (content) =>
          content.replace(
            '<definedNames/>',
            () => `<definedNames>${pages.map(({ names }) => names).join('')}</definedNames>`,
          ),
      },
    },
  },
});

/** What Excel does not allow in the name of a sheet, and how long a name may be. */
const FORBIDDEN = /[[\]/\\:*?'\p{Cc}]/gu;
const LONGEST = 31;

function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = name.replace(FORBIDDEN, ' ').trim() || 'Sheet';
    for (let number = 1; ; number += 1) {
      const ending = number === 1 ? '' : `(${number})`;
      const tried = plain.slice(0, LONGEST - ending.length) + ending;
      if (taken.has(tried.toLowerCase())) continue;
      taken.add(tried.toLowerCase());
      return tried;
    }
  });
}
