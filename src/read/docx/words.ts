import type { Unread } from '../unread.ts';
import type { Merge } from './types.ts';
import { attribute, type Tag } from './xml.ts';

/** No table has more grid columns than this; Word itself stops at 63. */
const COLUMN_LIMIT = 10_000;

/** Left out with all they hold: what tracked changes took away, ruby above a character, drawings, former properties. */
export const isDropped = (name: string): boolean => /^w:(?:del|moveFrom|rt|drawing|pict|object|\w+Change)$/.test(name);

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

/** What a paragraph shows and is no text. */
export const unreadIn: ReadonlyMap<string, Unread> = new Map([
  ['m:oMath', 'maths'],
  ['w:footnoteReference', 'note'],
  ['w:endnoteReference', 'note'],
  ['w:fldSimple', 'field'],
  ['w:instrText', 'field'],
  ['w:pgNum', 'field'],
]);

/** The text of a `w:t` as Word shows it: line ends are spaces, spaces at the ends count only where they are preserved. */
export function shownText(text: string, preserve: boolean): string {
  const line = text.replace(/[\r\n]/g, ' ');
  return preserve ? line : line.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, '');
}

/** A number of grid columns (`w:val`). Throws when it is no number or beyond reason. */
export function columnCount(tag: Tag): number {
  const written = attribute(tag, 'val') ?? '';
  if (!/^\d{1,5}$/.test(written) || Number(written) > COLUMN_LIMIT) throw new Error(`column count ${written}`);
  return Number(written);
}

/** What a `w:vMerge` or `w:hMerge` says; without a value it continues (ISO/IEC 29500-1, 17.4.84). */
export const mergeOf = (tag: Tag): Merge => (attribute(tag, 'val') === 'restart' ? 'restart' : 'continue');
