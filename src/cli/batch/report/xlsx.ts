import { codes } from '../../../base/index.ts';
import type { Located } from '../../report/located.ts';
import { standingName } from '../../report/print.ts';
import { visibleText } from '../../width.ts';
import { columnName, type WorkbookCell, type WorkbookSheet, writeWorkbook } from '../../workbook/xlsx.ts';
import type { Output, RecordResult, Task } from '../types.ts';
import { nameOf, type ReportRow, stateNames } from './rows.ts';

/** What Excel takes in one cell. */
const LONGEST_TEXT = 32_767;
const THOUSANDS = '#,##0';

/** A run as a workbook: a row for each record with sums below, and on a second sheet a row for each finding. */
export const runWorkbook = (task: Task, rows: readonly ReportRow[]): Promise<Uint8Array> =>
  writeWorkbook([recordSheet(task, rows), findingSheet(rows)]);

type Column = {
  readonly title: string;
  readonly width: number;
  /** What only programs ask for: it would make the rest small on paper. */
  readonly unprinted?: boolean;
  readonly cell: (row: ReportRow) => WorkbookCell;
  /** What stands below it, from the range of its cells; nothing where a sum says nothing. */
  readonly sum?: {
    readonly formula: (range: string) => string;
    readonly of: (row: ReportRow) => number;
    readonly format: string;
  };
};

function recordSheet(task: Task, rows: readonly ReportRow[]): WorkbookSheet {
  const columns = recordColumns(task, rows);
  const records = rows.map((row) => columns.map(({ cell }) => cell(row)));
  const sums = columns.map((column, i) => (i === 0 ? text('合计', true) : sumCell(column, rows, columnName(i))));
  return { name: '各份', columns, rows: rows.length === 0 ? [] : [...records, sums] };
}

function sumCell({ sum }: Column, rows: readonly ReportRow[], name: string): WorkbookCell {
  if (sum === undefined) return blank;
  const result = rows.reduce((before, row) => before + sum.of(row), 0);
  // The rows begin below the header, in the second line.
  const formula = sum.formula(`${name}2:${name}${rows.length + 1}`);
  return { kind: 'formula', formula, result, format: sum.format, bold: true };
}

function recordColumns(task: Task, rows: readonly ReportRow[]): readonly Column[] {
  const states = stateNames[task];
  const formats = new Set(rows.flatMap(({ record }) => record.outputs.map(({ format }) => format)));
  return [
    { title: '名称', width: 28, cell: ({ record }) => text(nameOf(record)) },
    { title: '文件', width: 44, cell: ({ record }) => text(record.file) },
    {
      title: '结果',
      width: 16,
      cell: ({ record }) => text(states[record.state]),
      sum: {
        formula: (range) => `COUNTIF(${range},"${states.failed}")`,
        of: ({ record }) => (record.state === 'failed' ? 1 : 0),
        format: `0" 份${states.failed}"`,
      },
    },
    amounts('页数', ({ record }) => record.pages),
    amounts('错误', ({ counts }) => counts.errors),
    amounts('警告', ({ counts }) => counts.warnings),
    amounts('提示', ({ counts }) => counts.hints),
    amounts('已接受', ({ counts }) => counts.accepted),
    amounts('用时（毫秒）', ({ record }) => Math.round(record.time), 14),
    ...[...formats].flatMap(outputColumns).map((column) => ({ ...column, unprinted: true })),
  ];
}

const amounts = (title: string, of: (row: ReportRow) => number | null, width = 9): Column => ({
  title,
  width,
  cell: (row) => numberCell(of(row)),
  sum: { formula: (range) => `SUM(${range})`, of: (row) => of(row) ?? 0, format: THOUSANDS },
});

function outputColumns(format: Output['format']): readonly Column[] {
  const output = ({ record }: ReportRow) => record.outputs.find((one) => one.format === format);
  const name = format.toUpperCase();
  return [
    { title: name, width: 44, cell: (row) => text(output(row)?.file ?? '') },
    amounts(`${name} 字节`, (row) => output(row)?.bytes ?? null, 12),
    { title: `${name} SHA-256`, width: 68, cell: (row) => text(output(row)?.sha256 ?? '') },
  ];
}

const findingColumns: WorkbookSheet['columns'] = [
  { title: '数据', width: 24 },
  { title: '文件', width: 24 },
  { title: '行', width: 7 },
  { title: '列', width: 7 },
  { title: '级别', width: 8 },
  { title: '代码', width: 8 },
  { title: '名称', width: 16 },
  { title: '说明', width: 36 },
  { title: '办法', width: 36 },
  { title: '接受的理由', width: 14 },
];

const findingSheet = (rows: readonly ReportRow[]): WorkbookSheet => ({
  name: '问题',
  columns: findingColumns,
  rows: rows.flatMap(({ record, found }) => found.map((one) => findingCells(record, one))),
});

function findingCells({ file }: RecordResult, { diagnostic, at }: Located): WorkbookCell[] {
  const { code, message, advice, accepted } = diagnostic;
  return [
    wrapped(file),
    wrapped(at.file),
    numberCell(at.region?.start.line ?? null),
    numberCell(at.region?.start.column ?? null),
    text(standingName(diagnostic)),
    text(code),
    wrapped(codes[code]),
    wrapped(message),
    wrapped(advice),
    wrapped(accepted ?? ''),
  ];
}

const blank: WorkbookCell = { kind: 'blank' };

const numberCell = (value: number | null): WorkbookCell =>
  value === null ? blank : { kind: 'number', value, format: THOUSANDS };

/** A cell of text stays text, though it may begin with an equals sign: only cells made as formulas compute. */
const text = (content: string, bold = false): WorkbookCell => ({ kind: 'text', text: shown(content), bold });

const wrapped = (content: string): WorkbookCell => ({ kind: 'text', text: shown(content), wrap: true });

const shown = (content: string): string => visibleText(content).slice(0, LONGEST_TEXT);
