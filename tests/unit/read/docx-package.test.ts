import * as word from 'docx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/read/index.ts';
import { codesOf, p, packageOf, printBlocks, succeeded } from './support/word.ts';

const codes = (bytes: Uint8Array): string[] => codesOf(readDocx(bytes, 'a.docx'));
const withPart = (xml: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(xml) });
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

describe('what is no DOCX', () => {
  it('is D001: text, nothing, an old .doc, a package of another kind', () => {
    expect(codes(strToU8('表: 甲'))).toEqual(['D001']);
    expect(codes(new Uint8Array())).toEqual(['D001']);
    expect(codes(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))).toEqual(['D001']);
    const old = readDocx(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'a.doc');
    expect(old.ok || old.problems[0].message).toContain('.doc');
  });

  it('is D002: a package cut anywhere', () => {
    const whole = packageOf(p('甲乙丙'));
    for (let length = 2; length < whole.length; length += 1) expect(codes(whole.slice(0, length))).toEqual(['D002']);
  });

  it('is D002: XML that is not well-formed, has a document type, another root, or no bounds', () => {
    expect(codes(withPart(`<w:document ${W}><w:body>`))).toEqual(['D002']);
    expect(codes(withPart(`<!DOCTYPE a [<!ENTITY b "c">]><w:document ${W}><w:body/></w:document>`))).toEqual(['D002']);
    expect(codes(withPart('<html/>'))).toEqual(['D002']);
    expect(codes(withPart(''))).toEqual(['D002']);
    expect(
      codes(packageOf('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr></w:tc></w:tr></w:tbl>')),
    ).toEqual(['D002']);
  });

  it('is D002, at once: elements nested without end', { timeout: 5000 }, () => {
    const nested = (depth: number): string => '<w:sdt>'.repeat(depth) + '</w:sdt>'.repeat(depth);
    expect(codes(packageOf(nested(500)))).toEqual([]);
    expect(codes(packageOf(nested(100_000)))).toEqual(['D002']);
  });

  it('is D006 by its declared sizes, before anything is unpacked', () => {
    const bytes = packageOf(p('甲'));
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 22 + 16, true);
    view.setUint32(directory + 24, 0x7fffffff, true);
    expect(codes(bytes)).toEqual(['D006']);
  });

  it('is D006 when it has too many parts', () => {
    const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`a${i}`, new Uint8Array()]));
    expect(codes(zipSync(parts, { level: 0 }))).toEqual(['D006']);
  });
});

describe('what is a DOCX', () => {
  it('may keep its main part under another name, which its relations tell', () => {
    const relations =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" ' +
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/other.xml"/></Relationships>';
    const part = strToU8(`<w:document ${W}><w:body>${p('甲')}</w:body></w:document>`);
    const bytes = zipSync({ '_rels/.rels': strToU8(relations), 'word/other.xml': part });
    expect(printBlocks(succeeded(readDocx(bytes, 'a.docx')))).toEqual(['甲']);
  });

  it('may be in the Strict namespace with another prefix, or in UTF-16', () => {
    const strict =
      '<a:document xmlns:a="http://purl.oclc.org/ooxml/wordprocessingml/main"><a:body><a:p><a:r><a:t>甲</a:t></a:r></a:p></a:body></a:document>';
    expect(printBlocks(succeeded(readDocx(withPart(strict), 'a.docx')))).toEqual(['甲']);
    const wide = zipSync({ 'word/document.xml': new Uint8Array(Buffer.from(`\ufeff${strict}`, 'utf16le')) });
    expect(printBlocks(succeeded(readDocx(wide, 'a.docx')))).toEqual(['甲']);
  });

  it('comes back from the docx package with its merges', async () => {
    const cell = (text: string, options: Partial<word.ITableCellOptions> = {}) =>
      new word.TableCell({ children: [new word.Paragraph(text)], ...options });
    const rows = [
      new word.TableRow({ children: [cell('产出指标', { rowSpan: 2 }), cell('数量'), cell('≥90%')] }),
      new word.TableRow({ children: [cell('质量'), cell('')] }),
      new word.TableRow({ children: [cell('合计', { columnSpan: 2 }), cell('8,400.00')] }),
    ];
    const children = [new word.Paragraph('绩效目标表'), new word.Table({ rows })];
    const header = new word.Header({ children: [new word.Paragraph('页眉')] });
    const document = new word.Document({ sections: [{ headers: { default: header }, children }] });
    const bytes = new Uint8Array(await word.Packer.toBuffer(document));
    const lines = printBlocks(succeeded(readDocx(bytes, 'a.docx')));
    expect(lines).toEqual(['绩效目标表', '产出指标\t数量\t≥90%', '^\t质量\t', '合计\t8,400.00']);
  });
});
