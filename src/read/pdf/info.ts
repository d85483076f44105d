import { openingOptions } from './open.ts';
import type { PdfInfo } from './types.ts';

/** Title, author and language of a PDF. Throws what pdf-parse throws. */
export async function readInfo(bytes: Uint8Array): Promise<PdfInfo> {
  const { PDFParse } = await import('pdf-parse');
  const parser = new PDFParse(openingOptions(bytes));
  try {
    const { info } = await parser.getInfo();
    return { title: word(info, 'Title'), author: word(info, 'Author'), language: word(info, 'Language') };
  } finally {
    await parser.destroy();
  }
}

function word(info: unknown, key: string): string {
  const value = typeof info === 'object' && info !== null ? new Map(Object.entries(info)).get(key) : undefined;
  return typeof value === 'string' ? value : '';
}
