import type { PdfGlyph } from '../types.ts';
import { hasHan } from './han.ts';

/** The font of most of the Han among glyphs, or of most of them where there are none; -1 where nothing is inked. */
export function faceOf(glyphs: readonly PdfGlyph[]): number {
  const inked = glyphs.filter(({ text }) => text.trim() !== '');
  const han = inked.filter(({ text }) => hasHan(text));
  return mostOf((han.length > 0 ? han : inked).map(({ font }) => [font, 1]));
}

/** The number with the greatest weight, -1 where there is none. */
export function mostOf(weighed: readonly (readonly [number, number])[]): number {
  const sums = new Map<number, number>();
  for (const [value, weight] of weighed) sums.set(value, (sums.get(value) ?? 0) + weight);
  let best = -1;
  for (const [value, total] of sums) if (best === -1 || total > (sums.get(best) ?? 0)) best = value;
  return best;
}
