import { describe, expect, it } from 'vitest';
import { printTable, type ReadTable } from '../../../src/read/index.ts';
import { p, printBlocks, readBody, succeeded, tbl, tc, tr } from './support/word.ts';

const START = '<w:vMerge w:val="restart"/>';
const GOES_ON = '<w:vMerge/>';
const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;

const tableOf = (...rows: readonly string[]): ReadTable => {
  const [block] = succeeded(readBody(tbl(0, ...rows))).blocks;
  if (block?.kind !== 'table') throw new Error('no table');
  return block;
};

describe('cells of a table', () => {
  it('know their grid column, their width and their height', () => {
    const table = tableOf(
      tr(tc(p('甲'), START), tc(p('乙'), span(2))),
      tr(tc(p(), '<w:vMerge w:val="continue"/>'), tc(p('丙')), tc(p('丁'))),
      tr(tc(p(), GOES_ON), tc(p('戊'), span(2))),
    );
    expect(table.columns).toBe(3);
    expect(table.rows[0]?.[0]).toMatchObject({ x: 0, columns: 1, rows: 3, text: '甲', continuation: false });
    expect(table.rows[0]?.[1]).toMatchObject({ x: 1, columns: 2, rows: 1, text: '乙', continuation: false });
    expect(table.rows[1]?.[0]).toMatchObject({ x: 0, columns: 1, rows: 1, text: '', continuation: true });
    expect(table.rows[1]?.[2]).toMatchObject({ x: 2, text: '丁' });
  });

  it('begin anew where a merge restarts below another', () => {
    const table = tableOf(tr(tc(p('一'), START)), tr(tc(p(), GOES_ON)), tr(tc(p('二'), START)), tr(tc(p(), GOES_ON)));
    expect(table.rows.map(([cell]) => cell?.rows)).toEqual([2, 1, 2, 1]);
    expect(printTable(table)).toEqual(['一', '^', '二', '^']);
  });

  it('stand for themselves when a continuation has no merged cell of the same edges above it', () => {
    expect(printTable(tableOf(tr(tc(p('一'))), tr(tc(p('二'), GOES_ON)), tr(tc(p(), GOES_ON))))).toEqual([
      '一',
      '二',
      '^',
    ]);
    const wider = tableOf(tr(tc(p('一'), START), tc(p('二'))), tr(tc(p('三'), GOES_ON + span(2))));
    expect(printTable(wider)).toEqual(['一\t二', '三']);
  });

  it('start after the columns that a row leaves out', () => {
    const row = `<w:tr><w:trPr><w:gridBefore w:val="2"/><w:gridAfter w:val="3"/></w:trPr>${tc(p('中'))}</w:tr>`;
    const table = tableOf(row);
    expect(table.columns).toBe(6);
    expect(table.rows[0]?.[0]?.x).toBe(2);
  });

  it('merged by the legacy hMerge are one cell that keeps the text of all', () => {
    const table = tableOf(
      tr(tc(p('左'), '<w:hMerge w:val="restart"/>'), tc(p('藏'), '<w:hMerge/>'), tc(p(), '<w:hMerge/>'), tc(p('右'))),
    );
    expect(table.rows[0]).toMatchObject([
      { x: 0, columns: 3, text: '左\n藏' },
      { x: 3, columns: 1, text: '右' },
    ]);
  });

  it('join their paragraphs with a line break, empty ones included', () => {
    expect(tableOf(tr(tc(p('一') + p() + p('二')))).rows[0]?.[0]?.text).toBe('一\n\n二');
  });

  it('may stand in content controls around rows and cells', () => {
    const control = (content: string) => `<w:sdt><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    expect(printTable(tableOf(control(tr(control(tc(p('甲'))), tc(p('乙'))))))).toEqual(['甲\t乙']);
  });
});

describe('printTable', () => {
  it('writes one row a line, ^ once for each continuation, and breaks and tabs in cells as two characters', () => {
    const rows = [
      tr(tc(p('标签'), START + span(2)), tc(p('一') + p('二')), tc(p())),
      tr(tc(p(), GOES_ON + span(2)), tc('<w:p><w:r><w:t>三</w:t><w:tab/><w:t>四</w:t></w:r></w:p>'), tc(p('五'))),
    ];
    expect(printTable(tableOf(...rows))).toEqual(['标签\t一\\n二\t', '^\t三\\t四\t五']);
  });
});

describe('blocks of a document', () => {
  it('keep the order of paragraphs and tables', () => {
    const body = p('题') + tbl(1, tr(tc(p('甲')))) + p('中') + tbl(1, tr(tc(p('乙')))) + p('末');
    expect(printBlocks(succeeded(readBody(body)))).toEqual(['题', '甲', '中', '乙', '末']);
  });
});
