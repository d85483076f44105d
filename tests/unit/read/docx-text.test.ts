import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/base/index.ts';
import { codesOf, p, printBlocks, r, readBody, succeeded, tbl, tc, tr } from './support/word.ts';

const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:future="urn:future"';
const messagesOf = (outcome: Outcome<unknown>): string[] =>
  (outcome.ok ? outcome.warnings : outcome.problems).map(({ code, message }) => `${code} ${message}`);
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

  it('has tabs, soft breaks and hyphens where their elements stand in a run, and nothing for tab stops', () => {
    const stops = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="100"/></w:tabs></w:pPr>';
    const run = '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/></w:r>';
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

  it('is what is printed: without hidden text, and without what no program knows', () => {
    const hidden = (value: string) => `<w:r><w:rPr><w:vanish${value}/></w:rPr><w:t>隐</w:t><w:tab/></w:r>`;
    expect(read(`<w:p>${r('甲')}${hidden('')}${hidden(' w:val="1"')}${hidden(' w:val="false"')}</w:p>`)).toEqual([
      '甲隐\t',
    ]);
    expect(read(`<w:p>${r('甲')}<x:x xmlns:x="urn:x">${r('9')}</x:x></w:p>`)).toEqual(['甲']);
  });

  it('leaves out field codes, ruby and the fallback of alternate content', () => {
    const field = '<w:r><w:instrText>PAGE</w:instrText></w:r>';
    const ruby = `<w:r><w:ruby><w:rt>${r('han')}</w:rt><w:rubyBase>${r('汉')}</w:rubyBase></w:ruby></w:r>`;
    const alternate = `<mc:AlternateContent><mc:Choice>${r('甲')}</mc:Choice><mc:Fallback>${r('乙')}</mc:Fallback></mc:AlternateContent>`;
    expect(read(`<w:p>${field}${ruby}${alternate}</w:p>`)).toEqual(['汉甲']);
  });
});

describe('symbols and alternate content', () => {
  const symbol = (char: string, font = 'SimSun') => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;

  it('a symbol is its character, unless only its font knows what it is', () => {
    const plain = readBody(`<w:p>${symbol('0039')}${symbol('2611', 'MS Gothic')}</w:p>`);
    expect(printBlocks(succeeded(plain))).toEqual(['9☑']);
    expect(codesOf(plain)).toEqual([]);
    for (const one of [
      symbol('F0FE'),
      symbol('0039', 'Wingdings 2'),
      symbol('0061', 'Symbol'),
      symbol('D800'),
      symbol('x'),
    ]) {
      const outcome = readBody(tbl(1, tr(tc(`<w:p>${r('甲')}${one}</w:p>`))));
      expect(printBlocks(succeeded(outcome))).toEqual(['甲']);
      expect(messagesOf(outcome)).toEqual(['D010 第 1 张表第 1 行第 1 格里有认不出的符号']);
    }
  });

  const branches = (requires: string, choice: string, fallback: string) =>
    `<mc:AlternateContent ${W14}><mc:Choice Requires="${requires}">${choice}</mc:Choice>` +
    `<mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
  const [one, other] = ['<w:t>甲</w:t>', '<w:t>乙</w:t>'];

  it('of alternate content the first branch counts that a program knows, and that there is a choice is told', () => {
    for (const [requires, shown] of [
      ['w14', '甲'],
      ['w14 future', '乙'],
      ['nowhere', '乙'],
    ] as const) {
      const outcome = readBody(`<w:p>${r('前')}<w:r>${branches(requires, one, other)}</w:r></w:p>`);
      expect(printBlocks(succeeded(outcome))).toEqual([`前${shown}`]);
      expect(messagesOf(outcome)).toEqual([expect.stringMatching(/^D010 表外第 1 段里有几种写法的字/)]);
    }
    const around = readBody(branches('future', p('甲'), p('乙')));
    expect(printBlocks(succeeded(around))).toContain('乙');
    expect(codesOf(around)).toEqual(['D010']);
  });

  it('a symbol of Word in a branch is its character', () => {
    const emoji = `<e:symEx xmlns:e="http://schemas.microsoft.com/office/word/2015/wordml/symex" e:font="Segoe UI Emoji" e:char="1F600"/>`;
    expect(read(`<w:p><w:r>${branches('w14', emoji, other)}</w:r></w:p>`)).toEqual(['😀']);
  });

  it('drawings have branches without any text', () => {
    const drawing = branches('w14', '<w:drawing/>', '<w:pict><w:r><w:t>甲</w:t></w:r></w:pict>');
    expect(codesOf(readBody(`<w:p><w:r>${drawing}</w:r></w:p>`))).toEqual([]);
  });
});

describe('what people see and no text says is told at its place', () => {
  const numbered = (id: number) => `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr>`;
  const struck = (name: string) => `<w:r><w:rPr><w:${name}/></w:rPr><w:t>旧</w:t></w:r>`;
  const maths =
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>9</m:t></m:r></m:oMath>';

  it.each([
    ['automatic numbers', numbered(1) + r('甲'), '自动编号'],
    ['struck-out text', struck('strike'), '加了删除线的字'],
    ['text struck out twice', struck('dstrike'), '加了删除线的字'],
    ['maths', maths, '公式'],
    ['notes', '<w:r><w:footnoteReference w:id="2"/></w:r>', '脚注或尾注'],
    ['a field', `<w:fldSimple w:instr="DATE">${r('甲')}</w:fldSimple>`, '域（程序自己算的字，如日期、页码）'],
    ['a field in parts', '<w:r><w:instrText>PAGE</w:instrText></w:r>', '域（程序自己算的字，如日期、页码）'],
    [
      'what only some programs know',
      `<x:x xmlns:x="urn:x">${r('9')}</x:x>`,
      '几种写法的字（各个程序显示自己认得的一种）',
    ],
  ])('%s', (_, content, words) => {
    const outcome = readBody(p('前') + tbl(2, tr(tc(p('甲')), tc(`<w:p>${content}</w:p>`))));
    expect(messagesOf(outcome)).toEqual([`D010 第 1 张表第 1 行第 2 格里有${words}`]);
    expect(messagesOf(readBody(`${p('前')}<w:p>${r('乙')}${content}</w:p>`))).toEqual([`D010 表外第 2 段里有${words}`]);
  });

  it('once for a paragraph, however often it is there', () => {
    const content = `<w:p>${struck('strike')}${r('乙')}${struck('dstrike')}</w:p>`;
    expect(messagesOf(readBody(content))).toEqual(['D010 表外第 1 段里有加了删除线的字']);
  });

  it('another file that is laid in', () => {
    expect(codesOf(readBody('<w:altChunk/>'))).toEqual(['D010']);
  });

  it('rows that only some programs know, told once, with the next paragraph or at the end', () => {
    const strange = `<x:x xmlns:x="urn:x">${tr(tc(p('9')))}${tr(tc(p('8')))}</x:x>`;
    const within = readBody(tbl(1, `${tr(tc(p('甲')))}${strange}${tr(tc(p('乙')))}`));
    expect(codesOf(within)).toEqual(['D010']);
    expect(printBlocks(succeeded(within)).join('')).not.toMatch(/[89]/);
    expect(codesOf(readBody(`${p('甲')}${strange}`))).toEqual(['D010']);
    expect(codesOf(readBody(`${p('甲')}<x:x xmlns:x="urn:x"/>`))).toEqual([]);
  });

  it('but not a paragraph that was taken out of its list, nor what is hidden or was deleted', () => {
    const gone = `<w:del w:id="1">${struck('strike')}</w:del><w:r><w:rPr><w:vanish/></w:rPr><w:sym w:char="F0FE"/></w:r>`;
    expect(codesOf(readBody(`<w:p>${numbered(0)}${r('甲')}${gone}</w:p>`))).toEqual([]);
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

  it('drops a deleted cell and keeps one that was put in', () => {
    const row = tr(tc(p('删'), '<w:cellDel w:id="1"/>'), tc(p('新'), '<w:cellIns w:id="2"/>'));
    expect(printBlocks(succeeded(readBody(tbl(1, row))))).toEqual(['新']);
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
