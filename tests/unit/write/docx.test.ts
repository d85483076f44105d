import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { mpt, pt } from '../../../src/base/index.ts';
import type { MeasuredDocument } from '../../../src/measure/index.ts';
import { writeDocx } from '../../../src/write/flow/docx/index.ts';
import { edges, faces, heading, measured, measuredGrid, paper, paragraph, styles, twoLines } from './docxFixture.ts';

type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
};

function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('text', (text) => {
    const top = stack.at(-1);
    if (top !== undefined) top.text += text;
  });
  parser.on('closetag', () => stack.pop());
  parser.write(xml).close();
  return root;
}

const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
const textOf = (element: Element): string =>
  all(element, 'w:t')
    .map((t) => t.text)
    .join('');
const own = (element: Element | undefined, name: string) => element?.children.find((child) => child.name === name);
const val = (element: Element | undefined): string | undefined => element?.attributes['w:val'];

async function partsOf(document: MeasuredDocument): Promise<Record<string, string>> {
  const files = unzipSync(await writeDocx(document, faces));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}
const partOf = async (document: MeasuredDocument, name: string) => parse((await partsOf(document))[name] ?? '');
const bodyOf = (document: MeasuredDocument) => partOf(document, 'word/document.xml');

/** Nested spans, a balanced label, a vertical one, an own size, and two headings. */
const nested = measuredGrid({
  edges: edges(8, 14, 14, 20, 24),
  headers: [{ first: 0, end: 1, until: 6 }],
  cells: [
    { place: [0, 0, 5], text: '部门（单位）名称', role: 'label' },
    { place: [0, 1, 1, 5], text: '绩效指标', role: 'label', direction: 'vertical' },
    { place: [1, 1, 1, 2], text: '产出指标', role: 'label', inset: 10_000 },
    { place: [2, 1, 2], text: ['甲', '乙'], align: 'justify', valign: 'top' },
    { place: [4, 1], text: '3,109.75', align: 'right' },
    { place: [2, 2, 1, 2], text: '跨两行', role: 'label' },
    { place: [3, 2, 2], text: '' },
    { place: [1, 3, 1, 3], text: '效益指标', role: 'label' },
    { place: [3, 3], text: '小字', style: { face: '宋体', size: pt(9), pitch: pt(13) } },
    { place: [4, 3], text: '一'.repeat(70), align: 'left', valign: 'bottom' },
    { place: [2, 4, 3, 2], text: '末两行' },
  ],
});
const whole = measured([
  heading('title', '部门整体预算', '绩效目标表'),
  twoLines('填报单位（盖章）：', '单位：万元'),
  nested,
  twoLines('填表人：', '2025年'),
]);

describe('writing a package', () => {
  test('every part is well-formed XML and is declared in the table of contents', async () => {
    const parts = await partsOf(whole);
    for (const xml of Object.values(parts)) expect(parse(xml).children).toHaveLength(1);
    const declared = all(parse(parts['[Content_Types].xml'] ?? ''), 'Override').map((one) => one.attributes.PartName);
    const written = Object.keys(parts).map((name) => `/${name}`);
    expect(written.filter((name) => name.endsWith('.xml') && !name.includes('[')).sort()).toEqual(declared.sort());
    for (const [name, xml] of Object.entries(parts).filter(([part]) => part.endsWith('.rels'))) {
      const folder = name.replace(/_rels\/.*/, '');
      for (const { attributes } of all(parse(xml), 'Relationship')) {
        expect(written).toContain(`/${folder}${attributes.Target}`);
      }
    }
  });

  test('the same document gives the same bytes, also after another one', async () => {
    const first = await writeDocx(whole, faces);
    await writeDocx(measured([nested], { styles: { cell: styles.line } }), faces);
    expect(await writeDocx(structuredClone(whole), faces)).toEqual(first);
  });

  test('the bytes do not depend on the time zone or on when the process started', () => {
    const script = fileURLToPath(new URL('./docxHash.mts', import.meta.url));
    const inZone = (zone: string) =>
      execFileSync(process.execPath, ['--import', 'tsx', script], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
    const shanghai = inZone('Asia/Shanghai');
    expect(shanghai).toMatch(/^[0-9a-f]{64}$/);
    expect(inZone('America/New_York')).toBe(shanghai);
    expect(inZone('Pacific/Apia')).toBe(shanghai);
  });

  test('two documents of one form differ only in their text and title', async () => {
    const one = await partsOf(measured([nested], { title: '甲<&>' }));
    const two = await partsOf(measured([heading('title', '另一张')], { title: '乙' }));
    const changed = Object.keys(one).filter((name) => one[name] !== two[name]);
    expect(changed.sort()).toEqual(['docProps/core.xml', 'word/document.xml']);
    expect(all(parse(one['docProps/core.xml'] ?? ''), 'dc:title')[0]?.text).toBe('甲<&>');
  });

  test('no part tells when it was made', async () => {
    const text = Object.values(await partsOf(whole)).join('');
    expect(text).not.toMatch(/dcterms:|20[2-9]\d-\d\d-/);
  });

  test('a style whose face the table lacks is our own fault', async () => {
    const document = measured([nested], { styles: { cell: { ...styles.cell, face: '隶书' } } });
    await expect(writeDocx(document, faces)).rejects.toThrow('隶书');
  });
});

describe('styles and sections', () => {
  test('each role is a paragraph style with its desk name, size in half points and exact pitch', async () => {
    const sheet = await partOf(whole, 'word/styles.xml');
    const title = all(sheet, 'w:style').find((style) => style.attributes['w:styleId'] === 'title');
    const fonts = all(title as Element, 'w:rFonts')[0]?.attributes;
    for (const script of ['ascii', 'hAnsi', 'eastAsia', 'cs']) expect(fonts?.[`w:${script}`]).toBe('方正小标宋简体');
    expect(val(all(title as Element, 'w:sz')[0])).toBe('44');
    expect(all(title as Element, 'w:spacing')[0]?.attributes).toMatchObject({ 'w:line': '600', 'w:lineRule': 'exact' });
    expect(own(title, 'w:rPr')?.children.map((child) => child.name)).not.toContain('w:b');
  });

  test('Chinese line breaking is on, hanging punctuation and the grid are off', async () => {
    const defaults = all(await partOf(whole, 'word/styles.xml'), 'w:pPrDefault')[0] as Element;
    expect(all(defaults, 'w:kinsoku')).toHaveLength(1);
    expect(val(all(defaults, 'w:overflowPunct')[0])).toBe('0');
    expect(val(all(defaults, 'w:snapToGrid')[0])).toBe('0');
    expect(all(await partOf(whole, 'word/styles.xml'), 'w:lang')[0]?.attributes['w:eastAsia']).toBe('zh-CN');
  });

  test('GB/T 9704: page numbers stand right on odd and left on even pages, one character in, 7 mm below', async () => {
    const parts = await partsOf(whole);
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
    const relations = all(parse(parts['word/_rels/document.xml.rels'] ?? ''), 'Relationship');
    const body = parse(parts['word/document.xml'] ?? '');
    const footer = (type: string) => {
      const id = all(body, 'w:footerReference').find((one) => one.attributes['w:type'] === type)?.attributes['r:id'];
      const target = relations.find((one) => one.attributes.Id === id)?.attributes.Target;
      return parse(parts[`word/${target}`] ?? '');
    };
    expect(val(all(footer('default'), 'w:jc')[0])).toBe('right');
    expect(all(footer('default'), 'w:ind')[0]?.attributes['w:right']).toBe('280');
    expect(val(all(footer('even'), 'w:jc')[0])).toBe('left');
    expect(all(footer('even'), 'w:ind')[0]?.attributes['w:left']).toBe('280');
    expect(textOf(footer('even'))).toBe('—  —');
    expect(all(footer('even'), 'w:instrText')[0]?.text).toBe('PAGE');
    const distance = Number(all(body, 'w:pgMar')[0]?.attributes['w:footer']);
    const top = Number(all(body, 'w:pgMar')[0]?.attributes['w:bottom']) - distance - 18 * 20;
    expect((top / 1440) * 25.4).toBeCloseTo(7, 1);
  });

  test('a form without page numbers has no footer, nor has its section after a numbered one', async () => {
    const plain = measured([nested], { paper: { folio: 'none' } });
    expect(all(await bodyOf(plain), 'w:footerReference')).toHaveLength(0);
    const parts = await partsOf({ ...plain, sections: [...whole.sections, ...plain.sections] });
    const [numbered, empty] = all(parse(parts['word/document.xml'] ?? ''), 'w:sectPr');
    expect(all(numbered as Element, 'w:footerReference')).toHaveLength(2);
    expect(all(empty as Element, 'w:footerReference')).toHaveLength(2);
    const pages = Object.values(parts).filter((xml) => xml.includes('>PAGE<'));
    expect(pages).toHaveLength(2);
  });

  test('each section keeps its own sheet, and all but the last end in a paragraph', async () => {
    const wide = { ...paper, width: paper.height, height: paper.width };
    const document = { ...whole, sections: [...whole.sections, { paper: wide, blocks: [nested] }] };
    const body = own((await bodyOf(document)).children[0], 'w:body') as Element;
    const sheets = all(body, 'w:pgSz').map((one) => one.attributes);
    expect(sheets).toEqual([
      { 'w:w': '11906', 'w:h': '16838' },
      { 'w:w': '16838', 'w:h': '11906', 'w:orient': 'landscape' },
    ]);
    expect(body.children.slice(-2).map((child) => child.name)).toEqual(['w:p', 'w:sectPr']);
    expect(all(body, 'w:pPr').filter((one) => own(one, 'w:sectPr') !== undefined)).toHaveLength(1);
  });
});

describe('blocks', () => {
  test('two tables never touch, and nothing follows a table but a paragraph', async () => {
    const body = own((await bodyOf(whole)).children[0], 'w:body') as Element;
    expect(body.children.map((child) => child.name).join(' ')).toBe('w:p w:p w:tbl w:p w:tbl w:p w:tbl w:p w:sectPr');
  });

  test('only the last paragraph of a heading has the space below', async () => {
    const [first, second] = all(await bodyOf(whole), 'w:p');
    expect(all(first as Element, 'w:spacing')).toHaveLength(0);
    expect(all(second as Element, 'w:spacing')[0]?.attributes).toEqual({ 'w:after': '120' });
  });

  test('lines stand side by side over the type area without rules', async () => {
    const [lines] = all(await bodyOf(whole), 'w:tbl');
    expect(all(lines as Element, 'w:tblBorders')).toHaveLength(0);
    expect(all(lines as Element, 'w:gridCol').map((one) => Number(one.attributes['w:w']))).toEqual([4600, 8844 - 4600]);
    expect(all(lines as Element, 'w:ind').map((one) => one.attributes['w:right'])).toEqual(['200']);
    expect(all(lines as Element, 'w:tc').map(textOf)).toEqual(['填报单位（盖章）：', '单位：万元']);
  });

  test('text is written exactly, whatever it looks like', async () => {
    const odd = ['<p>{{x}}</p>', '&amp;', '"quoted" \'single\'', '  两 端  ', ']]>', '𠮷田'];
    const grid = measuredGrid({
      edges: edges(1, 1),
      cells: [
        { place: [0, 0], text: odd },
        { place: [1, 0], text: '' },
      ],
    });
    const body = await bodyOf(measured([grid]));
    expect(all(body, 'w:t').map((one) => one.text)).toEqual(odd);
    expect(all(body, 'w:t').every((one) => one.attributes['xml:space'] === 'preserve')).toBe(true);
  });

  test('runs of several origins are one text', async () => {
    const { source } = paragraph('一');
    const title = {
      ...heading('title', ''),
      paragraphs: [{ ...paragraph(''), source: { runs: [...source.runs, ...source.runs] } }],
    };
    expect(textOf(await bodyOf(measured([title])))).toBe('一一');
  });
});

describe('a table', () => {
  const tableOf = async (grid = nested) => all(await bodyOf(measured([grid])), 'w:tbl')[0] as Element;

  test('columns are fixed, and their widths add up to the type area', async () => {
    const table = await tableOf();
    const widths = all(table, 'w:gridCol').map((one) => Number(one.attributes['w:w']));
    expect(widths).toHaveLength(5);
    expect(widths.reduce((a, b) => a + b, 0)).toBe(8844);
    expect(all(table, 'w:tblW')[0]?.attributes).toEqual({ 'w:w': '8844', 'w:type': 'dxa' });
    expect(all(table, 'w:tblLayout')[0]?.attributes['w:type']).toBe('fixed');
  });

  test('each row covers every column once, with the widths of the grid', async () => {
    const table = await tableOf();
    const widths = all(table, 'w:gridCol').map((one) => Number(one.attributes['w:w']));
    for (const row of all(table, 'w:tr')) {
      let x = 0;
      for (const cell of all(row, 'w:tc')) {
        const span = Number(val(all(cell, 'w:gridSpan')[0]) ?? 1);
        const width = widths.slice(x, x + span).reduce((a, b) => a + b, 0);
        expect(Number(all(cell, 'w:tcW')[0]?.attributes['w:w'])).toBe(width);
        x += span;
      }
      expect(x).toBe(widths.length);
    }
  });

  test('a span begins once and goes on in each further row of its column, with no text of its own', async () => {
    const open = new Map<number, string>();
    const merged: string[] = [];
    for (const row of all(await tableOf(), 'w:tr')) {
      let x = 0;
      for (const cell of all(row, 'w:tc')) {
        const merge = all(cell, 'w:vMerge')[0];
        if (merge === undefined) open.delete(x);
        else if (val(merge) === 'restart') open.set(x, textOf(cell));
        else {
          expect(textOf(cell)).toBe('');
          merged.push(open.get(x) ?? 'no beginning');
        }
        expect(cell.children.at(-1)?.name).toBe('w:p');
        x += Number(val(all(cell, 'w:gridSpan')[0]) ?? 1);
      }
    }
    const times = (text: string) => merged.filter((one) => one === text).length;
    expect(['绩效指标', '产出指标', '跨两行', '效益指标', '末两行'].map(times)).toEqual([4, 1, 1, 2, 1]);
    expect(merged).toHaveLength(9);
  });

  test('row heights cover each span: what is missing goes to its last row', async () => {
    const grid = measuredGrid({
      edges: edges(1, 9),
      cells: [
        { place: [0, 0, 1, 3], text: '一二三四五六七八九十一二', role: 'label' },
        { place: [1, 0], text: '甲' },
        { place: [1, 1], text: '乙' },
        { place: [1, 2], text: '丙' },
      ],
    });
    const need = (grid.cells[0]?.need ?? 0) / 50;
    const heights = all(await tableOf(grid), 'w:trHeight').map((one) => Number(val(one)));
    expect(heights).toEqual([380, 380, need - 760]);
    expect(heights[2]).toBeGreaterThan(380);
  });

  test('a row of long text may break across pages, a short one may not', async () => {
    const splittable = all(await tableOf(), 'w:tr').map((row) => all(row, 'w:cantSplit').length === 0);
    expect(splittable).toEqual([false, false, false, true, false, false]);
  });

  test('Word repeats a header at the top whose scope is the table, and no other', async () => {
    const rows = async (grid = nested) =>
      (await all(await tableOf(grid), 'w:tr')).map((row) => all(row, 'w:tblHeader').length);
    expect(await rows()).toEqual([1, 0, 0, 0, 0, 0]);
    const withHeaders = (first: number, end: number, until: number) => ({
      ...nested,
      grid: { ...nested.grid, headers: [{ first, end, until }] },
    });
    expect(await rows(withHeaders(0, 1, 3))).not.toContain(1);
    expect(await rows(withHeaders(1, 2, 6))).not.toContain(1);
    expect(await rows(withHeaders(0, 2, 6))).not.toContain(1);
  });

  test('upright Han in a vertical label, its text placed by the sides of the cell', async () => {
    const cell = all(await tableOf(), 'w:tc')[1] as Element;
    expect(textOf(cell)).toBe('绩效指标');
    expect(val(all(cell, 'w:textDirection')[0])).toBe('tbRlV');
    const topRight = measuredGrid({
      edges: edges(1),
      cells: [
        { place: [0, 0], text: '竖', role: 'label', direction: 'vertical', valign: 'top', align: 'left', inset: 9000 },
      ],
    });
    const table = await tableOf(topRight);
    expect(val(all(table, 'w:vAlign')[0])).toBe('bottom');
    expect(val(all(table, 'w:jc')[0])).toBe('left');
    expect(all(table, 'w:ind')).toHaveLength(0);
  });

  test('a paragraph is formatted directly only where it differs from its style', async () => {
    const table = await tableOf();
    const cell = (text: string) => all(table, 'w:tc').find((one) => textOf(one) === text) as Element;
    expect(all(cell('效益指标'), 'w:pPr')[0]?.children.map((child) => child.name)).toEqual(['w:pStyle']);
    expect(all(cell('甲乙'), 'w:jc').map(val)).toEqual(['both', 'both']);
    expect(all(cell('小字'), 'w:rPr')).toHaveLength(2);
    expect(all(cell('小字'), 'w:sz').map(val)).toEqual(['18', '18']);
    expect(all(cell('小字'), 'w:spacing')[0]?.attributes).toEqual({ 'w:line': '260', 'w:lineRule': 'exact' });
    expect(all(cell('小字'), 'w:rFonts')[0]?.attributes['w:eastAsia']).toBe('宋体');
  });

  test('a balanced label is balanced by indents that leave its lines a little room', async () => {
    const cell = all(await tableOf(), 'w:tc').find((one) => textOf(one) === '产出指标') as Element;
    const { 'w:left': left, 'w:right': right } = all(cell, 'w:ind')[0]?.attributes ?? {};
    expect(left).toBe(right);
    expect(Number(left)).toBeLessThan(200);
    expect(Number(left)).toBeGreaterThan(170);
  });

  test('margins never take more than the padding, as a reader may count the rule into the cell', async () => {
    const [padding] = all(await tableOf(), 'w:tblCellMar');
    expect(padding?.children.map((side) => [side.name, side.attributes['w:w']])).toEqual([
      ['w:top', '35'],
      ['w:left', '55'],
      ['w:bottom', '35'],
      ['w:right', '55'],
    ]);
  });

  test('rules have the thickness of the form', async () => {
    const thick = { ...nested, table: { ...nested.table, rule: mpt(1000) } };
    const sizes = (table: Element) => all(table, 'w:tblBorders')[0]?.children.map((side) => side.attributes['w:sz']);
    expect(sizes(await tableOf())).toEqual(['4', '4', '4', '4', '4', '4']);
    expect(sizes(await tableOf(thick))).toEqual(['8', '8', '8', '8', '8', '8']);
  });
});

/** The sequences of WordprocessingML (ISO/IEC 29500-1, annex A) as far as we write them. */
const SEQUENCES: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs ' +
    'suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd ' +
    'snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment ' +
    'textboxTightWrap outlineLvl divId cnfStyle rPr sectPr',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish ' +
    'webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd ' +
    'tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tblBorders': 'top left bottom right insideH insideV',
  'w:tblCellMar': 'top left bottom right',
  'w:tbl': 'tblPr tblGrid tr',
  'w:trPr': 'cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden',
  'w:tr': 'tblPrEx trPr tc',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers',
  'w:tc': 'tcPr p',
  'w:p': 'pPr r',
  'w:r': 'rPr t',
  'w:sectPr':
    'footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign ' +
    'noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
};

test('all elements stand in the order of the WordprocessingML schema', async () => {
  const parts = await partsOf(whole);
  const seen = new Set<string>();
  const check = (element: Element) => {
    const sequence = SEQUENCES[element.name]?.split(' ');
    if (sequence !== undefined) {
      seen.add(element.name);
      const places = element.children.map((child) => sequence.indexOf(child.name.slice(2)));
      expect(places, `${element.name}: ${element.children.map((child) => child.name)}`).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
    element.children.forEach(check);
  };
  check(parse(parts['word/document.xml'] ?? ''));
  for (const properties of ['w:pPr', 'w:rPr']) {
    for (const element of all(parse(parts['word/styles.xml'] ?? ''), properties)) check(element);
  }
  expect([...seen].sort()).toEqual(Object.keys(SEQUENCES).sort());
  const settings = (parse(parts['word/settings.xml'] ?? '').children[0] as Element).children.map((child) => child.name);
  expect(settings.indexOf('w:characterSpacingControl')).toBeGreaterThan(settings.indexOf('w:evenAndOddHeaders'));
  expect(settings.indexOf('w:characterSpacingControl')).toBeLessThan(settings.indexOf('w:compat'));
});
