import { type Align, type Length, mpt, type TextStyle } from '../base/index.ts';
import type { Line } from '../text/index.ts';
import type { Owner, TextItem } from './types.ts';

/** The top of the em box is this much of the size above the baseline: the place of Han in the em box (GB/T 9704 faces). */
const ASCENT = 0.88;

/** Where lines are set: `top` is the top of the first line. */
export type LineFrame = {
  readonly x: Length;
  readonly top: Length;
  readonly width: Length;
  readonly align: Align;
  readonly style: TextStyle;
  readonly owner: Owner;
  readonly repeat: boolean;
};

/** Adds lines one below the other at the style's pitch, each on its baseline; lines without characters give nothing. */
export function placeLines(lines: readonly Line[], frame: LineFrame, texts: TextItem[]): void {
  const { x, top, width, align, style, owner, repeat } = frame;
  const drop = (style.pitch - style.size) / 2 + ASCENT * style.size;
  lines.forEach((line, i) => {
    if (line.fragments.length === 0) return;
    const slack = width - line.width;
    const shift = align === 'center' ? slack / 2 : align === 'right' ? slack : 0;
    texts.push({
      kind: 'text',
      x: mpt(x + shift + line.offset),
      y: mpt(top + i * style.pitch + drop),
      line,
      owner,
      repeat,
    });
  });
}
