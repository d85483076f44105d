import { describe, expect, test, vi } from 'vitest';
import { layoutDocument } from '../../../src/layout/index.ts';
import { prohibitions } from '../../../src/text/index.ts';
import { writeDocx } from '../../../src/write/flow/docx/index.ts';
import { fakeFonts } from '../../support/fake-fonts.ts';
import { successOf } from '../../support/set-form.ts';
import { faces, heading, measured, nested, paper, styles, whole } from './docx-fixture.ts';
import {
  all,
  bodyOf,
  type Element,
  own,
  parse,
  partOf,
  partsOf,
  textOf,
  unzipped,
  val,
  written,
} from './docx-reading.ts';

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
    const first = await written(whole);
    await written(measured([nested], { styles: { cell: styles.line } }));
    expect(await written(structuredClone(whole))).toEqual(first);
  });

  test('the bytes do not depend on the time zone', async () => {
    const wholePages = successOf(layoutDocument(whole, fakeFonts));
    const inZone = async (zone: string) => {
      vi.stubEnv('TZ', zone);
      vi.resetModules();
      const fresh = await import('../../../src/write/flow/docx/index.ts');
      return { offset: new Date(0).getTimezoneOffset(), bytes: await fresh.writeDocx(whole, wholePages, faces) };
    };
    const shanghai = await inZone('Asia/Shanghai');
    const newYork = await inZone('America/New_York');
    vi.unstubAllEnvs();
    expect([shanghai.offset, newYork.offset]).toEqual([-480, 300]);
    expect(newYork.bytes).toEqual(shanghai.bytes);
  }, 30_000);

  test('two documents of one form differ only in their text and title', async () => {
    const one = await partsOf(measured([nested], { title: '甲<&>' }));
    const two = await partsOf(measured([heading('title', '另一张')], { title: '乙' }));
    const changed = Object.keys(one).filter((name) => one[name] !== two[name]);
    expect(changed.sort()).toEqual(['docProps/core.xml', 'word/document.xml']);
    expect(all(parse(one['docProps/core.xml'] ?? ''), 'dc:title')[0]?.text).toBe('甲<&>');
  });

  test('the name of a font is written as it is, whatever a replacement would take it for', async () => {
    const odd = new Map([...faces].map(([name, face]) => [name, { ...face, deskName: `${face.deskName}$'$&` }]));
    const pages = successOf(layoutDocument(whole, fakeFonts));
    const fonts = parse(unzipped(await writeDocx(whole, pages, odd))['word/fontTable.xml'] ?? '');
    expect(all(fonts, 'w:font').map(({ attributes }) => attributes['w:name'])).toContain("仿宋$'$&");
  });

  test('no part tells when it was made', async () => {
    const text = Object.values(await partsOf(whole)).join('');
    expect(text).not.toMatch(/dcterms:|20[2-9]\d-\d\d-/);
  });

  test('a style whose face the table lacks is our own fault', async () => {
    const document = measured([nested], { styles: { cell: { ...styles.cell, face: '隶书' } } });
    await expect(written(document)).rejects.toThrow('隶书');
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
    for (const gap of ['w:autoSpaceDE', 'w:autoSpaceDN']) expect(all(defaults, gap).map(val)).toEqual([undefined]);
    expect(all(await partOf(whole, 'word/styles.xml'), 'w:lang')[0]?.attributes['w:eastAsia']).toBe('zh-CN');
  });

  test('Word gets our own marks that begin or end no line, and squeezes punctuation as the PDF does', async () => {
    const settings = await partOf(whole, 'word/settings.xml');
    const { end, start } = prohibitions();
    expect(all(settings, 'w:noLineBreaksAfter')[0]?.attributes).toEqual({ 'w:lang': 'zh-CN', 'w:val': end });
    expect(all(settings, 'w:noLineBreaksBefore')[0]?.attributes).toEqual({ 'w:lang': 'zh-CN', 'w:val': start });
    expect(all(settings, 'w:characterSpacingControl').map(val)).toEqual(['compressPunctuation']);
  });

  test('margins change places on even pages where the paper is printed on both sides', async () => {
    const mirrored = measured([nested], { paper: { mirrored: true } });
    expect(all(await partOf(mirrored, 'word/settings.xml'), 'w:mirrorMargins')).toHaveLength(1);
    expect(all(await partOf(whole, 'word/settings.xml'), 'w:mirrorMargins')).toHaveLength(0);
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
    const top = paper.bottom / 50 - distance - 18 * 20;
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
