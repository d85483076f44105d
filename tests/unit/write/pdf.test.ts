import { inflateSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mpt } from '../../../src/base/index.ts';
import { writePdf } from '../../../src/write/page/pdf/index.ts';
import { fragment, line, objects, page, paged, pageStreams, properties, readBack, rule, text } from './pdf-fixture.ts';

afterEach(() => vi.useRealTimers());

describe('the file', () => {
  const document = paged([page([text('数量指标 95%', 70000, 80000)], [rule(70000, 90000, 200000, 500)])]);

  it('is the same, byte by byte, at another time', async () => {
    vi.useFakeTimers({ now: new Date('2024-01-01T00:00:00Z') });
    const first = await writePdf(document);
    vi.setSystemTime(new Date('2031-07-08T09:10:11Z'));
    const second = await writePdf(document);
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  it('gets its ID from all of its content, even where only the meaning of the codes differs', async () => {
    const idOf = async (content: string, title = '表'): Promise<string | undefined> =>
      /\/ID\[<([0-9a-f]{32})><\1>\]/.exec(objects(await writePdf(paged([page([text(content)])], title))))?.[1];
    const ids = [await idOf('张三'), await idOf('李四'), await idOf('张三', '表二')];
    expect(new Set(ids).size).toBe(3);
    expect(ids).not.toContain(undefined);
    expect(await idOf('张三')).toBe(ids[0]);
  });

  it('states title, author, language and PDF 1.7, and neither a date nor another producer', async () => {
    const pdf = await writePdf(document);
    expect(await properties(pdf)).toMatchObject({
      Title: '绩效目标表',
      Author: '公共服务办公室',
      Creator: 'Biaoli',
      Producer: 'Biaoli',
    });
    const raw = objects(pdf);
    expect(raw).toMatch(/^%PDF-1\.7\n/);
    expect(raw).toContain('/Lang(zh-CN)');
    expect(raw).toContain('/DisplayDocTitle true');
    expect(raw).not.toMatch(/Date|D:\d|PDFKit/);
  });

  it('has pages of the size of the sheets', async () => {
    const sheet = { ...page([]), width: mpt(841890), height: mpt(595276) };
    const raw = objects(await writePdf(paged([page([]), sheet])));
    expect(raw.match(/\/MediaBox\[[^\]]*\]/g)).toEqual([
      '/MediaBox[0 0 595.276 841.89]',
      '/MediaBox[0 0 841.89 595.276]',
    ]);
  });
});

describe('the text', () => {
  it('reads back exactly and in reading order, page by page', async () => {
    const pages = [
      page([text('下文（一）\\<>()', 70000, 700000), text('上文：8,400,000.00元', 300000, 100000)]),
      page([text('≥95% ——“续”')]),
    ];
    expect(await readBack(await writePdf(paged(pages)))).toEqual([
      '下文（一）\\<>()上文：8,400,000.00元',
      '≥95% ——“续”',
    ]);
  });

  it('keeps characters outside the basic plane', async () => {
    expect(await readBack(await writePdf(paged([page([text('甲𠅤乙𠙶')])])))).toEqual(['甲𠅤乙𠙶']);
  });

  it('keeps two characters apart that the face draws with one glyph', async () => {
    const { glyphs } = fragment('•‧');
    expect(glyphs[0]).toBe(glyphs[1]);
    expect(await readBack(await writePdf(paged([page([text('甲•乙‧丙•')])])))).toEqual(['甲•乙‧丙•']);
  });

  it('keeps fragments of several faces and sizes in order', async () => {
    const fragments = [
      fragment('产出', { face: '黑体' }),
      fragment('指标', { size: mpt(22000) }),
      fragment('一', { face: '黑体' }),
    ];
    expect(await readBack(await writePdf(paged([page([text(line(fragments))])])))).toEqual(['产出指标一']);
  });

  it('keeps the spaces that were dropped at the end of a line, without room', async () => {
    const pdf = await writePdf(paged([page([text(line([fragment('ab')], '  ')), text('cd')])]));
    expect(await readBack(pdf)).toEqual(['ab  cd']);
    expect(pageStreams(pdf)[0]).toMatch(/\n\[<0003>\d+<0003>\] TJ\n/);
  });

  it('reads back from a face with CFF outlines', async () => {
    const pdf = await writePdf(paged([page([text(line([fragment('仿宋之表', { face: '仿宋' })]))])]));
    expect(await readBack(pdf)).toEqual(['仿宋之表']);
    expect(objects(pdf)).toContain('/Subtype/CIDFontType0C/');
    expect(objects(pdf)).toContain('/Subtype/CIDFontType0/');
    expect(objects(pdf)).toMatch(/\/Subtype\/Type0\/BaseFont\/[A-Z]{6}\+FandolFang-Regular-Identity-H\//);
    expect(objects(pdf)).not.toContain('CIDToGIDMap');
  });

  it('paints nothing for a blank', async () => {
    const pdf = await writePdf(paged([page([text(''), text(line([], ' '))])]));
    expect(pageStreams(pdf)).toEqual(['0 g\nBT\nET\n']);
    expect(objects(pdf)).not.toContain('/FontFile2');
  });
});

/** The first font program of a file as it lies there, and whether it is compressed. */
function fontProgram(pdf: Uint8Array): [Buffer, boolean] {
  const found = /<<\/Length1 \d+(\/Filter\/FlateDecode)?\/Length (\d+)>>\nstream\n/.exec(
    Buffer.from(pdf).toString('latin1'),
  );
  const start = (found?.index ?? 0) + (found?.[0].length ?? 0);
  return [Buffer.from(pdf.subarray(start, start + Number(found?.[2]))), found?.[1] !== undefined];
}

describe('fonts', () => {
  it('are embedded once for all pages, each page naming those it uses', async () => {
    const heading = text(line([fragment('标题', { face: '黑体' })]));
    const raw = objects(await writePdf(paged([page([heading, text('一')]), page([text('二')])])));
    expect(raw.match(/\/FontFile2/g)).toHaveLength(2);
    const resources = raw.match(/\/Font<<([^>]*)>>/g)?.map((said) => said.match(/F\d/g));
    expect(resources).toEqual([['F1', 'F2'], ['F2']]);
  });

  it('are named after what they hold, so that two subsets never share a name', async () => {
    const nameOf = async (content: string): Promise<string | undefined> =>
      /\/FontName\/([A-Z]{6}\+NotoSerifSC-Regular)\//.exec(
        objects(await writePdf(paged([page([text(content)])]))),
      )?.[1];
    const name = await nameOf('甲乙');
    expect(name).toBeDefined();
    expect(await nameOf('甲丙')).not.toBe(name);
    expect(await nameOf('甲乙甲')).toBe(name);
  });

  it('with many characters are compressed only where the file is to be small, and nothing else changes by it', async () => {
    // The first of GB 2312, four rows of 94.
    const codes = Array.from({ length: 376 }, (_, i) => [0xb0 + Math.floor(i / 94), 0xa1 + (i % 94)]);
    const han = new TextDecoder('gbk').decode(new Uint8Array(codes.flat()));
    const document = paged([page([text(han)])]);
    const usual = await writePdf(document);
    const small = await writePdf(document, { tagged: null, enclosure: null, small: true });
    const [[program, filter], [packed, smallFilter]] = [fontProgram(usual), fontProgram(small)];
    expect([filter, smallFilter]).toEqual([false, true]);
    expect(inflateSync(packed).equals(program)).toBe(true);
    expect(usual.length - small.length).toBeGreaterThan(program.length / 5);
    expect(await readBack(small)).toEqual([han]);
    expect(pageStreams(small)).toEqual(pageStreams(usual));
  });

  it('state the width of each character that is not 1 em', async () => {
    const raw = objects(await writePdf(paged([page([text('甲1乙25')])])));
    const { face, glyphs } = fragment('125');
    const [one, two, five] = glyphs.map(face.advance);
    expect([one, two, five]).not.toContain(1000);
    expect(raw).toContain('/DW 1000/');
    expect(raw).toContain(`/W[2[${one}]4[${two} ${five}]]`);
  });
});
