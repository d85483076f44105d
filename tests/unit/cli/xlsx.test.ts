import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { columnName, type WorkbookSheet, writeWorkbook } from '../../../src/cli/workbook/xlsx.ts';
import { computed, readWorkbook } from './workbook-reading.ts';

const sheet = (name: string): WorkbookSheet => ({
  name,
  columns: [
    { title: '部门', width: 30 },
    { title: '支出(万元)', width: 14 },
  ],
  rows: [
    [
      { kind: 'text', text: ' 甲<乙>&"丙"\u0007 ' },
      { kind: 'number', value: 12345.678, format: '#,##0.000' },
    ],
    [{ kind: 'blank' }, { kind: 'number', value: 1 }],
    [
      { kind: 'text', text: '合计', bold: true },
      { kind: 'formula', formula: 'SUM(B2:B3)', result: 12346.678, format: '#,##0.000' },
    ],
  ],
});

describe('a workbook', () => {
  test('reads back as its texts, numbers and formulas', async () => {
    const [first] = readWorkbook(await writeWorkbook([sheet('表一')]));
    expect(first?.name).toBe('表一');
    expect(Object.fromEntries(first?.cells ?? [])).toEqual({
      A1: { text: '部门' },
      B1: { text: '支出(万元)' },
      A2: { text: ' 甲<乙>&"丙" ' },
      B2: { number: 12345.678, format: '#,##0.000' },
      A3: {},
      B3: { number: 1 },
      A4: { text: '合计' },
      B4: { formula: 'SUM(B2:B3)', number: 12346.678, format: '#,##0.000' },
    });
    expect(first && computed(first, 'SUM(B2:B3)')).toBeCloseTo(12346.678);
  });

  test('gives its sheets names that Excel takes, each its own', async () => {
    const long = '很'.repeat(40);
    const names = readWorkbook(await writeWorkbook(['a/b:c', 'A B C', '', long, long].map(sheet))).map(
      ({ name }) => name,
    );
    expect(names).toEqual(['a b c', 'A B C(2)', 'Sheet', '很'.repeat(31), `${'很'.repeat(28)}(2)`]);
  });

  test('prints its rows whole, under the header on each page, and sorts them without the sums', async () => {
    const wide = {
      ...sheet('甲&乙'),
      columns: [
        { title: '部门', width: 101 },
        { title: '支出', width: 14 },
      ],
    };
    const parts = unzipSync(await writeWorkbook([sheet('表一'), { ...wide, rows: wide.rows.slice(0, 2) }]));
    const [book, upright, lying] = ['workbook', 'worksheets/sheet1', 'worksheets/sheet2'].map((name) =>
      strFromU8(parts[`xl/${name}.xml`] as Uint8Array),
    );
    expect(upright).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><sheetViews>/u);
    expect(upright).toMatch(
      /<\/sheetData><autoFilter ref="A1:B3"\/>.*orientation="portrait" fitToWidth="1" fitToHeight="0"/u,
    );
    expect(lying).toMatch(/<autoFilter ref="A1:B3"\/>.*orientation="landscape"/u);
    expect(book).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'表一'!$1:$1</definedName>`);
    expect(book).toContain(`localSheetId="1" hidden="1">'甲&amp;乙'!$A$1:$B$3</definedName>`);
  });

  test('names columns as Excel does', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});

describe('the bytes of a workbook', () => {
  afterEach(() => vi.useRealTimers());

  test('do not depend on the hour', async () => {
    const now = await writeWorkbook([sheet('表一')]);
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
    expect(Buffer.compare(now, await writeWorkbook([sheet('表一')]))).toBe(0);
  });
});
