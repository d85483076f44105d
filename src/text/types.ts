import type { Length, Origin } from '../base/index.ts';

/** What a PDF needs to know of a face, in thousandths of an em. */
export type FaceMetrics = {
  readonly postScriptName: string;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly box: readonly [number, number, number, number];
};

/** A font file opened once per process. Glyph 0 is the missing glyph. */
export type Face = {
  /** Unique in a process: the file name. */
  readonly key: string;
  readonly metrics: FaceMetrics;
  /** Outlines: `glyf` (TrueType) or `CFF`. */
  readonly outlines: 'glyf' | 'CFF';
  /** The glyph of a code point, 0 where the face has none. */
  readonly glyph: (codePoint: number) => number;
  /** A glyph's advance in thousandths of an em. */
  readonly advance: (glyph: number) => number;
  /** A font program that holds just these glyphs, renumbered 0, 1, 2 … in the order given (the first must be 0). */
  readonly subset: (glyphs: readonly number[]) => Uint8Array;
};

/** Characters of one face, size and origin that stand side by side. */
export type Fragment = {
  /** The exact source characters; one glyph per code point. */
  readonly text: string;
  readonly face: Face;
  readonly size: Length;
  readonly glyphs: readonly number[];
  /** Distance from each glyph to the next, one per glyph. */
  readonly advances: readonly Length[];
  readonly origin: Origin;
};

/** A line of text as it is drawn. */
export type Line = {
  readonly fragments: readonly Fragment[];
  /** From the line's left end to the first glyph's origin: an indent, or the blank half of a mark (negative). */
  readonly offset: Length;
  /** From the line's left end to the right end of what is drawn, without the blank half of a last mark. */
  readonly width: Length;
  /** Spaces dropped at its end, so that no character is lost. */
  readonly trailing: string;
  /** Turned clockwise by a right angle about the middle of its square: a bracket in a vertical label. */
  readonly turned: boolean;
};
