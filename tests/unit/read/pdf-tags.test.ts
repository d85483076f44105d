import { describe, expect, it } from 'vitest';
import { type PdfTables, printTable, readPdf, tablesOf } from '../../../src/read/index.ts';
import { objectsPdf, packedPdf, streamOf } from './support/objects.ts';
import { codesOf, succeeded } from './support/word.ts';

/** Marked stretches 0, 1, 2 … with a letter each, one in an artifact, and a ruled box around all of it. */
const content = (letters: string): string =>
  `BT /F 10 Tf ${[...letters]
    .map((letter, i) => `/P <</MCID ${i}>> BDC 1 0 0 1 ${10 + i * 10} 50 Tm (${letter}) Tj EMC`)
    .join(' ')} /Artifact BMC (x) Tj EMC ET 0 0 190 90 re S`;

const resources = '<</Font<</F 5 0 R>>>>';

/** A page of 200 × 100 points with these elements from object 6 on; 6 is the root of the structure tree. */
const tagged = (letters: string, ...elements: readonly string[]): readonly string[] => [
  '<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources ${resources}>>`,
  streamOf(content(letters)),
  '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ...elements,
];

const read = async (bytes: Uint8Array) => tablesOf(succeeded(await readPdf(bytes, 'a.pdf')), 'a.pdf');
const linesOf = ({ tables }: PdfTables): string[] => tables.flatMap(printTable);

const cell = (mark: string, more = ''): string => `<</S/TD/Pg 3 0 R/K ${mark}${more}>>`;
const span = (attributes: string): string => `/A<</O/Table${attributes}>>`;

describe('a table by its tags', () => {
  const spanning = tagged(
    'abcd',
    '<</Type/StructTreeRoot/K 7 0 R>>',
    '<</S/Table/K[8 0 R 9 0 R]>>',
    `<</S/TR/K[${cell('0', span('/RowSpan 2'))}${cell('1', span('/ColSpan 2'))}]>>`,
    `<</S/TR/K[${cell('2')}${cell('3')}]>>`,
  );

  it('has the rows and columns that cells say they span, whatever is ruled', async () => {
    const tables = succeeded(await read(objectsPdf(...spanning)));
    expect(tables.way).toBe('tags');
    expect(tables.tables[0]?.columns).toBe(3);
    expect(linesOf(tables)).toEqual(['a\tb', '^\tc\td']);
  });

  it('is the same where objects are packed in streams', async () => {
    expect(linesOf(succeeded(await read(packedPdf(...spanning))))).toEqual(['a\tb', '^\tc\td']);
  });

  it('follows names that stand for others, groups of rows, classes of attributes and what is said instead', async () => {
    const tables = await read(
      objectsPdf(
        ...tagged(
          'abcde',
          '<</Type/StructTreeRoot/K[7 0 R]/RoleMap<</Tabelle/Table/Zelle/Kopf/Kopf/TH/Absatz/P>>/ClassMap<</Breit<</O/Table/ColSpan 2>>>>>>',
          '<</S/Document/K<</S/Tabelle/Pg 3 0 R/K[<</S/THead/K 8 0 R>><</S/TBody/K[9 0 R]>>]>>>>',
          '<</S/TR/K<</S/Zelle/C/Breit/K<</S/Absatz/ActualText<FEFF7532>/K 0>>>>>>',
          `<</S/TR/K[${cell('[<</S/Absatz/K[1<</S/Span/K 2>>]>><</S/Absatz/K 3>>]')}${cell('[<</S/Absatz>>]')}]>>`,
        ),
      ),
    );
    expect(linesOf(succeeded(tables))).toEqual(['甲', 'bc\\nd\t']);
  });

  it.each([
    ['a hole', cell('2')],
    ['a cell too many', cell('2') + cell('3') + cell('0')],
    ['a cell below the last row', cell('2', span('/RowSpan 2')) + cell('3')],
    ['a cell of no column', cell('2', span('/ColSpan 0')) + cell('3')],
    ['a cell of a billion columns', cell('2', span('/ColSpan 1000000000')) + cell('3')],
    ['half a column', cell('2', span('/ColSpan 1.5')) + cell('3')],
  ])('that leaves %s is not followed: rules are, and D021 says so', async (_, second) => {
    const outcome = await read(
      objectsPdf(
        ...tagged(
          'abcd',
          '<</Type/StructTreeRoot/K 7 0 R>>',
          '<</S/Table/K[8 0 R 9 0 R]>>',
          `<</S/TR/K[${cell('0')}${cell('1')}]>>`,
          `<</S/TR/K[${second}]>>`,
        ),
      ),
    );
    expect(succeeded(outcome)).toMatchObject({ way: 'rules', tables: [{ columns: 1 }] });
    expect(codesOf(outcome)).toEqual(['D021']);
  });

  it('has no paragraph for the ground of a cell', async () => {
    const one = tagged(
      ' a b',
      '<</Type/StructTreeRoot/K 7 0 R>>',
      '<</S/Table/K 8 0 R>>',
      `<</S/TR/K[${cell('[0 <</S/NonStruct/K 1>>]')}${cell('[2 <</S/P/K 3>>]')}]>>`,
    );
    const empty = one.map((object) => object.replaceAll('( ) Tj', '0 0 5 5 re f'));
    expect(linesOf(succeeded(await read(objectsPdf(...empty))))).toEqual(['a\tb']);
  });

  it('says once what is marked again on the next page', async () => {
    const objects = tagged(
      'ab',
      '<</Type/StructTreeRoot/K 7 0 R>>',
      '<</S/Table/K[8 0 R 9 0 R]>>',
      `<</S/TR/K[<</S/TH/Pg 3 0 R/K[0<</Type/MCR/Pg 10 0 R/MCID 0>>]>>]>>`,
      `<</S/TR/K[<</S/TD/Pg 3 0 R/K[1<</Type/MCR/Pg 10 0 R/MCID 1>>]>>]>>`,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 11 0 R/Resources ${resources}>>`,
      streamOf(content('ac')),
    ).map((object) => object.replace('/Kids[3 0 R]/Count 1', '/Kids[3 0 R 10 0 R]/Count 2'));
    expect(linesOf(succeeded(await read(objectsPdf(...objects))))).toEqual(['a', 'bc']);
  });

  it('is not looked for in a circle of elements nor in one without end', async () => {
    const circle = tagged('a', '<</K 7 0 R>>', '<</S/Table/K[7 0 R]>>');
    expect(codesOf(await read(objectsPdf(...circle)))).toEqual(['D021']);
    const deep = tagged('a', '<</K 7 0 R>>', `${'<</S/Div/K['.repeat(98)}0${']>>'.repeat(98)}`);
    expect(codesOf(await read(objectsPdf(...deep)))).toEqual(['D021']);
  });

  it('is looked for among the rules, without a word, where tags name none', async () => {
    const outcome = await read(objectsPdf(...tagged('a', '<</K 7 0 R>>', '<</S/P/Pg 3 0 R/K 0>>')));
    expect(succeeded(outcome)).toMatchObject({ way: 'rules' });
    expect(codesOf(outcome)).toEqual([]);
  });
});
