import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/read/index.ts';
import { codesOf, p, printBlocks, r, styledPackage, succeeded, tbl, tc, tr } from './support/word.ts';

const style = (type: string, id: string, says: string, base?: string): string =>
  `<w:style w:type="${type}" w:styleId="${id}">${base === undefined ? '' : `<w:basedOn w:val="${base}"/>`}${says}</w:style>`;
const run = (says: string): string => `<w:rPr>${says}</w:rPr>`;
const usual = (type: string, id: string, says: string): string =>
  style(type, id, says).replace('<w:style ', '<w:style w:default="1" ');
const named = (name: string, content: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${name}"/></w:pPr>${content}</w:p>`;
const as = (name: string, text: string, direct = ''): string =>
  `<w:r><w:rPr><w:rStyle w:val="${name}"/>${direct}</w:rPr><w:t>${text}</w:t></w:r>`;

const reading = (styles: string, body: string) => readDocx(styledPackage(styles, body), 'a.docx');
const read = (styles: string, body: string): string[] => printBlocks(succeeded(reading(styles, body)));

describe('what styles hide is not read', () => {
  const hiding = style('character', 'H', run('<w:vanish/>'));

  it('by the style of a run, or what it is based on', () => {
    expect(read(hiding, `<w:p>${r('甲')}${as('H', '隐')}</w:p>`)).toEqual(['甲']);
    expect(read(hiding + style('character', 'I', run('<w:b/>'), 'H'), `<w:p>${r('甲')}${as('I', '隐')}</w:p>`)).toEqual(
      ['甲'],
    );
    const shown = style('character', 'I', run('<w:vanish w:val="0"/>'), 'H');
    expect(read(hiding + shown, `<w:p>${r('甲')}${as('I', '显')}</w:p>`)).toEqual(['甲显']);
  });

  it('by the style of a paragraph, the usual one where none is named, and the defaults of all', () => {
    const paragraph = style('paragraph', 'P', run('<w:vanish/>'));
    expect(read(paragraph, named('P', r('隐')) + p('甲'))).toEqual(['', '甲']);
    expect(read(usual('paragraph', 'N', run('<w:vanish/>')), p('隐') + named('无', r('隐')))).toEqual(['', '']);
    const defaults = `<w:docDefaults><w:rPrDefault>${run('<w:vanish/>')}</w:rPrDefault></w:docDefaults>`;
    expect(read(defaults, p('隐'))).toEqual(['']);
  });

  it('by the style of a table, the innermost', () => {
    const styles = style('table', 'T', run('<w:vanish/>'));
    const table = (name: string, content: string): string =>
      tbl(1, tr(tc(content))).replace('<w:tbl>', `<w:tbl><w:tblPr><w:tblStyle w:val="${name}"/></w:tblPr>`);
    const [hidden, ...rest] = read(styles, table('T', p('隐')) + p('甲'));
    expect(hidden).not.toContain('隐');
    expect(rest).toContain('甲');
    const inner = read(styles, table('T', table('无', p('显')) + p('隐')));
    expect(inner.join()).toContain('显');
    expect(inner.join()).not.toContain('隐');
  });

  it('by the usual style of tables, in tables only', () => {
    const usually = usual('table', 'T', run('<w:vanish/>'));
    const [row, ...rest] = read(usually, tbl(1, tr(tc(p('隐')))) + p('甲'));
    expect([row?.includes('隐'), rest]).toEqual([false, ['甲']]);
  });

  it('but for what a run says itself, and what two levels say in turn (ISO/IEC 29500-1, 17.7.3)', () => {
    expect(read(hiding, `<w:p>${as('H', '显', '<w:vanish w:val="false"/>')}</w:p>`)).toEqual(['显']);
    const both = hiding + style('paragraph', 'P', run('<w:vanish/>'));
    expect(read(both, named('P', as('H', '显') + r('隐')))).toEqual(['显']);
  });

  it('and a style of another kind with the same name, or one based on itself, changes nothing', () => {
    expect(read(style('character', 'P', run('<w:vanish/>')), named('P', r('甲')))).toEqual(['甲']);
    expect(read(style('paragraph', 'P', run('<w:b/>'), 'P'), named('P', r('甲')))).toEqual(['甲']);
  });

  it('and where thousands are based on each other, what they say is looked up once', { timeout: 10_000 }, () => {
    const names = Array.from({ length: 8000 }, (_, i) => `P${i}`);
    const chain = names.map((name, i) => style('paragraph', name, '', `P${i + 1}`)).join('');
    const body = names.map((name) => named(name, r('甲'))).join('');
    expect(read(chain, body)).toEqual(names.map(() => '甲'));
    expect(read(chain + style('paragraph', 'P8000', run('<w:vanish/>')), body)).toEqual(names.map(() => ''));
  });
});

describe('what styles add is told', () => {
  it.each(['strike', 'dstrike'])('text that is struck out (%s)', (name) => {
    const struck = style('character', 'S', run(`<w:${name}/>`));
    expect(codesOf(reading(struck, `<w:p>${as('S', '甲')}</w:p>`))).toEqual(['D010']);
    expect(codesOf(reading(struck, `<w:p>${as('S', '甲', `<w:${name} w:val="0"/>`)}</w:p>`))).toEqual([]);
  });

  it('a double strike by the innermost level that says anything', () => {
    const both = style('paragraph', 'P', run('<w:dstrike/>')) + style('character', 'S', run('<w:dstrike/>'));
    expect(codesOf(reading(both, named('P', as('S', '甲'))))).toEqual(['D010']);
    const off = style('paragraph', 'P', run('<w:dstrike/>')) + style('character', 'S', run('<w:dstrike w:val="0"/>'));
    expect(codesOf(reading(off, named('P', as('S', '甲'))))).toEqual([]);
  });

  it('numbers, unless the paragraph takes itself out of the list', () => {
    const list = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
    const styles = style('paragraph', 'L', list) + style('paragraph', 'M', '', 'L');
    expect(codesOf(reading(styles, named('M', r('甲'))))).toEqual(['D010']);
    const out =
      '<w:p><w:pPr><w:pStyle w:val="M"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>';
    expect(codesOf(reading(styles, out))).toEqual([]);
    expect(codesOf(reading(styles, p('甲')))).toEqual([]);
  });

  it('and styles that cannot be read make the file damaged', () => {
    expect(codesOf(reading('<w:style>', p('甲')))).toEqual(['D002']);
  });
});
