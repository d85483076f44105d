import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { type PdfContent, type PdfPage, readPdf } from '../../../../src/read/index.ts';
import { succeeded } from './word.ts';

/** A one-page PDF of 200 × 100 points written by hand: `/F` is Helvetica, `/H` too but another object, `/G` a graphics state, `/X` a form. */
export function handmadePdf(content: string, form = ''): Uint8Array {
  const stream = (dictionary: string, text: string) =>
    `<< ${dictionary} /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const resources =
    '<< /Font << /F 5 0 R /H 7 0 R >> /ExtGState << /G << /LW 2 /Font [5 0 R 20] >> >> /XObject << /X 6 0 R >> >>';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources ${resources} >>`,
    stream('', content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    stream(`/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Matrix [1 0 0 1 10 20] /Resources ${resources}`, form),
    '<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Helvetica /Encoding /MacRomanEncoding >>',
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const offset = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  text += `${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

export async function handmadePage(content: string, form = ''): Promise<PdfPage> {
  const [page] = succeeded(await readPdf(handmadePdf(content, form), 'a.pdf')).pages;
  if (page === undefined) throw new Error('no page');
  return page;
}

const SONG = fileURLToPath(new URL('../../../../fonts/宋体-400.ttf', import.meta.url));

/** What pdfkit writes for `draw`, in a face that has Han. */
export function kitPdf(draw: (pen: PDFKit.PDFDocument) => void): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const pen = new PDFDocument({ size: 'A4', lang: 'zh-CN', info: { Title: '绩效目标表', Author: '民政局' } });
    const chunks: Buffer[] = [];
    pen.on('data', (chunk: Buffer) => chunks.push(chunk));
    pen.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pen.font(SONG).fontSize(10);
    draw(pen);
    pen.end();
  });
}

export const readKit = async (draw: (pen: PDFKit.PDFDocument) => void): Promise<PdfContent> =>
  succeeded(await readPdf(await kitPdf(draw), 'a.pdf'));
