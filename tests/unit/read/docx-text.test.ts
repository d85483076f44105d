import { describe, expect, it } from 'vitest';
import { codesOf, p, printBlocks, r, readBody, succeeded, tbl, tc, tr } from './support/word.ts';

const read = (body: string): string[] => printBlocks(succeeded(readBody(body)));

describe('text of a paragraph', () => {
  it('is the same however its runs are split', () => {
    expect(read(p('大', '朗镇', '', '公共服务'))).toEqual(['大朗镇公共服务']);
  });

  it('keeps spaces at its ends only where they are preserved', () => {
    expect(read('<w:p><w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space="preserve"> 乙 </w:t></w:r></w:p>')).toEqual([
      '甲 乙 ',
    ]);
  });

  it('has tabs, soft breaks and hyphens where their elements stand in a run, and nothing for tab stops or symbols', () => {
    const stops = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="100"/></w:tabs></w:pPr>';
    const run =
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/><w:sym w:char="F0FE"/></w:r>';
    expect(read(`<w:p>${stops}${run}</w:p>`)).toEqual(['a\tb\nc\nd-']);
  });

  it('keeps entities and CDATA as characters', () => {
    expect(read('<w:p><w:r><w:t>&lt;甲&gt;&amp;&#x4E59;<![CDATA[<丙>]]></w:t></w:r></w:p>')).toEqual(['<甲>&乙<丙>']);
  });

  it('goes through smart tags, hyperlinks, content controls and insertions', () => {
    const inner = `<w:smartTag w:element="x">${r('一')}</w:smartTag><w:hyperlink>${r('二')}</w:hyperlink>`;
    const control = `<w:sdt><w:sdtPr><w:alias w:val="名"/></w:sdtPr><w:sdtContent>${r('三')}</w:sdtContent></w:sdt>`;
    expect(read(`<w:p>${inner}${control}<w:ins w:id="1">${r('四')}</w:ins></w:p>`)).toEqual(['一二三四']);
    expect(read(`<w:sdt><w:sdtContent>${p('整段')}</w:sdtContent></w:sdt>`)).toEqual(['整段']);
  });

  it('leaves out field codes, ruby and the fallback of alternate content', () => {
    const field = '<w:r><w:instrText>PAGE</w:instrText></w:r>';
    const ruby = `<w:r><w:ruby><w:rt>${r('han')}</w:rt><w:rubyBase>${r('汉')}</w:rubyBase></w:ruby></w:r>`;
    const alternate = `<mc:AlternateContent><mc:Choice>${r('甲')}</mc:Choice><mc:Fallback>${r('乙')}</mc:Fallback></mc:AlternateContent>`;
    expect(read(`<w:p>${field}${ruby}${alternate}</w:p>`)).toEqual(['汉甲']);
  });
});

describe('tracked changes are read as accepted', () => {
  it('drops what was deleted or moved away and keeps what was inserted or moved here', () => {
    const gone = `<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r>${r('旧')}</w:del><w:moveFrom>${r('走')}</w:moveFrom>`;
    expect(
      read(`<w:p>${r('前')}${gone}<w:ins w:id="2">${r('新')}</w:ins><w:moveTo>${r('来')}</w:moveTo></w:p>`),
    ).toEqual(['前新来']);
  });

  it('joins a paragraph whose mark was deleted to the next one', () => {
    const mark = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>';
    expect(read(`<w:p>${mark}${r('上')}</w:p>${p('下')}`)).toEqual(['上下']);
    expect(read(`<w:p>${mark}${r('末')}</w:p>`)).toEqual(['末']);
  });

  it('drops a deleted row and looks only at the present properties of a cell', () => {
    const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc(p('删'))}</w:tr>`;
    const changed = tc(p('留'), '<w:tcPrChange w:id="2"><w:tcPr><w:gridSpan w:val="9"/></w:tcPr></w:tcPrChange>');
    const outcome = succeeded(readBody(tbl(1, deleted, tr(changed))));
    expect(outcome.blocks).toMatchObject([{ kind: 'table', columns: 1, rows: [[{ columns: 1, text: '留' }]] }]);
  });
});

describe('what cannot be kept is reported', () => {
  it('folds a nested table into the cell around it and says where', () => {
    const inner = tbl(2, tr(tc(p('里一'), '<w:gridSpan w:val="2"/>')), tr(tc(p('里二')), tc(p('里三'))));
    const outcome = readBody(tbl(2, tr(tc(p('甲')), tc(p('外') + inner + p('后')))) + p('完'));
    expect(printBlocks(succeeded(outcome))).toEqual(['甲\t外\\n里一\\n里二\\n里三\\n后', '完']);
    expect(codesOf(outcome)).toEqual(['D007']);
    expect(outcome.ok && outcome.warnings[0]?.message).toContain('第 1 张表第 1 行第 2 格');
  });

  it('warns of text boxes once', () => {
    const box = '<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>';
    const outcome = readBody(`<w:p>${r('文')}${box}${box}</w:p>`);
    expect(printBlocks(succeeded(outcome))).toEqual(['文']);
    expect(codesOf(outcome)).toEqual(['D008']);
  });
});
