import { describe, expect, test } from 'vitest';
import { type Meta, mpt } from '../../../src/base/index.ts';
import type { TextItem } from '../../../src/layout/index.ts';
import type { Tag, TagTree } from '../../../src/tags/index.ts';
import { DocumentCodes } from '../../../src/write/page/pdf/codes.ts';
import { drawPage } from '../../../src/write/page/pdf/content.ts';
import { crossReferences } from '../../../src/write/page/pdf/cross-references.ts';
import { greyProfile } from '../../../src/write/page/pdf/grey-profile.ts';
import { openVolume, writePdf } from '../../../src/write/page/pdf/index.ts';
import { metadataPacket } from '../../../src/write/page/pdf/metadata.ts';
import { fragment, line, objects, page, paged, readBack, rule, text, unpacked } from './pdf-fixture.ts';

const paragraph: Tag = { role: 'P', parent: -1, cell: null };
const inBlock = (block: number, content: string): TextItem => ({ ...text(content), owner: { kind: 'block', block } });

/** Each block is an element of its own; what is repeated belongs to none. */
const byBlock = (...tags: readonly Tag[]): TagTree => ({
  tags,
  tagOf: ({ owner, repeat }) => (repeat || owner.kind === 'folio' ? null : owner.block),
});

const operatorsOf = (texts: readonly TextItem[], tree: TagTree): string[] =>
  drawPage(page(texts, [rule(0, 0, 1000, 1000)]), new DocumentCodes(), tree)
    .operators.split('\n')
    .filter((operator) => /BMC|BDC|EMC|^BT|^ET|re$|T[jJ]$/.test(operator))
    .map((operator) => operator.replace(/^.*(re|T[jJ])$/, '$1'));

describe('marked content', () => {
  test('is numbered by element, goes on over neighbouring texts, and leaves rules and repeats to nobody', () => {
    const texts = [
      inBlock(0, '甲'),
      inBlock(0, '乙'),
      { ...inBlock(1, '丙'), repeat: true },
      inBlock(1, '丁'),
      inBlock(0, '戊'),
    ];
    expect(operatorsOf(texts, byBlock(paragraph, paragraph))).toEqual([
      '/Artifact BMC',
      're',
      'EMC',
      'BT',
      '/P <</MCID 0>> BDC',
      'Tj',
      'Tj',
      'EMC',
      '/Artifact <</Type/Pagination>> BDC',
      'Tj',
      'EMC',
      '/P <</MCID 1>> BDC',
      'Tj',
      'EMC',
      '/P <</MCID 2>> BDC',
      'Tj',
      'EMC',
      'ET',
    ]);
  });

  test('says what spaces a line lost that no glyph stands for', () => {
    const lost = { ...text(line([fragment('甲')], '\u2003')), owner: { kind: 'block' as const, block: 0 } };
    const spaces = fragment('甲').face.glyph(0x2003) === 0 ? '2003' : null;
    const said = operatorsOf([lost], byBlock(paragraph)).filter((operator) => operator.includes('ActualText'));
    expect(said).toEqual(spaces === null ? [] : ['/Span <</ActualText <FEFF75322003>>> BDC']);
  });

  test('is not said twice where every character reads back as itself', () => {
    const kept = text(line([fragment('甲乙')], ' '));
    expect(operatorsOf([kept], byBlock(paragraph)).join('\n')).not.toContain('ActualText');
  });
});

describe('the structure tree', () => {
  const cell = { cell: 0, rows: 2, columns: 3, scope: null, headers: [2] };
  const tree = byBlock(
    { role: 'Table', parent: -1, cell: null },
    { role: 'TR', parent: 0, cell: null },
    { role: 'TH', parent: 1, cell: { ...cell, rows: 1, columns: 1, scope: 'Row', headers: [] } },
    { role: 'TD', parent: 1, cell },
  );
  const document = paged([page([inBlock(2, '栏'), inBlock(3, '上')]), page([inBlock(3, '下')])]);
  const write = () => writePdf(document, { tagged: { kind: 'a3a', tree }, enclosure: null });

  test('names spans, scopes and headers, and leads from a cell to its text on every page', async () => {
    const packed = unpacked(await write()).filter((object) => /^\d+ <<\/(S|Type\/StructTreeRoot)\//.test(object));
    const numberOf = (element: RegExp): string => packed.find((object) => element.test(object))?.split(' ')[0] ?? '';
    const [table, tableRow] = [numberOf(/\/S\/Table/), numberOf(/\/S\/TR/)];
    const pages = packed.flatMap((object) => [...object.matchAll(/\/Pg (\d+) 0 R/g)].map((match) => match[1]));
    const [first, second] = [pages[0], pages.at(-1)];
    expect(first).not.toBe(second);
    const [heading, value] = [numberOf(/\/S\/TH/), numberOf(/\/S\/TD/)];
    expect(packed.map((object) => object.replace(/^\d+ /, '')).slice(2)).toEqual([
      `<</S/Table/P ${Number(table) - 1} 0 R/K[${tableRow} 0 R]>>`,
      `<</S/TR/P ${table} 0 R/K[${heading} 0 R ${value} 0 R]>>`,
      `<</S/TH/P ${tableRow} 0 R/Pg ${first} 0 R/K 0/ID(12)/A<</O/Table/Scope/Row>>>>`,
      `<</S/TD/P ${tableRow} 0 R/Pg ${first} 0 R/K[1 <</Type/MCR/Pg ${second} 0 R/MCID 0>>]` +
        '/A<</O/Table/RowSpan 2/ColSpan 3/Headers[(12)]>>>>',
    ]);
    expect(packed[0]).toContain(`/Nums[0[${heading} 0 R ${value} 0 R]1[${value} 0 R]]`);
    expect(packed[0]).toContain(`/IDTree<</Names[(12)${heading} 0 R]>>`);
  });

  test('is told by the catalog, with language, metadata and what grey means', async () => {
    const text = objects(await write());
    for (const entry of ['/StructTreeRoot', '/Marked true', '/OutputIntents', '/Metadata', '/Lang(zh-CN)'])
      expect(text).toContain(entry);
  });

  test('changes nothing of what is read, and the same document gives the same bytes', async () => {
    const written = await write();
    expect(await readBack(written)).toEqual(await readBack(await writePdf(document)));
    expect(Buffer.from(written).equals(Buffer.from(await write()))).toBe(true);
  });

  test('gives another ID where only a span differs', async () => {
    const wider = {
      ...tree,
      tags: tree.tags.map((tag) => (tag.role === 'TD' ? { ...tag, cell: { ...cell, columns: 2 } } : tag)),
    };
    const other = await writePdf(document, { tagged: { kind: 'a3a', tree: wider }, enclosure: null });
    const idOf = (pdf: Uint8Array) => /\/ID\[<[0-9a-f]+>/.exec(objects(pdf))?.[0];
    expect(idOf(other)).toBeDefined();
    expect(idOf(other)).not.toBe(idOf(await write()));
  });
});

describe('the structure tree of a volume', () => {
  const meta: Meta = { title: '汇编', author: '', language: 'zh-CN' };
  const size = [mpt(595276), mpt(841890)] as const;
  const heading: Tag = { role: 'H1', parent: -1, cell: null };

  /** Of each section in reading order the roles of its elements and the pages they stand on. */
  function sections(pdf: Uint8Array): string[] {
    const packed = new Map(unpacked(pdf).map((object) => [object.split(' ')[0], object] as const));
    const kidsOf = (object = ''): string[] =>
      [...(/\/K\[([\d R]+)\]/.exec(object)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map((one) => one[1] ?? '');
    const document = [...packed.values()].find((object) => object.includes('/S/Document'));
    return kidsOf(document).map((section) => {
      const elements = kidsOf(packed.get(section)).map((number) => packed.get(number) ?? '');
      for (const element of elements) expect(element).toContain(`/P ${section} 0 R`);
      return elements
        .map((element) => `${/\/S\/(\w+)/.exec(element)?.[1]}@${/\/Pg (\d+)/.exec(element)?.[1]}`)
        .join(' ');
    });
  }

  test('has a section for each document in the order of the sheets, whatever was drawn first', () => {
    const volume = openVolume('a3a');
    const first = volume.draw(
      page([inBlock(0, '甲'), inBlock(1, '乙'), inBlock(2, '丙')]),
      byBlock(paragraph, paragraph, paragraph),
    );
    const folio = volume.draw(page([{ ...text('1'), owner: { kind: 'folio' }, repeat: true }]), byBlock());
    const second = volume.draw(page([inBlock(0, '目录')]), byBlock(heading));
    const sheet = (drawing: typeof first) => ({
      size,
      layers: [drawing, folio].map((one) => ({ drawing: one, shift: mpt(0) })),
    });
    const blank = { size, layers: [] };
    const [contents = '', form = '', ...more] = sections(volume.write(meta, [sheet(second), blank, sheet(first)], []));
    expect(more).toEqual([]);
    expect(contents).toMatch(/^H1@\d+$/);
    expect(form).toMatch(/^P@(\d+) P@\1 P@\1$/);
    expect(form.split('@').at(-1)).not.toBe(contents.split('@').at(-1));
  });

  test('has the names of its header cells in order, as a name tree must', () => {
    const volume = openVolume('a3a');
    const header: Tag = { role: 'TH', parent: -1, cell: { cell: 0, rows: 1, columns: 1, scope: 'Row', headers: [] } };
    const drawings = ['甲', '乙', '丙'].map((said) => volume.draw(page([inBlock(0, said)]), byBlock(header)));
    const sheets = drawings.toReversed().map((drawing) => ({ size, layers: [{ drawing, shift: mpt(0) }] }));
    const [root = ''] = unpacked(volume.write(meta, sheets, [])).filter((object) => object.includes('/IDTree'));
    const names = [...(/\/IDTree<<\/Names\[(.*?)\]/.exec(root)?.[1] ?? '').matchAll(/\((\d+)\)/g)].map(
      ([, name]) => name,
    );
    expect(names).toHaveLength(3);
    expect(names).toEqual(names.toSorted());
  });

  test('is left out of a plain one', () => {
    const volume = openVolume('plain');
    const drawing = volume.draw(page([inBlock(0, '甲')]), byBlock(paragraph));
    const pdf = volume.write(meta, [{ size, layers: [{ drawing, shift: mpt(0) }] }], []);
    expect(objects(pdf)).not.toContain('StructTreeRoot');
    expect(unpacked(pdf).filter((object) => object.includes('<</S/'))).toEqual([]);
  });
});

describe('metadata', () => {
  const meta: Meta = { title: '甲 & 乙 <2024>', author: '', language: 'zh-CN' };

  test('escapes what XML would read as its own', () => {
    expect(metadataPacket(meta, 'a3a')).toContain('甲 &amp; 乙 &lt;2024&gt;');
  });

  test('names the part of PDF/A, and an author only where there is one', () => {
    expect(metadataPacket(meta, 'a3a')).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(metadataPacket(meta, 'a2a')).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(metadataPacket(meta, 'a2a')).not.toContain('dc:creator');
    expect(metadataPacket({ ...meta, author: '民政局' }, 'a2a')).toContain(
      '<rdf:li>民政局</rdf:li></rdf:Seq></dc:creator>',
    );
  });
});

test('the grey profile states its own size, and every tag lies within it on a multiple of four', () => {
  const profile = Buffer.from(greyProfile());
  expect(profile.readUInt32BE(0)).toBe(profile.length);
  expect(profile.toString('latin1', 12, 20)).toBe('mntrGRAY');
  const count = profile.readUInt32BE(128);
  const tags = Array.from({ length: count }, (_, i) => 132 + 12 * i).map((at) => ({
    name: profile.toString('latin1', at, at + 4),
    start: profile.readUInt32BE(at + 4),
    size: profile.readUInt32BE(at + 8),
  }));
  expect(tags.map(({ name }) => name)).toEqual(['desc', 'cprt', 'wtpt', 'kTRC']);
  for (const { start, size } of tags) {
    expect(start % 4).toBe(0);
    expect(start + size).toBeLessThanOrEqual(profile.length);
  }
});

test('cross references say of each object where it lies, in the file or in a stream of objects', () => {
  const entries = Buffer.from(crossReferences([15, null, null, 0x12345], [{ stream: 4, numbers: [3, 2] }]));
  expect(entries.toString('hex').match(/.{14}/g)).toEqual([
    '0000000000ffff',
    '010000000f0000',
    '02000000040001',
    '02000000040000',
    '01000123450000',
  ]);
});
