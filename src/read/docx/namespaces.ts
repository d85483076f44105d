import type { Tag } from './xml.ts';

const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const SYMBOLS = 'http://schemas.microsoft.com/office/word/2015/wordml/symex';

/** Word writes the first of each (ISO/IEC 29500-4), «Strict» files have the second (ISO/IEC 29500-1). */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  [COMPATIBILITY, 'mc'],
  [SYMBOLS, 'w16se'],
]);

/** Later vocabularies of Word, of texts and of drawings ([MS-DOCX], [MS-ODRAWXML]), which Word and WPS know. */
const LATER = new Set([
  SYMBOLS,
  ...[
    'word/2010/wordml',
    'word/2010/wordprocessingShape',
    'word/2010/wordprocessingGroup',
    'word/2010/wordprocessingCanvas',
    'word/2010/wordprocessingInk',
    'word/2010/wordprocessingDrawing',
    'word/2012/wordml',
    'word/2012/wordprocessingDrawing',
    'drawing/2010/main',
    'drawing/2014/chartex',
    'drawing/2016/ink',
    'drawing/2017/model3d',
  ].map((rest) => `http://schemas.microsoft.com/office/${rest}`),
]);

/** A tag's name with the usual prefix whatever prefix the file uses; empty for what is no part of the text. */
export function nameOf({ uri, local }: Tag): string {
  const prefix = prefixes.get(uri);
  return prefix === undefined ? '' : `${prefix}:${local}`;
}

/** Whether a tag is left out with all it holds; some programs show what they know inside it. */
export const isForeign = ({ uri }: Tag): boolean => !isKnown(uri);

/** Whether a program that shows documents knows a vocabulary. What it does not know it leaves out (ISO/IEC 29500-3, 7.1). */
export const isKnown = (uri: string): boolean => prefixes.has(uri) || LATER.has(uri);
