import { mm, mpt, type TextStyle, typeWidth } from '../base/index.ts';
import { type FontSet, makeBreakable, naturalLine, shape } from '../text/index.ts';
import { type LineFrame, placeLines } from './place-lines.ts';
import type { Sheet } from './sheets.ts';
import type { TextItem } from './types.ts';

/** How far below the type area the page number stands (GB/T 9704-2012 7.5). */
export const FOLIO_DROP = mm(7);

/** What of a page decides where its number stands. */
type NumberedSheet = Pick<Sheet, 'number' | 'paper' | 'left'>;

/**
 * A page number by GB/T 9704-2012 7.5: a dash on each side (— 2 —), odd pages at the right, even pages at the left, one
 * character in from the edge of the type area.
 */
export function placeFolio(
  { number, paper, left }: NumberedSheet,
  style: TextStyle,
  fonts: FontSet,
  texts: TextItem[],
): void {
  if (paper.folio !== 'gbt9704') return;
  const span = { file: '', start: 0, end: 0 };
  const shaped = shape([{ text: `— ${number} —`, origin: { kind: 'generated', span } }], style, fonts);
  const breakable = makeBreakable(shaped, 'gb');
  const all = { start: 0, end: shaped.codePoints.length, next: shaped.codePoints.length };
  const frame: LineFrame = {
    x: mpt(left + style.size),
    top: mpt(paper.height - paper.bottom + FOLIO_DROP - (style.pitch - style.size) / 2),
    width: mpt(typeWidth(paper) - 2 * style.size),
    align: number % 2 === 1 ? 'right' : 'left',
    style,
    owner: { kind: 'folio' },
    repeat: true,
  };
  placeLines([naturalLine(breakable, all)], frame, texts);
}
