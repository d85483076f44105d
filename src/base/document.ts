import type { Length } from './length.ts';

/** A sheet and its type area. The margins are those of odd pages. */
export type Paper = {
  readonly width: Length;
  readonly height: Length;
  readonly top: Length;
  readonly bottom: Length;
  readonly left: Length;
  readonly right: Length;
  /** Printed on both sides: on even pages the left and the right margin change places. */
  readonly mirrored: boolean;
  /**
   * Page numbers: `gbt9704` is GB/T 9704-2012 7.5 (— 2 —, odd pages right, even pages left); a `cover` neither has one
   * nor is counted.
   */
  readonly folio: 'gbt9704' | 'none' | 'cover';
};

/** The width of the type area. */
export const typeWidth = (paper: Paper): Length => (paper.width - paper.left - paper.right) as Length;

/** The height of the type area. */
export const typeHeight = (paper: Paper): Length => (paper.height - paper.top - paper.bottom) as Length;

/** What a document is called in its properties. */
export type Meta = { readonly title: string; readonly author: string; readonly language: 'zh-CN' };

export type Section<Block> = { readonly paper: Paper; readonly blocks: readonly Block[] };

/** A document is sections of blocks; each stage has its own kind of block. */
export type Document<Block> = { readonly meta: Meta; readonly sections: readonly Section<Block>[] };
