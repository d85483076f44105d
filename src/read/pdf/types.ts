import type { PdfTags } from './tags/types.ts';

/** A glyph as drawn; lengths in points, places from the top left corner of the page. */
export type PdfGlyph = {
  /** The characters it stands for: one as a rule, several for a ligature. */
  readonly text: string;
  /** The origin on the baseline. */
  readonly x: number;
  readonly y: number;
  /** The middle of its square. The blank half of a squeezed mark may hang out of a box, but its middle does not. */
  readonly middle: readonly [number, number];
  /** The size of an em. */
  readonly size: number;
  /** The advance along the baseline, without spacing between characters. */
  readonly width: number;
  /** An index in {@link PdfContent.fonts}. */
  readonly font: number;
  /** The number of the marked stretch of the page's content that it belongs to; null in an artifact or outside of all. */
  readonly mark: number | null;
};

/** A straight stroke or thin filled rectangle, upright or level: the rectangle it inks, in points from the top left. */
export type PdfRule = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A page as it is shown (turned if the file says so), glyphs and rules in the order of drawing. */
export type PdfPage = {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly PdfGlyph[];
  readonly rules: readonly PdfRule[];
  /** Painted with more than glyphs and rules, such as pictures; left out where that is all. */
  readonly others?: true;
  /** Comments, stamps or form fields lie on it, which are not read; left out where there are none. */
  readonly annotated?: true;
};

/** A font by its PostScript name without the tag of a subset. */
export type PdfFont = { readonly name: string; readonly embedded: boolean };

/** What the document says of itself; empty where it says nothing. */
export type PdfInfo = { readonly title: string; readonly author: string; readonly language: string };

export type PdfContent = {
  readonly kind: 'pdf';
  readonly info: PdfInfo;
  readonly fonts: readonly PdfFont[];
  readonly pages: readonly PdfPage[];
  /** What the file says of its structure. */
  readonly tags: PdfTags;
};

/** A box ruled off on a page, with the text whose glyphs have their middle in it. */
export type PdfBox = {
  /** From rule centre to rule centre, in points from the top left. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** The lines joined without anything between them: where paragraphs end cannot be known. */
  readonly text: string;
};
