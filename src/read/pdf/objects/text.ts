import type { PdfText } from './types.ts';

/** A text string: UTF-16BE or UTF-8 with its mark, else PDFDocEncoding, taken for Latin-1 (ISO 32000-2, 7.9.2.2). */
export function textString({ bytes }: PdfText): string {
  if (bytes.startsWith('\u00fe\u00ff')) {
    let text = '';
    for (let i = 2; i + 1 < bytes.length; i += 2)
      text += String.fromCharCode(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1));
    return text;
  }
  if (!bytes.startsWith('\u00ef\u00bb\u00bf')) return bytes;
  return new TextDecoder().decode(Uint8Array.from(bytes.slice(3), (character) => character.charCodeAt(0)));
}
