import type { Merge } from './types.ts';
import { attribute, type Tag } from './xml.ts';

/** Word writes the first (ISO/IEC 29500-4), «Strict» files have the second (ISO/IEC 29500-1). */
const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** No table has more grid columns than this; Word itself stops at 63. */
const COLUMN_LIMIT = 10_000;

/** A tag's name with the usual prefix whatever prefix the file uses; empty for what is no part of the text. */
export function nameOf(tag: Tag): string {
  if (WORD.has(tag.uri)) return `w:${tag.local}`;
  return tag.uri === COMPATIBILITY ? `mc:${tag.local}` : '';
}

/** Left out with all they hold: what tracked changes took away, ruby above a character, drawings, former properties. */
export const isDropped = (name: string): boolean =>
  /^(?:w:(?:del|moveFrom|rt|drawing|pict|object|\w+Change)|mc:Fallback)$/.test(name);

/** Text, rows and cells that tracked changes brought, moved or took away (ISO/IEC 29500-1, 17.13.5). */
export const isTracked = (name: string): boolean => /^w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel)$/.test(name);

/** Characters that stand in a run as elements of their own. */
export const characters: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '-'],
]);

/** The text of a `w:t` as Word shows it: line ends are spaces, spaces at the ends count only where they are preserved. */
export function shownText(text: string, preserve: boolean): string {
  const line = text.replace(/[\r\n]/g, ' ');
  return preserve ? line : line.replace(/^[ \t]+|[ \t]+$/g, '');
}

/** A number of grid columns (`w:val`). Throws when it is no number or beyond reason. */
export function columnCount(tag: Tag): number {
  const written = attribute(tag, 'val') ?? '';
  if (!/^\d{1,5}$/.test(written) || Number(written) > COLUMN_LIMIT) throw new Error(`column count ${written}`);
  return Number(written);
}

/** What a `w:vMerge` or `w:hMerge` says; without a value it continues (ISO/IEC 29500-1, 17.4.84). */
export const mergeOf = (tag: Tag): Merge => (attribute(tag, 'val') === 'restart' ? 'restart' : 'continue');
