import { describe, expect, it } from 'vitest';
import { readPdf, tablesOf } from '../../../src/read/index.ts';
import { readTags } from '../../../src/read/pdf/tags/read.ts';
import { tagDocument } from '../../../src/tags/index.ts';
import { writePdf } from '../../../src/write/page/pdf/index.ts';
import { paperOf } from '../../support/fake-fonts.ts';
import { realSetup } from '../../support/real-setup.ts';
import { setForm } from '../../support/set-form.ts';
import { band, cell, formOf, group, label, row, table } from '../../support/specs.ts';
import { objectsPdf, packedPdf, streamOf } from './support/objects.ts';
import { codesOf } from './support/word.ts';

const form = formOf(paperOf(420, 400), table(band([30, 70], group(label('栏目'), row(cell('甲')), row(cell('乙'))))));

async function taggedBytes(): Promise<Uint8Array> {
  const { measured, paged } = setForm(form, realSetup);
  return writePdf(paged, { tagged: { kind: 'a3a', tree: tagDocument(measured) }, enclosure: null });
}

/** Numbers from 0 to below 1, the same every time. */
function* numbers(): Generator<number> {
  for (let state = 7; ; ) {
    state = (state * 48271) % 2147483647;
    yield state / 2147483647;
  }
}

/** A page that draws so many rules across and down, 5 points apart. */
const ruled = (across: number, down: number): Uint8Array => {
  const lines = [
    ...Array.from({ length: across }, (_, i) => `0 ${5 * i} ${5 * down} 0.1 re`),
    ...Array.from({ length: down }, (_, i) => `${5 * i} 0 0.1 ${5 * across} re`),
  ];
  return objectsPdf(
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${5 * down} ${5 * across}]/Contents 4 0 R>>`,
    streamOf(`${lines.join(' ')} f`),
  );
};

describe('a hostile PDF', () => {
  it('is D022 when it has more pages than any volume, or its rules cross more often than those of any form', async () => {
    const pages = objectsPdf(
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Kids[${'3 0 R '.repeat(10_000)}]/Count 10000>>`,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
    );
    expect(codesOf(await readPdf(pages, 'a.pdf'))).toEqual(['D022']);
    expect(codesOf(await readPdf(ruled(1000, 1000), 'a.pdf'))).toEqual(['D022']);
  });

  it('of many rules is read in time that grows with their crossings', async () => {
    const content = await readPdf(ruled(400, 200), 'a.pdf');
    const outcome = content.ok ? tablesOf(content.value, 'a.pdf') : content;
    expect(outcome).toMatchObject({ ok: true, value: { tables: [{ columns: 199 }] } });
  });

  it('with any bit turned is refused or read, its tags followed or not, but nothing is thrown', async () => {
    const whole = await taggedBytes();
    const random = numbers();
    const next = (): number => random.next().value as number;
    let followed = 0;
    for (let i = 0; i < 300; i += 1) {
      const bytes = Uint8Array.from(whole);
      for (let flip = 0; flip <= i % 4; flip += 1) {
        const at = Math.floor(next() * bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(next() * 8));
      }
      const tags = readTags(bytes, new Map([[3, 0]]));
      if (tags.kind === 'tree') followed += 1;
      if (i % 15 > 0) continue;
      const content = await readPdf(bytes, 'a.pdf');
      if (content.ok) tablesOf(content.value, 'a.pdf');
    }
    expect(followed).toBeGreaterThan(50);
  });

  it('whose newest cross references are cut off is read, without its tags', async () => {
    const whole = await taggedBytes();
    const end = (at: number): string => `startxref\n${String(at).padStart(9, '0')}\n%%EOF\nxref\n`;
    const at = whole.length + end(0).length - 'xref\n'.length;
    const bytes = Uint8Array.from([...whole, ...new TextEncoder().encode(end(at))]);
    expect(readTags(bytes, new Map())).toEqual({ kind: 'unreadable' });
    expect(codesOf(await readPdf(bytes, 'a.pdf'))).toEqual([]);
  });

  it('cut anywhere has no tags that can be read', async () => {
    const whole = await taggedBytes();
    for (let part = 1; part < 40; part += 1) {
      const tags = readTags(whole.subarray(0, Math.floor((whole.length * part) / 40)), new Map());
      expect(tags.kind).not.toBe('tree');
    }
  });

  it('may say that the rows of its cross references have no width', () => {
    const text = new TextDecoder('latin1').decode(packedPdf('<</Type/Catalog>>'));
    const bytes = Uint8Array.from(text.replace('/Columns 4', '/Columns -1'), (one) => one.charCodeAt(0));
    expect(readTags(bytes, new Map())).toEqual({ kind: 'unreadable' });
  });

  it.each([
    ['a stream that unpacks to gigabytes', '<</Filter/FlateDecode/Length 4>>stream\nabcd\nendstream'],
    ['arrays within arrays', '['.repeat(5000)],
    ['a string without end', '('],
  ])('may hold %s instead of its structure', (_, object) => {
    const bytes = objectsPdf('<</Type/Catalog/StructTreeRoot 2 0 R>>', object);
    expect(readTags(bytes, new Map()).kind).not.toBe('tree');
  });
});
