import PDFDocument from 'pdfkit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { boxesOf, readPdf } from '../../../src/read/index.ts';
import { handmadePdf, kitPdf, readKit } from './support/pdf.ts';
import { codesOf } from './support/word.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const codes = async (bytes: Uint8Array): Promise<string[]> => codesOf(await readPdf(bytes, 'a.pdf'));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what is no readable PDF', () => {
  it('is D003: text, nothing, a package', async () => {
    expect(await codes(bytesOf('表: 甲'))).toEqual(['D003']);
    expect(await codes(new Uint8Array())).toEqual(['D003']);
    expect(await codes(Uint8Array.of(0x50, 0x4b, 3, 4))).toEqual(['D003']);
  });

  it('is D004 when cut anywhere', async () => {
    const whole = await kitPdf((pen) => {
      pen.text('甲', 50, 50);
    });
    for (const part of [0.01, 0.2, 0.5, 0.8, 0.99]) {
      expect(await codes(whole.slice(0, Math.floor(whole.length * part)))).toEqual(['D004']);
    }
  });

  it('is D004 when its ends are right but what is between them is not', async () => {
    expect(await codes(bytesOf('%PDF-1.7\n%%EOF'))).toEqual(['D004']);
    expect(
      await codes(bytesOf(`%PDF-1.7\n${'1 0 obj << >> endobj\n'.repeat(9)}trailer << /Root 1 0 R >>\n%%EOF`)),
    ).toEqual(['D004']);
    expect(await codes(handmadePdf('BT (A) Tj ET'))).toEqual(['D004']);
    expect(await codes(handmadePdf('/Missing gs BT /F 10 Tf (A) Tj ET'))).toEqual(['D004']);
  });

  it('is D005 when it asks for a password', async () => {
    const bytes = await new Promise<Uint8Array>((resolve) => {
      const pen = new PDFDocument({ userPassword: 'secret', pdfVersion: '1.7' });
      const chunks: Buffer[] = [];
      pen.on('data', (chunk: Buffer) => chunks.push(chunk));
      pen.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
      pen.end();
    });
    expect(await codes(bytes)).toEqual(['D005']);
  });
});

describe('reading a PDF', () => {
  it('leaves the bytes with the caller, prints nothing and fetches nothing', async () => {
    const quiet = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];
    const fetching = vi.spyOn(globalThis, 'fetch');
    const bytes = handmadePdf('BT /F 10 Tf (A) Tj ET');
    const copy = bytes.slice();
    expect((await readPdf(bytes, 'a.pdf')).ok).toBe(true);
    expect((await readPdf(bytesOf('%PDF-1.7\n%%EOF'), 'a.pdf')).ok).toBe(false);
    expect(bytes).toEqual(copy);
    for (const spy of [...quiet, fetching]) expect(spy).not.toHaveBeenCalled();
  });

  it('takes a Buffer, as files are read into', async () => {
    const bytes = Buffer.from(handmadePdf('BT /F 10 Tf (A) Tj ET'));
    const copy = Buffer.from(bytes);
    expect(await codes(bytes)).toEqual([]);
    expect(bytes.equals(copy)).toBe(true);
  });

  it('finds the cells of a drawn table with their text', async () => {
    const content = await readKit((pen) => {
      for (const [x, y, width, height] of [
        [50, 50, 100, 60],
        [150, 50, 200, 30],
        [150, 80, 80, 30],
        [230, 80, 120, 30],
      ] as const) {
        pen.rect(x, y, width, height).lineWidth(0.5).stroke();
      }
      pen.text('总体绩效目标', 55, 60, { width: 40 });
      pen.text('持续推进城乡社区协商工作', 155, 55, { lineBreak: false });
      pen.text('≥90%', 155, 85, { lineBreak: false });
    });
    const [page] = content.pages;
    const boxes = page === undefined ? [] : boxesOf(page);
    expect(boxes.map((box) => box.text)).toEqual(['总体绩效目标', '持续推进城乡社区协商工作', '≥90%', '']);
    expect(boxes[0]?.lines).toEqual(['总体绩效', '目标']);
    expect(boxes[0]?.height).toBeCloseTo(60, 2);
  });
});
