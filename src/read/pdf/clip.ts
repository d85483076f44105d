import type { PdfGlyph, PdfRule } from './types.ts';

/** The part of a page in which something is seen: what is drawn outside of it is cut off. */
export type Clip = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

export const WHOLE_PAGE: Clip = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

export const clippedTo = ({ left, top, right, bottom }: Clip, { x, y, width, height }: PdfRule): Clip => ({
  left: Math.max(left, x),
  top: Math.max(top, y),
  right: Math.min(right, x + width),
  bottom: Math.min(bottom, y + height),
});

export const isSeen = ({ middle: [x, y] }: PdfGlyph, { left, top, right, bottom }: Clip): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;
