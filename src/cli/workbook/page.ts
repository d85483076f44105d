/**
 * What a sheet says of itself besides its cells: each row is whole on a printed page, the header stands on every page, and
 * the header filters and sorts the rows without the sums below them.
 */
export type SheetPage = {
  /** Belongs at the beginning of the sheet's XML. */
  readonly before: string;
  /** Belongs behind its rows. */
  readonly after: string;
  /** Belongs among the names of the workbook. */
  readonly names: string;
};

/** What has to be known of a sheet for it. */
export type SheetFacts = {
  readonly name: string;
  /** From 0. */
  readonly index: number;
  /** Of all columns together that are printed, in characters. */
  readonly width: number;
  /** The names of its last column, and of the last one that is printed. */
  readonly lastColumn: string;
  readonly lastPrinted: string;
  /** The last row, and the last one that is no sum, by their numbers from 1. */
  readonly lastRow: number;
  readonly lastOwnRow: number;
};

/** How a sheet is printed, filtered and sorted, as XML. */
export function sheetPage({ name, index, width, lastColumn, lastPrinted, lastRow, lastOwnRow }: SheetFacts): SheetPage {
  const quoted = `'${name.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}'`;
  return {
    before: '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    after:
      `<autoFilter ref="A1:${lastColumn}${lastOwnRow}"/>` +
      '<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.3" footer="0.4"/>' +
      `<pageSetup paperSize="9" orientation="${width > WIDE ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
      '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>',
    names:
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!$A$1:$${lastColumn}$${lastOwnRow}</definedName>` +
      (lastPrinted === lastColumn
        ? ''
        : `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${quoted}!$A$1:$${lastPrinted}$${lastRow}</definedName>`) +
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$1:$1</definedName>`,
  };
}

/** In characters: what an A4 page takes upright without being made smaller. */
const WIDE = 100;
